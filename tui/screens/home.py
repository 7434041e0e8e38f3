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
from tui.session import total_done
from tui.widgets.bars import KeyBar, TitleBar
from tui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from tui.session import Place
    from tui.study import Study
    from tui.widgets.lesson_map import LessonMap


OFFERED = ("resume", "open", "try-things", "settings")
"""The commands in the key bar, the most useful first."""


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
            await self.query_one("#home").mount(LessonMap(id="map"))
        self.refresh_map()

    def show_grader(self, told: Content) -> None:
        """Sets the words about the grader."""
        self._grader = told
        self._refresh_title()

    def refresh_map(self) -> None:
        """Draws the map as things stand now."""
        from tui.lesson_map import map_lines
        from tui.widgets.lesson_map import LessonMap

        study = self._study
        if study is None or not self.query(LessonMap):
            return
        rows, resume = study.rows(), study.resume()
        here = resume.place.lesson if resume else None
        lessons = self.query_one(LessonMap)
        lessons.show([row.id for row in rows], lambda width: map_lines(rows, here, width, study.words))
        self._refresh_resume()
        self._refresh_title()
        self.query_one(KeyBar).show(key_entries(OFFERED, "resume", study.words), fixed_entries(study.words))

    def _refresh_resume(self) -> None:
        study = self._study
        assert study is not None
        resume, button = study.resume(), self.query_one("#resume", ActionButton)
        rows = study.rows()
        button.display = resume is not None
        done = self.query_one("#summary", Static)
        done.display = resume is None and all(row.finished or row.problem for row in rows)
        if resume is None:
            done.update(study.words.text("app-resume-done"))
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
        indent = Content(verb).cell_length + 3
        first = Content(verb).stylize("bold $accent") + Content(f"   {where}").stylize("$ink")
        button.update(first + Content("\n" + " " * indent + left).stylize("$muted"))

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
        """A lesson was chosen."""
        self.post_message(self.OpenLesson(event.lesson_id))

    def action_restart_lesson(self) -> None:
        """Begins the chosen lesson anew, once confirmed."""
        from tui.screens.restart import Restart
        from tui.widgets.lesson_map import LessonMap

        chosen = self.query_one(LessonMap).chosen if self.query(LessonMap) else None
        if chosen is not None:
            self.post_message(Restart(chosen))

    async def action_try_things(self) -> None:
        """Goes to the scratch page."""
        await self.run_action("app.scratch")

    def action_resume(self) -> None:
        """Goes on where the learner left."""
        resume = self._study.resume() if self._study is not None else None
        if resume is not None:
            self.post_message(self.OpenStep(resume.place))
