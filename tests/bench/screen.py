"""First paint against a bare Textual app, and the longest stall of the event loop with and without a grader."""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pexpect
import psutil

from tests.bench.grading import megabytes, milliseconds, pss, torch_pss

ROUNDS = 9
STALL_ROUNDS = 5
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("blitz-course")
Bare().run()
"""
STALL = Path(__file__).with_name("stall.py")


async def measure():
    """The rows of the table."""
    ours, bare = _first_paints()
    with_grader, without = _stalls("real"), _stalls("none")
    added = with_grader - without
    memory, alone = _memory()
    return [
        (
            "first paint",
            milliseconds(ours),
            f"bare Textual app {milliseconds(bare)}",
            f"{ours / bare:.2f}",
            "<= 1.6",
        ),
        (
            "longest stall of the event loop",
            milliseconds(with_grader),
            f"no grader {milliseconds(without)}",
            f"+{added * 1000:.0f} ms",
            "<= +50 ms",
        ),
        (
            "memory (PSS): app, host, workers",
            megabytes(memory),
            f"import torch {megabytes(alone)}",
            f"{memory / alone:.2f}",
            "<= 1.6",
        ),
    ]


def _first_paints():
    """Medians of both, taken in turn."""
    ours, bare = [], []
    for _ in range(ROUNDS):
        ours.append(_first_paint(["-m", "tui"]))
        bare.append(_first_paint(["-c", BARE]))
    return statistics.median(ours), statistics.median(bare)


def _first_paint(arguments):
    with tempfile.TemporaryDirectory() as home:
        started = time.perf_counter()
        child = _spawn(arguments, home)
        child.expect_exact("blitz-course")
        seconds = time.perf_counter() - started
        child.close(force=True)
    return seconds


def _memory():
    """PSS of the app in an exercise with all its processes, and of a process that imported torch."""
    with tempfile.TemporaryDirectory() as home:
        child = _spawn(["-m", "tui", "learn", "--lesson", "creating-tensors", "--lang", "en"], home)
        child.expect_exact("ready")
        child.send("\x1b")  # no tour
        _drain(child, 1.0)
        for _ in range(2):
            child.send("\x1b[19~")
            _drain(child, 1.0)
        child.send("\x1b[20~")
        _drain(child, 3.0)
        used = pss(psutil.Process(child.pid))
        child.close(force=True)
    return used, torch_pss()


def _drain(child, seconds):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        child.expect([pexpect.TIMEOUT, ".+"], timeout=0.1)


def _spawn(arguments, home):
    environment = {**os.environ, "BLITZ_COURSE_HOME": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    return pexpect.spawn(sys.executable, arguments, env=environment, dimensions=(36, 120), timeout=60)


def _stalls(grader):
    """The median over some runs of the longest stall."""
    found = []
    for _ in range(STALL_ROUNDS):
        done = subprocess.run(
            [sys.executable, str(STALL), grader], capture_output=True, text=True, check=True
        )
        found.append(float(done.stdout.split()[-1]))
    return statistics.median(found)


if __name__ == "__main__":
    for row in asyncio.run(measure()):
        print(row)
