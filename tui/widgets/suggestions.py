"""The empty scratch page: what one could try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.prompt import SUGGESTIONS
from tui.prose import code_block
from tui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.client import GraderState


class Suggestions(VerticalScroll, can_focus=False):
    """A few inputs to begin with; each can be pressed."""

    def compose(self) -> ComposeResult:
        """What the page is for, the inputs, how to take one, and the grader's state where it matters."""
        yield Static(id="suggestions-heading", markup=False)
        for index, code in enumerate(SUGGESTIONS):
            yield ActionButton(code_block(code), action=f"suggest({index})", id=f"suggestion-{index}")
        yield Static(id="suggestions-how", markup=False)
        yield Static(id="suggestions-state", markup=False)

    def show(self, state: GraderState, words: Catalogue, *, history: bool) -> None:
        """Sets the words; `history` says whether there are inputs of earlier sittings."""
        self.query_one("#suggestions-heading", Static).update(words.text("app-scratch-try"))
        how = "app-scratch-try-history" if history else "app-scratch-try-how"
        self.query_one("#suggestions-how", Static).update(words.text(how))
        told = self.query_one("#suggestions-state", Static)
        told.display = state in ("starting", "failed")
        told.set_class(state == "failed", "-failed")
        told.update(words.text(f"app-scratch-grader-{state}"))
