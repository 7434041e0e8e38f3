"""The search as a learner uses it, and the map that unfolds."""

from __future__ import annotations

from pathlib import Path

from tests.tui.fakes import sitting, until
from tests.tui.playing import Played, lesson, open_step, played, text
from tui.screens.entry import EntryScreen
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.screens.search import SearchScreen
from tui.session import Place
from tui.widgets.found_list import FoundList


async def search(pilot: Played, key: str, query: str) -> None:
    await pilot.press(key)
    await until(lambda: isinstance(pilot.app.screen, SearchScreen))
    await until(lambda: "A word, a call" in text(pilot, "#search-told"))
    await pilot.press(*query)


async def found(pilot: Played, told: str) -> None:
    await until(lambda: pilot.app.screen.query_one(FoundList).display and told in text(pilot, "#found"))


async def test_the_search_narrows_as_one_types_and_opens_the_step_at_the_cursor(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await search(pilot, "slash", "tw")
        await found(pilot, "Twice as much")
        assert "The first lesson" in text(pilot, "#found")
        await pilot.press(*"ixx")
        await until(lambda: "Nothing of the kind" in text(pilot, "#search-told"))
        assert not pilot.app.screen.query_one(FoundList).display
        await pilot.press("backspace", "backspace", "backspace")
        await found(pilot, "Twice as much")
        await pilot.press("down", "enter")
        await until(lambda: isinstance(pilot.app.screen, LessonScreen) and pilot.app.screen.view)
        assert lesson(pilot).place == Place("third", "double")


async def test_a_call_that_several_steps_use_shows_them(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await search(pilot, "slash", "torch.tens")
        await found(pilot, "torch.tensor")
        await pilot.press("enter")
        await until(lambda: isinstance(pilot.app.screen, EntryScreen))
        await until(lambda: "A third one · Pick" in text(pilot, "#links"))
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, SearchScreen)
        await pilot.press("enter", "down", "enter")
        await until(lambda: isinstance(pilot.app.screen, LessonScreen) and pilot.app.screen.view)
        assert lesson(pilot).place == Place("third", "pick")


async def test_a_term_is_found_in_the_other_language_and_leads_to_others(tmp_path: Path) -> None:
    async with played(sitting(tmp_path, course="blitz")) as pilot:
        await search(pilot, "slash", "步长")
        await found(pilot, "stride")
        await pilot.press("enter")
        await until(lambda: isinstance(pilot.app.screen, EntryScreen))
        await until(lambda: "storage" in text(pilot, "#links"))
        assert "§ stride" in text(pilot, ".popup-title")
        await pilot.press("enter")
        await until(lambda: "§ storage" in text(pilot, ".popup-title"))


async def test_from_a_lesson_the_search_goes_to_a_step_on_the_same_screen(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        await search(pilot, "ctrl+b", "snippet")
        await found(pilot, "Snippet")
        await pilot.press("enter")
        await until(lambda: screen.place == Place("first", "snippet"))
        assert pilot.app.screen is screen
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_slash_in_the_editor_is_a_slash(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("slash")
        assert pilot.app.screen is screen


async def test_escape_closes_the_search_and_nothing_happened(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await search(pilot, "slash", "page")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)


# The map


async def test_a_lesson_unfolds_into_its_steps_any_of_which_can_be_opened(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await pilot.press("down", "space")
        await until(lambda: "Twice as much" in text(pilot, "LessonMap"))
        assert "○  5  Twice as much   exercise" in text(pilot, "LessonMap")
        await pilot.press(*["down"] * 4)
        await until(lambda: text(pilot, "#about") == "Printed · not opened yet")
        await pilot.press("enter")
        await until(lambda: isinstance(pilot.app.screen, LessonScreen) and pilot.app.screen.view)
        assert lesson(pilot).place == Place("first", "printed")
        await pilot.press("escape")
        await until(lambda: "◐  4  Printed" in text(pilot, "LessonMap"))
        assert text(pilot, "#about") == "Printed · opened, not done yet"
        await pilot.press("left")
        await until(lambda: "Printed" not in text(pilot, "LessonMap"))


async def test_a_lesson_that_cannot_be_opened_says_why_at_the_cursor(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await pilot.press("down", "down")
        await until(lambda: "broken.yaml:" in text(pilot, "#about"))
