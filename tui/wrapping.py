"""Where lines of words may break: at blanks, and between Chinese characters, which have none.

Owns the rule in terminal cells. Textual breaks at blanks only, which leaves mixed Chinese lines ragged
and lets a full stop begin a line.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

_NOT_FIRST = frozenset("、。，．！？；：）》」』】〉〕”’…—～·％,.!?;:)]}%")
"""Characters that may not begin a line."""
_NOT_LAST = frozenset("（《「『【〈〔“‘([{")
"""Characters that may not end a line."""


def is_wide(character: str) -> bool:
    """Whether a character takes two cells, as Chinese characters and their punctuation do."""
    return character > "\u10ff" and cell_len(character) == 2


def may_break(before: str, after: str) -> bool:
    """Whether a line may end after the character `before` and the next begin with `after`."""
    if before == " ":
        return after != " "
    if after == " " or before in _NOT_LAST or after in _NOT_FIRST:
        return False
    return is_wide(before) or is_wide(after)


def units(text: str) -> Iterator[str]:
    """The pieces of a text that are kept whole; joined, they are the text."""
    start = 0
    for position in range(1, len(text)):
        if may_break(text[position - 1], text[position]):
            yield text[start:position]
            start = position
    if text[start:]:
        yield text[start:]


def break_offsets(text: str, width: int) -> list[int]:
    """Where new lines begin, in characters, when one line of text is set in `width` cells."""
    width = max(width, 2)
    offsets: list[int] = []
    position = used = 0
    for unit in units(text):
        if used and used + cell_len(unit.rstrip(" ")) > width:
            offsets.append(position)
            used = 0
        for piece in _folded(unit, width):
            if used and piece is not unit and used + cell_len(piece) > width:
                offsets.append(position)
                used = 0
            used += cell_len(piece)
            position += len(piece)
    return offsets


def _folded(unit: str, width: int) -> list[str]:
    """A unit too wide for any line, cut into pieces that fit; any other unit as it is."""
    if cell_len(unit.rstrip(" ")) <= width:
        return [unit]
    pieces, start, used = [], 0, 0
    for position, character in enumerate(unit):
        cells = cell_len(character)
        if used + cells > width and character != " ":
            pieces.append(unit[start:position])
            start, used = position, 0
        used += cells
    return [*pieces, unit[start:]]
