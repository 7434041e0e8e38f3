"""Where scenes are played: the app with a small course, a grader that answers as told, and a screen to look at."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from textual import events
from textual.pilot import Pilot
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, TextArea

from tests.tui.fakes import FakeGrader, Sitting, sitting, until
from tui.app import CourseApp
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.session import Place
from tui.widgets.editor import Editor
from tui.widgets.lesson_map import LessonMap

COURSE = Path(__file__).parent / "course"

SMALL, LARGE = (80, 24), (160, 48)
"""The smallest terminal that the app promises to serve, and a roomy one; columns and rows."""

STILL = 2
"""How often in a row the screen must look as before to be at rest."""

HELD = {"run", "cell"}
"""The workers that wait for a grader that holds its answer."""

ASKING = {"popup", "history"}
"""The workers that wait for what the learner answers in a popup."""


@dataclass(slots=True)
class Stage:
    """One app while it plays a scene."""

    pilot: Pilot[int]
    sitting: Sitting
    holding: bool = False
    """Whether the grader holds its answer."""

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
        """Presses keys, and waits after each until what follows from it is drawn."""
        for key in keys:
            await self.type(key)

    async def type(self, *keys: str) -> None:
        """Presses keys as fast as they can be taken."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await self.settle()

    async def write(self, code: str) -> None:
        """Puts code in place of the editor's, with the cursor at its end."""
        editor = self.app.screen.query_one(Editor)
        editor.replace_all(code)
        editor.move_cursor(editor.document.end)
        editor.focus()
        await self.settle()

    async def scroll_to_end(self, selector: str) -> None:
        """Scrolls a pane to its end."""
        self.app.screen.query_one(selector).scroll_end(animate=False, immediate=True)
        await self.settle()

    async def open(self, step: str, lesson: str = "tensors") -> None:
        """Opens a step."""
        place = Place(lesson, step)
        if isinstance(self.app.screen, LessonScreen):
            self.lesson.go(place)
        else:
            self.app.screen.post_message(HomeScreen.OpenStep(place))
        await until(lambda: isinstance(self.app.screen, LessonScreen) and self.lesson.view is not None)
        await until(lambda: self.lesson.place == place)
        await self.settle()

    async def reach(self, kind: type[Screen[Any]]) -> None:
        """Waits for a screen."""
        await until(lambda: isinstance(self.app.screen, kind))
        await self.settle()

    def pass_all(self, *lessons: str, but: str = "") -> None:
        """Has all steps of some lessons passed, but one."""
        study = self.app.study
        assert study is not None
        for lesson in lessons:
            for step in study.outline(lesson).steps:
                if step.id != but:
                    study.passed(Place(lesson, step.id))

    async def settle(self) -> None:
        """Waits until nothing runs and what is drawn does not change any more."""
        still, before = 0, None
        async with asyncio.timeout(10):
            while still < STILL:
                await self.pilot.pause(0)
                if self._works():
                    still = 0
                    await asyncio.sleep(0.002)
                    continue
                shown = self.app.screen._compositor.render_strips()
                still = still + 1 if shown == before else 0
                before = shown

    def _works(self) -> bool:
        waiting = HELD if self.holding else set()
        waiting = waiting | ASKING if isinstance(self.app.screen, ModalScreen) else waiting
        return any(not worker.is_finished and worker.group not in waiting for worker in self.app.workers)

    async def still(self) -> None:
        """Stops what moves by itself: cursors, and notices that would go."""
        for editor in self.app.screen.query(TextArea):
            editor.cursor_blink = False
            editor._line_cache.clear()  # or the cursor's line comes back as it was drawn between two blinks
            editor.refresh()
        for field in self.app.screen.query(Input):
            field.cursor_blink = False
            field._cursor_visible = True
        await self.settle()


Play = Callable[[Stage], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Scene:
    """A state of a screen, and how one gets there from the map."""

    name: str
    play: Play
    grader: Callable[[], FakeGrader] = FakeGrader
    sizes: tuple[tuple[int, int], ...] = (SMALL, LARGE)
    theme: str = "dark"
    toured: bool = True
    """Whether the tour of the first start was seen."""
    coloured: bool = True
    """Whether colours are wanted."""
    before: Callable[[Path], object] = Path
    """What happened in the learner's directory before the app was started."""
    notices: bool = False
    """Whether the notices in the corner belong to the scene."""


@dataclass(slots=True)
class Scenes:
    """The scenes of one part of the app; called with what a scene needs, it takes in the function that plays it."""

    all: list[Scene]

    def __call__(self, **needed: Any) -> Callable[[Play], Play]:
        """Enters a scene under the name of its function."""

        def enter(play: Play) -> Play:
            self.all.append(Scene(play.__name__.replace("_", "-"), play, **needed))
            return play

        return enter


@asynccontextmanager
async def staged(
    scene: Scene, home: Path, size: tuple[int, int], language: str, theme: str | None = None
) -> AsyncIterator[Stage]:
    """A scene that was played: the app in the state that the scene tells of."""
    with _colours(wanted=scene.coloured):
        scene.before(home)
        told = sitting(
            home, grader=scene.grader(), toured=scene.toured, course=str(COURSE), language=language
        )
    app = told.app
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=scene.notices) as pilot:
        await until(lambda: app.study is not None and all(lesson.read for lesson in app.study.lessons))
        await until(lambda: len(app.screen_stack) > 1 or app.screen.query(LessonMap))
        await until(lambda: told.grader.state in ("ready", "failed"))
        await until(lambda: str(_steps(app)) in app.screen_stack[0]._compositor.render_strips()[0].text)
        app.theme = theme or scene.theme
        stage = Stage(pilot, told, holding=told.grader.hold is not None)
        await stage.settle()
        await scene.play(stage)
        await stage.still()
        yield stage


def _steps(app: CourseApp) -> int:
    """How many steps the course has, which the map tells once it has been drawn with all lessons."""
    assert app.study is not None
    return sum(len(lesson.steps) for lesson in app.study.lessons)


def _colours(*, wanted: bool) -> Any:
    """The environment of an app that paints with colours, or without."""
    environ = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    return patch.dict(os.environ, environ if wanted else {**environ, "NO_COLOR": "1"}, clear=True)
