"""The app as tests play it: opened on the small course, a step opened, what is on the screen as text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from tests.tui.fakes import Sitting, until
from tui.app import CourseApp
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.session import Place
from tui.widgets.lesson_map import LessonMap
from tui.widgets.prose import Prose

Played = Pilot[int]


@asynccontextmanager
async def played(told: Sitting, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Played]:
    """The app running, with its course open and every lesson read."""
    async with told.app.run_test(size=size) as pilot:
        app = told.app
        await until(lambda: app.study is not None and all(lesson.read for lesson in app.study.lessons))
        await until(lambda: len(app.screen_stack) > 1 or _has_map(app))
        await pilot.pause()
        yield pilot
        app.workers.cancel_all()  # as at a real end of the app, which a test cuts short


def _has_map(app: CourseApp) -> bool:
    """Whether the lessons stand on the map."""
    maps = app.screen.query(LessonMap)
    return bool(maps) and maps.first().option_count > 0


def lesson(pilot: Played) -> LessonScreen:
    screen = pilot.app.screen
    assert isinstance(screen, LessonScreen)
    return screen


async def open_step(pilot: Played, step: str) -> LessonScreen:
    """The lesson screen with a step of the first lesson."""
    app = pilot.app
    assert isinstance(app, CourseApp)
    place = Place("first", step)
    if isinstance(app.screen, HomeScreen):
        app.screen.post_message(HomeScreen.OpenStep(place))
    else:
        lesson(pilot).go(place)
    await until(lambda: isinstance(app.screen, LessonScreen) and app.screen.view is not None)
    await until(lambda: lesson(pilot).place == place)
    await settled(pilot)
    return lesson(pilot)


async def settled(pilot: Played) -> None:
    """Waits until nothing runs and everything is drawn."""
    screen = pilot.app.screen
    if isinstance(screen, LessonScreen):
        await until(lambda: screen.view is not None and screen.view.running is None)
    await pilot.pause()


def text(pilot: Played, selector: str) -> str:
    """What a widget shows, as plain text."""
    widget = pilot.app.screen.query_one(selector)
    lines = [widget.render_line(row).text for row in range(widget.size.height)]
    return "\n".join(line.rstrip() for line in lines).strip()


def page(pilot: Played, selector: str) -> str:
    """The words of a page."""
    return "\n".join(block.text.plain for block in pilot.app.screen.query_one(selector, Prose).shown)
