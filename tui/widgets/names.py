"""What the scratch page's interpreter has bound, beside the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.cells import name_rows
from tui.setting import WrappedTable

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from tui.scratch import Names


class NamesPane(VerticalScroll):
    """A table of names: each with its type or its shape and dtype."""

    def compose(self) -> ComposeResult:
        """Heading and table."""
        yield Static(id="bound-heading", markup=False)
        yield Static(id="bound-table", markup=False)

    def show(self, names: Names, words: Catalogue) -> None:
        """Sets the names."""
        self.query_one("#bound-heading", Static).update(words.text("app-scratch-names"))
        table = self.query_one("#bound-table", Static)
        if names:
            table.update(WrappedTable(name_rows(names), headed=False))
        else:
            table.update(words.text("app-scratch-names-empty"))
        self.set_class(not names, "-empty")
