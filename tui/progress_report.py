"""What was done in a course, for the command line: lesson by lesson, as a table and as JSON.

Owns these two forms; where the learner stands is decided in `tui.session`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.content import Content

from tui.marks import FULL, HALF, OPEN, WARN
from tui.moments import moment
from tui.session import LessonOutline, LessonRow, Mark, Place, lesson_rows, skipped, total_done
from tui.setting import table
from tui.study import read_outline

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.loader import Course
    from course.progress import Progress


@dataclass(frozen=True, slots=True)
class Done:
    """A lesson, and when the learner was there."""

    row: LessonRow
    last_at: str | None
    """None when that never was."""


def lessons_done(course: Course, store: Progress) -> list[Done]:
    """Every lesson of a course, in order; reads them all."""
    outlines: list[LessonOutline] = []
    marks: dict[Place, Mark] = {}
    last: dict[str, str | None] = {}
    for lesson_id in course.lesson_ids:
        found, kept = read_outline(course, lesson_id)
        states = {place: store.state(each.key) for place, each in kept.items()}
        for place, state in states.items():
            if (mark := kept[place].mark(state)) is not None:
                marks[place] = mark
        last[lesson_id] = max((state.last_at or "" for state in states.values()), default="") or None
        outlines.append(found)
    return [Done(row, last[row.id]) for row in lesson_rows(outlines, marks)]


def progress_table(course: Course, done: Sequence[Done], words: Catalogue, width: int) -> str:
    """The course in one line, and a line for each lesson."""
    passed, total = total_done([each.row for each in done])
    told = words.text("cli-progress-total", done=passed, total=total, minutes=_minutes_left(done))
    rows = [[Content(cell) for cell in _cells(each, words)] for each in done]
    return f"{course.title}\n{told}\n\n{table(rows, width, headed=False).plain}"


def progress_document(course: Course, done: Sequence[Done]) -> dict[str, Any]:
    """The same as one JSON object."""
    passed, total = total_done([each.row for each in done])
    return {
        "format": 1,
        "course": course.id,
        "title": course.title,
        "done": passed,
        "total": total,
        "minutes_left": _minutes_left(done),
        "lessons": [_lesson_document(each) for each in done],
    }


def _minutes_left(done: Sequence[Done]) -> int:
    return sum(each.row.minutes_left or 0 for each in done)


def _cells(each: Done, words: Catalogue) -> list[str]:
    row = each.row
    if row.problem is not None:
        return [WARN, row.title, words.text("app-map-broken"), "", ""]
    sign = FULL if row.finished else HALF if any(row.signs) else OPEN
    left = words.text("cli-progress-left", minutes=row.minutes_left or 0)
    return [
        sign,
        row.title,
        words.text("app-map-some", done=row.done, total=row.total),
        words.text("app-map-done") if row.finished else left,
        moment(each.last_at, words) if each.last_at is not None else words.text("cli-progress-never"),
    ]


def _lesson_document(each: Done) -> dict[str, Any]:
    row = each.row
    return {
        "id": row.id,
        "title": row.title,
        "done": row.done,
        "total": row.total,
        "skipped": skipped(row),
        "minutes": row.minutes,
        "minutes_left": row.minutes_left,
        "last_at": each.last_at,
        "problem": row.problem,
    }
