"""The model of a course: courses, lessons, steps, exercises, checks.

Owns the shape of a lesson and the rules that hold inside one of its parts; `course.check` holds the shape of
a check, `course.part` what both build on. Reading files and naming the place of a problem belongs to
`course.loader`; anything that needs torch belongs to `grader`.
"""

# Pydantic copies mutable defaults for each instance.
# ruff: noqa: RUF012

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from course.check import (
    DEFAULT_COMPARE,
    Check,
    CompareWord,
    DeviceName,
    Limits,
    Mistake,
    SourceRule,
    Tolerance,
)
from course.part import (
    BrokenRulesError,
    Cases,
    Code,
    Fault,
    Givens,
    Id,
    Name,
    Part,
    Text,
    case_faults,
    case_list,
)

__all__ = (
    "DEFAULT_COMPARE",
    "FORMAT",
    "AnyStep",
    "BrokenRulesError",
    "Cases",
    "Check",
    "Code",
    "CompareWord",
    "CourseIndex",
    "CourseWords",
    "DeviceName",
    "Exercise",
    "Fault",
    "Givens",
    "Id",
    "Lesson",
    "LessonWords",
    "Limits",
    "Mistake",
    "Name",
    "Part",
    "Quiz",
    "Read",
    "SourceRule",
    "Step",
    "StepWords",
    "Survivor",
    "Text",
    "Tolerance",
    "case_list",
)

FORMAT = 1
"""The version of the lesson format that this program reads."""


class Step(Part):
    """What all steps have."""

    id: Id
    """Unique within the lesson."""
    was: list[Id] = []
    """Earlier ids; progress made under them is kept."""
    title: Text | None = None
    """The heading; made of the id when left out."""
    text: Text
    """The words, in Markdown."""

    @property
    def heading(self) -> str:
        """The title, or the id as words."""
        return self.title or self.id.replace("-", " ").capitalize()


class Read(Step):
    """A page to read, with a snippet to run where there is one."""

    kind: Literal["read"]
    run: Code | None = None
    """A snippet that the learner may edit and run."""


class Quiz(Step):
    """A question with choices."""

    kind: Literal["quiz"]
    choices: Annotated[list[Text], Field(min_length=2, max_length=9)]
    """The choices, in the order shown."""
    answer: Text | None = None
    """The right choice, word for word."""
    run: Code | None = None
    """A snippet whose printed output is the answer."""
    reasons: list[Text] | None = None
    """What is to be said to each choice, in the order of the choices, shown to whoever made it."""
    because: Text
    """Why the answer is right, shown after any answer."""

    def choice_of(self, said: str) -> int | None:
        """The index of the choice that says the same as a text, backticks and blanks apart; None when none does."""
        return next((i for i, choice in enumerate(self.choices) if _bare(choice) == _bare(said)), None)

    def faults(self) -> Iterator[Fault]:
        """Whether it has one answer, and that among choices that differ."""
        if (self.answer is None) == (self.run is None):
            yield () if self.run is None else ("run",), "a quiz needs one of `answer` and `run`"
        if self.answer is not None and self.answer not in self.choices:
            yield ("answer",), f"the answer {self.answer!r} is not one of the choices"
        for position, choice in enumerate(self.choices):
            if choice in self.choices[:position]:
                yield ("choices", position), f"the choice {choice!r} stands here twice"
        if self.reasons is not None and len(self.reasons) != len(self.choices):
            wanted, found = len(self.choices), len(self.reasons)
            yield ("reasons",), f"`reasons` must hold {wanted}, one for each choice, found {found}"


def _bare(text: str) -> str:
    """A text less its Markdown backticks and the blanks at the ends of its lines."""
    return "\n".join(line.rstrip() for line in text.strip().strip("`").strip().splitlines())


class Survivor(Part):
    """A change of the solution that no check has to notice."""

    change: Text | None = None
    """As `lint --mutate` tells it, such as `dim=1 -> dim=-1`; None means every change of the line."""
    line: Annotated[int, Field(ge=1)]
    """The line of the solution, from 1."""
    because: Text
    """Why the changed solution is right as well, or what is left open on purpose."""


