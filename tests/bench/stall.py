"""Goes through a lesson in a headless app and prints the longest stall of its event loop, in seconds.

Run as `python stall.py real|none`: with the real grader, or with one that answers at once. `python stall.py real FILE`
runs and stops the program of a file instead, which never ends.
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from course.loader import open_course
from course.progress import Progress, StepKey
from tests.tui.fakes import FakeGrader
from tui.app import CourseApp
from tui.opening import Parts, Request, make_grader
from tui.tour import STAGES

LESSON, STEP = "creating-tensors", "empty"
TICK = 0.002


class Probe:
    """Notes how late a task wakes up."""

    def __init__(self):
        self.longest = 0.0

    async def watch(self):
        """Runs until cancelled."""
        while True:
            started = time.perf_counter()
            await asyncio.sleep(TICK)
            self.longest = max(self.longest, time.perf_counter() - started - TICK)


def parts(kind, home, file):
    def fake(request, on_state):
        grader = FakeGrader()
        grader.device, grader.on_state = request.device, on_state
        return grader

    store = Path(home) / "progress.sqlite3"
    with Progress.open(store) as kept:
        kept.set_setting("tour", " ".join(STAGES))
        if file is not None:
            kept.save_draft(StepKey(open_course().id, LESSON, STEP), Path(file).read_text())
    return Parts(open_store=lambda: Progress.open(store), make_grader=make_grader if kind == "real" else fake)


async def until(condition):
    while not condition():  # noqa: ASYNC110  a condition on a screen is no event
        await asyncio.sleep(0.005)


async def go_through(pilot):
    """Edits, checks and runs, as a learner would."""
    for _ in range(3):
        await pilot.press("x", "space", "equals", "1", "f9")
        await asyncio.sleep(0.5)
        await pilot.press("f5")
        await asyncio.sleep(0.5)


async def run_and_stop(pilot):
    """Runs what stands there, types meanwhile, and stops it."""
    for _ in range(3):
        await pilot.press("f5")
        await asyncio.sleep(1)
        await pilot.press("x", "backspace")
        await asyncio.sleep(0.5)
        await pilot.press("escape")
        await asyncio.sleep(0.5)


async def main(kind, file=None):
    probe = Probe()
    with tempfile.TemporaryDirectory() as home:
        app = CourseApp(Request(lesson=LESSON, language="en", device="cpu"), parts(kind, home, file))
        async with app.run_test(size=(120, 36)) as pilot:
            await until(lambda: app.study is not None and app.study.grader.state == "ready")
            await pilot.pause()
            watcher = asyncio.ensure_future(probe.watch())
            for _ in range(2):
                await pilot.press("f8")
                await pilot.pause()
            await asyncio.sleep(1)
            await (go_through(pilot) if file is None else run_and_stop(pilot))
            watcher.cancel()
    print(probe.longest)


asyncio.run(main(*sys.argv[1:]))
