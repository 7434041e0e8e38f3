"""The map of lessons as lines of text: number, title, dots, how far, how long.

Owns the columns, which fit the width and Chinese titles; `tui.widgets.lesson_map` lists the lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from tui.marks import WARN, dots
from tui.session import LessonRow, skipped

if TYPE_CHECKING:
    from course.catalogue import Catalogue

GAP = 3
"""Cells between columns."""


def map_lines(rows: Sequence[LessonRow], here: str | None, width: int, words: Catalogue) -> list[Content]:
    """One line for each lesson; `here` is the id of the lesson to go on with.

    When the width does not do, the minutes go first, then the dots, then the titles are cut.
    """
    columns = [_columns(row, row.id == here, words) for row in rows]
    if not columns:
        return []
    sizes = [max(cells[index].cell_length for cells in columns) for index in range(len(columns[0]))]
    for index in (4, 2):
        if _total(sizes) > width:
            sizes[index] = 0
    sizes[1] = max(8, min(sizes[1], sizes[1] - (_total(sizes) - width)))
    return [_line(cells, sizes) for cells in columns]


def _total(sizes: Sequence[int]) -> int:
    return sum(sizes) + GAP * sum(size > 0 for size in sizes[1:])


def _line(cells: Sequence[Content], sizes: Sequence[int]) -> Content:
    shown = [
        cell.truncate(size, ellipsis=True).pad_right(max(0, size - cell.cell_length))
        for cell, size in zip(cells, sizes, strict=True)
        if size
    ]
    return Content(" " * GAP).join(shown)


def _columns(row: LessonRow, here: bool, words: Catalogue) -> list[Content]:
    number = Content(f"{'▸' if here else ' '} {row.number:>2}").stylize("$accent" if here else "$muted")
    title = Content(row.title).stylize("bold" if here else "")
    if row.problem is not None:
        state = Content(f"{WARN} {words.text('app-map-broken')}").stylize("$warn")
        return [number, title.stylize("$muted"), Content(""), state, Content("")]
    minutes = Content("") if row.minutes is None else Content(words.text("app-minutes", minutes=row.minutes))
    return [number, title, dots(row.signs), _state(row, words), minutes.stylize("$muted")]


def _state(row: LessonRow, words: Catalogue) -> Content:
    if row.finished:
        return Content(words.text("app-map-done")).stylize("$muted")
    if not any(row.signs):
        return Content("")
    told = Content(words.text("app-map-some", done=row.done, total=row.total))
    left_out = skipped(row)
    if left_out:
        told = told + Content("  " + words.text("app-map-skipped", count=left_out)).stylize("$muted")
    return told
