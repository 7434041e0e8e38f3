"""What the last program bound and showed: a list of values, each in a line, and how a chosen one is drawn.

Owns the decision what is told of a value and whether it is drawn as numbers or as a picture; no widget.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from textual.content import Content

from tui.grids import NumberFormat, slice_name
from tui.heat import bounds, levels, shade
from tui.summaries import is_array, number_text, shape_of, shape_text, told, values_of

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import Defined, Shown, Summary

PICTURE = 8
"""Rows and columns from which a matrix that a program shows is drawn as a picture."""
LARGE = 16
"""Columns from which any matrix is."""
GAP = 3
"""Cells between two columns of the list."""


@dataclass(frozen=True, slots=True)
class Item:
    """A value that a program bound or showed."""

    name: str
    """The name that it was bound to, or the label that it was shown with."""
    summary: Summary
    shown: bool
    """Whether the program passed it to `show`."""

    @property
    def values(self) -> list[Any] | None:
        """The elements of an array, row by row; None where they are not known."""
        return values_of(self.summary) if is_array(self.summary) else None

    @property
    def drawn(self) -> Literal["picture", "numbers", "words"]:
        """How it is drawn when it is chosen."""
        if not self.values:
            return "words"
        shape = shape_of(self.summary)
        large = len(shape) > 1 and (shape[-1] >= LARGE or (self.shown and min(shape[-2:]) >= PICTURE))
        return "picture" if large else "numbers"


@dataclass(slots=True)
class Gallery:
    """The values of one run, in the order in which they are listed: shown ones first."""

    _shown: list[Item] = field(default_factory=list)
    _bound: list[Item] = field(default_factory=list)

    def show(self, event: Shown, unnamed: str) -> None:
        """The program showed a value; `unnamed` is its label where it has none."""
        self._shown.append(Item(event.label or f"{unnamed} {len(self._shown) + 1}", event.summary, True))

    def define(self, event: Defined) -> None:
        """The program came to its end with these names."""
        self._bound = [Item(name, summary, False) for name, summary in event.names]

    @property
    def bound(self) -> list[tuple[str, Summary]]:
        """Names and values that the program had at its end."""
        return [(item.name, item.summary) for item in self._bound]

    @property
    def items(self) -> list[Item]:
        """All values."""
        return [*self._shown, *self._bound]


def item_lines(items: Sequence[Item], words: Catalogue) -> list[Content]:
    """One line per value: name, kind and shape, dtype, values or statistics, what else matters."""
    rows = [_row(item, words) for item in items]
    sizes = [max((row[column].cell_length for row in rows), default=0) for column in range(4)]
    return [Content(" " * GAP).join([*_padded(row, sizes), row[4]]).rstrip(" ") for row in rows]


def _padded(row: Sequence[Content], sizes: Sequence[int]) -> Iterator[Content]:
    """The cells that must align; a column that is empty in all rows goes."""
    for cell, size in zip(row, sizes, strict=False):
        if size:
            yield cell.pad_right(size - cell.cell_length)


def _row(item: Item, words: Catalogue) -> tuple[Content, ...]:
    summary = item.summary
    name = Content(item.name).stylize("italic" if item.shown else "bold")
    if not is_array(summary):
        kind = Content(str(summary.get("type", "?"))).stylize("$muted")
        return name, kind, Content(""), Content(_brief(summary)), Content("")
    kind = Content(f"{summary['type']} {shape_text(summary)}")
    dtype = Content(str(summary.get("dtype", "")))
    return name, kind, dtype, Content(_numbers(summary, words)), Content(_notes(summary)).stylize("$muted")


def _brief(summary: Summary) -> str:
    """A value that is no array; its type stands in a column of its own."""
    text = told(summary)
    return "" if text == summary.get("type") else text


def _notes(summary: Summary) -> str:
    device = summary.get("device", "cpu")
    grad = summary.get("grad_fn") or ("requires_grad" if summary.get("requires_grad") else "")
    return "  ".join(note for note in (device if device != "cpu" else "", grad) if note)


def _numbers(summary: Summary, words: Catalogue) -> str:
    """The values where they are few, else what is known of them."""
    values = values_of(summary)
    if values is not None and len(values) <= 6:
        form = NumberFormat.of(values)
        return "  ".join(map(form.text, values))
    found = bounds(values) if values else (summary.get("min"), summary.get("max"))
    if found is None or None in found:
        return ""
    low, high = (number_text(number) for number in found)
    if low == high:
        return words.text("app-tensor-all", value=low)
    mean = summary.get("mean")
    if mean is None:
        return words.text("app-tensor-range", low=low, high=high)
    return words.text("app-tensor-statistics", low=low, high=high, mean=number_text(mean))


def number_lines(item: Item) -> list[Content]:
    """All values of an array as numbers, each behind the shade of its size; a line per row."""
    values = item.values or []
    shape = shape_of(item.summary)
    form = NumberFormat.of(values)
    cells = list(map(form.text, values))
    widest = max(map(len, cells), default=1)
    columns = shape[-1] if shape else 1
    shades = [shade(level) for level in levels(values)]
    lines: list[Content] = []
    for start in range(0, len(values), max(columns, 1)):
        if len(shape) > 2 and start % (columns * shape[-2]) == 0:
            lines.append(Content(slice_name(start // (columns * shape[-2]), shape)).stylize("$muted"))
        row = zip(shades[start : start + columns], cells[start : start + columns], strict=True)
        pieces = [Content(sign).stylize("$muted") + Content(f" {text:>{widest}}") for sign, text in row]
        lines.append(Content("  ").join(pieces))
    return lines


def pictures(item: Item) -> list[tuple[str, list[list[float | None]]]]:
    """The matrices of an array, each with its name, as rows of levels."""
    shape, found = shape_of(item.summary), levels(item.values or [])
    rows, columns = shape[-2:]
    size = rows * columns
    return [
        (
            slice_name(number, shape) if len(shape) > 2 else "",
            [found[start : start + columns] for start in range(number * size, (number + 1) * size, columns)],
        )
        for number in range(len(found) // size)
    ]
