"""Finding and replacing in lines of text, without a widget.

A query is plain text on one line. It minds capitals only when it has one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """One occurrence."""

    row: int
    """The line, from 0."""
    start: int
    """The column of its first character, from 0."""
    end: int
    """The column after its last character."""


def matches(lines: Sequence[str], query: str) -> list[Match]:
    """All occurrences of a query, from top to bottom; none of an empty one."""
    if not query:
        return []
    pattern = _pattern(query)
    return [Match(row, *found.span()) for row, line in enumerate(lines) for found in pattern.finditer(line)]


def index_from(found: Sequence[Match], row: int, column: int) -> int | None:
    """The position of the first match at or after a place, around the end; None when there are none."""
    return bisect_left(found, Match(row, column, 0)) % len(found) if found else None


def stepped(found: Sequence[Match], row: int, column: int, direction: int) -> int | None:
    """The position of the match after a place (direction 1) or before it (-1), around the ends."""
    if not found:
        return None
    position = bisect_left(found, Match(row, column, 0))
    at_match = position < len(found) and found[position].row == row and found[position].start == column
    step = direction if direction < 0 or at_match else 0
    return (position + step) % len(found)


def replaced(lines: Sequence[str], found: Sequence[Match], replacement: str) -> list[str]:
    """The lines with another text in place of every match."""
    new = list(lines)
    for row, group in groupby(found, key=lambda match: match.row):
        for match in reversed(list(group)):
            new[row] = new[row][: match.start] + replacement + new[row][match.end :]
    return new


def _pattern(query: str) -> re.Pattern[str]:
    minds_case = any(character.isupper() for character in query)
    return re.compile(re.escape(query), 0 if minds_case else re.IGNORECASE)
