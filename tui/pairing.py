"""Brackets and quotes that come in pairs: when a closer is added, stepped over, or taken away.

Owns the rules as functions on the text left and right of the cursor; `tui.widgets.editor` applies them.
`start` is always the place at the beginning of the line, since a string may reach into it from above.
"""

from __future__ import annotations

from tui.scanning import OPENERS, OUTSIDE, QUOTES, Place, place_after, prefix

PAIRS = OPENERS | {quote: quote for quote in QUOTES}
"""What closes each opener."""

_CLOSERS = frozenset(OPENERS.values())
_ROOM = frozenset(" \t)]},:;")
"""What may stand right of a closer that is added."""


def closer(typed: str, before: str, after: str, start: Place = OUTSIDE) -> str:
    """What is added right of the cursor when `typed` comes; empty when nothing is."""
    place = place_after(before, start)
    if not _has_room(after, place):
        return ""
    if typed in OPENERS:
        return OPENERS[typed] if place.in_code or (typed == "{" and place.formatted) else ""
    if typed not in QUOTES or not place.in_code:
        return ""
    if before.endswith(typed * 2):
        return typed * 3 if _may_open(before[:-2]) else ""
    return typed if _may_open(before) else ""


def steps_over(typed: str, before: str, after: str, start: Place = OUTSIDE) -> bool:
    """Whether `typed` is there already, as the closer of what is open, so that only the cursor moves."""
    if not after.startswith(typed):
        return False
    place = place_after(before, start)
    if typed in QUOTES:
        return place.quote in (typed, typed * 3)
    if typed not in _CLOSERS or place.comment is not None:
        return False
    if place.quote:
        return place.formatted
    return not any(OPENERS[opener] == typed for opener in place_after(before + after, start).brackets)


def empty_pair(before: str, after: str, start: Place = OUTSIDE) -> int:
    """How many characters right of the cursor go with the one that Backspace takes; 0 for none.

    They are what `closer` added when that one was typed.
    """
    typed, rest = before[-1:], before[:-1]
    added = closer(typed, rest, "", start) if typed else ""
    if not added or not after.startswith(added):
        return 0
    if typed in OPENERS and typed in place_after(before + after, start).brackets:
        return 0
    return len(added)


def splits_pair(before: str, after: str) -> bool:
    """Whether the cursor stands between a bracket and its closer, with nothing between them."""
    return before[-1:] in OPENERS and after.startswith(OPENERS[before[-1:]])


def _has_room(after: str, place: Place) -> bool:
    return not after or after[0] in _ROOM or bool(place.quote and after.startswith(place.quote))


def _may_open(before: str) -> bool:
    """Whether a quote here opens a string: not after a word, unless that is a string's prefix, or a string."""
    last = before[-1:]
    return not (last.isalnum() or last in ("_", *QUOTES)) or bool(prefix(before))
