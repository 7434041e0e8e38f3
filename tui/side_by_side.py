"""A comparison set into a width: facts as a table, numbers and texts beside each other, or stacked.

Owns the layout of what `tui.comparison` decided, as functions on `Content`; knows no widget.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.content import Content

from course.message import Message
from course.problem import harmless
from tui.grids import Grid
from tui.marks import BAD, GOOD
from tui.setting import TABLE_GAP, table, wrapped

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from tui.facts import Comparison, Fact, GridPair, LinePair

TALLEST = 10
"""Lines of a grid beside another."""
BETWEEN = 4
"""Cells between two grids."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Sets the parts of one comparison into any width."""

    found: Comparison
    words: Catalogue

    def facts(self, width: int) -> Content:
        """What agrees and what differs, as a table."""
        rows = [self._fact(fact) for fact in self.found.facts]
        widths = [max(row[column].cell_length for row in rows) for column in range(4)]
        if sum(widths) + 2 * TABLE_GAP + 1 <= width:
            return table([(a, b, c + Content(" ") + d) for a, b, c, d in rows], width, headed=False)
        return Content("\n").join([line for row in rows for line in self._stacked(row, width)])

    def numbers(self, width: int) -> Content:
        """The values of both sides."""
        if self.found.grids is not None:
            return self._grids(self.found.grids, width)
        return self._texts(self.found.lines, width)

    def _fact(self, fact: Fact) -> tuple[Content, Content, Content, Content]:
        """Name, yours, sign, and what was expected where that is another."""
        name = fact.name if fact.named else self.words.text(f"app-fact-{fact.name}")
        ours = self.words.render(fact.actual) if isinstance(fact.actual, Message) else fact.actual
        wrong = fact.agrees is False
        label, value = Content(harmless(name)), Content(harmless(ours)).stylize("bold $bad" if wrong else "")
        if fact.agrees:
            return (
                label.stylize("$muted"),
                value.stylize("$muted"),
                Content(GOOD).stylize("$muted"),
                Content(""),
            )
        sign = Content(BAD).stylize("bold $bad") if wrong else Content(" ")
        if fact.expected is None:
            return label, value, sign, Content("")
        expected = self._labels[1] + Content(" ") + Content(harmless(fact.expected)).stylize("bold")
        return label, value, sign, expected

    def _stacked(self, row: Sequence[Content], width: int) -> Iterator[Content]:
        """A fact over more lines, for values that are too long to stand beside each other."""
        label, value, sign, expected = row
        yield label + Content(" ") + sign
        for piece in (value, expected):
            if piece:
                yield from (line.pad_left(2) for line in wrapped(piece, width - 2).split())

    def _grids(self, pair: GridPair, width: int) -> Content:
        title = Content(f"{pair.name}{pair.actual.title()}").stylize("$muted")
        lines = [title] if title else []
        if pair.expected is None:
            return Content("\n").join([*lines, *pair.actual.lines(width, TALLEST)])
        grids = [pair.actual, pair.expected, *([pair.difference] if pair.difference is not None else [])]
        if all(len(grid.shape) == 1 for grid in grids):
            return Content("\n").join([*lines, *self._vectors(grids, width)])
        return Content("\n").join([*lines, *self._beside(grids, width)])

    def _vectors(self, grids: Sequence[Grid], width: int) -> Iterator[Content]:
        """Vectors, the elements of the same index below each other."""
        cell = max(grid.cell for grid in grids)
        labels = self._labels[: len(grids)]
        indent = max(label.cell_length for label in labels) + 2
        for label, grid in zip(labels, grids, strict=True):
            (line,) = replace(grid, cell=cell).lines(width - indent, 1)
            yield label.pad_right(indent - label.cell_length) + line

    def _beside(self, grids: Sequence[Grid], width: int) -> Sequence[Content]:
        """Grids side by side as far as they fit, the difference last, else stacked."""
        if len(grids) > 2 and sum(grid.width + BETWEEN for grid in grids) - BETWEEN > width:
            grids = grids[:2]
        room = (width - (len(grids) - 1) * BETWEEN) // len(grids)
        if len(grids) == 2 and max(grid.width for grid in grids) > room:
            half = TALLEST // 2
            pairs = zip(self._labels, grids, strict=False)
            return [line for label, grid in pairs for line in (label, *grid.lines(width, half))]
        columns = [
            [label, *grid.lines(max(room, grid.width), TALLEST)]
            for label, grid in zip(self._labels, grids, strict=False)
        ]
        beside = columns[0]
        for column in columns[1:]:
            beside = list(_columns(beside, column))
        return beside

    def _texts(self, lines: Sequence[LinePair], width: int) -> Content:
        numbered = len(str(lines[-1].number))
        room = (width - BETWEEN - numbered - 3) // 2
        yours, wanted, _ = self._labels
        left, right = [yours.pad_left(numbered + 3)], [wanted]
        for pair in lines:
            number = Content(f"{pair.number:>{numbered}} ").stylize("$muted")
            sign = Content("  ") if pair.agrees else Content(f"{BAD} ").stylize("bold $bad")
            style = "$muted" if pair.agrees else "$ink"
            left.append(sign + number + _cut(pair.actual, room).stylize(style))
            right.append(_cut(pair.expected, room).stylize(style))
        return Content("\n").join(_columns(left, right))

    @property
    def _labels(self) -> tuple[Content, Content, Content]:
        yours, wanted, difference = (
            Content(self.words.text(f"app-side-{name}")).stylize("$muted")
            for name in ("yours", "expected", "difference")
        )
        return yours, wanted, difference


def _cut(text: str | None, width: int) -> Content:
    return Content(harmless(text or "")).truncate(width, ellipsis=True)


def _columns(left: Sequence[Content], right: Sequence[Content]) -> Iterator[Content]:
    """Two columns of lines side by side."""
    widest = max(line.cell_length for line in left)
    for row in range(max(len(left), len(right))):
        line = left[row] if row < len(left) else Content("")
        other = right[row] if row < len(right) else Content("")
        yield line.pad_right(widest - line.cell_length + BETWEEN) + other
