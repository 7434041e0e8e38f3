"""What one sitting works with: the course, its words, the marks, the store and the grader.

Owns the state that all screens share, and every wait on it; holds no widget. What follows from the state
is decided in `tui.session`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.placement import known_marks, parse_start, start_setting
from tui.session import (
    LessonOutline,
    LessonRow,
    Mark,
    Marks,
    Place,
    Resume,
    lesson_rows,
    mark_of,
    outline,
    reading_order,
    resume,
    unread_outline,
)

if TYPE_CHECKING:
    from pathlib import Path

    from course.catalogue import Catalogue
    from course.kept import StepKey, StepState
    from course.loader import Course
    from course.message import Message
    from course.model import AnyStep
    from course.search import Index
    from course.tables import United
    from grader.client import Grader
    from grader.verdict import Isolation, Verdict
    from tui.history import Entry
    from tui.keeping import Keeper
    from tui.prose import Block


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step ready to be shown."""

    place: Place
    step: AnyStep
    page: tuple[Block, ...]
    draft: str | None
    """What the learner wrote before; None when nothing is kept."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How the store knows a step."""

    key: StepKey
    task: str
    """Changes when what must be done to pass does."""

    def mark(self, state: StepState) -> Mark | None:
        """The mark of the step; None when the learner never was there."""
        return mark_of(state.seen, state.passed, changed=state.outdated(self.task))


def read_outline(course: Course, lesson_id: str) -> tuple[LessonOutline, dict[Place, Kept]]:
    """A lesson's outline, and how the store knows its steps; for a thread, since it reads the file."""
    from course.fingerprint import task_fingerprint
    from course.kept import StepKey
    from course.problem import CourseError

    try:
        lesson = course.lesson(lesson_id)
    except CourseError as error:
        plain = unread_outline(lesson_id)
        return LessonOutline(plain.id, plain.title, problem=str(error)), {}
    kept = {
        Place(lesson_id, step.id): Kept(StepKey.of(course.id, lesson, step), task_fingerprint(step))
        for step in lesson.steps
    }
    return outline(lesson), kept


