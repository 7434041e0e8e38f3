"""Finding, replacing and going to a line, as a learner meets them under the code."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.document._document import Selection
from textual.pilot import Pilot
from textual.widgets import Input, Static

from course.catalogue import Catalogue
from tests.tui.fakes import until
from tui.themes import THEMES
from tui.widgets.code_pane import CodePane
from tui.widgets.editor import Editor

CODE = "import torch\n\nx = torch.zeros(5)\ny = Torch\nz = torch.ones(5)"


class PaneApp(App[None]):
    CSS_PATH = "../../tui/styles/editor.tcss"

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "dark"

    def compose(self) -> ComposeResult:
        yield CodePane(Catalogue.load("en"), id="code")

    @property
    def editor(self) -> Editor:
        return self.query_one(Editor)

    @property
    def count(self) -> str:
        return str(self.query_one("#count", Static).render()).strip("↑↓ ")

    @property
    def line_count(self) -> str:
        return str(self.query_one("#line-count", Static).render())


@asynccontextmanager
async def opened(code: str = CODE, *, read_only: bool = False) -> AsyncIterator[tuple[PaneApp, Pilot[None]]]:
    app = PaneApp()
    async with app.run_test(size=(66, 12)) as pilot:
        app.query_one(CodePane).begin(code, read_only=read_only)
        app.editor.focus()
        await pilot.pause()
        yield app, pilot


def marked(app: PaneApp) -> list[str]:
    """What stands in the code as found, the chosen one first."""
    lines = app.editor.document.lines
    found = [match for row in app.editor._found.values() for match in row]
    return [app.editor.selected_text, *(lines[match.row][match.start : match.end] for match in found)]


async def test_a_search_marks_all_counts_them_and_goes_around() -> None:
    async with opened() as (app, pilot):
        await pilot.press("ctrl+f", *"torch")
        assert app.count == "1 of 4"
        assert marked(app) == ["torch", "torch", "Torch", "torch"]
        await pilot.press("enter", "enter")
        assert app.count == "3 of 4"
        assert app.editor.selected_text == "Torch"
        await pilot.press("up", "up", "up")
        assert app.count == "4 of 4"
        await pilot.press("escape")
        assert app.focused is app.editor
        assert app.editor.selection == Selection((4, 4), (4, 9))
        assert marked(app) == ["torch"]
        assert not app.query_one("#find-bar").display


async def test_a_capital_counts_and_nothing_found_is_said() -> None:
    async with opened() as (app, pilot):
        await pilot.press("ctrl+f", *"Torch")
        assert app.count == "1 of 1"
        await pilot.press("x")
        assert "not found" in app.count
        await pilot.press("backspace", "enter")
        assert app.editor.selection == Selection((3, 4), (3, 9))


async def test_a_search_begins_with_what_is_chosen() -> None:
    async with opened() as (app, pilot):
        app.editor.selection = Selection((2, 4), (2, 9))
        await pilot.press("ctrl+f")
        assert app.query_one("#query", Input).value == "torch"
        assert app.count == "2 of 4"


async def test_matches_are_replaced_one_by_one_and_each_can_be_undone() -> None:
    async with opened() as (app, pilot):
        await pilot.press("ctrl+f", *"5", "tab", *"77", "enter")
        assert app.editor.text.splitlines()[2::2] == ["x = torch.zeros(77)", "z = torch.ones(5)"]
        assert app.count == "1 of 1"
        await pilot.press("enter")
        await until(lambda: "not found" in app.count)
        await pilot.press("escape", "ctrl+z")
        assert app.editor.text.splitlines()[2::2] == ["x = torch.zeros(77)", "z = torch.ones(5)"]


async def test_a_replacement_that_holds_the_query_is_not_replaced_again() -> None:
    async with opened("a a") as (app, pilot):
        await pilot.press("ctrl+f", "a", "tab", *"aa", "enter", "enter")
        assert app.editor.text == "aa aa"


async def test_all_matches_are_replaced_as_one_step() -> None:
    async with opened() as (app, pilot):
        await pilot.press("ctrl+f", *"torch", "tab", "t", "ctrl+l")
        assert app.editor.text == "import t\n\nx = t.zeros(5)\ny = t\nz = t.ones(5)"
        await pilot.press("escape", "ctrl+z")
        assert app.editor.text == CODE


async def test_arrows_and_keys_of_the_bar_can_be_clicked() -> None:
    async with opened() as (app, pilot):
        await pilot.press("ctrl+f", *"torch")
        await pilot.click("#count", offset=(9, 0))
        assert app.count == "2 of 4"
        await pilot.click("#count", offset=(0, 0))
        assert app.count == "1 of 4"
        await pilot.click("#find-keys", offset=(9, 0))
        await until(lambda: app.focused is app.editor)


async def test_code_that_cannot_be_changed_can_be_searched() -> None:
    async with opened(read_only=True) as (app, pilot):
        await pilot.press("ctrl+f", *"torch", "tab", "ctrl+l", "enter")
        assert app.count == "2 of 4"
        assert not app.query_one("#replacement").display
        assert app.editor.text == CODE


async def test_what_is_written_meanwhile_is_found_too() -> None:
    async with opened() as (app, pilot):
        await pilot.press("ctrl+f", *"torch")
        app.editor.focus()
        app.editor.move_cursor((1, 0))
        await pilot.press(*"torch")
        await until(lambda: app.count == "5 found")
        await pilot.press("escape")
        assert not app.query_one("#find-bar").display


async def test_a_line_is_gone_to_while_its_number_is_written() -> None:
    async with opened() as (app, pilot):
        await pilot.press("ctrl+g", "3")
        assert app.editor.cursor_location == (2, 0)
        assert app.line_count == "of 5"
        await pilot.press("0")
        assert app.editor.cursor_location == (4, 0)
        assert "there are 5 lines" in app.line_count
        await pilot.press("backspace", "x", "enter", "a")
        assert app.editor.text.splitlines()[2] == "ax = torch.zeros(5)"


async def test_escape_from_a_line_number_goes_back() -> None:
    async with opened() as (app, pilot):
        app.editor.selection = Selection((0, 1), (0, 3))
        await pilot.press("ctrl+g", "4", "escape")
        assert app.editor.selection == Selection((0, 1), (0, 3))
        assert app.focused is app.editor


async def test_saving_by_hand_says_that_it_is_not_needed() -> None:
    async with opened() as (app, pilot):
        await pilot.press("ctrl+s")
        await until(lambda: [note.message for note in app._notifications] == ["Saved as you type."])
        assert app.editor.text == CODE


async def test_only_one_bar_is_open_and_another_code_closes_it() -> None:
    async with opened() as (app, pilot):
        await pilot.press("ctrl+f", "escape", "ctrl+g")
        assert [bar.id for bar in app.query(".code-bar") if bar.display] == ["line-bar"]
        app.query_one(CodePane).begin("x", read_only=False)
        assert not [bar for bar in app.query(".code-bar") if bar.display]
