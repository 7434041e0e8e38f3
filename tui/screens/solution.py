"""The author's solution, shown when it was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.prose import code_block

if TYPE_CHECKING:
    from course.catalogue import Catalogue


class SolutionScreen(ModalScreen[None]):
    """The solution's code, to read and to copy; it does not touch the learner's."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f3,q", "dismiss", show=False)]

    def __init__(self, code: str, words: Catalogue) -> None:
        super().__init__()
        self._code = code
        self._words = words

    def compose(self) -> ComposeResult:
        """A title and the code."""
        with Vertical(classes="popup"):
            yield Static(self._words.text("app-solution-title"), classes="popup-title", markup=False)
            with VerticalScroll():
                yield Static(code_block(self._code), classes="popup-code", markup=False)
            yield Static(self._words.text("app-popup-close"), classes="popup-foot", markup=False)
