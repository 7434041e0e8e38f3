"""What can be found in a course: its lessons, steps and terms, and the calls of torch that it uses.

Owns the index as plain data, in one language; a query is put to it in `course.finding`. Of a step it takes in what
a learner sees at once: solutions, hints, mistakes and the reasons of a quiz would give answers away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from course.calls import calls_in_code, calls_in_text
from course.problem import CourseError

if TYPE_CHECKING:
    from course.loader import Course
    from course.model import Exercise, Lesson, Quiz, Read
    from course.terms import Entry

Kind = Literal["term", "call", "lesson", "step"]


class Spot(NamedTuple):
    """A step of a course."""

    lesson: str
    step: str


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be found."""

    kind: Kind
    title: str
    """What it is called, and shown as."""
    names: tuple[str, ...] = ()
    """Other names under which it is found."""
    words: str = ""
    """A text in which it is found; a lesson's summary, a step's words, the text of a term."""
    spots: tuple[Spot, ...] = ()
    """Where it is: a step itself, the first step of a lesson, the steps that use a call or speak of a term."""
    entry: Entry | None = None
    """The term; None of anything else."""


@dataclass(frozen=True, slots=True)
class Index:
    """All that can be found, in the order of the course."""

    items: tuple[Item, ...]
    lessons: dict[str, str]
    """The titles of the lessons by id."""
    steps: dict[Spot, str]
    """The headings of the steps."""
    problem: str | None = None
    """Why the glossary is left out; None when it is not."""

    def term(self, term_id: str) -> Item | None:
        """The term of an id."""
        return next((item for item in self.items if item.entry and item.entry.id == term_id), None)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the index needs of a step."""

    spot: Spot
    heading: str
    text: str
    calls: frozenset[str]


def build_index(course: Course) -> Index:
    """Reads all lessons and the glossary; lessons that cannot be opened are left out."""
    lessons, problem = _readable(course), None
    seen = [_seen(lesson, step) for lesson in lessons for step in lesson.steps]
    try:
        terms: Sequence[Entry] = course.glossary()
    except CourseError as error:
        terms, problem = (), str(error)
    items = (
        *(_term(term, seen) for term in terms),
        *_calls(seen),
        *(_lesson(lesson) for lesson in lessons),
        *(Item("step", step.heading, words=step.text, spots=(step.spot,)) for step in seen),
    )
    titles = {lesson.id: lesson.title for lesson in lessons}
    return Index(items, titles, {step.spot: step.heading for step in seen}, problem)


def _readable(course: Course) -> list[Lesson]:
    lessons = []
    for lesson_id in course.lesson_ids:
        try:
            lessons.append(course.lesson(lesson_id))
        except CourseError:
            continue
    return lessons


def _seen(lesson: Lesson, step: Read | Quiz | Exercise) -> _Seen:
    code = step.starter if step.kind == "exercise" else step.run or ""
    calls = calls_in_code(code) | calls_in_text(step.text)
    return _Seen(Spot(lesson.id, step.id), step.heading, step.text, frozenset(calls))


def _lesson(lesson: Lesson) -> Item:
    first = Spot(lesson.id, lesson.steps[0].id)
    return Item("lesson", lesson.title, words=lesson.summary or "", spots=(first,))


def _calls(seen: Iterable[_Seen]) -> list[Item]:
    """Each call once, with the steps that use it, in alphabetical order."""
    used: dict[str, list[Spot]] = {}
    for step in seen:
        for call in step.calls:
            used.setdefault(call, []).append(step.spot)
    return [Item("call", call, names=_spellings(call), spots=tuple(used[call])) for call in sorted(used)]


def _spellings(call: str) -> tuple[str, ...]:
    """How else people write a call."""
    if call.startswith("."):
        return (f"x{call}", f"torch.Tensor{call}")
    if call.startswith("torch.nn.functional."):
        return (f"F.{call.rsplit('.', 1)[1]}",)
    return ()


def _term(term: Entry, seen: Iterable[_Seen]) -> Item:
    said = re.compile("|".join(_pattern(name) for name in term.names), re.IGNORECASE)
    calls = {spelling for name in term.torch for spelling in (name, _method(name))}
    spots = tuple(step.spot for step in seen if calls & step.calls or said.search(step.text))
    return Item(
        "term", term.name, names=(*term.also, *term.elsewhere), words=term.text, spots=spots, entry=term
    )


def _method(name: str) -> str:
    """How `course.calls` writes a method of tensors."""
    before, dot, last = name.rpartition(".")
    return dot + last if before == "torch.Tensor" else name


def _pattern(name: str) -> str:
    """A word of English stands between others, perhaps in the plural; Chinese does not part its words."""
    quoted = re.escape(name)
    return rf"\b{quoted}(?:s|es)?\b" if name.isascii() else quoted
