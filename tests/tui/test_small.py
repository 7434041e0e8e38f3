"""A terminal that is too small for the course, and becomes large enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.fakes import sitting, until
from tests.tui.playing import open_step, played, text
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.screens.small import SmallScreen
from tui.widgets.editor import Editor


@pytest.mark.parametrize("size", [(40, 10), (20, 5), (59, 40), (200, 15)])
async def test_too_small_a_terminal_is_told_with_what_is_needed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    told = sitting(tmp_path)
    async with told.app.run_test(size=size) as pilot:
        await until(lambda: isinstance(told.app.screen, SmallScreen))
        await pilot.pause()
        said = text(pilot, "#small-told").replace("\n", " ")
        assert said == f"This terminal is {size[0]} × {size[1]}; the course needs 60 × 16."
        assert "Ctrl+Q" in text(pilot, "#small-advice")


async def test_the_course_is_there_again_when_the_terminal_is_enlarged(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("a")
        for size in ((20, 5), (30, 8), (3, 2), (59, 16)):
            await pilot.resize_terminal(*size)
            await until(lambda: isinstance(pilot.app.screen, SmallScreen))
        await pilot.press("b", "f9")
        assert len(pilot.app.screen_stack) == 3
        await pilot.resize_terminal(60, 16)
        await until(lambda: pilot.app.screen is screen)
        assert screen.query_one(Editor).text.startswith("adef")
        assert screen.query_one("KeyBar").region.bottom == 16


async def test_what_opens_meanwhile_is_seen_when_there_is_room(tmp_path: Path) -> None:
    told = sitting(tmp_path, lesson="third")
    async with told.app.run_test(size=(40, 10)) as pilot:
        app = told.app
        await until(lambda: any(isinstance(screen, LessonScreen) for screen in app.screen_stack))
        await until(lambda: isinstance(app.screen, SmallScreen))
        await pilot.resize_terminal(100, 30)
        await until(lambda: isinstance(app.screen, LessonScreen))
        await pilot.press("escape", "escape")
        await until(lambda: isinstance(app.screen, HomeScreen))


async def test_the_course_can_be_left_from_there(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with told.app.run_test(size=(20, 5)) as pilot:
        await until(lambda: isinstance(told.app.screen, SmallScreen))
        await pilot.press("ctrl+q")
        await until(lambda: not told.app.is_running)
