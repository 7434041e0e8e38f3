"""The program in a real terminal: how it ends when it is told to, or when the terminal goes away."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pexpect
import psutil
import pytest

from course.progress import Progress, StepKey
from course.store import FILE_NAME
from tests.terminal import Terminal
from tests.tui.fakes import COURSE, open_toured
from tui.terminal import hung_up, unfit

PROGRAM = [sys.executable, "-m", "tui", "learn", str(COURSE)]
LIMIT = 30
"""Seconds after which a test gives up."""


def environment(home: Path) -> dict[str, str]:
    return {
        **os.environ,
        "BLITZ_COURSE_HOME": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
    }


@pytest.fixture
def program(tmp_path: Path) -> Iterator[pexpect.spawn[str]]:
    """The program under a terminal of its own, with its map on the screen."""
    child = pexpect.spawn(
        PROGRAM[0],
        PROGRAM[1:],
        env=environment(tmp_path),
        dimensions=(30, 100),
        encoding="utf-8",
        codec_errors="replace",
        timeout=LIMIT,
    )
    child.expect("The first lesson")
    yield child
    child.close(force=True)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_program_and_gives_the_terminal_back(
    program: pexpect.spawn[str], number: signal.Signals
) -> None:
    program.kill(number)
    program.expect(pexpect.EOF)
    assert "\x1b[?1049l" in program.before
    assert "\x1b[?25h" in program.before
    program.close()
    assert program.exitstatus == 128 + number


def test_ctrl_q_ends_the_program_cleanly(program: pexpect.spawn[str]) -> None:
    program.send("\x11")
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == 0


def test_a_terminal_that_goes_away_ends_the_program(tmp_path: Path) -> None:
    master, slave = pty.openpty()
    child = subprocess.Popen(
        PROGRAM, stdin=slave, stdout=slave, stderr=slave, env=environment(tmp_path), start_new_session=True
    )
    os.close(slave)
    seen = b""
    while b"The first lesson" not in seen:
        seen += os.read(master, 65536)
    assert not hung_up(master)
    os.close(master)
    try:
        assert child.wait(LIMIT) != 0
    finally:
        with suppress(ProcessLookupError):
            child.kill()


def test_a_bad_course_is_told_on_the_terminal_with_exit_code_2(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text("format: 1\nid: x\n")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "tui", "learn", str(tmp_path)],
        env=environment(tmp_path / "home"),
        encoding="utf-8",
        timeout=LIMIT,
    )
    child.expect(pexpect.EOF)
    last = child.before.rsplit("\x1b[?1004l", 1)[-1]
    child.close()
    assert child.exitstatus == 2
    assert f"{tmp_path}/course.yaml" in last
    assert "Traceback" not in last


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """The program with its map on a screen that can be looked at."""
    open_toured(tmp_path / FILE_NAME).close()
    opened = Terminal(["learn", str(COURSE)], tmp_path)
    opened.wait_for("The first lesson", "ready")
    yield opened
    opened.close()


def open_snippet(terminal: Terminal) -> None:
    """Goes to the step whose code is run and not judged, with the cursor in an empty editor."""
    terminal.press("Enter")
    terminal.wait_for("Words only")
    terminal.press("F8")
    terminal.wait_for("Run it.", "import sys")
    terminal.press("Ctrl+T", "F7", "Backspace")


def wait_until(terminal: Terminal, condition: Callable[[], bool]) -> None:
    """Reads what the program writes until a condition holds."""
    deadline = time.monotonic() + LIMIT
    while not condition():
        assert time.monotonic() < deadline, terminal.text
        terminal.read()


@pytest.mark.parametrize("how", ["command", "signal"])
def test_a_suspended_program_gives_the_terminal_back_and_is_there_again(terminal: Terminal, how: str) -> None:
    process = psutil.Process(terminal.child.pid)
    others = process.children(recursive=True)
    if how == "command":
        terminal.press("Ctrl+P")
        terminal.wait_for("Find a command")
        terminal.press("suspend")
        terminal.wait_for("Goes back to the shell")
        terminal.press("Enter")
    else:
        terminal.child.kill(signal.SIGTSTP)
    wait_until(terminal, lambda: process.status() == psutil.STATUS_STOPPED)
    terminal.read()
    left = terminal.written.rfind(b"\x1b[?1049l")
    assert left > 0
    assert b"\x1b[?25h" in terminal.written[left - 200 :]
    assert all(other.status() != psutil.STATUS_STOPPED for other in others if other.is_running())
    terminal.child.kill(signal.SIGCONT)
    wait_until(terminal, lambda: b"The first lesson" in terminal.written[left:])
    terminal.press("F1")
    terminal.wait_for("Keys", "Esc closes")


def test_a_paste_of_5000_lines_arrives_whole_and_the_program_answers(
    terminal: Terminal, tmp_path: Path
) -> None:
    open_snippet(terminal)
    lines = [f"value_{number} = {number}  # a line of ordinary length" for number in range(5000)]
    terminal.paste("\n".join(lines))
    terminal.wait_for("value_4999 = 4999")
    terminal.press("F1")
    terminal.wait_for("Keys", "Esc closes")

    def saved() -> list[str]:
        with Progress.open(tmp_path / "progress.sqlite3") as store:
            draft = store.draft(StepKey("small", "first", "snippet"))
            return draft.code.splitlines() if draft else []

    wait_until(terminal, lambda: saved() == lines)


def test_100000_lines_of_output_are_cut_in_the_middle_and_the_program_answers(terminal: Terminal) -> None:
    open_snippet(terminal)
    terminal.paste("for number in range(100_000):\n    print('line', number)\n")
    terminal.press("F5")
    terminal.wait_for("line 99999", "Finished")
    terminal.press("Ctrl+T", "Ctrl+T", "Ctrl+T", "F1")
    terminal.wait_for("Keys", "Esc closes")


def test_a_storm_of_sizes_ends_with_a_whole_screen(terminal: Terminal) -> None:
    for number in range(60):
        terminal.resize(20 + number * 37 % 180, 4 + number * 11 % 50)
        terminal.read()
    terminal.resize(90, 28)
    terminal.wait_for("The first lesson")
    terminal.press("F1")
    terminal.wait_for("Keys", "Esc closes")
    assert len(terminal.text.splitlines()) == 28


def test_without_colours_none_is_written(tmp_path: Path) -> None:
    open_toured(tmp_path / FILE_NAME).close()
    terminal = Terminal(["learn", str(COURSE)], tmp_path, NO_COLOR="1")
    try:
        terminal.wait_for("The first lesson", "ready")
        open_snippet(terminal)
        terminal.press("F1")
        terminal.wait_for("Keys", "Esc closes")
        styles = re.findall(rb"\x1b\[([\d;]*)m", terminal.written)
        numbers = {int(number) for style in styles for number in style.split(b";") if number}
        assert 7 in numbers, "something must be told by reversed text"
        assert not {number for number in numbers if 30 <= number <= 38 or 40 <= number <= 48 or number >= 90}
    finally:
        terminal.close()


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_draw_is_told_of_the_plain_mode(tmp_path: Path, term: str) -> None:
    child = pexpect.spawn(
        PROGRAM[0], PROGRAM[1:], env={**environment(tmp_path), "TERM": term}, encoding="utf-8", timeout=LIMIT
    )
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 2
    assert "learn --plain" in child.before
    assert "\x1b[?1049h" not in child.before


@pytest.mark.parametrize(
    ("term", "encoding", "key"),
    [
        ("xterm", "utf-8", None),
        ("xterm", "UTF8", None),
        ("xterm", "iso8859-1", "cli-terminal-encoding"),
        ("xterm", "ascii", "cli-terminal-encoding"),
        ("dumb", "utf-8", "cli-dumb-terminal"),
        ("unknown", "utf-8", "cli-dumb-terminal"),
    ],
)
def test_a_terminal_that_will_not_do_is_found_out(term: str, encoding: str, key: str | None) -> None:
    problem = unfit({"TERM": term}, encoding)
    assert (problem.key if problem else None) == key
