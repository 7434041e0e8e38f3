"""Completion without a screen: when it opens by itself, which names fit what was typed, what a key does to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grader.naming import typed_name
from tui.editing import without_comment

if TYPE_CHECKING:
    from grader.completing import Completion, Completions


@dataclass(frozen=True, slots=True)
class Offer:
    """The names offered at a place, of which one is chosen."""

    items: tuple[Completion, ...]
    typed: str
    """What stands there of a name."""
    signature: str | None = None
    asked: bool = False
    """Whether the learner asked for it; else it opened by itself, and Enter stays Enter until one was chosen."""
    index: int = 0
    moved: bool = False
    """Whether the learner went through the list."""

    @property
    def chosen(self) -> Completion:
        """The chosen name."""
        return self.items[self.index]

    @property
    def takes_enter(self) -> bool:
        """Whether Enter inserts the chosen name rather than a new line."""
        return (self.asked or self.moved) and self.chosen.name != self.typed


def opens_by_itself(before: str) -> bool:
    """Whether the text left of the cursor ends with the dot of a name or a bracket, outside quotes and comments."""
    value = before.removesuffix(".")
    if value == before or without_comment(before) != before or _in_quotes(before):
        return False
    name = typed_name(value)
    return value.endswith((")", "]")) or (name != "" and not name[0].isdigit())


def offer(found: Completions, before: str, *, asked: bool) -> Offer | None:
    """What is offered at the end of the text left of the cursor; None when nothing fits."""
    typed = typed_name(before)
    items = fitting(found.items, typed)
    if not items or (not asked and [item.name for item in items] == [typed]):
        return None
    return Offer(items, typed, found.signature, asked)


def fitting(items: Sequence[Completion], typed: str) -> tuple[Completion, ...]:
    """The names that begin with what was typed; those that differ in case come last."""
    exact = [item for item in items if item.name.startswith(typed)]
    near = [
        item
        for item in items
        if item.name.lower().startswith(typed.lower()) and not item.name.startswith(typed)
    ]
    return tuple(sorted(exact, key=_rank)) + tuple(sorted(near, key=_rank))


def moved(shown: Offer, by: int) -> Offer:
    """The offer with another name chosen, around the ends."""
    return replace(shown, index=(shown.index + by) % len(shown.items), moved=True)


def _rank(item: Completion) -> tuple[bool, bool, bool]:
    """Arguments first, then what is public and leaves its tensor as it is."""
    return not item.name.endswith("="), item.name.startswith("_"), item.name.endswith("_")


def _in_quotes(before: str) -> bool:
    quote, skip = "", False
    for character in before:
        if skip:
            skip = False
        elif quote:
            skip = character == "\\"
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
    return quote != ""
