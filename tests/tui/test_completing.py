"""Completion: when it opens, which names fit, what the keys do to it; and the popup in an editor."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.widgets import OptionList

from grader.completing import Completion, Completions
from tests.tui.fakes import until
from tui import completing
from tui.themes import THEMES
from tui.widgets.completion import CompletionPopup
from tui.widgets.editor import Editor


def found(*names: str, signature: str | None = None) -> Completions:
    return Completions(tuple(Completion(name, "function") for name in names), signature=signature)


@pytest.mark.parametrize(
    ("before", "opens"),
    [
        ("torch.", True),
        ("y = x.sum().", True),
        ("x[0].", True),
        ("张量.", True),
        ("x = 1.", False),
        ("torch", False),
        ("print('a.", False),
        ("print('it\\'s.", False),
        ("# see torch.", False),
        ("x = 'a' + b.", True),
        (".", False),
    ],
)
def test_it_opens_by_itself_after_the_dot_of_a_value(before: str, opens: bool) -> None:
    assert completing.opens_by_itself(before) is opens


def test_names_that_fit_come_in_a_useful_order() -> None:
    offer = completing.offer(found("zero_", "zeros", "Zero", "ones", "_z", "z="), "torch.z", asked=True)
    assert offer is not None
    assert [item.name for item in offer.items] == ["z=", "zeros", "zero_", "Zero"]
    assert completing.offer(found("zeros"), "torch.zeros", asked=False) is None
    assert completing.offer(found("zeros"), "torch.x", asked=True) is None


def test_enter_stays_enter_until_a_name_was_asked_for_or_chosen() -> None:
    offer = completing.offer(found("zeros", "zeros_like"), "torch.ze", asked=False)
    assert offer is not None
    assert not offer.takes_enter
    assert completing.moved(offer, 1).takes_enter
    assert completing.moved(offer, -1).chosen.name == "zeros_like"
    asked = completing.offer(found("zeros", "zeros_like"), "torch.zeros", asked=True)
    assert asked is not None
    assert not asked.takes_enter, "the name stands there already"


class Page(App[None]):
    """An editor with an assistant that knows four names."""

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "dark"
        self.asked: list[tuple[str, int, int]] = []

    def compose(self) -> ComposeResult:
        yield Editor()

    def on_mount(self) -> None:
        self.editor.completing.complete = self.complete
        self.editor.focus()

    async def complete(self, code: str, line: int, column: int) -> Completions:
        self.asked.append((code, line, column))
        return found("ones", "zeros", "zeros_like", "zero_", signature="zeros(*size)")

    @property
    def editor(self) -> Editor:
        return self.query_one(Editor)

    @property
    def names(self) -> Sequence[str]:
        """The names in the popup; none when it is away."""
        popups = self.query(CompletionPopup)
        if not popups or not popups.first().display:
            return ()
        options = popups.first().query_one(OptionList).options
        return [str(option.prompt).split()[0] for option in options]


async def test_the_popup_comes_narrows_and_inserts() -> None:
    app = Page()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"import torch", "enter", *"x = torch.")
        await until(lambda: app.names == ["ones", "zeros", "zeros_like", "zero_"])
        assert app.asked[-1] == ("import torch\nx = torch.", 2, 10)
        await pilot.press("z", "e")
        await until(lambda: app.names == ["zeros", "zeros_like", "zero_"])
        await pilot.press("down", "enter")
        assert app.editor.text == "import torch\nx = torch.zeros_like"
        assert app.names == ()
        await pilot.press("ctrl+z")
        assert app.editor.text == "import torch\nx = torch.ze"


async def test_keys_that_come_all_at_once_open_it_too() -> None:
    app = Page()
    async with app.run_test(size=(80, 24)):
        for character in "x = torch.ze":
            app.editor.post_message(
                events.Key({" ": "space", ".": "full_stop"}.get(character, character), character)
            )
        await until(lambda: app.names == ["zeros", "zeros_like", "zero_"])
        assert app.editor.text == "x = torch.ze"


async def test_what_was_looked_for_when_a_name_was_finished_does_not_open_at_the_next() -> None:
    app = Page()
    async with app.run_test(size=(80, 24)) as pilot:
        for character in "torch.zeros(":
            name = {".": "full_stop", "(": "left_parenthesis"}.get(character, character)
            app.editor.post_message(events.Key(name, character))
        await until(lambda: app.editor.text == "torch.zeros()")
        asked = len(app.asked)
        await pilot.press("z")
        await pilot.pause()
        assert len(app.asked) == asked
        assert app.names == ()


async def test_it_never_takes_a_key_that_was_meant_for_the_code() -> None:
    app = Page()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"x.")
        await until(lambda: app.names)
        await pilot.press("enter")
        assert app.editor.text == "x.\n"
        assert app.names == ()
        await pilot.press(*"y.z")
        await until(lambda: app.names)
        await pilot.press("escape", "up")
        assert app.names == ()
        assert app.editor.selection.end[0] == 0
        await pilot.press("ctrl+@")
        assert app.editor.text == "x.\ny.z"


async def test_it_can_be_asked_for_taken_with_tab_and_clicked() -> None:
    app = Page()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("z")
        assert app.names == ()
        await pilot.press("ctrl+@")
        await until(lambda: app.names)
        await pilot.press("tab")
        assert app.editor.text == "zeros"
        await pilot.press("backspace", "ctrl+@")
        await until(lambda: len(app.names) == 3)
        await pilot.click(OptionList, offset=(3, 1))
        await until(lambda: app.editor.text == "zeros_like")
        assert app.editor.has_focus


async def test_the_popup_stays_on_the_screen_at_its_edges() -> None:
    app = Page()
    async with app.run_test(size=(60, 12)) as pilot:
        app.editor.insert("\n" * 11 + " " * 50 + "x")
        await pilot.press(".")
        await until(lambda: app.names)
        await pilot.pause()
        popup = app.query_one(CompletionPopup).region
        assert Region(0, 0, 60, 12).contains_region(popup)
        assert app.editor.cursor_screen_offset.y not in range(popup.y, popup.bottom)


async def test_nothing_is_offered_in_code_that_cannot_be_changed() -> None:
    app = Page()
    async with app.run_test() as pilot:
        app.editor.read_only = True
        await pilot.press("ctrl+@")
        assert app.asked == []
