"""How the panes of a lesson share the screen: words beside work, and in the work, code above results.

Owns sizes in cells, as functions without a screen; `tui.widgets.panes` applies them, `tui.widgets.splitter`
is what the mouse takes hold of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Direction = Literal["across", "down"]
"""Words beside work; code above results."""

SIDE_BY_SIDE = 100
"""Columns from which the panes stand beside each other."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What holds for one direction; sizes in cells."""

    share: float
    """The first pane's part of the room, until the learner chose another."""
    most: int
    """The first pane's size is not more than this, until the learner chose another."""
    first: int
    """The fewest of the first pane."""
    second: int
    """The fewest of the second pane."""
    step: int
    """How far a key moves the border."""


LIMITS: dict[Direction, Limits] = {
    "across": Limits(share=0.45, most=90, first=30, second=40, step=4),
    "down": Limits(share=0.5, most=10_000, first=4, second=5, step=2),
}


def first_size(direction: Direction, share: float | None, room: int) -> int:
    """The first pane's size in `room` cells, which both share; None stands for what is chosen for the learner.

    Where the room does not do for both, each gets its part of what its fewest would be.
    """
    limits = LIMITS[direction]
    if room < limits.first + limits.second:
        return max(0, room * limits.first // (limits.first + limits.second))
    wanted = min(round(room * limits.share), limits.most) if share is None else round(room * share)
    return min(max(wanted, limits.first), room - limits.second)


def share_of(direction: Direction, size: int, room: int) -> float:
    """The share of a first pane of a size, as far as it may have that."""
    if room <= 0:
        return LIMITS[direction].share
    return first_size(direction, size / room, room) / room


def stepped(direction: Direction, share: float | None, room: int, steps: int) -> float:
    """The share after the border was moved by keys; negative steps make the first pane smaller."""
    size = first_size(direction, share, room) + steps * LIMITS[direction].step
    return share_of(direction, size, room)


def setting_of(direction: Direction) -> str:
    """The name under which a share is kept."""
    return f"split-{direction}"


def written(share: float | None) -> str:
    """A share as it is kept."""
    return "" if share is None else f"{share:.4f}"


def read(kept: str | None) -> float | None:
    """A kept share; None where there is none that can be used."""
    try:
        share = float(kept or "")
    except ValueError:
        return None
    return share if 0 < share < 1 else None
