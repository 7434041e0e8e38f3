from __future__ import annotations

from pathlib import Path

import pytest

from course.catalogue import LANGUAGES, read_entries
from tests.tui.fakes import sitting, until
from tests.tui.playing import Played, open_step, played
from tui.actions import command
from tui.guidance import ORDER, SIGNS, Section, columns, sections, shown_keys
from tui.screens.help import HelpScreen


def listed(pilot: Played) -> dict[str, set[str]]:
    """The ids of the commands that help would tell, by place, in its order."""
    return {found.place: {item.id for item in found.commands} for found in sections(pilot.app.screen)}


def told(pilot: Played) -> str:
    """All words of the help that is open."""
    assert isinstance(pilot.app.screen, HelpScreen)
    return "\n".join(
        widget.render_line(row).text
        for widget in pilot.app.screen.query("Static")
        for row in range(widget.size.height)
    )


async def test_help_begins_with_the_keys_of_the_editor_while_the_cursor_is_in_it(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        assert list(listed(pilot)) == ["editor", "lesson", "panes", "app"]
        screen.query_one("#words").focus()
        await pilot.pause()
        assert list(listed(pilot)) == ["lesson", "editor", "panes", "app"]


async def test_help_tells_only_what_does_something_in_this_step(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        assert "open" in listed(pilot)["home"]
        await open_step(pilot, "page")
        found = listed(pilot)
        assert not {"editor", "panes", "home"} & found.keys()
        assert "next" in found["lesson"]
        assert not {"check", "hint", "choose", "stop", "run"} & found["lesson"]
        await open_step(pilot, "pick")
        assert "choose" in listed(pilot)["lesson"]
        await open_step(pilot, "printed")
        assert "editor" not in listed(pilot), "the code of a question is not to be changed"
        await open_step(pilot, "double")
        assert {"check", "hint"} <= listed(pilot)["lesson"]
        assert "choose" not in listed(pilot)["lesson"]


@pytest.mark.parametrize(("size", "beside"), [((160, 44), True), ((80, 24), False)])
async def test_help_has_two_columns_where_there_is_room_and_scrolls_where_not(
    tmp_path: Path, size: tuple[int, int], beside: bool
) -> None:
    async with played(sitting(tmp_path), size) as pilot:
        await open_step(pilot, "double")
        await pilot.press("f1")
        await until(lambda: isinstance(pilot.app.screen, HelpScreen))
        await pilot.pause()
        left, right = pilot.app.screen.query("#help-columns > Vertical")
        assert (left.region.y == right.region.y) == beside
        assert "Checks your code" in told(pilot)
        assert "opened, not done" in told(pilot)
        await pilot.press("end")
        await until(lambda: pilot.app.screen.query("Static")[-2].region.bottom <= size[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_and_every_sign_is_named_in_every_language(language: str) -> None:
    wanted = {f"app-help-{place}" for place in ORDER} | {key for _, _, key in SIGNS}
    assert wanted <= read_entries(language).keys()


def test_keys_that_are_other_names_of_shift_are_not_told() -> None:
    assert shown_keys(command("back")) == "⇧F8  ^←"
    assert shown_keys(command("report")) == "⇧F9"
    assert shown_keys(command("choose")) == "1–9"
    assert shown_keys(command("complete")) == "^Space"
    assert shown_keys(command("to-start")) == "^Home"


def test_the_columns_hold_all_sections_in_their_order() -> None:
    found = [Section(place, (command("help"),) * 4) for place in ORDER]
    left, right = columns(found)
    assert [*left, *right] == found
    assert len(left) > len(right)
    assert columns([]) == ([], [])
