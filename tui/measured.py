"""A measured difference of two tensors as facts and numbers: what the judge counted, and the part that shows it best.

It stands apart from `tui.comparison`, which has summaries alone to go by.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from course.message import Message, Value
from tui.facts import Comparison, Fact, GridPair
from tui.grids import Grid, NumberFormat, grids_of
from tui.magnified import index_text
from tui.sheets import EQUAL, Sheet, sheet_of
from tui.summaries import number_text

if TYPE_CHECKING:
    from grader.difference import Part, TensorDifference


def measured(found: TensorDifference) -> Comparison:
    """The comparison of two arrays."""
    part = next((part for part in found.parts if part.differing and part.block == (1, 1)), None)
    part = part or next((part for part in found.parts if part.block == (1, 1)), None)
    facts = tuple(_facts(found, part))
    same = found.differing == 0
    is_number = not any((found.expected.shape, found.actual.shape))
    grids = _grids(found, part) if part is not None and not same and not is_number else None
    return Comparison(facts, grids)


def _facts(found: TensorDifference, part: Part | None) -> Iterator[Fact]:
    ours, theirs = found.actual, found.expected
    yield Fact("dtype", str(ours.dtype), str(theirs.dtype), ours.dtype == theirs.dtype)
    for name in ("device", "type", "requires_grad"):
        one, other = getattr(ours, name), getattr(theirs, name)
        if one != other:
            yield Fact(name, str(one), str(other), False)
    yield Fact("shape", str(tuple(ours.shape)), str(tuple(theirs.shape)), ours.shape == theirs.shape)
    if found.differing is None or part is None:
        return
    yield from _values(found, part)
    yield from _errors(found)
    for name in ("nan", "inf"):
        one, other = getattr(ours, name), getattr(theirs, name)
        if one or other:
            yield Fact(name, str(one), str(other), one == other)


def _values(found: TensorDifference, part: Part) -> Iterator[Fact]:
    """How many elements differ, or the one there is."""
    if not found.actual.shape:
        (theirs,), (ours,) = (*(part.expected or []), *(part.actual or []))
        form = NumberFormat.of([theirs, ours], [(theirs, ours)] if found.differing else [])
        yield Fact("value", form.text(ours), form.text(theirs), not found.differing)
    elif found.differing and found.total is not None and found.first is not None:
        counts: dict[str, Value] = {"count": found.differing, "total": found.total}
        said = Message("app-fact-unlike", {**counts, "first": index_text(found.first)})
        yield Fact("values", said, None, False)
    elif found.total:
        yield Fact("values", Message("app-fact-all-equal"), None, True)


def _errors(found: TensorDifference) -> Iterator[Fact]:
    """The largest errors of an array."""
    absolute, relative = found.largest_absolute, found.largest_relative
    if absolute is None or not found.actual.shape:
        return
    told = {"error": number_text(float(absolute.error)), "index": index_text(absolute.index)}
    if relative is None:
        yield Fact("error", Message("app-fact-error-absolute", {**told}), None, None)
        return
    more = {"relative": number_text(float(relative.error)), "where": index_text(relative.index)}
    yield Fact("error", Message("app-fact-error-both", {**told, **more}), None, None)


def _grids(found: TensorDifference, part: Part) -> GridPair:
    """The numbers of a part, the elements that differ marked."""
    sheet = sheet_of(part)
    shapes = [_shape(part, side, found) for side in (part.actual, part.expected)]
    ours, theirs = (list(chain.from_iterable(side or [])) for side in (part.actual, part.expected))
    odd = [row * sheet.columns + column for row, column in part.differing]
    actual, expected = grids_of(ours, theirs, (shapes[0], shapes[1]), odd)
    difference = _difference(sheet, shapes[0]) if odd else None
    return GridPair(actual, expected, difference, sheet.name)


def _shape(part: Part, side: list[list[Any]] | None, found: TensorDifference) -> tuple[int, ...]:
    rows = side or []
    columns = len(rows[0]) if rows else 0
    return (columns,) if len(part.at) < 2 and len(found.actual.shape) < 2 else (len(rows), columns)


def _difference(sheet: Sheet, shape: tuple[int, ...]) -> Grid:
    cells = [cell.text for row in sheet.panels[-1].cells for cell in row]
    marked = frozenset(position for position, text in enumerate(cells) if text != EQUAL)
    return Grid(tuple(cells), shape, max(map(len, cells), default=1), marked)
