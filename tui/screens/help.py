"""The keys of a screen, and what they do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import Where, commands_at, key_label
from tui.setting import WrappedTable

if TYPE_CHECKING:
    from course.catalogue import Catalogue


class HelpScreen(ModalScreen[None]):
    """A table of keys made from the table of commands."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,q", "dismiss", show=False)]

    def __init__(self, places: Sequence[Where], words: Catalogue) -> None:
        super().__init__()
        self._places = places
        self._words = words

    def compose(self) -> ComposeResult:
        """A title and a line for each command."""
        with Vertical(classes="popup"):
            yield Static(self._words.text("app-help-title"), classes="popup-title", markup=False)
            with VerticalScroll():
                for place in self._places:
                    yield Static(self._words.text(f"app-help-{place}"), classes="popup-heading", markup=False)
                    yield Static(WrappedTable(self._rows(place), headed=False), markup=False)
                yield Static(self._words.text("plain-known"), markup=False)
            yield Static(self._words.text("app-popup-close"), classes="popup-foot", markup=False)

    def _rows(self, place: Where) -> list[tuple[Content, Content]]:
        rows = []
        for item in commands_at(place):
            keys = (
                f"{item.keys[0]}–{item.keys[-1]}"
                if item.numbered
                else "  ".join(map(key_label, item.keys[:2]))
            )
            rows.append((Content(keys.ljust(10)).stylize("bold"), Content(self._words.text(item.help))))
        return rows
