"""Where scenes are played: the app with the small course, a grader that answers as told, and a screen to look at."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tests.tui.fakes import FakeGrader, Sitting, sitting, until
from tui.app import CourseApp
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.session import Place
from tui.widgets.editor import Editor
from tui.widgets.lesson_map import LessonMap

SMALL, LARGE = (80, 24), (160, 48)
"""The smallest terminal that the app promises to serve, and a roomy one; columns and rows."""


@dataclass(slots=True)
class Stage:
    """One app while it plays a scene."""

    pilot: Pilot[int]
    sitting: Sitting

    @property
    def app(self) -> CourseApp:
        """The app."""
        return self.sitting.app

    @property
    def grader(self) -> FakeGrader:
        """The grader, which answers as told."""
        return self.sitting.grader

    @property
    def lesson(self) -> LessonScreen:
        """The lesson on the screen."""
        screen = self.app.screen
        assert isinstance(screen, LessonScreen)
        return screen

    async def press(self, *keys: str) -> None:
        """Presses keys, and waits until what follows from them is drawn."""
        await self.pilot.press(*keys)
        await self.settle()

    async def open(self, step: str, lesson: str = "first") -> None:
        """Opens a step."""
        place = Place(lesson, step)
        if isinstance(self.app.screen, LessonScreen):
            self.lesson.go(place)
        else:
            self.app.screen.post_message(HomeScreen.OpenStep(place))
        await until(lambda: isinstance(self.app.screen, LessonScreen) and self.lesson.view is not None)
        await until(lambda: self.lesson.place == place)
        await self.settle()

    async def settle(self) -> None:
        """Waits until nothing runs and everything is drawn."""
        screen = self.app.screen
        if isinstance(screen, LessonScreen) and self.grader.hold is None:
            await until(lambda: screen.view is not None and screen.view.running is None)
        await self.pilot.pause()


Play = Callable[[Stage], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Scene:
    """A state of a screen, and how one gets there from the map."""

    name: str
    play: Play
    grader: Callable[[], FakeGrader] = FakeGrader
    request: dict[str, Any] = field(default_factory=dict)


@asynccontextmanager
async def staged(
    scene: Scene, home: Path, size: tuple[int, int], language: str, theme: str | None = None
) -> AsyncIterator[Stage]:
    """A scene that was played: the app in the state that the scene tells of."""
    told = sitting(home, grader=scene.grader(), **scene.request, language=language)
    app = told.app
    async with app.run_test(size=size) as pilot:
        await until(lambda: app.study is not None and all(lesson.read for lesson in app.study.lessons))
        await until(lambda: isinstance(app.screen, LessonScreen) or app.screen.query(LessonMap))
        await until(lambda: told.grader.state in ("ready", "failed"))
        if theme is not None:
            app.theme = theme
        stage = Stage(pilot, told)
        await stage.settle()
        await scene.play(stage)
        for editor in app.screen.query(Editor):
            editor.cursor_blink = False
        await stage.settle()
        yield stage
