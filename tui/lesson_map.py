"""The map of lessons as lines of text: number, title, dots, how far, how long.

Owns the columns, which fit the width and Chinese titles, and the words about the line at the cursor;
`tui.widgets.lesson_map` lists the lines.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from tui.marks import WARN, dots, step_sign
from tui.session import LessonOutline, LessonRow, Marks, Place, skipped, step_index

if TYPE_CHECKING:
    from course.catalogue import Catalogue

GAP = 3
"""Cells between columns."""

TITLE = 24
"""Cells of a title that are worth more than the dots."""

INSET = 7
"""Cells before a step, which put it under the title of its lesson."""


@dataclass(frozen=True, slots=True)
class CourseMap:
    """What the map is drawn from."""

    lessons: Sequence[LessonOutline]
    rows: Sequence[LessonRow]
    signs: Marks
    """The marks of the steps."""
    here: str | None
    """The id of the lesson to go on with; None when there is none."""
    words: Catalogue

    def lines(self, width: int, unfolded: Set[str]) -> list[tuple[str, Content]]:
        """The id and the line of each lesson, and below the unfolded ones those of their steps."""
        told = map_lines(self.rows, self.here, width, self.words)
        lines: list[tuple[str, Content]] = []
        for lesson, line in zip(self.lessons, told, strict=True):
            lines.append((lesson.id, line))
            if lesson.id in unfolded:
                lines += step_lines(lesson, self.signs, width, self.words)
        return lines

    def about(self, lesson_id: str, step_id: str | None) -> Content:
        """What is to be said of a lesson, or of one of its steps."""
        lesson = next(lesson for lesson in self.lessons if lesson.id == lesson_id)
        if lesson.problem is not None:
            return Content(lesson.problem.splitlines()[0]).stylize("$warn")
        if step_id is None:
            return Content(lesson.summary or "").stylize("$muted")
        mark = self.signs.get(Place(lesson_id, step_id))
        state = self.words.text(f"app-mark-{mark or 'open'}")
        heading = lesson.steps[step_index(lesson, step_id)].heading
        return Content(f"{heading} · {state}").stylize("$muted")


def step_lines(
    lesson: LessonOutline, signs: Marks, width: int, words: Catalogue
) -> list[tuple[str, Content]]:
    """The name and the line of each step of a lesson: its sign, number, heading and kind."""
    lines = []
    headings = [Content(step.heading) for step in lesson.steps]
    widest = min(max((heading.cell_length for heading in headings), default=0), max(8, width - INSET - 20))
    for index, (step, heading) in enumerate(zip(lesson.steps, headings, strict=True)):
        place = lesson.place(index)
        number = Content(f" {index + 1:>2}  ").stylize("$muted")
        kind = Content(f"   {words.text(f'app-kind-{step.kind}')}").stylize("$muted")
        heading = heading.truncate(widest, ellipsis=True)
        heading = heading.pad_right(max(0, widest - heading.cell_length))
        line = Content(" " * INSET) + step_sign(signs.get(place)) + number + heading + kind
        lines.append((place.ref, line.truncate(width, ellipsis=True)))
    return lines


def map_lines(rows: Sequence[LessonRow], here: str | None, width: int, words: Catalogue) -> list[Content]:
    """One line for each lesson; `here` is the id of the lesson to go on with.

    When the width does not do, the minutes go first, then the titles are cut to `TITLE` cells, then the dots
    go, and the titles are cut as far as they must be.
    """
    columns = [_columns(row, row.id == here, words) for row in rows]
    if not columns:
        return []
    sizes = [max(cells[index].cell_length for cells in columns) for index in range(len(columns[0]))]
    if _total(sizes) > width:
        sizes[4] = 0
    if _total(sizes) - max(0, sizes[1] - TITLE) > width:
        sizes[2] = 0
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
    if not row.signs:
        return Content(words.text("app-map-reading")).stylize("$muted")
    if row.settled:
        return Content(words.text("app-map-done" if row.finished else "app-map-known")).stylize("$muted")
    if not any(row.signs):
        return Content("")
    told = Content(words.text("app-map-some", done=row.done, total=row.total))
    told = told.pad_left(len(str(row.total)) - len(str(row.done)))
    left_out = skipped(row)
    if left_out:
        told = told + Content("  " + words.text("app-map-skipped", count=left_out)).stylize("$muted")
    return told
