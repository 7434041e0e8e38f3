"""Where the learner stands in a course: what is done, what the map shows, where to go on.

Owns the decisions about lessons and steps as functions on plain data; it knows no screen, no file and no
grader. One step's own state is `tui.steps`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from course.model import Lesson

Mark = Literal["known", "visited", "changed", "passed"]
"""What is known of a step: the learner started further on; it was opened; it was passed, and has changed since;
it was passed."""

DONE: tuple[Mark, ...] = ("passed", "changed")
"""The marks of a pass, which stays one."""

SETTLED: tuple[Mark, ...] = (*DONE, "known")
"""The marks of steps that nobody has to come back to."""

StepKind = Literal["read", "quiz", "exercise"]


class Place(NamedTuple):
    """A step of a course."""

    lesson: str
    step: str

    @property
    def ref(self) -> str:
        """The name that grader and store use."""
        return f"{self.lesson}/{self.step}"


Marks = Mapping[Place, Mark]
"""The marks of all steps that have one."""


@dataclass(frozen=True, slots=True)
class StepOutline:
    """What the map needs of a step."""

    id: str
    heading: str
    kind: StepKind


@dataclass(frozen=True, slots=True)
class LessonOutline:
    """What the map needs of a lesson."""

    id: str
    title: str
    """The id as words until the lesson was read."""
    minutes: int | None = None
    """None until the lesson was read."""
    steps: tuple[StepOutline, ...] = ()
    problem: str | None = None
    """Why the lesson cannot be opened; None when it can."""
    summary: str | None = None
    """What the lesson is about; None when its author does not say, or it was not read yet."""

    @property
    def read(self) -> bool:
        """Whether the lesson's file was read."""
        return bool(self.steps) or self.problem is not None

    def place(self, index: int) -> Place:
        """The place of the step at an index."""
        return Place(self.id, self.steps[index].id)


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A row of the map."""

    id: str
    number: int
    title: str
    signs: tuple[Mark | None, ...]
    """The mark of each step, in order."""
    done: int
    minutes: int | None
    minutes_left: int | None
    problem: str | None

    @property
    def total(self) -> int:
        """How many steps the lesson has."""
        return len(self.signs)

    @property
    def finished(self) -> bool:
        """Whether every step is passed."""
        return self.total > 0 and self.done == self.total

    @property
    def settled(self) -> bool:
        """Whether every step is passed or known."""
        return self.total > 0 and all(mark in SETTLED for mark in self.signs)


@dataclass(frozen=True, slots=True)
class Resume:
    """The answer to "where do I go on?"."""

    place: Place
    lesson_title: str
    step_heading: str
    number: int
    """The step's position in its lesson, from 1."""
    minutes_left: int
    """Of this lesson."""
    fresh: bool
    """Whether nothing of the course was opened yet."""


def unread_outline(lesson_id: str) -> LessonOutline:
    """The outline of a lesson whose file was not read yet."""
    return LessonOutline(lesson_id, lesson_id.replace("-", " ").capitalize())


def outline(lesson: Lesson) -> LessonOutline:
    """The outline of a lesson."""
    steps = tuple(StepOutline(step.id, step.heading, step.kind) for step in lesson.steps)
    return LessonOutline(lesson.id, lesson.title, lesson.minutes, steps, summary=lesson.summary)


def mark_of(seen: bool, passed: bool, *, changed: bool) -> Mark | None:
    """The mark of what is kept of a step; None when the learner never was there."""
    if passed:
        return "changed" if changed else "passed"
    return "visited" if seen else None


def lesson_row(number: int, lesson: LessonOutline, marks: Marks) -> LessonRow:
    """The row of a lesson on the map."""
    signs = tuple(marks.get(lesson.place(index)) for index in range(len(lesson.steps)))
    done = sum(sign in DONE for sign in signs)
    left = None
    if lesson.minutes is not None and signs:
        left = round(lesson.minutes * sum(sign not in SETTLED for sign in signs) / len(signs))
    return LessonRow(lesson.id, number, lesson.title, signs, done, lesson.minutes, left, lesson.problem)


