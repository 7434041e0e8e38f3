"""Tensors' values as grids of numbers: aligned by the point, cut to what fits, odd ones marked.

Owns how numbers are written and which part of a tensor is shown; knows no widget. Two grids that are to be
read beside each other are written by one `NumberFormat`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from textual.content import Content

from tui.marks import BAD

CUT = "…"
GAP = 2
"""Cells between two columns of numbers, of which the first may hold a sign."""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How all numbers of a grid are written, so that they can be compared by eye."""

    decimals: int
    scientific: bool = False

    @classmethod
    def of(cls, values: Iterable[Any], apart: Iterable[tuple[Any, Any]] = ()) -> NumberFormat:
        """The shortest way to write some numbers so that each pair of `apart` looks different."""
        found = [abs(value) for value in values if isinstance(value, float) and math.isfinite(value)]
        sizes = [size for size in found if size]
        scientific = bool(sizes) and (max(sizes) >= 1e6 or max(sizes) < 1e-3)
        whole = 1 if found else 0
        decimals = next(
            (n for n in range(whole, 4) if not scientific and all(round(x, n) == x for x in found)), 4
        )
        pairs = list(apart)
        while decimals < 8 and any(_looks_same(cls(decimals, scientific), *pair) for pair in pairs):
            decimals += 1
        return cls(decimals, scientific)

    def text(self, value: Any) -> str:
        """One number; what is no float stands as it is."""
        if not isinstance(value, float):
            return str(value)
        return f"{value:.{self.decimals}{'e' if self.scientific else 'f'}}"


def _looks_same(form: NumberFormat, one: Any, other: Any) -> bool:
    return isinstance(one, float) and isinstance(other, float) and form.text(one) == form.text(other)


@dataclass(frozen=True, slots=True)
class Grid:
    """A tensor's elements, each as text."""

    cells: tuple[str, ...]
    """Row by row."""
    shape: tuple[int, ...]
    cell: int
    """The cells that each element takes."""
    marked: frozenset[int] = frozenset()
    """Positions of the elements that stand out."""
    sign: str = ""
    """What stands behind a marked element, in the gap between two."""

    @property
    def columns(self) -> int:
        """How many numbers stand in a line."""
        return self.shape[-1] if self.shape else 1

    @property
    def rows(self) -> int:
        """How many lines a slice has."""
        return self.shape[-2] if len(self.shape) > 1 else 1

    @property
    def width(self) -> int:
        """The cells that a whole line takes."""
        return self._wide(self.columns)

    def title(self) -> str:
        """Which part of a tensor of more than two dimensions is shown; else empty."""
        return slice_name(self._slice(), self.shape) if len(self.shape) > 2 else ""

    def lines(self, width: int, height: int) -> list[Content]:
        """The slice with the first marked element, in the room there is; `…` stands for what is cut."""
        if not self.cells:
            return [Content("[ ]").stylize("$muted")]
        start = self._slice() * self.rows * self.columns
        row, column = divmod(self._focus - start, self.columns)
        fitting, shown = self._fitting(width), self.rows if self.rows <= height else max(1, height - 1)
        left, top = _window(column, fitting, self.columns), _window(row, shown, self.rows)
        lines = [
            self._line(start + number * self.columns, left, fitting) for number in range(top, top + shown)
        ]
        if shown < self.rows:
            lines.append(Content(f"{CUT} {top}–{top + shown - 1} / {self.rows}").stylize("$muted"))
        return lines

    @property
    def _focus(self) -> int:
        return min(self.marked, default=0)

    def _wide(self, columns: int) -> int:
        return columns * (self.cell + GAP) - 1

    def _fitting(self, width: int) -> int:
        """How many columns there is room for, beside the signs of what is cut."""
        if self.width <= width:
            return self.columns
        return max(1, min(self.columns, (width - 2 * len(CUT) - GAP) // (self.cell + GAP)))

    def _slice(self) -> int:
        return self._focus // (self.rows * self.columns)

    def _line(self, start: int, left: int, fitting: int) -> Content:
        pieces = [self._element(start + column) for column in range(left, left + fitting)]
        cut = Content(CUT).stylize("$muted")
        if left:
            pieces.insert(0, cut)
        if left + fitting < self.columns:
            pieces.append(cut)
        return Content(" ").join(pieces).rstrip(" ")

    def _element(self, position: int) -> Content:
        text = self.cells[position].rjust(self.cell)
        if position in self.marked:
            return Content(text + (self.sign or " ")).stylize("bold $bad" if self.sign else "bold $ink")
        return Content(text + " ").stylize("$muted" if self.marked else "$ink")


def slice_name(number: int, shape: tuple[int, ...]) -> str:
    """The name of a matrix within a tensor of more dimensions, by its position: `[1, :, :]`."""
    indices: list[str] = []
    for size in reversed(shape[:-2]):
        number, index = divmod(number, max(size, 1))
        indices.append(str(index))
    return f"[{', '.join([*reversed(indices), ':', ':'])}]"


def grid_of(values: Sequence[Any], shape: tuple[int, ...]) -> Grid:
    """A grid on its own."""
    form = NumberFormat.of(values)
    cells = tuple(map(form.text, values))
    return Grid(cells, shape, _widest(cells))


def grids_of(
    ours: Sequence[Any],
    theirs: Sequence[Any],
    shapes: tuple[tuple[int, ...], tuple[int, ...]],
    odd: Sequence[int],
) -> tuple[Grid, Grid]:
    """Two grids to be read beside each other; the elements at `odd` differ."""
    form = NumberFormat.of([*ours, *theirs], [(theirs[index], ours[index]) for index in odd])
    sides = tuple(map(form.text, ours)), tuple(map(form.text, theirs))
    cell, marked = max(map(_widest, sides)), frozenset(odd)
    sign = BAD if odd else ""
    return (
        Grid(sides[0], shapes[0], cell, marked, sign),
        Grid(sides[1], shapes[1], cell, marked),
    )


def _widest(cells: Sequence[str]) -> int:
    return max(map(len, cells), default=1)


def _window(focus: int, size: int, whole: int) -> int:
    """Where a window of some size begins that lets the focus be seen, with one before it."""
    return max(0, min(focus - 1, whole - size)) if focus >= size else 0
