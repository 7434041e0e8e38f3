"""What the app stands on: opens and closes the sitting, starts the grader, shows map and lessons.

`tui.app` adds what a person can ask for.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, runtime_checkable

from textual import events, message
from textual.app import App
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.scrollbar import ScrollBar

from tui.opening import Parts, Request, chosen_language, in_kept_language, open_sitting
from tui.screens.home import HomeScreen
from tui.screens.small import SmallScreen, too_small
from tui.session import entry_step
from tui.splitting import SIDE_BY_SIDE
from tui.status import Shown, grader_words, shown_state, unsaved_words
from tui.terminal import settle_memory
from tui.themes import THEMES, guess_theme, known_theme
from tui.widgets.scrollbar import ThinScrollBar

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.message import Message
    from grader.client import GraderState
    from tui.keeping import Keeper
    from tui.opening import Opened
    from tui.screens.scratch import ScratchScreen
    from tui.session import Place
    from tui.study import Study
    from tui.tour import Tour


SHEETS = "app home lesson editor results scratch popups state search placement tour look monochrome"
"""The style sheets, by name; a later one wins."""


@runtime_checkable
class TellsGrader(Protocol):
    """A screen that shows what the grader is doing."""

    def show_grader(self, told: Content) -> None:
        """Sets the words about the grader."""


@runtime_checkable
class Speaks(Protocol):
    """A screen that can change its language while it is open."""

    async def speak(self) -> None:
        """Shows itself again, in the language of now."""


@runtime_checkable
class Restarts(Protocol):
    """A screen that can be at a lesson that is begun anew."""

    def restart(self, lesson_id: str) -> None:
        """Goes to the beginning of the lesson."""


class BaseApp(App[int]):
    """A sitting at a course, in a terminal."""

    class CourseOpened(message.Message):
        """The map stands; no lesson was asked for."""

    TITLE = "blitz-course"
    # All at once: a style sheet that comes with a screen makes Textual style every widget again, 30-50 ms.
    CSS_PATH: ClassVar[list[str | PurePath]] = [f"styles/{name}.tcss" for name in SHEETS.split()]
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (SIDE_BY_SIDE, "-wide")]  # noqa: RUF012

    def __init__(self, request: Request, parts: Parts | None = None) -> None:
        # With its colours for ANSI terminals, Textual takes NO_COLOR at its word; else it makes greys of colours.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        ScrollBar.renderer = ThinScrollBar
        self._request = request
        self._parts = parts or Parts()
        self._grader_shown: Shown = "starting"
        self.study: Study | None = None
        """None until the course is open."""
        self._scratch: ScratchScreen | None = None
        """None until it was first opened; then it stays."""
        self._tour: Tour | None = None
        """None until the course is open."""
        self.problem: Exception | None = None
        """Why the course could not be opened; None when it could."""
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = guess_theme(os.environ)

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme; without colours, code between words is underlined."""
        variables = super().get_css_variables()
        return {**variables, "code": "underline"} if self.no_color else variables

    # Opening and closing

    def get_default_screen(self) -> Screen[None]:
        """The map, empty until the course is open."""
        return HomeScreen()

    def on_mount(self) -> None:
        """Paints first, then opens the course."""
        self.app_resume_signal.subscribe(self, self._resume)
        self.call_after_refresh(lambda: self.run_worker(self._begin(), name="opening"))

    def _resume(self, _: App[Any]) -> None:
        """Paints everything after the program was suspended: another one had the terminal."""
        self.refresh(layout=True)

    async def _begin(self) -> None:
        """Opens the course in a thread, fills the screen, starts the grader, reads the lessons."""
        keeper = await self._open_keeper()
        opened = await asyncio.to_thread(open_sitting, self._request, self._parts)
        if isinstance(opened, Exception):
            await keeper.close()
            self.problem = opened
            self.exit(return_code=2)
            return
        self.study = study = await self._sit_down(opened, keeper)
        await self._home.show(study)
        self._judge_size(study, self.size)
        await self._start_grader(study)
        if self._request.lesson is not None:
            await self._open_lesson(self._request.lesson)
        else:
            self.post_message(self.CourseOpened())
        await self._read_lessons(study)
        settle_memory()

    async def _open_keeper(self) -> Keeper:
        """The store, and what it keeps of the language and the theme."""
        from tui.keeping import Keeper

        keeper = Keeper(self._parts.open_store, self._store_failed)
        self._request = await in_kept_language(self._request, keeper)
        self.theme = known_theme(await keeper.setting("theme") or self.theme)
        return keeper

    async def _sit_down(self, opened: Opened, keeper: Keeper) -> Study:
        from tui.study import Study
        from tui.tour import Tour

        self._tour = await Tour.begin(keeper)
        grader = self._parts.make_grader(self._request, self._grader_changed)
        return await Study.begin(opened.course, opened.words, keeper, grader)

    async def _read_lessons(self, study: Study) -> None:
        async for _ in study.read_lessons():
            self._home.refresh_map()

    def on_resize(self, event: events.Resize) -> None:
        """Says so where the terminal is too small."""
        if self.study is not None:
            self._judge_size(self.study, event.size)

    def _judge_size(self, study: Study, size: Size) -> None:
        if too_small(size) and not isinstance(self.screen, SmallScreen):
            self.push_screen(SmallScreen(study.words))

    async def on_unmount(self) -> None:
        """Saves what waits and ends the grader."""
        if self._scratch is not None:
            await self._scratch.scratch.end()
        if self.study is not None:
            await self.study.close()

    # The grader

    async def _start_grader(self, study: Study) -> None:
        self._tell_grader()
        self.run_worker(self._await_grader(study), name="grader", group="grader", exit_on_error=False)

    async def _await_grader(self, study: Study) -> None:
        """Starts the grader and waits for torch; the course goes on without it when it cannot be had."""
        from grader.errors import GraderError

        try:
            await study.grader.start()
            await study.grader.ready()
        except GraderError as error:
            self._grader_shown = "failed"
            self.notify(study.words.render(error.message), severity="error", timeout=20, markup=False)
        self._tell_grader()

    def _grader_changed(self, state: GraderState) -> None:
        self._grader_shown = shown_state(state, self._grader_shown)
        self._tell_grader()

    def _tell_grader(self) -> None:
        if self.study is None:
            return
        for screen in self.screen_stack:
            if isinstance(screen, TellsGrader):
                screen.show_grader(self._grader_words(self.study))

    def _grader_words(self, study: Study) -> Content:
        grader = grader_words(self._grader_shown, study.device, study.words)
        return grader if study.keeper.saves else unsaved_words(study.words) + grader

    # Screens

    @property
    def _home(self) -> HomeScreen:
        home = self.screen_stack[0]
        assert isinstance(home, HomeScreen)
        return home

    async def on_home_screen_open_lesson(self, event: HomeScreen.OpenLesson) -> None:
        """Opens a lesson where it is to be gone on with."""
        self.run_worker(self._open_lesson(event.lesson_id), group="opening", exclusive=True)

    def on_home_screen_open_step(self, event: HomeScreen.OpenStep) -> None:
        """Opens a step."""
        self._push_lesson(event.place)

    async def _open_lesson(self, lesson_id: str) -> None:
        study = self.study
        assert study is not None
        lesson = await study.read_lesson(lesson_id)
        if lesson.problem is not None:
            self.notify(lesson.problem, severity="warning", timeout=15, markup=False)
            return
        self._push_lesson(entry_step(lesson, study.signs(), study.last))

    def _push_lesson(self, place: Place) -> None:
        from tui.screens.lesson import LessonScreen

        assert self.study is not None
        self.push_screen(LessonScreen(self.study, place, self._grader_words(self.study)))

    def _store_failed(self, fault: Message) -> None:
        self._tell_grader()
        self.run_worker(self._tell_fault(fault), group="fault")

    async def _tell_fault(self, fault: Message) -> None:
        """Says what is wrong with the store, once the app has words."""
        words = self.study.words if self.study is not None else await asyncio.to_thread(self._words)
        self.notify(words.render(fault), severity="warning", timeout=20, markup=False)

    def _words(self) -> Catalogue:
        return self._parts.open_words(chosen_language(self._request.language, None))

    async def _show_again(self, study: Study) -> None:
        """Shows what is open once more, in other words or with other marks, and reads the lessons for it."""
        await self._home.show(study)
        for screen in self.screen_stack[1:]:
            if isinstance(screen, Speaks):
                await screen.speak()
        self._tell_grader()
        await self._read_lessons(study)
