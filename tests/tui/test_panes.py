from __future__ import annotations

from pathlib import Path

from textual import events

from course.progress import Progress
from tests.tui.fakes import sitting, until
from tests.tui.playing import Played, open_step, played, settled
from tui.screens.lesson import LessonScreen
from tui.widgets.code_pane import CodePane
from tui.widgets.editor import Editor
from tui.widgets.panes import Panes
from tui.widgets.splitter import Splitter


def sizes(screen: LessonScreen) -> tuple[int, int]:
    """The width of the words and the height of the code."""
    return screen.query_one("#words").outer_size.width, screen.query_one(Editor).outer_size.height


async def drag(pilot: Played, splitter: Splitter, columns: int, rows: int) -> None:
    """Moves a border by the mouse."""
    start = splitter.region.offset
    end = (start.x + columns, start.y + rows)
    await pilot.mouse_down(offset=start)
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await pilot.pause()


async def test_borders_are_dragged_and_are_there_again_at_the_next_start(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        across, down = screen.query(Splitter)
        assert sizes(screen) == (54, 16)
        await drag(pilot, across, 12, 0)
        await drag(pilot, down, 0, -5)
        assert sizes(screen) == (66, 11)
    again = sitting(tmp_path)
    async with played(again) as pilot:
        assert sizes(await open_step(pilot, "double")) == (66, 11)


async def test_a_border_cannot_be_dragged_over_a_pane(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        across, down = screen.query(Splitter)
        await drag(pilot, across, -50, 0)
        await drag(pilot, down, 0, 15)
        assert sizes(screen) == (30, 28)
        assert screen.query_one("#results").outer_size.height >= 4


async def test_the_next_pane_is_the_one_after_the_focus(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("f9")
        await settled(pilot)
        assert screen.query_one(Panes).front == "results"
        screen.query_one("#words").focus()
        await pilot.press("ctrl+t")
        assert pilot.app.focused is screen.query_one(Editor)
        await pilot.press("ctrl+t")
        assert pilot.app.focused is screen.query_one("#checks")


async def test_a_double_click_puts_a_border_back(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        across = screen.query(Splitter).first()
        await drag(pilot, across, 12, 0)
        await pilot.click(across, times=2)
        await pilot.pause()
        assert sizes(screen) == (54, 16)
    with Progress.open(told.file) as store:
        assert store.setting("split-across") == ""


async def test_keys_move_the_borders_from_within_the_editor(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        assert isinstance(pilot.app.focused, Editor)
        await pilot.press("alt+shift+right", "ctrl+up")
        assert sizes(screen) == (58, 14)
        await pilot.press("alt+shift+left", "alt+shift+left", "ctrl+down", "ctrl+down")
        assert sizes(screen) == (50, 18)
        screen.panes.action_even_panes()
        await pilot.pause()
        assert sizes(screen) == (54, 16)


async def test_borders_follow_the_terminal_and_go_where_one_pane_has_all_the_room(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        await drag(pilot, screen.query(Splitter).first(), 6, 0)
        await pilot.resize_terminal(240, 36)
        await until(lambda: sizes(screen)[0] == round(239 * 60 / 119))
        await pilot.resize_terminal(80, 24)
        await until(lambda: not screen.query(Splitter).first().display)
        assert sizes(screen)[0] == 80
        await pilot.resize_terminal(120, 36)
        await until(lambda: sizes(screen)[0] == 60)


async def test_the_pane_with_the_focus_gets_the_whole_screen_and_gives_it_back(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        pilot.app.post_message(events.Key("alt+z", "z"))
        await until(lambda: screen.query_one(Editor).outer_size.width == 120)
        assert "z" not in screen.query_one(Editor).text
        assert not screen.query_one("#words").display
        assert not screen.query_one("#results").display
        await pilot.press("ctrl+t")
        await until(lambda: screen.query_one("#results").outer_size.width == 120)
        assert not screen.query_one(CodePane).display
        await pilot.press("alt+z")
        assert sizes(screen) == (54, 16)
        assert screen.query_one("#results").display


async def test_without_a_border_there_is_no_command_to_move_it(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        panes = (await open_step(pilot, "page")).query_one(Panes)
        assert not panes.check_action("wider_words", ())
        assert not panes.check_action("zoom", ())
        await open_step(pilot, "double")
        assert panes.check_action("wider_words", ())
        await pilot.press("alt+z")
        assert not panes.check_action("wider_words", ())
        assert panes.check_action("zoom", ())
