"""The app: what a person can ask for on any screen, and what comes up over it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.screen import ModalScreen

from tui.actions import bindings
from tui.base import BaseApp, Restarts
from tui.opening import other_language
from tui.themes import next_theme

if TYPE_CHECKING:
    from tui.screens.restart import Restart
    from tui.session import Place
    from tui.tour import Stage
    from tui.widgets.prompt import TryCode


class CourseApp(BaseApp):
    """The course in a terminal."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("app")

    # Commands

    def action_help(self) -> None:
        """Shows the keys that do something where one is."""
        from tui.guidance import sections
        from tui.screens.help import HelpScreen

        if self.study is not None and not isinstance(self.screen, ModalScreen):
            self.push_screen(HelpScreen(sections(self.screen), self.study.words))

    def action_palette(self) -> None:
        """Opens the palette."""
        from tui.palette import palette

        if self.study is not None and not isinstance(self.screen, ModalScreen):
            self.push_screen(palette(self.study.words))

    async def on_try_code(self, event: TryCode) -> None:
        """Goes to the scratch page with the code of a lesson."""
        await self._open_scratch()
        if self._scratch is not None:
            self._scratch.offer(event.code)

    async def _open_scratch(self) -> None:
        from tui.screens.scratch import ScratchScreen

        if self.study is None or isinstance(self.screen, ModalScreen):
            return
        if self._scratch is None:
            self._scratch = ScratchScreen(self.study, self._grader_words(self.study))
            self.install_screen(self._scratch, "scratch")
        await self.push_screen(self._scratch)
        self._scratch.show_grader(self._grader_words(self.study))

    async def action_scratch(self) -> None:
        """Goes to the scratch page, and from it back."""
        if self.screen is self._scratch:
            self.pop_screen()
        else:
            await self._open_scratch()

    def action_search(self) -> None:
        """Opens the search."""
        from tui.screens.search import SearchScreen

        if self.study is not None and not isinstance(self.screen, ModalScreen):
            self.push_screen(SearchScreen(self.study), self._go_to)

    def _go_to(self, place: Place | None) -> None:
        """Goes to a step, on the lesson screen when there is one."""
        from tui.screens.lesson import LessonScreen

        if place is None:
            return
        lesson = next((screen for screen in self.screen_stack if isinstance(screen, LessonScreen)), None)
        if lesson is None:
            self._push_lesson(place)
            return
        while self.screen is not lesson:
            self.pop_screen()
        lesson.go(place)

    def action_tour(self) -> None:
        """Shows the tour again: the part of this screen, and the other where it belongs."""
        if self._tour is not None:
            self._tour.repeat()
            self._show_tour("home" if self.screen is self._home else "lesson")

    def on_base_app_course_opened(self) -> None:
        """The map is on the screen, perhaps for the first time."""
        self._show_tour("home")

    def on_step_screen_shown(self) -> None:
        """A step is on the screen, perhaps the first of all."""
        self._show_tour("lesson")

    def _show_tour(self, stage: Stage) -> None:
        """Shows a part of the tour, if it is due."""
        from tui.screens.tour import TourScreen

        tour, study = self._tour, self.study
        if tour is None or study is None or not tour.due(stage) or isinstance(self.screen, ModalScreen):
            return

        def ended(completed: bool | None) -> None:
            tour.saw(stage) if completed else tour.skip()

        self.push_screen(TourScreen(stage, self.screen, study.words), ended)

    def action_theme(self) -> None:
        """Goes to the next theme, and says which that is."""
        self.theme = next_theme(self.theme)
        if self.study is not None:
            words = self.study.words
            self.study.keeper.set("theme", self.theme)
            self.clear_notifications()
            told = words.text("app-theme-now", theme=words.text(f"theme-{self.theme}"))
            self.notify(told, timeout=3, markup=False)

    def action_language(self) -> None:
        """Goes to the next language."""
        self.run_worker(self._speak_next(), group="language", exclusive=True)

    async def _speak_next(self) -> None:
        study = self.study
        if study is None:
            return
        opened = await asyncio.to_thread(other_language, study.course, self._parts)
        await study.speak(opened.course, opened.words)
        await self._show_again(study)

    # Everything that is kept

    def action_settings(self) -> None:
        """Shows the settings."""
        if not isinstance(self.screen, ModalScreen):
            self.run_worker(self._settings(), group="popup", exclusive=True)

    async def _settings(self) -> None:
        from tui.screens.settings import SettingsScreen

        if self.study is not None:
            self.push_screen(SettingsScreen(self.study, await self.study.keeper.file()))

    def action_export(self) -> None:
        """Asks where to, and writes all that is kept."""
        from tui.screens.transfer import ExportScreen

        if self.study is not None:
            self.push_screen(ExportScreen(self.study), self._tell)

    def action_import(self) -> None:
        """Asks where from, and takes in what is there."""
        self.run_worker(self._import(), group="popup", exclusive=True)

    async def _import(self) -> None:
        from tui.screens.transfer import ImportScreen

        study = self.study
        if study is not None and (told := await self.push_screen_wait(ImportScreen(study))) is not None:
            self._tell(told)
            await self._show_again(study)

    def _tell(self, told: str | None) -> None:
        if told is not None:
            self.notify(told, timeout=15, markup=False)

    def action_restart_course(self) -> None:
        """Asks, and begins the course anew."""
        self.run_worker(self._restart(None), group="popup", exclusive=True)

    def on_restart(self, event: Restart) -> None:
        """Asks, and begins a lesson anew."""
        self.run_worker(self._restart(event.lesson_id), group="popup", exclusive=True)

    async def _restart(self, lesson_id: str | None) -> None:
        from tui.screens.restart import confirm_restart

        study = self.study
        if study is None or not await confirm_restart(self, study, lesson_id):
            return
        await study.restart(lesson_id)
        if lesson_id is not None and isinstance(self.screen, Restarts):
            self.screen.restart(lesson_id)
        while lesson_id is None and len(self.screen_stack) > 1:
            await self.pop_screen()
        await self._show_again(study)

    async def action_quit(self) -> None:
        """Ends the app."""
        self.exit()

    def action_help_quit(self) -> None:
        """What Ctrl+C says where there is nothing to copy."""
        if self.study is not None:
            self.notify(self.study.words.text("app-copy-nothing"), markup=False)
