"""A line that tells what came of something, or, when that takes more than half a second, how long it is taking."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from tui.bars import CLICK
from tui.waiting import Wait, waiting_line

if TYPE_CHECKING:
    from course.catalogue import Catalogue

PATIENCE = 0.5
"""Seconds in which nothing is shown of a wait, so that what is quick does not flicker."""
TICK = 0.2
"""Seconds between two paints of the bar."""


class WaitingLine(Static):
    """Words in one line, in whose place a bar stands during a long wait; a click on the bar's words stops it."""

    DEFAULT_CSS = """
    WaitingLine { height: 1; padding: 0 2; background: $bar; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._timer: Timer | None = None
        self._frame = 0

    def wait(self, wait: Wait, words: Catalogue, *, slow: Callable[[], None] | None = None) -> None:
        """Shows a bar once the wait has become long; `slow` is called just before."""
        self._halt()
        started = monotonic()
        self._timer = self.set_timer(PATIENCE, lambda: self._begin(wait, words, started, slow))

    def tell(self, told: Content) -> None:
        """Ends the wait and shows words."""
        self._halt()
        self.update(told)

    async def on_click(self, event: events.Click) -> None:
        """Runs what the words under the mouse stand for."""
        action = event.style.meta.get(CLICK)
        if action:
            event.stop()
            await self.run_action(action)

    def _begin(self, wait: Wait, words: Catalogue, started: float, slow: Callable[[], None] | None) -> None:
        if slow is not None:
            slow()
        self._frame = 0
        self._timer = self.set_interval(TICK, lambda: self._tick(wait, words, started))
        self._tick(wait, words, started)

    def _tick(self, wait: Wait, words: Catalogue, started: float) -> None:
        self._frame += 1
        self.update(waiting_line(wait, monotonic() - started, self._frame, words), layout=False)

    def _halt(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
