"""The founding lessons as a diligent learner does them: from the first step to the last, in the real app."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from course.kept import StepKey
from course.loader import open_course
from course.model import AnyStep, Exercise, Quiz, Read
from course.progress import Progress
from grader.client import Grader
from tests.tui.fakes import open_toured, until
from tui.app import CourseApp
from tui.opening import Parts, Request
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.session import Place
from tui.study import Study
from tui.widgets.bars import TitleBar
from tui.widgets.editor import Editor
from tui.widgets.lesson_map import LessonMap
from tui.widgets.results import VerdictLine

COURSE = open_course(lang="en")
LESSONS = ("install-and-device", "neural-networks-by-hand", "gradient-descent", "creating-tensors")
PATIENCE = 60
"""Seconds for a program that shares its processors with other tests."""


def make_grader(_: Request, on_state: Any) -> Grader:
    return Grader(device="cpu", on_state=on_state)


@asynccontextmanager
async def played(file: Path) -> AsyncIterator[tuple[Pilot[int], Study]]:
    """The app on the built-in course, with the map on the screen."""
    parts = Parts(open_store=partial(open_toured, file), make_grader=make_grader)
    app = CourseApp(Request(language="en"), parts)
    async with app.run_test(size=(120, 36)) as pilot:
        await until(lambda: app.study is not None and all(lesson.read for lesson in app.study.lessons))
        await until(lambda: app.screen.query(LessonMap) and app.screen.query_one(LessonMap).option_count > 0)
        study = app.study
        assert study is not None
        yield pilot, study


class Learner:
    """Does steps by the keys that a person presses."""

    def __init__(self, pilot: Pilot[int], study: Study) -> None:
        self._pilot = pilot
        self._study = study

    @property
    def screen(self) -> LessonScreen:
        screen = self._pilot.app.screen
        assert isinstance(screen, LessonScreen)
        return screen

    async def open_lesson(self, lesson_id: str) -> None:
        """Opens a lesson from the map."""
        below = [lesson.id for lesson in self._study.lessons].index(lesson_id) + 1
        await self._pilot.press(*["down"] * below, "enter")
        await until(lambda: isinstance(self._pilot.app.screen, LessonScreen))

    async def arrive(self, place: Place) -> None:
        """Waits until a step is on the screen."""
        await until(lambda: self.screen.view is not None and self.screen.place == place)
        await self._settle()

    async def do(self, step: AnyStep) -> None:
        """Does the step that is on the screen."""
        if isinstance(step, Read):
            await self._read(step)
        elif isinstance(step, Quiz):
            await self._answer(step)
        else:
            await self._solve(step)

    async def go_on(self) -> None:
        """Goes on from the step on the screen."""
        left = self.screen, self.screen.place
        await self._pilot.press("f8")
        await until(lambda: self._pilot.app.screen is not left[0] or self.screen.place != left[1])

    async def _read(self, page: Read) -> None:
        if page.run is not None:
            await self._press("f5")
            assert self._verdict.startswith("✓ Finished"), (page.id, self._verdict)

    async def _answer(self, quiz: Quiz) -> None:
        truth = quiz.answer or (await self._study.grader.run(quiz.run or "")).stdout
        right = quiz.choice_of(truth)
        assert right is not None, (quiz.id, truth)
        await self._press(str(right + 1))
        assert self.screen.view is not None
        assert self.screen.view.answered == "right", quiz.id

    async def _solve(self, exercise: Exercise) -> None:
        self.screen.query_one(Editor).replace_all(exercise.solution)
        await self._press("f9")
        assert self._verdict.startswith("✓ Passed"), (exercise.id, self._verdict)

    async def _press(self, key: str) -> None:
        """Presses a key that starts a program, and waits for its end."""
        await self._pilot.press(key)
        await self._settle()

    async def _settle(self) -> None:
        await until(
            lambda: self.screen.view is not None and self.screen.view.running is None, seconds=PATIENCE
        )
        await self._pilot.pause()

    @property
    def _verdict(self) -> str:
        line = self.screen.query_one(VerdictLine)
        return line.render_line(0).text.strip()


@pytest.mark.parametrize("lesson_id", LESSONS)
async def test_a_lesson_can_be_done_from_its_first_step_to_its_last(tmp_path: Path, lesson_id: str) -> None:
    lesson = COURSE.lesson(lesson_id)
    file = tmp_path / "progress.sqlite3"
    async with played(file) as (pilot, study):
        await asyncio.wait_for(study.grader.ready(), PATIENCE)
        learner = Learner(pilot, study)
        await learner.open_lesson(lesson_id)
        for step in lesson.steps:
            await learner.arrive(Place(lesson_id, step.id))
            await learner.do(step)
            await learner.go_on()
        if not isinstance(pilot.app.screen, HomeScreen):
            await pilot.press("escape")
        await until(lambda: isinstance(pilot.app.screen, HomeScreen))

        row = next(row for row in study.rows() if row.id == lesson_id)
        assert row.signs == ("passed",) * len(lesson.steps)
        assert row.finished
        shown = pilot.app.screen.query_one(TitleBar).render_line(0).text
        assert f"{len(lesson.steps)} of " in shown

    with Progress.open(file) as store:
        for step in lesson.steps:
            assert store.state(StepKey.of(COURSE.id, lesson, step)).passed, step.id

    async with played(file) as (_, study):
        assert next(row for row in study.rows() if row.id == lesson_id).finished
