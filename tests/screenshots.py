"""Makes the README's pictures from the real app, headless, with the real grader: `python -m tests.screenshots`.

Owns what the pictures show. What would differ from one run to the next is held still: the cursor, and the time that
a check took.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets import TextArea

from grader.client import Grader
from grader.verdict import Verdict
from tests.scenes.drawing import as_svg
from tests.tui.fakes import open_toured
from tui.app import CourseApp
from tui.opening import Parts, Request
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.screens.scratch import ScratchScreen
from tui.session import Place
from tui.widgets.editor import Editor

DOCS = Path(__file__).parent.parent / "docs"
SIZE = (112, 32)
ASKED = "zeros-long"
WRONG = "import torch\n\nx = torch.zeros(5, 3)\n"
ASKED_IN_CHINESE = "from-data"
WRONG_IN_CHINESE = """import torch

x = torch.tensor([[5.5, 3], [7, 8.9]])
n = torch.Tensor([1, 2, 3])
s = torch.tensor(7)
"""
CELLS = (
    "x = torch.arange(12).reshape(3, 4)\nx",
    "x.T @ x",
    "x.mean()",
    "w = torch.randn(4, requires_grad=True); (x.float() @ w).sum().backward(); w.grad",
)

FONTS = "ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC'"


class SteadyGrader(Grader):
    """A grader whose checks always take the same time."""

    async def check(self, *arguments: Any, **options: Any) -> Verdict:
        """The verdict, with a time that does not differ from run to run."""
        tell = options.pop("on_verdict", None) or (lambda _: None)

        def tell_steadily(verdict: Verdict) -> None:
            tell(replace(verdict, seconds=0.02))

        return replace(await super().check(*arguments, on_verdict=tell_steadily, **options), seconds=0.02)


async def until(condition: Any) -> None:
    """Waits until a condition holds."""
    async with asyncio.timeout(60):
        while not condition():  # noqa: ASYNC110  a condition on a screen is no event
            await asyncio.sleep(0.01)


@asynccontextmanager
async def sitting(home: Path, language: str) -> AsyncIterator[Pilot[int]]:
    """The app on its map, with everything read and torch imported."""

    def make_grader(_: Request, on_state: Any) -> Grader:
        return SteadyGrader(device="cpu", on_state=on_state)

    parts = Parts(open_store=partial(open_toured, home / "progress.sqlite3"), make_grader=make_grader)
    app = CourseApp(Request(language=language), parts)
    async with app.run_test(size=SIZE) as pilot:
        await until(lambda: app.study is not None and all(lesson.read for lesson in app.study.lessons))
        await until(lambda: app.study is not None and app.study.grader.state == "ready")
        yield pilot


async def walk(pilot: Pilot[int], step: str) -> LessonScreen:
    """A step of the lesson on the screen, and those before it done."""
    await pilot.press("enter")
    await until(lambda: isinstance(pilot.app.screen, LessonScreen) and pilot.app.screen.view is not None)
    screen = pilot.app.screen
    assert isinstance(screen, LessonScreen)
    while screen.place.step != step:
        await do(pilot, screen)
        moved = partial(_moved, screen, screen.place)
        await pilot.press("f8")
        await until(moved)
    return screen


def _moved(screen: LessonScreen, left: Place) -> bool:
    """Whether another step is on the screen."""
    return screen.place != left and screen.view is not None and screen.view.step.id == screen.place.step


async def do(pilot: Pilot[int], screen: LessonScreen) -> None:
    """A step as a learner passes it; a quiz whose answer is what a snippet prints is answered by guess."""
    assert screen.view is not None
    step = screen.view.step
    if step.kind == "exercise":
        await check(pilot, screen, step.solution)
    elif step.kind == "quiz":
        await pilot.press(str(step.choices.index(step.answer) + 1 if step.answer in step.choices else 1))
        await until(lambda: screen.view is not None and screen.view.answered not in (None, "waiting"))


async def check(pilot: Pilot[int], screen: LessonScreen, code: str) -> None:
    """A verdict on some code."""
    screen.query_one(Editor).text = code
    await pilot.press("f9")
    await until(lambda: screen.view is not None and screen.view.judged and screen.view.running is None)


async def shoot(pilot: Pilot[int], name: str) -> None:
    """Writes a picture of the screen, when all that moves has come to rest."""
    app = pilot.app
    app.clear_notifications()
    for area in app.screen.query(TextArea):
        area.cursor_blink = False
        area._line_cache.clear()  # or the cursor's line comes back as it was drawn between two blinks
        area.refresh()
    await pilot.pause()
    await pilot.wait_for_animation()
    await pilot.wait_for_scheduled_animations()
    DOCS.mkdir(exist_ok=True)
    (DOCS / f"{name}.svg").write_text(as_svg(app, FONTS), encoding="utf-8")


async def english(home: Path) -> None:
    """A wrong answer, the map behind it, the scratch page."""
    async with sitting(home, "en") as pilot:
        await check(pilot, await walk(pilot, ASKED), WRONG)
        await shoot(pilot, "lesson")
        await pilot.press("escape", "escape")
        await until(lambda: isinstance(pilot.app.screen, HomeScreen))
        await pilot.press("tab", "space")  # to the map, whose lesson shows its steps
        await shoot(pilot, "home")
        await pilot.press("s")
        await until(lambda: isinstance(pilot.app.screen, ScratchScreen))
        for code in CELLS:
            await run_cell(pilot, code)
        await shoot(pilot, "scratch")


async def run_cell(pilot: Pilot[int], code: str) -> None:
    """A cell of the scratch page, which came to its end."""
    screen = pilot.app.screen
    assert isinstance(screen, ScratchScreen)
    count = len(screen.query("CellView"))
    screen.prompt.insert(code)
    await pilot.press("f5")
    await until(lambda: len(screen.query("CellView")) > count and not screen.scratch.busy)


async def chinese(home: Path) -> None:
    """A wrong answer in Chinese."""
    async with sitting(home, "zh") as pilot:
        await check(pilot, await walk(pilot, ASKED_IN_CHINESE), WRONG_IN_CHINESE)
        await shoot(pilot, "lesson-zh")


def main() -> None:
    """Makes all pictures."""
    with tempfile.TemporaryDirectory() as home:
        asyncio.run(english(Path(home)))
        asyncio.run(chinese(Path(home)))


if __name__ == "__main__":
    main()
