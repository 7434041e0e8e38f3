"""The line that is shown while something takes long: what it is, how far, how to stop it.

Owns the bar and its words, as `Content`; when it appears is decided by `tui.widgets.waiting`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.content import Content
from textual.style import Style

from tui.bars import CLICK

if TYPE_CHECKING:
    from course.catalogue import Catalogue

Work = Literal["run", "check", "case", "opening"]
"""What is waited for; its words are `app-waiting-WORK`."""

CELLS = 16
"""The cells of a bar."""
MOVING = 4
"""The cells of the part that moves where nobody knows how long it takes."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Something that is waited for."""

    work: Work
    limit: float | None = None
    """Seconds after which it is given up; None when nobody knows how long it takes."""

    @property
    def can_be_stopped(self) -> bool:
        """Whether a key stops it."""
        return self.work != "opening"


def waiting_line(wait: Wait, seconds: float, frame: int, words: Catalogue) -> Content:
    """The line after some seconds; `frame` counts its paints."""
    said = Content(words.text(f"app-waiting-{wait.work}")).stylize("bold")
    line = said + Content("  ") + _bar(wait, seconds, frame) + Content(f"  {_time(wait, seconds, words)}")
    if not wait.can_be_stopped:
        return line
    stop = Content(words.text("app-running-stop")).stylize("$accent")
    return line + Content("   ") + stop.stylize(Style.from_meta({CLICK: "screen.stop"}))


def _bar(wait: Wait, seconds: float, frame: int) -> Content:
    if wait.limit is None:
        start = frame % (CELLS + MOVING) - MOVING
        cells = ["━" if start <= cell < start + MOVING else "─" for cell in range(CELLS)]
        full = [cell == "━" for cell in cells]
    else:
        done = min(CELLS, int(CELLS * seconds / wait.limit))
        full = [cell < done for cell in range(CELLS)]
    parts = (Content("━").stylize("$ink") if cell else Content("─").stylize("$faint") for cell in full)
    return Content("").join(parts)


def _time(wait: Wait, seconds: float, words: Catalogue) -> str:
    if wait.limit is None or seconds > wait.limit:
        return words.text("app-waiting-time", seconds=int(seconds))
    return words.text("app-waiting-limit", seconds=int(seconds), limit=round(wait.limit))
