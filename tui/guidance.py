"""What help tells where one is: the keys that do something here and now, and what the signs mean.

Owns which commands are listed, in which order and in how many columns; `tui.screens.help` shows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.widget import Widget

from tui.actions import Command, Where, commands_at, key_label, keys_label
from tui.marks import BAD, FULL, GOOD, HALF, KNOWN, OPEN, WARN
from tui.targets import WIDGETS, applies

if TYPE_CHECKING:
    from textual.screen import Screen

ORDER: tuple[Where, ...] = ("home", "lesson", "scratch", "difference", "editor", "panes", "app")
"""The places of commands, from the nearest to the widest; where the cursor stands comes before all."""

SIGNS = (
    (OPEN, "$muted", "app-sign-open"),
    (HALF, "$ink", "app-sign-visited"),
    (FULL, "$good", "app-sign-passed"),
    (KNOWN, "$muted", "app-sign-known"),
    (GOOD, "$good", "app-sign-right"),
    (BAD, "$bad", "app-sign-wrong"),
    (WARN, "$warn", "app-sign-attention"),
)
"""The signs, their colours, and the catalogue's keys of what they mean."""


@dataclass(frozen=True, slots=True)
class Section:
    """The commands of one place."""

    place: Where
    commands: tuple[Command, ...]


def sections(screen: Screen[object]) -> list[Section]:
    """What can be done with keys on a screen now, by place; where nothing can, no section."""
    here = [place for place in ORDER if place == "editor" and _within(place, screen)]
    order = [*here, *(place for place in ORDER if place not in here)]
    found = [Section(place, tuple(_listed(place, screen))) for place in order if _present(place, screen)]
    return [section for section in found if section.commands]


def _within(place: Where, screen: Screen[object]) -> bool:
    """Whether the cursor stands in the widget of a place."""
    inside = set(screen.query(WIDGETS[place]))
    return screen.focused is not None and any(node in inside for node in screen.focused.ancestors_with_self)


def _present(place: Where, screen: Screen[object]) -> bool:
    """Whether a place is on a screen, in sight, and open to changes."""
    if place in WIDGETS:
        return any(_in_sight(widget) for widget in screen.query(WIDGETS[place]))
    return any(applies(item, screen) for item in commands_at(place) if not item.stock)


def _in_sight(widget: Widget) -> bool:
    shown = all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))
    return shown and not getattr(widget, "read_only", False)


def _listed(place: Where, screen: Screen[object]) -> Iterable[Command]:
    for item in commands_at(place):
        if item.keys and (item.stock or applies(item, screen)):
            yield item


def shown_keys(item: Command) -> str:
    """The keys of a command, less the names that some terminals give to one of them."""
    if item.numbered:
        return keys_label(item)
    keys = [key for key in item.keys if key != "ctrl+@" and not _is_shifted(key)]
    return "  ".join(map(key_label, keys[:2]))


def _is_shifted(key: str) -> bool:
    """Whether a function key is none of the keyboard, but one of the twelve with Shift."""
    return key[0] == "f" and key[1:].isdigit() and int(key[1:]) > 12


def columns(found: Sequence[Section]) -> tuple[Sequence[Section], Sequence[Section]]:
    """The sections in two columns of about the same length, in their order; the signs go below the second."""
    lengths = [len(section.commands) + 2 for section in found]
    total = sum(lengths) + len(SIGNS) + 2
    split = min(
        range(1, len(found) + 1),
        key=lambda count: abs(total - 2 * sum(lengths[:count])),
        default=0,
    )
    return found[:split], found[split:]
