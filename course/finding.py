"""Putting a query to the index of a course: what fits it, the best first, by kind.

Owns what counts as a better match. Each word of a query must be found, as it is written or, when nothing is
found so, as something close to it; words of Chinese need no blanks between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from course.search import Index, Item, Kind

ORDER: tuple[Kind, ...] = ("term", "call", "lesson", "step")
"""The order of groups that fit equally well."""

LIMIT = 30
"""Items told of one kind."""

Score = Callable[[str, Item], float]
"""How well a word of a query, in lower case, fits an item: from 0, not at all, to 1."""

MENTIONED = 0.1
"""The score of an item whose text holds a word, and no name of which does."""

CLOSE = 0.75
"""How alike two words are, from 0 to 1, of which one may be the other with a slip."""


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind."""

    kind: Kind
    items: tuple[Item, ...]
    left_out: int
    """How many more there are."""


class _Scored(NamedTuple):
    score: float
    item: Item


def find(index: Index, query: str) -> tuple[Group, ...]:
    """What fits a query; nothing fits an empty one."""
    words = query.casefold().split()
    if not words:
        return ()
    found = _scored(index.items, words, _written)
    return _groups(found or _scored(index.items, words, _close))


def _scored(items: Iterable[Item], words: list[str], score: Score) -> list[_Scored]:
    scored = (_Scored(min(score(word, item) for word in words), item) for item in items)
    return sorted((one for one in scored if one.score > 0), key=lambda one: -one.score)


def _groups(found: list[_Scored]) -> tuple[Group, ...]:
    best: dict[Kind, float] = {}
    for score, item in found:
        best.setdefault(item.kind, score)
    kinds = sorted(best, key=lambda kind: (-best[kind], ORDER.index(kind)))
    groups = []
    for kind in kinds:
        items = tuple(
            item for score, item in found if item.kind == kind and score >= _least(kind, best[kind])
        )
        groups.append(Group(kind, items[:LIMIT], max(0, len(items) - LIMIT)))
    return tuple(groups)


def _least(kind: Kind, best: float) -> float:
    """The score below which nothing is told: a text that mentions a word, when terms are named by it."""
    return 2 * MENTIONED if kind == "term" and best > MENTIONED else 0.0


def _written(word: str, item: Item) -> float:
    """How well a word fits where it is written: in the title, in another name, in the words."""
    names = max((_in_name(word, name.casefold()) for name in item.names), default=0.0)
    return max(
        _in_name(word, item.title.casefold()), 0.9 * names, MENTIONED * (word in item.words.casefold())
    )


def _in_name(word: str, name: str) -> float:
    if word == name:
        return 1.0
    if name.startswith(word) or name.rsplit(".", 1)[-1] == word.lstrip("."):
        return 0.9
    position = name.find(word)
    if position < 0:
        return 0.0
    return 0.7 if position and not name[position - 1].isalnum() else 0.5


def _close(word: str, item: Item) -> float:
    """How alike a word is to a name, or to a word of one; 0 below `CLOSE`."""
    names = [name.casefold() for name in (item.title, *item.names)]
    parts = {part for name in names for part in (name, *name.split(), *name.split("."))}
    return max((_alike(word, part) for part in parts), default=0.0)


def _alike(word: str, other: str) -> float:
    matcher = SequenceMatcher(None, other, word)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < CLOSE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= CLOSE else 0.0
