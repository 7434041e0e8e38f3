"""Where one stands and where one can go, in words.

Owns the spoken map and the reading of a place that was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.plain.prompt import whole_number
from tui.session import LessonOutline, LessonRow, Place, skipped, step_index

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from tui.session import Mark
    from tui.study import Study


def position(study: Study, place: Place) -> tuple[int, int]:
    """The number of a step in its lesson, from 1, and how many there are."""
    lesson = study.outline(place.lesson)
    return step_index(lesson, place.step) + 1, len(lesson.steps)


def lesson_told(study: Study, lesson_id: str) -> str:
    """A lesson as one comes to it: number, title, how much of it is done."""
    row = next(row for row in study.rows() if row.id == lesson_id)
    return _lesson(row, study.words)


def step_told(study: Study, place: Place) -> str:
    """A step as one comes to it: number, kind, heading, and whether it was passed."""
    number, total = position(study, place)
    step = study.outline(place.lesson).steps[number - 1]
    kind = study.words.text(f"plain-kind-{step.kind}")
    told = study.words.text("plain-step", number=number, total=total, kind=kind, heading=step.heading)
    mark = study.signs().get(place)
    if mark in ("passed", "changed"):
        told = study.words.text("plain-step-state", step=told, state=_state(mark, study.words))
    return told


def map_lines(study: Study, shown: str | None, here: Place | None) -> list[str]:
    """All lessons, and below the one that is shown its steps."""
    lines: list[str] = []
    for row in study.rows():
        lines.append(_lesson(row, study.words))
        if row.id == shown:
            lines += _steps(study.outline(row.id), row, here, study.words)
    return lines


def lesson_named(text: str, lessons: list[LessonOutline]) -> LessonOutline | None:
    """The lesson that a number from 1 or an id names."""
    number = whole_number(text)
    if number is not None:
        return lessons[number - 1] if 0 < number <= len(lessons) else None
    return next((lesson for lesson in lessons if lesson.id == text), None)


def step_named(text: str, lesson: LessonOutline) -> Place | None:
    """The step of a lesson that a number from 1 or an id names."""
    number = whole_number(text)
    if number is not None:
        return lesson.place(number - 1) if 0 < number <= len(lesson.steps) else None
    return next((Place(lesson.id, step.id) for step in lesson.steps if step.id == text), None)


def _lesson(row: LessonRow, words: Catalogue) -> str:
    return words.text("plain-lesson", number=row.number, title=row.title, state=_progress(row, words))


def _progress(row: LessonRow, words: Catalogue) -> str:
    if row.problem is not None:
        return words.text("app-map-broken")
    if row.finished:
        return words.text("app-map-done")
    told = [words.text("plain-done", done=row.done, total=row.total)]
    if left_out := skipped(row):
        told.append(words.text("app-map-skipped", count=left_out))
    return words.text("plain-list").join(told)


def _steps(lesson: LessonOutline, row: LessonRow, here: Place | None, words: Catalogue) -> list[str]:
    lines = []
    for index, (step, mark) in enumerate(zip(lesson.steps, row.signs, strict=True)):
        told = [step.heading, words.text(f"plain-kind-{step.kind}"), _state(mark, words)]
        if lesson.place(index) == here:
            told.append(words.text("plain-here"))
        lines.append(f"{index + 1}: {words.text('plain-list').join(told)}")
    return lines


def _state(mark: Mark | None, words: Catalogue) -> str:
    return words.text(f"plain-mark-{mark or 'none'}")
