"""A magnifying glass over a difference: which sheet, which cell, how close, and what of it is in sight.

Owns the state and its transitions, without a screen; `tui.widgets.magnifier` draws it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from tui.sheets import Sheet, sheet_of

if TYPE_CHECKING:
    from grader.difference import TensorDifference

Zoom = Literal["points", "shades", "numbers"]
ZOOMS: tuple[Zoom, ...] = ("points", "shades", "numbers")
"""One sign for each element, two beside each other, which look square, or its number."""

BETWEEN = 2
"""Cells between two panels."""
HEADING = 10
"""Cells for the heading of a panel, where there is so much room."""


@dataclass(frozen=True, slots=True)
class Window:
    """What is in sight."""

    top: int
    left: int
    rows: int
    columns: int
    pitch: int
    """Cells of the screen for each cell of a panel."""
    gutter: int
    """Cells for the numbers of the rows, with a blank behind them; 0 for a vector."""
    stacked: bool
    """Whether the panels lie below each other, as those of a vector do."""
    width: int
    """Cells of the screen for each panel."""


@dataclass(frozen=True, slots=True)
class Magnifier:
    """Where one looks."""

    difference: TensorDifference
    sheet: Sheet
    number: int = 0
    """Of the sheet, from 0."""
    row: int = 0
    column: int = 0
    zoom: Zoom = "numbers"

    @classmethod
    def over(cls, difference: TensorDifference) -> Magnifier:
        """A glass over the first cell that differs."""
        return cls(difference, sheet_of(difference.parts[0])).to_difference(0)

    @property
    def sheets(self) -> int:
        """How many sheets there are."""
        return len(self.difference.parts)

    def moved(self, rows: int, columns: int) -> Magnifier:
        """Some cells further, as far as there are any."""
        row = min(max(0, self.row + rows), max(0, self.sheet.rows - 1))
        return replace(
            self, row=row, column=min(max(0, self.column + columns), max(0, self.sheet.columns - 1))
        )

    def turned(self, by: int) -> Magnifier:
        """Another sheet."""
        number = min(max(0, self.number + by), self.sheets - 1)
        if number == self.number:
            return self
        return replace(self, number=number, sheet=self._sheet(number)).moved(0, 0)

    def zoomed(self, by: int) -> Magnifier:
        """Closer, or farther away."""
        place = min(max(0, ZOOMS.index(self.zoom) + by), len(ZOOMS) - 1)
        return replace(self, zoom=ZOOMS[place])

    def to_difference(self, by: int) -> Magnifier:
        """The next cell that differs, or the one before (-1), or this one if it does (0), on whichever sheet it is."""
        here = (self.row, self.column)
        odd = self.sheet.differing
        if by < 0:
            found = next((place for place in reversed(odd) if place < here), None)
        else:
            found = next((place for place in odd if place > here or (by == 0 and place == here)), None)
        if found is not None:
            return replace(self, row=found[0], column=found[1])
        following = self.number + (by or 1)
        while 0 <= following < self.sheets:
            sheet = self._sheet(following)
            if sheet.differing:
                row, column = sheet.differing[0 if by >= 0 else -1]
                return replace(self, number=following, sheet=sheet, row=row, column=column)
            following += by or 1
        return self

    def window(self, width: int, height: int) -> Window:
        """What is in sight in some room, of which each stack of rows has a line for its heading."""
        sheet = self.sheet
        stacked = sheet.rows <= 1
        panels = 1 if stacked else len(sheet.panels)
        gutter = 0 if stacked else len(str(self.row_number(sheet.rows - 1))) + 1
        pitch = {"points": 1, "shades": 2, "numbers": sheet.widest + 2}[self.zoom]
        room = (width - gutter - (panels - 1) * BETWEEN) // panels
        columns = max(1, min(sheet.columns, room // pitch))
        rows = max(1, min(sheet.rows, height - 1))
        return Window(
            top=_start(self.row, rows, sheet.rows),
            left=_start(self.column, columns, sheet.columns),
            rows=rows,
            columns=columns,
            pitch=pitch,
            gutter=gutter,
            stacked=stacked,
            width=room if stacked else max(columns * pitch, min(room, HEADING)),
        )

    def _sheet(self, number: int) -> Sheet:
        return sheet_of(self.difference.parts[number])

    def row_number(self, row: int) -> int:
        """The index of a row in the tensor."""
        at = self.sheet.part.at
        return (at[-2] if len(at) > 1 else 0) + row * self.sheet.part.block[0]


def _start(focus: int, size: int, whole: int) -> int:
    """Where what is in sight begins, with the focus in its middle as far as possible."""
    return max(0, min(focus - size // 2, whole - size))
