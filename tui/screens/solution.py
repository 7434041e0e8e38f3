"""The author's solution: alone when it was asked for, beside the learner's own code after a pass."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.differences import beside
from tui.prose import code_block
from tui.widgets.compared import ComparedCode

if TYPE_CHECKING:
    from course.catalogue import Catalogue


class SolutionScreen(ModalScreen[None]):
    """The solution's code, to read and to copy; it does not touch the learner's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f3,q", "dismiss", show=False),
        Binding("c", "copy", show=False),
    ]

    def __init__(self, code: str, words: Catalogue, own: str | None = None) -> None:
        super().__init__()
        self._code = code
        self._words = words
        self._own = own
        """The learner's code to set beside it; None shows the solution alone."""

    def compose(self) -> ComposeResult:
        """A title and the code, or two."""
        with Vertical(classes="popup", id="solution"):
            if self._own is None:
                yield Static(self._words.text("app-solution-title"), classes="popup-title", markup=False)
                with VerticalScroll():
                    yield Static(code_block(self._code), classes="popup-code", markup=False)
            else:
                with Horizontal(id="solution-panes"):
                    for name in ("own", "author"):
                        with Vertical():
                            title = self._words.text(f"solution-{name}")
                            yield Static(title, classes="popup-title", markup=False)
                            yield ComparedCode(id=name)
                yield Static(self._words.text("solution-legend"), id="solution-legend", markup=False)
            yield Static(self._words.text("solution-foot"), classes="popup-foot", markup=False)

    async def on_mount(self) -> None:
        """Compares, and lets the two scroll together."""
        if self._own is None:
            return
        self.set_class(True, "-beside")
        sides = [self.query_one("#own", ComparedCode), self.query_one("#author", ComparedCode)]
        columns = await asyncio.to_thread(beside, self._own, self._code)
        for side, lines in zip(sides, columns, strict=True):
            side.show(lines)
        for side, other in (sides, sides[::-1]):
            self._lead(side, other)
        sides[1].focus()

    def _lead(self, side: ComparedCode, other: ComparedCode) -> None:
        """Makes one side scroll when the other does."""

        def follow() -> None:
            if other.scroll_offset != side.scroll_offset:
                other.scroll_to(*side.scroll_offset, animate=False, immediate=True)

        for axis in ("scroll_x", "scroll_y"):
            self.watch(side, axis, follow, init=False)

    def action_copy(self) -> None:
        """Copies the author's code."""
        self.app.copy_to_clipboard(self._code)
        self.notify(self._words.text("solution-copied"), markup=False)
