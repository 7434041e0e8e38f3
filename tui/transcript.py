"""What a running program printed, kept in order and within bounds.

Owns the cap: the first lines and the last ones stay, what lies between is counted. Knows no screen, so
that endless printing is tested as a plain string.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from typing import Literal

from rich.cells import cell_len

Stream = Literal["stdout", "stderr"]

HEAD = 200
"""Lines kept from the beginning."""
TAIL = 600
"""Lines kept from the end."""
WIDEST = 2_000
"""Characters kept of one line."""
GULP = 60_000
"""Characters looked at in one call of `feed`; older ones of the same call are only counted."""

_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)?")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(slots=True)
class Line:
    """A line of output, open at its end while the program may still add to it."""

    stream: Stream
    text: str
    returned: bool = False
    """Whether the last character was a carriage return: what comes next overwrites the line."""

    def extend(self, piece: str) -> None:
        """Adds printed text without a newline."""
        if "\r" in piece or self.returned:
            text = "" if self.returned and piece.strip("\r") else self.text
            self.returned = piece.endswith("\r")
            piece = (text + piece).rstrip("\r").rsplit("\r", 1)[-1]
            text = ""
        else:
            text = self.text
        self.text = (text + _CONTROLS.sub("", piece)).expandtabs(8)[:WIDEST]


@dataclass(slots=True)
class Transcript:
    """The printed lines of one run."""

    head: list[Line] = field(default_factory=list)
    tail: deque[Line] = field(default_factory=deque)
    omitted: int = 0
    """Lines left out between head and tail."""
    _open: dict[Stream, Line] = field(default_factory=dict)
    """The unfinished line of each stream, already in head or tail."""

    def feed(self, stream: Stream, text: str) -> None:
        """Adds printed text, which may hold several lines, a part of one, carriage returns and escapes."""
        if len(text) > GULP:
            if self.wants_head:
                self.feed(stream, text[: GULP // 4])
                text = text[GULP // 4 :]
            self.drop(text[:-GULP])
            text = text[-GULP:]
        text = _ESCAPES.sub("", text).replace("\r\n", "\n")
        pieces = text.split("\n")
        for piece in pieces[:-1]:
            self._extend(stream, piece)
            self._open.pop(stream, None)
        if pieces[-1]:
            self._extend(stream, pieces[-1])

    def drop(self, text: str) -> None:
        """Counts printed text without looking at it, when more of it waits than anyone could read."""
        self.omitted += text.count("\n")
        self._open.clear()

    def lines(self) -> list[Line | int]:
        """All kept lines in order; a number stands for that many lines left out."""
        gap: list[Line | int] = [self.omitted] if self.omitted else []
        return [*self.head, *gap, *self.tail]

    @property
    def wants_head(self) -> bool:
        """Whether lines still go to the head, so that printed text must not be dropped."""
        return len(self.head) < HEAD and not self.omitted

    @property
    def empty(self) -> bool:
        """Whether nothing was printed."""
        return not self.head and not self.tail

    def _extend(self, stream: Stream, piece: str) -> None:
        line = self._open.get(stream)
        if line is None:
            line = self._open[stream] = Line(stream, "")
            self._append(line)
        line.extend(piece)

    def _append(self, line: Line) -> None:
        if self.wants_head:
            self.head.append(line)
            return
        self.tail.append(line)
        if len(self.tail) > TAIL:
            self.tail.popleft()
            self.omitted += 1


def folded(text: str, width: int) -> list[str]:
    """A line cut into rows of at most `width` cells; an empty line is one empty row."""
    if width < 2 or (len(text) <= width and text.isascii()):
        return [text]
    if text.isascii():
        return [text[start : start + width] for start in range(0, len(text), width)]
    rows: list[str] = []
    row: list[str] = []
    used = 0
    for character in text:
        cells = cell_len(character)
        if used + cells > width:
            rows.append("".join(row))
            row, used = [], 0
        row.append(character)
        used += cells
    return [*rows, "".join(row)]
