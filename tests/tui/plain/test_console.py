"""The plain mode as a program: through pipes, in a terminal, and how it ends."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import psutil
import pytest

from course.catalogue import Catalogue
from tests.tui.fakes import COURSE

EN = Catalogue.load("en")
LIMIT = 60
"""Seconds after which a test gives up."""

SMALL = ["learn", str(COURSE), "--plain", "--lang", "en"]


def environment(home: Path, **more: str) -> dict[str, str]:
    return {
        **os.environ,
        "BLITZ_COURSE_HOME": str(home),
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        **more,
    }


def converse(home: Path, *typed: str, arguments: tuple[str, ...] = ("--plain",), **more: str) -> list[str]:
    """What a sitting through pipes says, in which some lines are typed."""
    done = subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        input="".join(f"{line}\n" for line in typed),
        capture_output=True,
        text=True,
        env=environment(home, **more),
        timeout=LIMIT,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_from_a_wrong_answer_to_a_pass_and_back_again(tmp_path: Path) -> None:
    wrong = ["g creating-tensors/zeros-long", "t 3 x = torch.zeros(5, 3)", "c"]
    heard = converse(tmp_path, *wrong, "t 3 x = torch.zeros(5, 3, dtype=torch.long)", "check", "quit")
    assert "Step 9 of 25, exercise: Zeros that count" in heard
    why = heard.index("0 of 1 check passed.")
    assert heard[why + 1] == "failed: x. x has dtype float32; expected int64."
    assert heard[why + 2].startswith("These are zeros, but 32-bit floats")
    right = heard.index("1 of 1 check passed.")
    assert heard[right + 1] == "passed: x"
    assert heard[-1] == "Goodbye."

    again = converse(tmp_path, "m", "b", "l")
    assert "Step 10 of 25, page: From your own numbers" in again
    assert "9: Zeros that count, exercise, passed" in again
    assert "3: x = torch.zeros(5, 3, dtype=torch.long)" in again


@pytest.mark.parametrize("arguments", [("--plain",), ("learn", "--plain"), ("--plain", "learn"), ("learn",)])
def test_it_is_asked_for_with_an_option_or_in_the_environment(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    asked = "0" if "--plain" in arguments else "1"
    heard = converse(tmp_path, arguments=(*arguments, "--lang", "zh"), BLITZ_COURSE_PLAIN=asked)
    assert heard[1] == Catalogue.load("zh").text("plain-ask")


def test_programs_are_confined_as_was_asked(tmp_path: Path) -> None:
    typed = ["g creating-tensors/zeros-long", "c", "where"]
    heard = converse(tmp_path, *typed, arguments=("--plain", "--isolation", "limits", "--lang", "en"))
    assert EN.text("privacy-open") in heard


def test_a_bad_course_is_told_with_exit_code_2(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "learn", str(tmp_path), "--plain"],
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        timeout=LIMIT,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "course.yaml" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_listener_who_leaves_ends_it_without_a_fault(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "tui", *SMALL],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(tmp_path),
    )
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdout.readline()
    child.stdout.close()
    with contextlib.suppress(BrokenPipeError):
        child.stdin.write("m\nm\nm\n")
        child.stdin.flush()
    assert child.wait(LIMIT) == 1
    assert child.stderr is not None
    assert child.stderr.read() == ""


@pytest.fixture
def terminal(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[pexpect.spawn[str]]:
    """The program in a terminal, of which a parameter may name the kind, waiting at the first step."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "tui", *SMALL],
        env=environment(tmp_path, TERM=getattr(request, "param", "xterm-256color")),
        encoding="utf-8",
        dimensions=(40, 200),
        timeout=LIMIT,
    )
    child.expect_exact("[1 of 5] > ")
    yield child
    child.close(force=True)


@pytest.mark.parametrize("terminal", ["xterm-256color", "dumb"], indirect=True)
def test_a_terminal_gets_lines_and_nothing_that_draws(terminal: pexpect.spawn[str]) -> None:
    assert "\x1b" not in terminal.before
    terminal.sendline("n")
    terminal.expect_exact("[2 of 5] > ")
    assert "\x1b" not in terminal.before
    terminal.send("oops")
    terminal.expect_exact("oops")
    terminal.sendintr()
    terminal.expect_exact(EN.text("plain-how-to-quit"))
    terminal.expect_exact("[2 of 5] > ")


def test_a_line_is_changed_where_it_stands(terminal: pexpect.spawn[str]) -> None:
    terminal.sendline("g 5")
    terminal.expect_exact("[5 of 5] > ")
    terminal.sendline("t 2")
    terminal.expect_exact("2:     ...")
    terminal.sendline("\b\b\breturn 7")
    terminal.expect_exact("Changed")
    terminal.sendline("l 2")
    terminal.expect_exact("2:     return 7")


def test_ctrl_c_forgets_the_typed_line_and_stops_a_running_program(terminal: pexpect.spawn[str]) -> None:
    terminal.send("oops")
    terminal.expect_exact("oops")
    terminal.sendintr()
    terminal.expect_exact(EN.text("plain-how-to-quit"))
    terminal.expect_exact("[1 of 5] > ")
    terminal.sendline("n")
    terminal.expect_exact("[2 of 5] > ")
    terminal.sendline("t 1-6")
    terminal.expect_exact("1: ")
    terminal.sendline("print('begun', flush=True)")
    terminal.expect_exact("2: ")
    terminal.sendline("while True: pass")
    terminal.expect_exact("3: ")
    terminal.sendline(".")
    terminal.expect_exact("[2 of 5] > ")
    terminal.sendline("r")
    terminal.expect_exact("\r\nbegun\r\n")
    terminal.sendintr()
    terminal.expect_exact("\r\nStopped\r\n")
    terminal.expect_exact("[2 of 5] > ")
    terminal.sendeof()
    terminal.expect_exact("Goodbye.")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_and_what_was_typed_is_kept(
    terminal: pexpect.spawn[str], tmp_path: Path, number: signal.Signals
) -> None:
    terminal.sendline("g 5")
    terminal.expect_exact("[5 of 5] > ")
    terminal.sendline("t 2     return 7")
    terminal.expect_exact("[5 of 5] > ")
    terminal.kill(number)
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 128 + number
    assert "2:     return 7" in converse(tmp_path, arguments=tuple(SMALL))


def test_a_signal_ends_a_running_program_too(terminal: pexpect.spawn[str]) -> None:
    terminal.sendline("n")
    terminal.expect_exact("[2 of 5] > ")
    terminal.sendline("t 1 while print('round', flush=True) is None: pass")
    terminal.expect_exact("[2 of 5] > ")
    terminal.sendline("r")
    terminal.expect_exact("\r\nround\r\n")
    family = psutil.Process(terminal.pid).children(recursive=True)
    terminal.kill(signal.SIGTERM)
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 128 + signal.SIGTERM
    _, alive = psutil.wait_procs(family, timeout=LIMIT)
    assert not alive


def test_nothing_of_the_screen_is_imported(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom tui.opening import Request\nfrom tui.plain.console import run\n"
        f"run(Request({str(COURSE)!r}))\n"
        "print([name for name in sys.modules if name in ('textual.app', 'torch')])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input="n\ng 5\nhelp\n",
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        timeout=LIMIT,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"
