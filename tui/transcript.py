"""What a running program printed, kept in order and within bounds, with its colours.

Owns the cap: the first lines and the last ones stay, what lies between is counted. Knows no screen, so
that endless printing is tested as a plain string; `tui.program_colors` makes its colours ours.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from rich.ansi import AnsiDecoder
from rich.cells import cell_len
from rich.style import Style
from rich.text import Span, Text

Stream = Literal["stdout", "stderr", "note"]
"""What the program printed, what it complained of, and what the course says of it."""

HEAD = 200
"""Lines kept from the beginning."""
TAIL = 600
"""Lines kept from the end."""
WIDEST = 2_000
"""Characters kept of one line."""
GULP = 60_000
"""Characters looked at in one call of `feed`; older ones of the same call are only counted."""
LONGEST_ESCAPE = 256
"""Characters of an escape that are waited for, when a piece of text ends within one."""

_ESCAPES = re.compile(r"\x1b(?:\[[0-9;:?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])?")
_CUT = re.compile(r"\x1b(?:\[[0-9;:?]*[ -/]*|\][^\x07\x1b]*\x1b?|[ -/]*)\Z")
"""An escape of which the end has not come yet."""
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_RESET = "\x1b[0m"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]")


@dataclass(slots=True)
class Line:
    """A line of output, open at its end while the program may still add to it."""

    stream: Stream
    text: str = ""
    spans: list[Span] = field(default_factory=list)
    """The colours and styles of parts of the text."""
    returned: bool = False
    """Whether the last character was a carriage return: what comes next overwrites the line."""

    def extend(self, piece: str, decode: Callable[[str], Text]) -> None:
        """Adds printed text without a newline; of what is overwritten at once only the colours matter."""
        parts = piece.split("\r")
        seen = [number for number, part in enumerate(parts) if _COLOUR.sub("", part)]
        last = seen[-1] if seen else len(parts) - 1
        decode(_last_colours("".join(parts[:last])))
        shown = decode(parts[last])
        if shown.plain:
            if last > 0 or self.returned:
                self.text, self.spans = "", []
            self._append(shown)
            self.returned = False
        decode("".join(parts[last + 1 :]))
        self.returned = self.returned or len(parts) > last + 1 or (last > 0 and not shown.plain)

    def _append(self, shown: Text) -> None:
        if not shown.spans and "\t" not in shown.plain:
            self.text = (self.text + shown.plain)[:WIDEST]
            return
        joined = Text(self.text, spans=self.spans, end="") + shown
        joined.expand_tabs(8)
        if len(joined) > WIDEST:
            joined = joined[:WIDEST]
        self.text, self.spans = joined.plain, joined.spans


class _Reader:
    """Reads one stream's escapes: colours and styles are kept over the ends of lines, the others dropped."""

    def __init__(self) -> None:
        self._decoder = AnsiDecoder()
        self._cut = ""
        """The beginning of an escape whose end has not come yet."""

    def whole(self, text: str) -> str:
        """The text with what was cut off before, less an escape that is cut off at its end."""
        text, self._cut = self._cut + text, ""
        cut = _CUT.search(text)
        if cut is not None and len(cut[0]) <= LONGEST_ESCAPE:
            text, self._cut = text[: cut.start()], cut[0]
        return _ESCAPES.sub(_kept, text).replace("\r\n", "\n") if "\x1b" in text or "\r" in text else text

    def decode(self, text: str) -> Text:
        """A part of a line in its styles."""
        text = _CONTROLS.sub("", text)
        if "\x1b" not in text and self._decoder.style == _PLAIN:
            return Text(text, end="")
        return self._decoder.decode_line(text)


_PLAIN = Style.null()


def _last_colours(text: str) -> str:
    """The escapes in a text that still matter behind it."""
    return "".join(_COLOUR.findall(text.rpartition(_RESET)[-1]))


def _kept(escape: re.Match[str]) -> str:
    return escape[0] if _COLOUR.fullmatch(escape[0]) else ""


@dataclass(slots=True)
class Transcript:
    """The printed lines of one run."""

    head: list[Line] = field(default_factory=list)
    tail: deque[Line] = field(default_factory=deque)
    omitted: int = 0
    """Lines left out between head and tail."""
    _open: dict[Stream, Line] = field(default_factory=dict)
    """The unfinished line of each stream, already in head or tail."""
    _readers: dict[Stream, _Reader] = field(default_factory=dict)

    def feed(self, stream: Stream, text: str) -> None:
        """Adds printed text, which may hold several lines, a part of one, carriage returns and escapes."""
        if len(text) > GULP:
            if self.wants_head:
                self.feed(stream, text[: GULP // 4])
                text = text[GULP // 4 :]
            self.drop(text[:-GULP])
            text = text[-GULP:]
        reader = self._readers.setdefault(stream, _Reader())
        pieces = reader.whole(text).split("\n")
        if not self.wants_head and len(pieces) > TAIL + 1:
            self.omitted += len(pieces) - TAIL - 1 - (stream in self._open)
            self._open.clear()
            reader.decode(_last_colours("".join(pieces[: -TAIL - 1])))
            pieces = pieces[-TAIL - 1 :]
        for piece in pieces[:-1]:
            self._extend(stream, piece, reader)
            self._open.pop(stream, None)
        if pieces[-1]:
            self._extend(stream, pieces[-1], reader)

    def drop(self, text: str) -> None:
        """Counts printed text without looking at it, when more of it waits than anyone could read."""
        lines = text.count("\n")
        self.omitted += lines
        if lines:
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

    def _extend(self, stream: Stream, piece: str, reader: _Reader) -> None:
        line = self._open.get(stream)
        if line is None:
            line = self._open[stream] = Line(stream)
            self._append(line)
        line.extend(piece, reader.decode)

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
