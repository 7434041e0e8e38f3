"""From a key to its echo through a pseudo-terminal: the real app against bare text areas, idle and beside a check.

The time is taken from the writing of a key to the reading of its character, which comes at the end of what was
typed so far. The bare text area is as large as the app's editor; beside a check that runs for ever in the app it
has an endless loop beside it too.
"""

import asyncio
import contextlib
import os
import random
import select
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pexpect

from course.loader import open_course
from course.progress import StepKey
from course.store import FILE_NAME
from tests.bench.grading import milliseconds
from tests.tui.fakes import open_toured

LINES = (100, 1_000, 5_000)
ROWS, KEYS_IN_ROW = 2, 40
"""How many lines are typed, and how many keys of each are timed."""
PAUSE = 0.05
"""Seconds between an echo and the next key: a fast typist's."""
PATIENCE = 60.0
LESSON, STEP = "creating-tensors", "empty"
F8, F9, END, CTRL_G = "\x1b[19~", "\x1b[20~", "\x1b[F", "\x07"
FOREVER = "while True:\n    pass\n"

BARE = """
import sys
from pathlib import Path
from textual.app import App
from textual.widgets import TextArea
file, language = sys.argv[1:]
class Bare(App):
    CSS = "TextArea { width: 66; height: 17; border: none; padding: 0; }"
    def compose(self):
        yield TextArea.code_editor(Path(file).read_text(), language=language or None, theme="css")
    def on_mount(self):
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor((area.document.line_count // 2, 0), center=True)
Bare().run()
"""


async def measure():
    """The rows of the table."""
    return [row for busy in (False, True) for lines in LINES for row in _compared(lines, busy=busy)]


def _compared(lines, *, busy):
    """The app against text areas without colours and with Textual's own."""
    ours = _ours(lines, busy=busy)
    plain, coloured = (_bare(lines, language, busy=busy) for language in ("", "python"))
    what = f"key to echo, p95, {lines:,} lines" + (", while a check runs" if busy else "")
    beside = f"bare TextArea {milliseconds(plain)}, coloured {milliseconds(coloured)}"
    yield what, milliseconds(ours), beside, f"{(ours - plain) * 1000:+.1f} ms", "<= +16 ms"


def program(lines):
    """A Python program of some lines."""
    block = ["def layer_{0}(x, dim=1):", '    """Row {0}."""', "    return softmax(x * {0}, dim)  # {0}", ""]
    return "\n".join(block[number % 4].format(number) for number in range(lines - 2)) + "\n"


def _ours(lines, *, busy):
    with tempfile.TemporaryDirectory() as home:
        store = open_toured(Path(home) / FILE_NAME)
        store.save_draft(StepKey(open_course().id, LESSON, STEP), program(lines) + FOREVER)
        store.close()
        child = _spawn(["-m", "tui", "learn", "--lesson", LESSON, "--lang", "en"], BLITZ_COURSE_HOME=home)
        child.expect_exact("ready")
        for key in (F8, F8, CTRL_G, f"{lines // 2}\r"):
            _quiet(child)
            child.send(key)
        try:
            return _p95(child, F9 if busy else "")
        finally:
            child.close(force=True)


def _bare(lines, language, *, busy):
    with tempfile.TemporaryDirectory() as home:
        file = Path(home) / "program.py"
        file.write_text(program(lines) + FOREVER)
        loop = subprocess.Popen([sys.executable, "-c", FOREVER]) if busy else None
        child = _spawn(["-c", BARE, str(file), language])
        child.expect_exact("layer_")
        try:
            return _p95(child, "")
        finally:
            child.close(force=True)
            if loop is not None:
                loop.kill()
                loop.wait()


def _p95(child, before_row):
    """The 95th percentile of the seconds from key to echo; `before_row` is sent before each typed line."""
    letters = random.Random(0)
    times = []
    for row in range(ROWS + 1):
        for keys in (END, "\r# ", before_row):
            _quiet(child)
            child.send(keys)
        _quiet(child)
        typed = "# "
        for _ in range(KEYS_IN_ROW):
            typed += letters.choice("bcdghjklmnpqtvwxyz")
            seconds = _echo(child, typed[-1], typed[-6:].encode())
            if row > 0:
                times.append(seconds)
            time.sleep(PAUSE)
    return statistics.quantiles(times, n=20)[-1]


def _echo(child, key, shown):
    """Seconds until the output holds `shown`, which ends with the key."""
    _drain(child)
    started = time.perf_counter()
    os.write(child.child_fd, key.encode())
    seen = b""
    while shown not in seen:
        select.select([child.child_fd], [], [], PATIENCE)
        seen += os.read(child.child_fd, 65536)
        assert time.perf_counter() < started + PATIENCE, f"no echo of {shown!r}"
    return time.perf_counter() - started


def _quiet(child, seconds=0.4):
    """Takes the output until none comes for a while; a blinking cursor does not count."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and _drain(child, seconds) > 500:
        pass


def _drain(child, seconds=0.0):
    """Takes what there is, waiting for it up to some seconds; how many bytes it was."""
    taken = 0
    with contextlib.suppress(pexpect.TIMEOUT):
        while True:
            taken += len(child.read_nonblocking(65536, timeout=seconds))
            seconds = 0.05
    return taken


def _spawn(arguments, **environment):
    environment = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **environment}
    return pexpect.spawn(sys.executable, arguments, env=environment, dimensions=(36, 120), timeout=PATIENCE)


if __name__ == "__main__":
    for measured in asyncio.run(measure()):
        print(*measured, sep="  |  ")
