"""The lesson: running, answering and helping, at one step after the other."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.widgets import TextArea

from tui import splitting, steps
from tui.actions import bindings, of_action
from tui.attempts import Ask, Played
from tui.failing import failing_case, pictured
from tui.screens.step import StepScreen
from tui.session import Place
from tui.steps import Running, StepView
from tui.success import Success, success_of
from tui.widgets.panes import Panes
from tui.widgets.prompt import TryCode
from tui.widgets.quiz import Choice
from tui.widgets.tabs import TabRow
from tui.widgets.waiting import PATIENCE
from tui.widgets.work_pane import WorkPane

if TYPE_CHECKING:
    from tui.study import OpenStep


class LessonScreen(StepScreen):
    """Shows the steps of a course; any of them can be visited."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("lesson")

    # Running

    def action_run(self) -> None:
        """Runs the code."""
        self._start("run")

    def action_check(self) -> None:
        """Checks the code."""
        self._start("check")

    def action_run_case(self) -> None:
        """Runs the code with the inputs of the case that failed."""
        if self.view is not None and self.view.failing is not None:
            self._start("case")

    def action_stop(self) -> None:
        """Stops what runs."""
        self.workers.cancel_group(self, "run")

    def _start(self, running: Running) -> None:
        if self.view is None or self._opened is None:
            return
        self.view = replace(self.view, running=running)
        self.set_timer(PATIENCE, self._take_long)
        ask = Ask(running, self._opened, self.view.failing if running == "case" else None)
        attempt = self._attempt(self._attempts.begin(), ask)
        self.run_worker(attempt, group="run", exclusive=True, exit_on_error=False)

    async def _take_long(self) -> None:
        """What runs longer than a moment can be seen, and stopped."""
        if self.view is not None and self.view.running is not None:
            self.panes.bring("results")
            await self._show_view()

    async def _attempt(self, number: int, ask: Ask) -> None:
        """One run from its beginning to its end; nothing comes of one that was overtaken."""
        ended = False
        plays = self.query_one(WorkPane).play(number, ask, self._attempts, self._success)
        try:
            async with aclosing(plays):
                async for played in plays:
                    ended = True
                    self._end(number, ask, played)
        finally:
            if not ended:
                self._end(number, ask, None)

    def _end(self, number: int, ask: Ask, result: Played | None) -> None:
        """Takes the end of an attempt; the result is None when it was stopped or failed."""
        if not self._attempts.is_latest(number) or self.view is None:
            return
        if result is not None and result.before is not None and result.verdict is not None:
            self.study.attempted(ask.opened.place, result.code, result.verdict, result.before)
            self._judged = result
        else:
            self._conclude(ask.opened, result, replace(self.view, running=None))

    def _success(self) -> Success | None:
        """What a pass of this step finishes."""
        learnt = self.study.course.lesson(self.place.lesson).summary
        return success_of(self.study.lessons, self.study.marks, self.place, learnt)

    def _conclude(self, opened: OpenStep, result: Played | None, view: StepView) -> None:
        """What follows from the end of a run; the result is None when it was stopped or failed."""
        if view.answered == "waiting":
            printed = result.printed if result is not None else None
            view = steps.settled(view, printed)
            self._answered(view, printed)
        elif result is not None:
            self.panes.bring("results")
            view = replace(view, explained=result.explained)
        if result is not None and result.verdict is not None:
            self.study.attempted(opened.place, result.code, result.verdict)
            self._judged = result
            verdict = result.verdict
            pictured_one = pictured(verdict) is not None
            view = replace(view, judged=True, failing=failing_case(verdict), pictured=pictured_one)
        self._set_view(replace(view, mark=self.study.marks.get(self.place)))

    def action_try_code(self) -> None:
        """Takes the code to the scratch page, where it can be played with."""
        self.post_message(TryCode(self.query_one(WorkPane).editor.text))

    # Answering and helping

    def on_choice_made(self, event: Choice.Made) -> None:
        """A choice was clicked."""
        event.stop()
        self.action_choose(event.index)

    def action_choose(self, index: int) -> None:
        """Makes a choice of a quiz; when its snippet knows the answer, runs it."""
        if self.view is None or (chosen := steps.chosen(self.view, index)) is self.view:
            return
        self._set_view(chosen)
        if chosen.answered == "waiting":
            self._start("run")
        else:
            self._answered(chosen, None)

    def _answered(self, view: StepView, printed: str | None) -> None:
        """A quiz has its answer."""
        self._right = steps.right_choice(view, printed)
        if view.answered == "right":
            self.study.passed(self.place)
            self._set_view(replace(view, mark="passed"))

    def action_hint(self) -> None:
        """Shows one more hint."""
        if self.view is not None:
            self.panes.bring("words")
            self._set_view(steps.with_hint(self.view))

    def action_solution(self) -> None:
        """Shows the solution; before a pass, only when asked twice."""
        from tui.screens.solution import SolutionScreen

        view = self.view
        if view is None or view.step.kind != "exercise":
            return
        if view.passed or view.solution_asked:
            own = self.query_one(WorkPane).editor.text if view.passed else None
            self.app.push_screen(SolutionScreen(view.step.solution, self.study.words, own))
        else:
            self.panes.bring("words")
            self._set_view(replace(view, solution_asked=True))

    def action_reset(self) -> None:
        """Puts the starter back, which Ctrl+Z takes back."""
        if self.view is not None and self.view.code is not None:
            self._put_back(self.view.code)

    def _put_back(self, code: str) -> None:
        self.study.reset(self.place, code)
        self.query_one(WorkPane).editor.replace_all(code)
        self.panes.bring("code")

    def action_history(self) -> None:
        """Shows what was written before; what is chosen there comes back into the editor."""
        self.run_worker(self._history(self.place), group="history", exclusive=True)

    async def _history(self, place: Place) -> None:
        from tui.screens.history import choose_from_history

        present = self.query_one(WorkPane).editor.text
        code = await choose_from_history(self.app, self.study, place, present)
        if code is not None and place == self.place:
            self._put_back(code)

    def action_difference(self) -> None:
        """Shows the first difference of the last verdict over the whole screen."""
        from tui.screens.difference import DifferenceScreen

        check = pictured(self._judged.verdict) if self._judged and self._judged.verdict else None
        if check is not None and check.difference is not None:
            self.app.push_screen(DifferenceScreen(check.difference, self.study.words))

    def action_report(self) -> None:
        """Writes a report of the verdict, for the author."""
        from tui.screens.disputed import write_dispute

        if self._judged is not None:
            report = write_dispute(self.app, self.study, self.place, self._judged)
            self.run_worker(report, group="report", exclusive=True)

    async def action_original(self) -> None:
        """Shows the messages that are explained, or hides them."""
        await self.query_one(WorkPane).show_originals()

    def action_restart_lesson(self) -> None:
        """Begins the lesson anew, once confirmed."""
        from tui.screens.restart import Restart

        self.post_message(Restart(self.place.lesson))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """The learner wrote; it is saved in a moment."""
        event.stop()
        code = event.text_area.text
        if self.view is None or not self.view.editable or code == self._loaded:
            return
        self._loaded = None
        self.query_one(WorkPane).editor.mark_failed(None)
        self.study.wrote(self.place, code)

    # Panes

    def action_pane(self) -> None:
        """Goes to the next pane."""
        self.panes.bring_next()

    def action_results(self) -> None:
        """Goes to the other tab of the results."""
        self.query_one("#result-tabs", TabRow).action_step(1)

    def on_panes_shared(self, event: Panes.Shared) -> None:
        """A border was moved; it is kept."""
        event.stop()
        self.study.keeper.set(splitting.setting_of(event.direction), splitting.written(event.share))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command makes sense now."""
        item = of_action(action)
        if item is None or item.where != "lesson" or item.id in ("pane", "results", "restart-lesson"):
            return True
        if item.id == "unfocus":
            return self.focused is not None and self.focused.id == "editor"
        if self.view is None:
            return item.id == "leave"
        if item.id == "try-code":
            return self.view.code is not None
        return item.id in steps.offered(self.view)
