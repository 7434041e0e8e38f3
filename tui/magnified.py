"""What is said of a difference: counts, the largest errors, the cell under the glass, as sentences.

Owns their wording for the screen, the report and the plain mode alike; numbers are written as one reads them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from textual.content import Content

from tui.marks import BAD
from tui.sheets import sheet_of, signed
from tui.summaries import number_text

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.difference import TensorDifference
    from tui.magnifier import Magnifier


def index_text(index: tuple[int, ...]) -> str:
    """An index as Python writes it: `[1, 0]`."""
    return str(list(index))


def count_text(glass: Magnifier, words: Catalogue) -> str:
    """How many elements differ; empty for two shapes."""
    found = glass.difference
    if found.differing is None or found.total is None:
        return ""
    return words.text("difference-count", count=found.differing, total=found.total)


def sheet_text(glass: Magnifier, words: Catalogue) -> str:
    """What is on the screen: shape and dtype, which part, in blocks of which size."""
    found, block = glass.difference, glass.sheet.part.block
    side = found.actual
    told = [f"{side.shape} {side.dtype or ''}".strip()]
    if found.expected.shape != side.shape:
        told.append(words.text("difference-shapes", shape=str(found.expected.shape)))
    if glass.sheet.name:
        told.append(glass.sheet.name)
    if glass.sheets > 1:
        told.append(words.text("app-count", done=glass.number + 1, total=glass.sheets))
    if block != (1, 1):
        told.append(words.text("difference-block", rows=block[0], columns=block[1]))
    return "   ".join(told)


def under_text(glass: Magnifier, words: Catalogue) -> Content:
    """The cell under the glass: its index, and what stands there in each panel."""
    sheet = glass.sheet
    place = (glass.row, glass.column)
    line = Content(sheet.index(*place)).stylize("bold")
    for panel in sheet.panels:
        text = panel.cell(*place).text
        if text:
            label = Content(f"   {words.text(f'app-side-{panel.name}')} ").stylize("$muted")
            line += label + Content(text)
    return line + Content(f"   {BAD}").stylize("bold $bad") if place in sheet.odd else line


def errors_text(found: TensorDifference, words: Catalogue) -> str:
    """The first that differs, the largest errors, what is not finite, in a line; empty where none is told."""
    return "   ".join(error_texts(found, words))


def error_texts(found: TensorDifference, words: Catalogue) -> Iterator[str]:
    """The same, one by one."""
    if found.first is not None and found.actual.shape:
        yield words.text("difference-first", index=index_text(found.first))
    for key, extreme in (("absolute", found.largest_absolute), ("relative", found.largest_relative)):
        if extreme is not None:
            error = number_text(float(extreme.error))
            yield words.text(f"difference-{key}", error=error, index=index_text(extreme.index))
    for name, told in (("nan", "NaN"), ("inf", "inf")):
        ours, theirs = getattr(found.actual, name), getattr(found.expected, name)
        if ours or theirs:
            yield words.text("difference-special", name=told, ours=ours, theirs=theirs)


def element_texts(found: TensorDifference, most: int) -> Iterator[tuple[str, str, str, str]]:
    """Index, yours, expected and difference of the first elements that differ, as far as they are known."""
    return islice(_elements(found), most)


def _elements(found: TensorDifference) -> Iterator[tuple[str, str, str, str]]:
    for part in found.parts:
        if part.block != (1, 1) or part.error is None or part.expected is None or part.actual is None:
            continue
        sheet = sheet_of(part)
        for row, column in sheet.differing:
            ours, theirs = part.actual[row][column], part.expected[row][column]
            error = signed(theirs, ours, part.error[row][column])
            yield sheet.index(row, column), number_text(ours), number_text(theirs), number_text(error)
