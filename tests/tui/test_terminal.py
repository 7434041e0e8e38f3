"""The program in a real terminal: how it ends when it is told to, or when the terminal goes away."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pexpect
import pytest

from tests.tui.fakes import COURSE
from tui.terminal import hung_up

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
