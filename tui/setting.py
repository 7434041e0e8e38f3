"""Words set into a width: paragraphs that break where Chinese and English may, tables that fit.

Owns `Wrapped`, the form in which words reach the widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content
from textual.visual import Visual

from tui.wrapping import break_offsets

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.style import Style
    from textual.visual import RenderOptions

TABLE_GAP = 3
"""Cells between the columns of a table."""
NATURAL = 10_000
"""A width in which nothing must break."""


def wrapped(text: Content, width: int) -> Content:
    """A text with a newline wherever a line of `width` cells must break."""
    lines: list[Content] = []
    for line in text.split(allow_blank=True):
        offsets = break_offsets(line.plain, width)
        lines += [piece.rstrip(" ") for piece in line.divide(offsets)] if offsets else [line]
    return Content("\n").join(lines)


def hanging(marker: Content, text: Content, width: int) -> Content:
    """A text with a marker before its first line, the other lines set in below the text."""
    inset = marker.cell_length
    lines = wrapped(text, width - inset).split(allow_blank=True)
    rest = [line.pad_left(inset) for line in lines[1:]]
    return Content("\n").join([marker + lines[0] if lines else marker, *rest])


def table(rows: Sequence[Sequence[Content]], width: int, *, headed: bool = True) -> Content:
    """A table whose cells break so that the columns fit; the first row may be the heading."""
    columns = list(zip(*rows, strict=False))
    widths = column_widths([max(cell.cell_length for cell in column) for column in columns], width)
    lines: list[Content] = []
    for number, row in enumerate(rows):
        cells = [wrapped(cell, size).split(allow_blank=True) for cell, size in zip(row, widths, strict=False)]
        for index in range(max(len(cell) for cell in cells)):
            pieces = [cell[index] if index < len(cell) else Content("") for cell in cells]
            line = _row(pieces, widths)
            lines.append(line.stylize_before("$muted") if headed and number == 0 else line)
    return Content("\n").join(lines)


def _row(pieces: Sequence[Content], widths: Sequence[int]) -> Content:
    padded = [
        piece.pad_right(max(0, size - piece.cell_length)) for piece, size in zip(pieces, widths, strict=True)
    ]
    return Content(" " * TABLE_GAP).join(padded).rstrip(" ")


def column_widths(natural: Sequence[int], width: int) -> list[int]:
    """The widths of a table's columns: the natural ones, the widest cut until all fit or none exceeds 8."""
    widths = list(natural)
    room = width - TABLE_GAP * (len(widths) - 1)
    while sum(widths) > room and max(widths) > 8:
        widths[widths.index(max(widths))] -= 1
    return widths


class Wrapped(Visual):
    """A text that is set anew for each width."""

    def __init__(self, text: Content, marker: Content | None = None) -> None:
        self.text = text
        self.marker = marker
        self.at = lru_cache(maxsize=4)(self._set)
        """The text set in a width."""

    def _set(self, width: int) -> Content:
        if self.marker is not None:
            return hanging(self.marker, self.text, width)
        return wrapped(self.text, width)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Part of Textual's protocol."""
        return self.at(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Part of Textual's protocol."""
        marker = self.marker.cell_length if self.marker else 0
        return self.text.get_optimal_width(rules, container_width) + marker

    def get_minimal_width(self, rules: RulesMap) -> int:
        """Part of Textual's protocol."""
        return 2

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Part of Textual's protocol."""
        return self.at(width).plain.count("\n") + 1 if width > 0 else 0


class WrappedTable(Wrapped):
    """A table that is set anew for each width."""

    def __init__(self, rows: Sequence[Sequence[Content]], *, headed: bool = True) -> None:
        self.rows = rows
        self.headed = headed
        super().__init__(table(rows, NATURAL))

    def _set(self, width: int) -> Content:
        return table(self.rows, width, headed=self.headed)


class LaidOut(Wrapped):
    """What a function of its own sets anew for each width."""

    def __init__(self, layout: Callable[[int], Content]) -> None:
        self._layout = layout
        super().__init__(layout(NATURAL))

    def _set(self, width: int) -> Content:
        return self._layout(width)
