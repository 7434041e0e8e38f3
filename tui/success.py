"""What a pass means beyond the step: that the lesson, or the course, is done, and what was learnt.

Owns the decision and its words; where the learner stands is known by `tui.session`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from tui.marks import FULL
from tui.prose import Block, inline
from tui.session import LessonOutline, Marks, Place, lesson_row, lesson_rows, neighbour

if TYPE_CHECKING:
    from course.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Success:
    """A pass that finished something."""

    lesson: str
    """The title of the lesson that is done."""
    steps: int
    """How many steps it has."""
    learnt: str | None
    """What the lesson was about, in the author's words; None when the author says nothing."""
    following: str | None
    """The title of the lesson that comes next; None at the end of the course."""
    course: bool
    """Whether nothing of the course is left to do, but for lessons that cannot be opened."""

    def blocks(self, words: Catalogue) -> tuple[Block, ...]:
        """The words."""
        return tuple(self._blocks(words))

    def _blocks(self, words: Catalogue) -> Iterator[Block]:
        title = words.text("app-finished-lesson", lesson=self.lesson, steps=self.steps)
        marker = Content(f"{FULL} ").stylize("$good")
        yield Block("paragraph", Content(title).stylize("bold $good"), marker=marker, depth=1, tight=True)
        if self.learnt is not None:
            yield Block("paragraph", inline(self.learnt), depth=1)
        if self.course:
            yield Block("paragraph", Content(words.text("app-finished-course")).stylize("bold"), depth=1)
        elif self.following is not None:
            told = words.text("app-finished-next", lesson=self.following)
            yield Block("paragraph", Content(told).stylize("$muted"), depth=1)


def success_of(
    lessons: Sequence[LessonOutline], marks: Marks, place: Place, learnt: str | None
) -> Success | None:
    """What passing a step finishes; None when more of its lesson is left to do, or it was done before."""
    lesson = next(lesson for lesson in lessons if lesson.id == place.lesson)
    after = {**marks, place: "passed"}
    row = lesson_row(1, lesson, after)
    if not row.finished or lesson_row(1, lesson, marks).finished:
        return None
    course = all(each.finished or each.problem is not None for each in lesson_rows(lessons, after))
    following = neighbour(lessons, lesson.place(len(lesson.steps) - 1), 1)
    title = next(
        (each.title for each in lessons if following is not None and each.id == following.lesson), None
    )
    return Success(lesson.title, row.total, learnt, title, course)