class Exercise(Step):
    """A program to write, with the solution that shows what is right and the checks that ask for it."""

    kind: Literal["exercise"]
    starter: str
    """What the editor holds at first; may be empty."""
    solution: Code
    """A right program."""
    setup: Code | None = None
    """Code run before the program, in both worlds."""
    helpers: Code | None = None
    """Definitions for the probes; the program does not see them."""
    given: Givens = {}
    """Names bound before the program."""
    cases: Cases | None = None
    """The program runs once per case."""
    data: Literal["digits"] | None = None
    """A data set: binds `train_x`, `train_y`, `test_x`; conditions see `test_y` too."""
    limits: Limits = Limits()
    """Bounds of one run."""
    default_device: DeviceName | None = None
    """The device on which new tensors are made; None means the device of the run."""
    devices: list[DeviceName] | None = None
    """The devices on which the exercise makes sense; None means all."""
    checks: Annotated[list[Check], Field(min_length=1)]
    """What is asked, in this order."""
    hints: list[Text] = []
    """Shown one at a time."""
    mistakes: list[Mistake] = []
    """Wrong programs with their sentences; the earliest match wins."""
    survivors: list[Survivor] = []
    """Changes of the solution that leave it right, which `lint --mutate` does not count."""

    def faults(self) -> Iterator[Fault]:
        """Whether the names of the checks differ, and `after` names earlier ones."""
        yield from case_faults(self.cases)
        labels = [check.label for check in self.checks]
        for position, check in enumerate(self.checks):
            if check.name is not None and check.name in labels[:position]:
                yield ("checks", position, "name"), f"an earlier check is named {check.name!r} too"
            for place, name in enumerate(check.after):
                if name not in labels[:position]:
                    yield (
                        ("checks", position, "after", place),
                        f"{name!r} is not the name of an earlier check",
                    )


AnyStep = Annotated[Read | Quiz | Exercise, Field(discriminator="kind")]


class Lesson(Part):
    """A lesson file."""

    format: Literal[1]
    """The version of the lesson format."""
    id: Id
    """Unique within the course; the file's name."""
    was: list[Id] = []
    """Earlier ids; progress made under them is kept."""
    title: Text
    """The heading."""
    summary: Text | None = None
    """One sentence for the map of lessons."""
    minutes: Annotated[int, Field(ge=1, le=600)]
    """Honest minutes for a learner who does every step."""
    steps: Annotated[list[AnyStep], Field(min_length=1)]
    """The steps, in teaching order."""

    def faults(self) -> Iterator[Fault]:
        """Whether the ids of the steps differ, earlier ids included."""
        seen: set[str] = set()
        for position, step in enumerate(self.steps):
            named = [("id", step.id), *((("was", place), old) for place, old in enumerate(step.was))]
            for key, name in named:
                if name in seen:
                    where = (key,) if isinstance(key, str) else key
                    yield ("steps", position, *where), f"an earlier step has the id {name!r} too"
                seen.add(name)

    def step(self, step_id: str) -> Read | Quiz | Exercise | None:
        """The step of this id or earlier id, or None."""
        return next((step for step in self.steps if step_id in (step.id, *step.was)), None)


class CourseIndex(Part):
    """`course.yaml`: the only file read when a course is opened."""

    format: Literal[1]
    """The version of the lesson format."""
    id: Id
    """Unique among the courses of a machine."""
    title: Text
    """The heading."""
    summary: Text | None = None
    """One sentence about the course."""
    lessons: Annotated[list[Id], Field(min_length=1)]
    """Lesson ids in teaching order: `ID.yaml` or `ID/lesson.yaml` beside this file."""

    def faults(self) -> Iterator[Fault]:
        """Whether the lessons differ and can be files beside `course.yaml`."""
        seen: set[str] = set()
        for position, lesson in enumerate(self.lessons):
            if lesson in seen:
                yield ("lessons", position), f"the lesson {lesson!r} is listed twice"
            if lesson in ("course", "lesson", "glossary"):
                yield ("lessons", position), f"a lesson cannot be called {lesson!r}, which names another file"
            seen.add(lesson)


class StepWords(Part):
    """A step's words in another language; what is missing falls back to the original."""

    of: str | None = None
    """Fingerprint of the original words (`words_fingerprint`) that this was translated from."""
    title: Text | None = None
    text: Text | None = None
    because: Text | None = None
    choices: list[Text] | None = None
    """In the order of the original's choices."""
    reasons: list[Text] | None = None
    """In the order of the original's choices."""
    hints: list[Text] | None = None
    """In the order of the original's hints."""
    checks: dict[str, Text] = {}
    """Check name to translated name."""
    mistakes: list[Text] | None = None
    """The sentences, in the order of the original's mistakes."""


class LessonWords(Part):
    """An overlay file, `LESSON.LANG.yaml`: a lesson's words in another language, by step id."""

    title: Text
    summary: Text | None = None
    steps: dict[Id, StepWords] = {}


class CourseWords(Part):
    """An overlay file, `course.LANG.yaml`: the index's words in another language."""

    title: Text
    summary: Text | None = None
