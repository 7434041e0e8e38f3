"""The tour of the first start: it comes once, points at what is there, and can be left at any time."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Region, Size

from course.progress import Progress
from tests.tui.fakes import sitting, until
from tests.tui.playing import Played, played, text
from tui.app import CourseApp
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.tour import COUNT, STAGES, spot

CARD = Size(54, 9)


@pytest.mark.parametrize("screen", [Size(120, 36), Size(80, 24), Size(200, 60), Size(40, 10), Size(20, 5)])
@pytest.mark.parametrize("place", ["top", "bottom", "left", "right", "all"])
def test_a_card_and_its_arrow_are_on_the_screen_wherever_the_target_is(screen: Size, place: str) -> None:
    width, height = screen
    target = {
        "top": Region(0, 0, width, 1),
        "bottom": Region(0, height - 1, width, 1),
        "left": Region(0, 1, width // 2, height - 2),
        "right": Region(width // 2, 1, width // 2, height - 2),
        "all": Region(0, 0, width, height),
    }[place]
    card = Size(min(CARD.width, width), min(CARD.height, height))
    found = spot(target, card, screen)
    assert screen.region.contains_region(Region(*found.card, *card))
    if screen.height > card.height:
        assert not Region(*found.card, *card).contains(*found.arrow)


def test_a_card_points_at_a_bar_from_above_and_at_a_pane_from_its_side() -> None:
    screen = Size(120, 36)
    assert spot(Region(0, 35, 120, 1), CARD, screen).sign == "▼"
    assert spot(Region(0, 1, 50, 34), CARD, screen).sign == "◀"
    assert spot(Region(66, 1, 54, 34), CARD, screen).sign == "▶"


def title(pilot: Played) -> str:
    return text(pilot, "#tour-title") if pilot.app.screen.query("#tour-title") else ""


async def test_the_tour_tells_of_the_map_and_then_of_the_lesson(tmp_path: Path) -> None:
    async with played(sitting(tmp_path, toured=False)) as pilot:
        await until(lambda: title(pilot) == "The map   1 of 5")
        await pilot.press("enter")
        await until(lambda: title(pilot) == "What can be done   2 of 5")
        await pilot.press("enter")
        await until(lambda: isinstance(pilot.app.screen, HomeScreen))
        await pilot.press("enter")
        await until(lambda: title(pilot) == "The words   3 of 5")
        await pilot.press("enter")
        await until(lambda: title(pilot) == "Code and results   4 of 5")
        await pilot.press("enter", "enter")
        await until(lambda: isinstance(pilot.app.screen, LessonScreen))
    again = sitting(tmp_path, toured=False)
    async with played(again) as pilot:
        await until(lambda: "Continue" in text(pilot, "#resume"))
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_escape_ends_all_of_it_for_good(tmp_path: Path) -> None:
    told = sitting(tmp_path, toured=False)
    async with played(told) as pilot:
        await until(lambda: title(pilot))
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await pilot.press("enter")
        await until(lambda: isinstance(pilot.app.screen, LessonScreen) and pilot.app.screen.view)
        await pilot.pause()
        assert isinstance(pilot.app.screen, LessonScreen)
    with Progress.open(told.file) as store:
        assert store.setting("tour") == "home lesson"


async def test_a_lesson_asked_for_on_the_command_line_begins_with_its_own_part(tmp_path: Path) -> None:
    async with played(sitting(tmp_path, toured=False, lesson="third")) as pilot:
        await until(lambda: title(pilot) == "The words   3 of 5")


async def test_the_tour_is_shown_again_when_it_is_asked_for(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        assert isinstance(pilot.app, CourseApp)
        pilot.app.action_tour()
        await until(lambda: title(pilot) == "The map   1 of 5")
        await pilot.press("enter", "left")
        await until(lambda: title(pilot) == "The map   1 of 5")
        await pilot.press("enter", "enter", "enter")
        await until(lambda: title(pilot) == "The words   3 of 5")


async def test_one_can_quit_in_the_midst_of_it(tmp_path: Path) -> None:
    async with played(sitting(tmp_path, toured=False)) as pilot:
        await until(lambda: title(pilot))
        await pilot.press("ctrl+q")
        await until(lambda: not pilot.app.is_running)


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_what_the_cards_tell_of_is_there(tmp_path: Path, size: tuple[int, int]) -> None:
    async with played(sitting(tmp_path), size) as pilot:
        for card in STAGES["home"]:
            assert pilot.app.screen.query(card.targets[0]), card
        await pilot.press("enter")
        await until(lambda: isinstance(pilot.app.screen, LessonScreen) and pilot.app.screen.view)
        for card in STAGES["lesson"]:
            for selector in card.targets:
                assert pilot.app.screen.query(selector), selector
    assert COUNT == 5
