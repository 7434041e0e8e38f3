"""Starting further on: what lies behind a start, what the test asks, and what it proposes.

Owns these decisions on plain data. Nothing here is a pass: the steps before the start are told apart by a mark
that is worked out from the start each time, so that another start takes it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.session import DONE, LessonOutline, Mark, Marks, Place, step_index

if TYPE_CHECKING:
    from course.model import Lesson

QUESTIONS = 3
"""Asked of one lesson at most."""


def start_setting(course_id: str) -> str:
    """The name of the setting that keeps the start of a course."""
    return f"start:{course_id}"


def parse_start(kept: str | None) -> Place | None:
    """The start that a setting keeps; None when it keeps none."""
    lesson, _, step = (kept or "").partition("/")
    return Place(lesson, step) if lesson and step else None


def known_marks(lessons: Sequence[LessonOutline], marks: Marks, start: Place | None) -> Marks:
    """The marks, with `known` for every step before the start that is not passed.

    A start that the course does not have, or that lies in a lesson which cannot be opened, marks nothing of
    that lesson.
    """
    ids = [lesson.id for lesson in lessons]
    if start is None or start.lesson not in ids:
        return marks
    position = ids.index(start.lesson)
    before = [lesson.place(index) for lesson in lessons[:position] for index in range(len(lesson.steps))]
    here = lessons[position]
    before += [here.place(index) for index in range(step_index(here, start.step))]
    known: dict[Place, Mark] = {place: "known" for place in before if marks.get(place) not in DONE}
    return {**marks, **known}


def parts(lesson: LessonOutline) -> list[int]:
    """Where the parts of a lesson begin, by position: at its first step, and at each page after a task."""
    kinds = [step.kind for step in lesson.steps]
    return [
        index
        for index, kind in enumerate(kinds)
        if index == 0 or (kind == "read" and kinds[index - 1] != "read")
    ]


def is_beginning(lessons: Sequence[LessonOutline], place: Place) -> bool:
    """Whether a start would leave nothing behind it."""
    first = lessons[0]
    return place.lesson == first.id and step_index(first, place.step) == 0


def questions(lesson: Lesson) -> tuple[Place, ...]:
    """The quizzes of a lesson that the test asks, in their order, spread over the lesson.

    Where there are enough that need no program to answer, it is those.
    """
    quizzes = [step for step in lesson.steps if step.kind == "quiz"]
    ready = [quiz for quiz in quizzes if quiz.answer is not None]
    asked = ready if len(ready) >= QUESTIONS else quizzes
    if len(asked) > QUESTIONS:
        asked = [asked[number * (len(asked) - 1) // (QUESTIONS - 1)] for number in range(QUESTIONS)]
    return tuple(Place(lesson.id, quiz.id) for quiz in asked)


@dataclass(frozen=True, slots=True)
class Trial:
    """How far a test has come."""

    waiting: tuple[Place, ...] = ()
    """What is still to be asked of the lesson at hand, the question on the screen first."""
    asked: int = 0
    """How many questions of this lesson were answered."""
    right: tuple[Place, ...] = ()
    """The questions answered right, in the order of the course."""
    sure: tuple[str, ...] = ()
    """The lessons in which every question was answered right."""
    over: bool = False
    """Whether a question was not answered right."""


def with_lesson(trial: Trial, asked: tuple[Place, ...]) -> Trial:
    """The test at the questions of the next lesson, of which there may be none."""
    return replace(trial, waiting=asked, asked=0)


def answered(trial: Trial, *, right: bool | None) -> Trial:
    """The test after an answer: a wrong one ends it; None, when it cannot be told, counts for nothing."""
    place, *rest = trial.waiting
    if right is False:
        return replace(trial, waiting=(), over=True)
    passed = trial.right if right is None else (*trial.right, place)
    all_told = not rest and sum(one.lesson == place.lesson for one in passed) == trial.asked + 1
    sure = (*trial.sure, place.lesson) if all_told else trial.sure
    return replace(trial, waiting=tuple(rest), asked=trial.asked + 1, right=passed, sure=sure)


def proposal(trial: Trial, lessons: Sequence[LessonOutline]) -> Place | None:
    """Where to start: after the last lesson that the learner was sure of, and in the next one after the last
    part of which a question was answered right. None when nothing is left to start with.
    """
    ids = [lesson.id for lesson in lessons]
    behind = ids.index(trial.sure[-1]) + 1 if trial.sure else 0
    for lesson in lessons[behind:]:
        right = [place for place in trial.right if place.lesson == lesson.id]
        if lesson.problem is not None or not lesson.steps:
            continue
        last = step_index(lesson, right[-1].step) if right else -1
        start = next((index for index in parts(lesson) if index > last), None)
        if start is not None:
            return lesson.place(start)
    return None
