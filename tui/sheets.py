"""A part of a difference made ready to be drawn: a level, a sign and a text for each cell of three panels.

Owns what a cell shows; which cells are in sight is decided by `tui.magnifier`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal

from tui.grids import NumberFormat
from tui.heat import NOTHING, levels, sign

if TYPE_CHECKING:
    from grader.difference import Part

PanelName = Literal["yours", "expected", "difference"]
Matrix = Sequence[Sequence[Any]]

EQUAL = "·"
"""Stands for a difference within tolerance."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a panel."""

    text: str
    """Its number."""
    sign: str
    """Its shade, or the sign of NaN or an infinity."""
    level: float | None
    """Its place on the scale, from 0 to 1; None for what has none."""


NO_CELL = Cell("", NOTHING, None)
"""Where one side is smaller than the other."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One of the matrices that stand beside each other."""

    name: PanelName
    cells: tuple[tuple[Cell, ...], ...]

    def cell(self, row: int, column: int) -> Cell:
        """A cell, also where there is none."""
        return self.cells[row][column] if row < len(self.cells) and column < len(self.cells[row]) else NO_CELL


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is on the screen at a time."""

    part: Part
    panels: tuple[Panel, ...]
    rows: int
    columns: int
    widest: int
    """Characters of the longest number."""
    differing: tuple[tuple[int, int], ...]
    """Row and column of the cells that differ, in order."""
    odd: frozenset[tuple[int, int]]
    """The same, to be asked about."""

    @property
    def name(self) -> str:
        """Its place in the tensor, as an index: `[1, :, :]`, `[1, 64:96, 0:32]`; empty for a whole matrix."""
        *start, row, column = (0, 0, *self.part.at)[-max(2, len(self.part.at)) :]
        spans = [_span(row, self.rows * self.part.block[0]), _span(column, self.columns * self.part.block[1])]
        if self.part.block != (1, 1) or not (row or column):
            spans = [":", ":"]
        wanted = spans[-min(2, len(self.part.at)) :] if self.part.at else []
        told = [*map(str, start), *wanted]
        return f"[{', '.join(told)}]" if any(item != ":" for item in told) else ""

    def index(self, row: int, column: int) -> str:
        """The index of a cell in the tensor, or of the first element that it stands for."""
        at = (0, 0, *self.part.at)[-max(2, len(self.part.at)) :]
        place = [*at[:-2], at[-2] + row * self.part.block[0], at[-1] + column * self.part.block[1]]
        return str(place[-len(self.part.at) :] if self.part.at else [])


def sheet_of(part: Part) -> Sheet:
    """A part, ready to be drawn."""
    sides = [side or [] for side in (part.actual, part.expected)]
    known = [*chain.from_iterable(chain.from_iterable(sides))]
    places, form = iter(levels(known)), NumberFormat.of(known, list(_pairs(part)))
    names: tuple[PanelName, PanelName] = ("yours", "expected")
    panels = [
        Panel(name, tuple(tuple(_cell(value, next(places), form) for value in row) for row in side))
        for name, side in zip(names, sides, strict=True)
    ]
    if part.error is not None:
        panels.append(_difference(part))
    rows = max(len(panel.cells) for panel in panels)
    columns = max((len(row) for panel in panels for row in panel.cells), default=0)
    widest = max((len(cell.text) for panel in panels for row in panel.cells for cell in row), default=1)
    return Sheet(part, tuple(panels), rows, columns, widest, tuple(part.differing), frozenset(part.differing))


def signed(expected: Any, actual: Any, error: Any) -> Any:
    """The difference of two real numbers with its sign; of others, how large it is."""
    if all(isinstance(value, int | float) and not isinstance(value, bool) for value in (expected, actual)):
        return actual - expected
    return error


def _difference(part: Part) -> Panel:
    """The third panel: nothing but a point where both are equal within tolerance."""
    odd, errors = set(part.differing), part.error or []
    sizes = [errors[row][column] for row, column in part.differing]
    place = dict(zip(part.differing, levels([0.0, *sizes])[1:], strict=True))
    told = {(row, column): _told(part, row, column) for row, column in odd}
    form = NumberFormat.of(told.values(), ((0.0, value) for value in told.values()))

    def cell(row: int, column: int) -> Cell:
        if (row, column) not in odd:
            return Cell(EQUAL, EQUAL, 0.0)
        value, level = told[row, column], place[row, column]
        text = form.text(value)
        is_more = isinstance(value, int | float) and value > 0 and part.block == (1, 1)
        return Cell(f"+{text}" if is_more else text, sign(value, _seen(level)), level)

    return Panel(
        "difference", tuple(tuple(cell(r, c) for c in range(len(row))) for r, row in enumerate(errors))
    )


def _told(part: Part, row: int, column: int) -> Any:
    error = (part.error or [])[row][column]
    if part.block != (1, 1) or part.expected is None or part.actual is None:
        return error
    return signed(part.expected[row][column], part.actual[row][column], error)


def _seen(level: float | None) -> float | None:
    """A level above that of what is equal, however small."""
    return None if level is None else max(level, 0.2)


def _pairs(part: Part) -> Iterator[tuple[Any, Any]]:
    if part.expected is not None and part.actual is not None and part.block == (1, 1):
        for row, column in part.differing:
            yield part.expected[row][column], part.actual[row][column]


def _cell(value: Any, level: float | None, form: NumberFormat) -> Cell:
    return Cell(form.text(value), sign(value, level), level)


def _span(start: int, size: int) -> str:
    return f"{start}:{start + size}"
