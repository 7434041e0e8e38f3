"""What is shown instead of the course while the terminal is too small for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from course.catalogue import Catalogue

LEAST = Size(60, 16)
"""The smallest terminal in which the course can be used."""


def too_small(size: Size) -> bool:
    """Whether the course cannot be used in a terminal of this size."""
    return size.width < LEAST.width or size.height < LEAST.height


class SmallScreen(ModalScreen[None]):
    """Says how large the terminal is and should be; goes by itself once it is large enough."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "app.quit", show=False)]

    def __init__(self, words: Catalogue) -> None:
        super().__init__()
        self._words = words
        self._leaving = False

    def compose(self) -> ComposeResult:
        """A sentence that tells, and one that helps."""
        with Vertical():
            yield Static(id="small-told", markup=False)
            yield Static(self._words.text("app-small-advice"), id="small-advice", markup=False)

    def on_screen_resume(self) -> None:
        """What lay above it is gone; the terminal may be large by now."""
        self._judge(self.app.size)

    def on_screen_suspend(self) -> None:
        """Another screen was opened above; it has no more room than the others."""
        if too_small(self.app.size):
            self.app.call_later(self.app.push_screen, SmallScreen(self._words))

    def on_resize(self, event: events.Resize) -> None:
        """The terminal has another size."""
        self._judge(event.size)

    def _judge(self, size: Size) -> None:
        if not too_small(size):
            if self.app.screen is self and not self._leaving:
                self._leaving = True
                self.dismiss()
            return
        told = self._words.text(
            "app-small",
            columns=size.width,
            rows=size.height,
            least_columns=LEAST.width,
            least_rows=LEAST.height,
        )
        self.query_one("#small-told", Static).update(told)
