"""One-line bars: what stands left and right in a title bar, and which keys a key bar has room for.

Owns the setting of words into cells, as functions on `Content`; the widgets only show the result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.style import Style

GAP = 3
"""Cells between two entries."""

CLICK = "press"
"""Under this name text carries what a click on it does; Textual's own would colour it as a link."""


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of a key bar."""

    key: str
    """As shown; may be empty."""
    label: str
    action: str
    """What a click runs, such as `screen.run`."""
    primary: bool = False
    """Whether it is what to do next."""


def spread(left: Content, middles: Sequence[Content], right: Content, width: int) -> Content:
    """Three texts over one line; of the middles the first that has room, or none, then the left is cut."""
    free = width - left.cell_length - right.cell_length - 2 * GAP
    middle = next((middle for middle in middles if middle.cell_length <= free), Content(""))
    room = max(0, width - right.cell_length - (GAP if right else 0))
    if left.cell_length > room:
        left = left.truncate(room, ellipsis=True)
    if not middle:
        return left.pad_right(max(0, width - left.cell_length - right.cell_length)) + right
    before = max(left.cell_length + GAP, (width - middle.cell_length) // 2)
    before = min(before, width - right.cell_length - GAP - middle.cell_length)
    line = left.pad_right(before - left.cell_length) + middle
    return line.pad_right(width - line.cell_length - right.cell_length) + right


def key_entry(entry: Key) -> Content:
    """One entry, which a click runs."""
    colour = "$accent" if entry.primary else "$ink"
    words = Content(entry.label).stylize("bold $accent" if entry.primary else "$muted")
    if entry.key:
        words = Content(entry.key).stylize(f"bold {colour}") + Content(" ") + words
    return words.stylize(Style.from_meta({CLICK: entry.action})) if entry.action else words


def key_line(entries: Sequence[Key], fixed: Sequence[Key], width: int) -> Content:
    """As many entries as fit, in order, and the fixed ones at the right; of those, too, the first go last."""
    right = Content("")
    for entry in fixed:
        item = key_entry(entry)
        right = right + Content(" " * GAP) + item if right else item
    if right.cell_length > width // 2:
        right = key_entry(fixed[0])
    room = width - right.cell_length - GAP
    left = Content("")
    for entry in entries:
        item = key_entry(entry)
        joined = left + Content(" " * GAP) + item if left else item
        if joined.cell_length > room:
            break
        left = joined
    return left.pad_right(max(0, width - left.cell_length - right.cell_length)) + right
