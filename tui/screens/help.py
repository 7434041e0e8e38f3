"""The keys that do something where one is, and what the signs mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.guidance import SIGNS, Section, columns, shown_keys
from tui.setting import WrappedTable

if TYPE_CHECKING:
    from course.catalogue import Catalogue

KEYS = 11
"""Cells of the column of keys."""

BESIDE = 124
"""Columns of the terminal from which help has two of its own."""


class HelpScreen(ModalScreen[None]):
    """Tables of keys made from the table of commands, the nearest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q", "dismiss", show=False),
        Binding("ctrl+q", "app.quit", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-below"), (BESIDE, "-beside")]  # noqa: RUF012

    def __init__(self, found: Sequence[Section], words: Catalogue) -> None:
        super().__init__()
        self._found = found
        self._words = words

    def compose(self) -> ComposeResult:
        """A title, the sections in one column or two, and how to leave."""
        with Vertical(classes="popup"):
            yield Static(self._words.text("app-help-title"), classes="popup-title", markup=False)
            with VerticalScroll(), Container(id="help-columns"):
                left, right = columns(self._found)
                with Vertical():
                    yield from self._sections(left)
                with Vertical():
                    yield from self._sections(right)
                    yield from self._signs()
            yield Static(self._words.text("app-help-foot"), classes="popup-foot", markup=False)

    def _sections(self, found: Sequence[Section]) -> ComposeResult:
        for section in found:
            rows = [(shown_keys(item), self._words.text(item.help)) for item in section.commands]
            yield from self._table(f"app-help-{section.place}", [(Content(key), told) for key, told in rows])

    def _signs(self) -> ComposeResult:
        rows = [(Content(sign).stylize(style), self._words.text(key)) for sign, style, key in SIGNS]
        yield from self._table("app-help-signs", rows)

    def _table(self, heading: str, rows: Sequence[tuple[Content, str]]) -> ComposeResult:
        yield Static(self._words.text(heading), classes="popup-heading", markup=False)
        cells = [
            (key.pad_right(max(0, KEYS - key.cell_length)).stylize("bold"), Content(told))
            for key, told in rows
        ]
        yield Static(WrappedTable(cells, headed=False), markup=False)
