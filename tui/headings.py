"""What the title bar and the button of a lesson say.

Owns these words; where the learner stands is decided in `tui.session`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.actions import command, keys_label
from tui.marks import track
from tui.session import Place, lesson_row, neighbour, step_index

if TYPE_CHECKING:
    from tui.study import Study


def lesson_heading(study: Study, place: Place) -> tuple[Content, tuple[Content, ...]]:
    """The lesson's title; and its steps as dots with the number of the one that is open, or the number alone."""
    row = lesson_row(1, study.outline(place.lesson), study.signs())
    index = step_index(study.outline(place.lesson), place.step)
    count = Content(study.words.text("app-count", done=index + 1, total=row.total)).stylize("$muted")
    steps = track(row.signs, index) + Content("   ") + count
    return Content(row.title).stylize("bold"), (steps, count)


def next_label(study: Study, place: Place) -> Content:
    """The words of the button that goes on: the heading of what comes, or that this is the end."""
    following = neighbour(study.lessons, place, 1)
    if following is None:
        told = study.words.text("app-next-end")
    elif following.lesson != place.lesson:
        told = study.words.text("app-next-lesson", lesson=study.outline(following.lesson).title)
    else:
        lesson = study.outline(place.lesson)
        told = study.words.text(
            "app-next-step", step=lesson.steps[step_index(lesson, following.step)].heading
        )
    return Content(f" {told} ").stylize("bold") + Content(f" {keys_label(command('next'))} ")