@dataclass(slots=True)
class Study:
    """A sitting."""

    course: Course
    words: Catalogue
    keeper: Keeper
    grader: Grader
    lessons: list[LessonOutline]
    marks: dict[Place, Mark] = field(default_factory=dict)
    last: Place | None = None
    """The step where the learner was last; None at the first time."""
    start: Place | None = None
    """Where the learner chose to start; None means the beginning."""
    _kept: dict[Place, Kept] = field(default_factory=dict)
    _index: Index | None = None
    """What can be found in the course; None until it was asked for."""

    @classmethod
    async def begin(cls, course: Course, words: Catalogue, keeper: Keeper, grader: Grader) -> Study:
        """A sitting at a course of which no lesson was read yet."""
        lessons = [unread_outline(lesson_id) for lesson_id in course.lesson_ids]
        left = await keeper.left_at(course.id)
        start = parse_start(await keeper.setting(start_setting(course.id)))
        return cls(course, words, keeper, grader, lessons, last=Place(*left) if left else None, start=start)

    # What is known

    def rows(self) -> list[LessonRow]:
        """The map."""
        return lesson_rows(self.lessons, self.signs())

    def signs(self) -> Marks:
        """What the map shows of each step: the marks, and what lies before the start."""
        return known_marks(self.lessons, self.marks, self.start)

    def resume(self) -> Resume | None:
        """Where to go on; None when it is not known yet, or nothing is left to do."""
        return resume(self.lessons, self.signs(), self.last)

    def outline(self, lesson_id: str) -> LessonOutline:
        """The outline of a lesson."""
        return next(lesson for lesson in self.lessons if lesson.id == lesson_id)

    @property
    def device(self) -> str | None:
        """The device that programs run on; None until the grader knows it."""
        return self.grader.device if self.grader.info is not None else None

    @property
    def isolation(self) -> Isolation | None:
        """How programs are confined; None until the grader knows it."""
        return self.grader.info.isolation if self.grader.info is not None else None

    @property
    def fault(self) -> Message | None:
        """What is wrong with the store; None when all is well."""
        return self.keeper.fault

    async def history(self, place: Place) -> list[Entry]:
        """What the learner wrote in a step before, the newest first."""
        from tui.history import entries

        return entries(*await self.keeper.history(self._kept[place].key))

    # What happens

    def visit(self, place: Place) -> None:
        """The learner is at a step."""
        self.last = place
        self.marks.setdefault(place, "visited")
        self.keeper.seen(self._kept[place].key)

    def start_at(self, place: Place | None) -> None:
        """The learner starts at a step, or at the beginning after all."""
        self.start = place
        self.keeper.set(start_setting(self.course.id), place.ref if place is not None else "")

    def passed(self, place: Place) -> None:
        """The learner read a page or answered a quiz."""
        if self.marks.get(place) != "passed":
            self.marks[place] = "passed"
            self.keeper.passed(self._kept[place].key, self._kept[place].task)

    def attempted(self, place: Place, code: str, verdict: Verdict, before: Verdict | None = None) -> None:
        """The learner's code was checked; `before` is the verdict on the same attempt that this one completes."""
        kept = self._kept[place]
        if before is not None:
            self.keeper.complete(kept.key, before, verdict)
            return
        self.keeper.attempt(kept.key, code, verdict, kept.task)
        if verdict.passed:
            self.marks[place] = "passed"

    def wrote(self, place: Place, code: str) -> None:
        """The learner changed the code."""
        self.keeper.draft(self._kept[place].key, code)

    def reset(self, place: Place, code: str) -> None:
        """The learner went back to other code; what was written stays as a revision."""
        self.keeper.replace_draft(self._kept[place].key, code)

    async def dispute(self, place: Place, code: str, verdict: Verdict) -> Path:
        """Writes a report of a verdict that seems wrong, and returns its file. Raises OSError."""
        from tui.dispute import DIRECTORY, Dispute, write_report

        directory = (await self.keeper.file()).parent / DIRECTORY
        dispute = Dispute(self.course.id, self._kept[place].task, code, verdict)
        return await asyncio.to_thread(write_report, directory, dispute, self.words)

    # All at once

    async def restart(self, lesson_id: str | None) -> None:
        """Begins a lesson anew, or the course; the lessons are to be read again."""
        if lesson_id is None:
            self.start_at(None)
        keys = [kept.key for place, kept in self._kept.items() if place.lesson == lesson_id]
        was = keys[0].lesson_was if keys else ()
        await self.keeper.restart(self.course.id, (lesson_id, *was) if lesson_id is not None else None)
        await self._begin_again()

    async def export(self, file: Path, *, replace: bool) -> None:
        """Writes all that is kept into a file. Raises ArchiveError."""
        from course.archive import encode, write_file

        data = await asyncio.to_thread(encode, await self.keeper.everything())
        await asyncio.to_thread(write_file, file, data, replace=replace)

    async def take_in(self, file: Path) -> United:
        """Takes in all that a file holds; the lessons are to be read again. Raises ArchiveError."""
        from course.archive import read_file

        united = await self.keeper.unite(await asyncio.to_thread(read_file, file))
        await self._begin_again()
        return united

    async def _begin_again(self) -> None:
        """Forgets what was known of the store, which others changed."""
        left = await self.keeper.left_at(self.course.id)
        self.last = Place(*left) if left else None
        self.marks.clear()
        self.lessons = [unread_outline(lesson_id) for lesson_id in self.course.lesson_ids]

    # Reading

    async def read_lessons(self) -> AsyncIterator[LessonOutline]:
        """Reads the lessons one after the other, in a thread, and yields each outline as it is known."""
        for lesson_id in reading_order(self.lessons, self.last or self.start):
            yield await self.read_lesson(lesson_id)

    async def read_lesson(self, lesson_id: str) -> LessonOutline:
        """The outline of one lesson, with its marks; read unless it was before."""
        index = next(index for index, lesson in enumerate(self.lessons) if lesson.id == lesson_id)
        if not self.lessons[index].steps:
            course = self.course
            read, kept = await asyncio.to_thread(read_outline, course, lesson_id)
            states = await self.keeper.states({place: each.key for place, each in kept.items()})
            if course is not self.course:  # the language changed meanwhile
                return await self.read_lesson(lesson_id)
            self._kept |= kept
            for place, state in states.items():
                if (mark := kept[place].mark(state)) is not None:
                    self.marks[place] = mark
            self._settle_last(kept)
            self.lessons[index] = read
        return self.lessons[index]

    async def open_step(self, place: Place) -> OpenStep:
        """Everything that a screen needs to show a step of a lesson that was read."""
        step, page = await asyncio.to_thread(self._read_step, place)
        return OpenStep(place, step, page, await self.keeper.draft_of(self._kept[place].key))

    async def index(self) -> Index:
        """What can be found in the course; every lesson is read for it."""
        from course.search import build_index

        course = self.course
        if self._index is None:
            index = await asyncio.to_thread(build_index, course)
            if course is not self.course:  # the language changed meanwhile
                return await self.index()
            self._index = index
        return self._index

    async def speak(self, course: Course, words: Catalogue) -> None:
        """The same sitting in another language; the lessons are to be read again."""
        self.course, self.words, self._index = course, words, None
        self.keeper.set("language", words.lang)
        self.lessons = [unread_outline(lesson_id) for lesson_id in course.lesson_ids]

    async def close(self) -> None:
        """Saves what waits, and ends the grader."""
        await asyncio.gather(self.keeper.close(), self.grader.close())

    def _settle_last(self, kept: dict[Place, Kept]) -> None:
        """Gives the places where the learner was last and started their present ids, when they had others then."""
        for place, each in kept.items():
            if self.last is not None and (self.course.id, *self.last) in each.key.all:
                self.last = place
            if self.start is not None and (self.course.id, *self.start) in each.key.all:
                self.start = place

    def _read_step(self, place: Place) -> tuple[AnyStep, tuple[Block, ...]]:
        from tui.prose import blocks

        step = self.course.lesson(place.lesson).step(place.step)
        if step is None:
            raise KeyError(place.ref)
        return step, blocks(step.text)
