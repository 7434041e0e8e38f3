"""Starting further on: the lessons, of which the learner chooses one, or has a test propose one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.lesson_map import CourseMap
from tui.placement import Trial, is_beginning, proposal
from tui.screens.trial import TrialScreen
from tui.session import Place, step_index
from tui.setting import Wrapped
from tui.widgets.buttons import ActionButton
from tui.widgets.lesson_map import LessonMap

if TYPE_CHECKING:
    from tui.study import Study


class PlacementScreen(ModalScreen[None]):
    """Keeps the start that was chosen; never a pass."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", show=False),
        Binding("t", "test", show=False),
    ]

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study
        start = study.start.lesson if study.start is not None else study.lessons[0].id
        self._map = CourseMap(study.lessons, study.rows(), study.signs(), start, study.words)

    def compose(self) -> ComposeResult:
        """What it is for, the button of the test, the lessons."""
        words = self._study.words
        with Vertical(classes="popup", id="placement"):
            yield Static(words.text("app-placement-title"), classes="popup-title", markup=False)
            yield Static(
                Wrapped(Content(words.text("app-placement-told"))), id="placement-told", markup=False
            )
            yield ActionButton(words.text("app-placement-test"), action="test", id="placement-test")
            yield LessonMap(id="placement-map")
            yield Static(id="placement-about", markup=False)
            yield Static(words.text("app-placement-foot"), classes="popup-foot", markup=False)

    def on_mount(self) -> None:
        """Puts the cursor where the course starts now."""
        lessons, study = self.query_one(LessonMap), self._study
        lessons.show(self._map.lines)
        if len(study.lessons) == 1:
            lessons.unfold(study.lessons[0].id)
        if study.start is not None:
            lessons.choose(study.start)
        lessons.focus()

    def on_lesson_map_pointed(self, event: LessonMap.Pointed) -> None:
        """Says what the line at the cursor is about."""
        told = self._map.about(event.lesson_id, event.step_id)
        self.query_one("#placement-about", Static).update(Wrapped(told))

    def on_lesson_map_opened(self, event: LessonMap.Opened) -> None:
        """The start was chosen."""
        lesson = self._study.outline(event.lesson_id)
        if lesson.problem is not None or not lesson.steps:
            return
        place = lesson.place(step_index(lesson, event.step_id))
        self._study.start_at(None if is_beginning(self._study.lessons, place) else place)
        self.dismiss()

    def action_test(self) -> None:
        """Begins the test."""
        self.app.push_screen(TrialScreen(self._study), self._propose)

    def _propose(self, trial: Trial | None) -> None:
        """Tells where the test would start, and puts the cursor there; the learner decides."""
        if trial is None:
            return
        place = proposal(trial, self._study.lessons)
        told = self._study.words.text("app-placement-all") if place is None else self._proposed(place)
        self.query_one("#placement-told", Static).update(Wrapped(Content(told).stylize("bold")))
        if place is not None:
            self.query_one(LessonMap).choose(place)
        self.query_one(LessonMap).focus()

    def _proposed(self, place: Place) -> str:
        words, lesson = self._study.words, self._study.outline(place.lesson)
        if is_beginning(self._study.lessons, place):
            return words.text("app-placement-beginning")
        heading = lesson.steps[step_index(lesson, place.step)].heading
        return words.text("app-placement-proposed", lesson=lesson.title, step=heading)