def lesson_rows(lessons: Sequence[LessonOutline], marks: Marks) -> list[LessonRow]:
    """All rows of the map."""
    return [lesson_row(number, lesson, marks) for number, lesson in enumerate(lessons, start=1)]


def total_done(rows: Sequence[LessonRow]) -> tuple[int, int]:
    """Steps passed, and steps in all."""
    return sum(row.done for row in rows), sum(row.total for row in rows)


def reading_order(lessons: Sequence[LessonOutline], last: Place | None) -> list[str]:
    """The ids of the lessons in the order to read them: from where the learner was last, then the others."""
    ids = [lesson.id for lesson in lessons]
    start = ids.index(last.lesson) if last is not None and last.lesson in ids else 0
    return [*ids[start:], *ids[:start]]


def resume(lessons: Sequence[LessonOutline], marks: Marks, last: Place | None) -> Resume | None:
    """Where to go on: where the learner left, unless that is settled; then the next step that is not.

    None when every step is settled, or while a lesson that comes into question was not read yet.
    """
    fresh = last is None
    by_id = {lesson.id: lesson for lesson in lessons}
    places: list[Place] = []
    for lesson_id in reading_order(lessons, last):
        lesson = by_id[lesson_id]
        if not lesson.read:
            places.append(Place(lesson_id, ""))
        places += [lesson.place(index) for index in range(len(lesson.steps))]
    start = places.index(last) if last in places else 0
    for place in (*places[start:], *places[:start]):
        if not place.step:
            return None
        if marks.get(place) not in SETTLED:
            return _resume(place, lessons, marks, fresh=fresh)
    return None


def _resume(place: Place, lessons: Sequence[LessonOutline], marks: Marks, *, fresh: bool) -> Resume:
    lesson = next(lesson for lesson in lessons if lesson.id == place.lesson)
    index = step_index(lesson, place.step)
    left = lesson_row(1, lesson, marks).minutes_left or 0
    return Resume(place, lesson.title, lesson.steps[index].heading, index + 1, max(left, 1), fresh)


def step_index(lesson: LessonOutline, step_id: str | None) -> int:
    """The position of a step, from 0; the first when the lesson has no such step."""
    return next((index for index, step in enumerate(lesson.steps) if step.id == step_id), 0)


def entry_step(lesson: LessonOutline, marks: Marks, last: Place | None) -> Place:
    """Where a lesson opens: at the step where the learner left it, or the first not settled, or the first."""
    if last is not None and last.lesson == lesson.id and marks.get(last) not in DONE:
        return lesson.place(step_index(lesson, last.step))
    for index in range(len(lesson.steps)):
        if marks.get(lesson.place(index)) not in SETTLED:
            return lesson.place(index)
    return lesson.place(0)


def neighbour(lessons: Sequence[LessonOutline], place: Place, direction: Literal[-1, 1]) -> Place | None:
    """The step before or after a step, over the borders of lessons; None at the ends of the course.

    The step's id is empty when that lesson was not read yet.
    """
    position = next(index for index, lesson in enumerate(lessons) if lesson.id == place.lesson)
    lesson = lessons[position]
    index = step_index(lesson, place.step) + direction
    if 0 <= index < len(lesson.steps):
        return lesson.place(index)
    rest = lessons[position + 1 :] if direction > 0 else lessons[:position][::-1]
    for other in rest:
        if not other.read:
            return Place(other.id, "")
        if other.steps:
            return other.place(0 if direction > 0 else len(other.steps) - 1)
    return None


def skipped(row: LessonRow) -> int:
    """How many steps that are not settled lie before the last one that is passed."""
    passed = [index for index, mark in enumerate(row.signs) if mark in DONE]
    return sum(mark not in SETTLED for mark in row.signs[: passed[-1]]) if passed else 0
