"""The first screen: where to go on, and the map of lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui.actions import bindings
from tui.keybar import fixed_entries, key_entries
from tui.session import Place, total_done
from tui.setting import Wrapped, WrappedTable
from tui.widgets.bars import KeyBar, TitleBar
from tui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from tui.lesson_map import CourseMap
    from tui.study import Study
    from tui.widgets.lesson_map import LessonMap


OFFERED = ("resume", "open", "steps", "search", "try-things", "placement", "settings")
"""The commands that the key bar shows, the most useful first."""


class HomeScreen(Screen[None]):
    """The map; empty but for its title until the course is open."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("home")

    class OpenStep(Message):
        """Asks the app for a step."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    class OpenLesson(Message):
        """Asks the app for a lesson, at the step where it is to be gone on with."""

        def __init__(self, lesson_id: str) -> None:
            super().__init__()
            self.lesson_id = lesson_id

    def __init__(self) -> None:
        super().__init__()
        self._study: Study | None = None
        self._map: CourseMap | None = None
        """What is drawn; None until the course is open."""
        self._grader = Content("")
        self._settled = False
        """Whether the focus was put where to go on."""

    def compose(self) -> ComposeResult:
        """Title, map, keys."""
        yield TitleBar(Content("blitz-course").stylize("bold"), id="title")
        with Vertical(id="home"):
            yield ActionButton(action="resume", id="resume")
            yield Static(id="summary", markup=False)
        yield KeyBar(id="keys")

    async def show(self, study: Study) -> None:
        """Fills the screen once the course is open, or open in another language."""
        from tui.widgets.lesson_map import LessonMap

        self._study = study
        if not self.query(LessonMap):
            await self.query_one("#home").mount_all([LessonMap(id="map"), Static(id="about", markup=False)])
        self.refresh_map()

    def show_grader(self, told: Content) -> None:
        """Sets the words about the grader."""
        self._grader = told
        self._refresh_title()

    def refresh_map(self) -> None:
        """Draws the map as things stand now."""
        from tui.lesson_map import CourseMap
        from tui.widgets.lesson_map import LessonMap

        study = self._study
        if study is None or not self.query(LessonMap):
            return
        resume = study.resume()
        here = resume.place.lesson if resume else None
        self._map = CourseMap(study.lessons, study.rows(), study.signs(), here, study.words)
        lessons = self.query_one(LessonMap)
        lessons.show(self._map.lines)
        if here is not None and not (self._settled and lessons.has_focus):
            lessons.point(here)
        self._tell_about(lessons.pointed)
        self._refresh_resume()
        self._refresh_title()
        self.query_one(KeyBar).show(key_entries(OFFERED, "resume", study.words), fixed_entries(study.words))

    def _tell_about(self, pointed: tuple[str, str | None] | None) -> None:
        """Says what the line at the cursor is about."""
        if self._map is not None and pointed is not None:
            self.query_one("#about", Static).update(Wrapped(self._map.about(*pointed)))

    def _refresh_resume(self) -> None:
        study = self._study
        assert study is not None
        resume, button = study.resume(), self.query_one("#resume", ActionButton)
        lessons = study.rows()
        button.display = resume is not None
        done = self.query_one("#summary", Static)
        done.display = resume is None and all(row.settled or row.problem for row in lessons)
        if resume is None:
            known = any("known" in row.signs for row in lessons)
            done.update(study.words.text("app-resume-known" if known else "app-resume-done"))
            return
        if not self._settled:
            self._settled = True
            button.focus()
        words = study.words
        verb = words.text("app-resume-start" if resume.fresh else "app-resume-continue")
        where = words.text(
            "app-resume-step", lesson=resume.lesson_title, number=resume.number, step=resume.step_heading
        )
        left = words.text("app-resume-left", minutes=resume.minutes_left)
        rows = (
            (Content(verb).stylize("bold $accent"), Content(where)),
            (Content(""), Content(left).stylize("$muted")),
        )
        button.update(WrappedTable(rows, headed=False))

    def _refresh_title(self) -> None:
        study = self._study
        if study is None:
            return
        done, total = total_done(study.rows())
        right = self._grader
        if total:
            count = Content(study.words.text("app-count", done=done, total=total)).stylize("$muted")
            right = right + Content("   ") + count if right else count
        name = Content("blitz-course").stylize("bold") + Content(f"   {study.course.title}").stylize("$muted")
        self.query_one(TitleBar).show(left=name, right=right)

    def on_screen_resume(self) -> None:
        """Back from a lesson."""
        self.refresh_map()

    def on_lesson_map_opened(self, event: LessonMap.Opened) -> None:
        """A lesson was chosen, or a step."""
        if event.step_id is None:
            self.post_message(self.OpenLesson(event.lesson_id))
        else:
            self.post_message(self.OpenStep(Place(event.lesson_id, event.step_id)))

    def on_lesson_map_pointed(self, event: LessonMap.Pointed) -> None:
        """The cursor went to another line."""
        self._tell_about((event.lesson_id, event.step_id))

    def action_steps(self) -> None:
        """Shows the steps of the lesson at the cursor, or hides them."""
        from tui.widgets.lesson_map import LessonMap

        for lessons in self.query(LessonMap):
            lessons.action_turn()

    async def action_placement(self) -> None:
        """Lets the learner start further on."""
        from tui.screens.placement import PlacementScreen

        if self._study is not None:
            self.app.push_screen(PlacementScreen(self._study), lambda _: self.refresh_map())

    def action_restart_lesson(self) -> None:
        """Begins the chosen lesson anew, once confirmed."""
        from tui.screens.restart import Restart
        from tui.widgets.lesson_map import LessonMap

        for lessons in self.query(LessonMap):
            if lessons.pointed is not None:
                self.post_message(Restart(lessons.pointed[0]))

    async def action_try_things(self) -> None:
        """Goes to the scratch page."""
        await self.run_action("app.scratch")

    def action_resume(self) -> None:
        """Goes on where the learner left."""
        resume = self._study.resume() if self._study is not None else None
        if resume is not None:
            self.post_message(self.OpenStep(resume.place))
