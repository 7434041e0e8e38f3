"""What is kept of a step, as plain data: its key, drafts, attempts, and how far the learner came.

Owns what the states mean, above all a restart; `course.progress` keeps them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from course.model import Lesson, Step


@dataclass(frozen=True, slots=True)
class StepKey:
    """A step as progress knows it: under its present ids, or any that it had before."""

    course: str
    lesson: str
    step: str
    lesson_was: tuple[str, ...] = ()
    step_was: tuple[str, ...] = ()

    @classmethod
    def of(cls, course: str, lesson: Lesson, step: Step) -> StepKey:
        """The key of a step of a lesson; `course` is the course's id."""
        return cls(course, lesson.id, step.id, tuple(lesson.was), tuple(step.was))

    @property
    def present(self) -> tuple[str, str, str]:
        """The ids under which progress is written."""
        return (self.course, self.lesson, self.step)

    @property
    def all(self) -> list[tuple[str, str, str]]:
        """The ids under which progress may stand, the present ones first."""
        lessons = (self.lesson, *self.lesson_was)
        return [(self.course, lesson, step) for step in (self.step, *self.step_was) for lesson in lessons]


@dataclass(frozen=True, slots=True)
class Draft:
    """A learner's code as it was left; a revision is one that another took the place of."""

    code: str
    at: str
    """When it was saved: UTC, ISO 8601."""
    writer: str
    """The app that saved it, by `Progress.writer`."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A program that was checked."""

    code: str
    status: str
    """The verdict's: `passed`, `failed`, `error` and so on."""
    verdict: dict[str, Any]
    """The whole verdict, as JSON data."""
    at: str
    """When it was checked: UTC, ISO 8601."""


@dataclass(frozen=True, slots=True)
class StepState:
    """How far a learner came with a step."""

    first_at: str | None = None
    """When the step was first seen; None when it never was. UTC, ISO 8601, as all times here."""
    last_at: str | None = None
    """When the step was last seen or tried."""
    passed_at: str | None = None
    """When it was last passed; None when it never was."""
    passed_task: str | None = None
    """The `task_fingerprint` of the step that was passed; None when it never was or had none."""
    restarted_at: str | None = None
    """When the learner began anew; what was before does not count. None when that never was."""

    @property
    def seen(self) -> bool:
        """Whether the learner was there."""
        return self.first_at is not None

    @property
    def passed(self) -> bool:
        """Whether the learner passed, be it that the step was another then."""
        return self.passed_at is not None

    def outdated(self, task: str | None) -> bool:
        """Whether what was passed differs from the step as it is now, by its `task_fingerprint`."""
        return self.passed and None not in (task, self.passed_task) and task != self.passed_task

    def since_restart(self) -> StepState:
        """What counts of the state: what came after the restart."""
        restart = self.restarted_at or ""
        state = self
        if self.last_at is not None and self.last_at <= restart:
            state = replace(state, first_at=None, last_at=None)
        if self.passed_at is not None and self.passed_at <= restart:
            state = replace(state, passed_at=None, passed_task=None)
        return state

    def merged(self, other: StepState) -> StepState:
        """One state of the two that a step has under two ids."""
        latest = max(self, other, key=lambda state: state.passed_at or "")
        return StepState(
            first_at=min(filter(None, (self.first_at, other.first_at)), default=None),
            last_at=max(filter(None, (self.last_at, other.last_at)), default=None),
            passed_at=latest.passed_at,
            passed_task=latest.passed_task,
            restarted_at=max(filter(None, (self.restarted_at, other.restarted_at)), default=None),
        )
