"""The code beside its lesson: what Esc closes first, and marks that must not outlive the code they are about."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.fakes import FakeGrader, raised, sitting, until
from tui.screens.lesson import LessonScreen
from tui.session import Place
from tui.widgets.editor import Editor
from tui.widgets.find_bar import FindBar
from tui.widgets.work_pane import WorkPane

EXERCISE = Place("first", "double")


@asynccontextmanager
async def exercise(home: Path, grader: FakeGrader) -> AsyncIterator[tuple[LessonScreen, Pilot[int]]]:
    """A lesson with its exercise open."""
    told = sitting(home, grader=grader, lesson="first")
    async with told.app.run_test(size=(120, 36)) as pilot:
        app = told.app
        await until(lambda: isinstance(app.screen, LessonScreen) and app.screen.view is not None)
        screen = app.screen
        assert isinstance(screen, LessonScreen)
        screen.go(EXERCISE)
        await until(lambda: screen.place == EXERCISE and "double" in screen.query_one(Editor).text)
        await pilot.pause()
        screen.query_one(Editor).focus()
        yield screen, pilot


async def test_escape_closes_the_search_before_it_stops_a_run_or_leaves_the_code(tmp_path: Path) -> None:
    grader = FakeGrader(hold=asyncio.Event())
    async with exercise(tmp_path, grader) as (screen, pilot):
        await pilot.press("f5", "ctrl+f", *"double")
        await until(lambda: grader.asked[-1][0] == "run")
        await pilot.press("escape")
        await until(lambda: screen.focused is screen.query_one(Editor))
        assert not screen.query_one(FindBar).display
        assert grader.stopped == 0
        await pilot.press("escape")
        await until(lambda: grader.stopped == 1)


async def test_an_error_in_code_that_was_changed_meanwhile_marks_no_line(tmp_path: Path) -> None:
    grader = FakeGrader(hold=asyncio.Event(), runs=[raised(2)])
    async with exercise(tmp_path, grader) as (screen, pilot):
        await pilot.press("f5", "x")
        assert grader.hold is not None
        grader.hold.set()
        await until(lambda: screen.view is not None and screen.view.running is None)
        assert screen.query_one(Editor).failed_line is None


async def test_the_palette_offers_what_makes_sense_for_the_code_that_is_shown(tmp_path: Path) -> None:
    async with exercise(tmp_path, FakeGrader()) as (screen, _):
        editor = screen.query_one(Editor)

        def offered() -> list[str]:
            return [action for action in ("find", "comment") if editor.check_action(action, ())]

        assert offered() == ["find", "comment"]
        editor.read_only = True
        assert offered() == ["find"]
        screen.query_one(WorkPane).display = False
        assert offered() == []
