"""The lesson: words, code, results; one step at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import TextArea

from tui import splitting, steps
from tui.actions import bindings, of_action
from tui.attempts import Ask, Attempts, Played
from tui.failing import failing_case
from tui.headings import lesson_heading, next_label
from tui.keybar import fixed_entries, key_entries
from tui.session import Place, neighbour
from tui.steps import Running, StepView
from tui.success import Success, success_of
from tui.widgets.bars import KeyBar, TitleBar
from tui.widgets.panes import Panes
from tui.widgets.prompt import TryCode
from tui.widgets.quiz import Choice
from tui.widgets.tabs import TabRow
from tui.widgets.waiting import PATIENCE
from tui.widgets.words_pane import WordsPane
from tui.widgets.work_pane import WorkPane

if TYPE_CHECKING:
    from tui.study import OpenStep, Study


class LessonScreen(Screen[None]):
    """Shows the steps of a course; any of them can be visited."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("lesson")

    class Shown(Message):
        """A step is on the screen."""

    def __init__(self, study: Study, place: Place, grader: Content) -> None:
        super().__init__()
        self.study = study
        self.place = place
        self.view: StepView | None = None
        """None until the first step is there."""
        self._opened: OpenStep | None = None
        self._grader = grader
        self._loaded = ""
        """The code put into the editor, which the learner did not write just now."""
        self._attempts = Attempts(study.grader)
        self._judged: Played | None = None
        """The last check of the step that had a verdict."""
        self._right: int | None = None
        """The right choice of an answered quiz."""

    def compose(self) -> ComposeResult:
        """Title, panes, keys."""
        yield TitleBar(id="title")
        yield Panes(self.study.words, id="panes")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Opens the first step."""
        self.panes.bring("words")
        self.run_worker(self._begin(), group="step", exclusive=True)

    @property
    def panes(self) -> Panes:
        """Words, code and results."""
        return self.query_one(Panes)

    # Showing

    async def _begin(self) -> None:
        """Puts the borders of the panes where the learner had them, then opens the step."""
        directions = tuple(splitting.LIMITS)
        kept = [await self.study.keeper.setting(splitting.setting_of(direction)) for direction in directions]
        self.panes.set_shares(dict(zip(directions, map(splitting.read, kept), strict=True)))
        await self._go(self.place)

    def go(self, place: Place) -> None:
        """Opens a step, whatever is going on."""
        self._attempts.begin()
        self.workers.cancel_group(self, "run")
        self.run_worker(self._go(place), group="step", exclusive=True)

    async def _go(self, place: Place) -> None:
        self.panes.wait()
        try:
            await self._open(place)
        finally:
            self.panes.settle()

    async def _open(self, place: Place) -> None:
        study = self.study
        lesson = await study.read_lesson(place.lesson)
        if lesson.problem is not None:
            self.notify(lesson.problem, severity="warning", timeout=15, markup=False)
            return
        opened = await study.open_step(place if place.step else lesson.place(0))
        self.place, self._opened, self._right, self._judged = opened.place, opened, None, None
        study.visit(self.place)
        self.view = StepView(opened.step, mark=study.marks.get(self.place))
        with self.app.batch_update():
            await self._show_step(opened, self.view)
            await self._show_view()
        self.call_after_refresh(self.post_message, self.Shown())
        if opened.step.kind == "exercise":
            prepare = study.grader.prepare(self.place.ref, opened.step)
            self.run_worker(prepare, group="prepare", exclusive=True, exit_on_error=False)

    async def _show_step(self, opened: OpenStep, view: StepView) -> None:
        self.panes.speak(self.study.words)
        self.panes.set_code(shown=view.code is not None)
        await self.query_one(WordsPane).show_step(opened)
        self._loaded = opened.draft if view.editable and opened.draft is not None else view.code or ""
        work = self.query_one(WorkPane)
        work.complete_with(self.study.grader.assistant)
        await work.show_code(self._loaded, read_only=not view.editable, graded=opened.step.kind == "exercise")
        self.panes.bring("words")
        if opened.step.kind == "exercise" and not self.has_class("-narrow"):
            work.editor.focus()
        else:
            self.query_one(WordsPane).focus()

    async def _show_view(self) -> None:
        """Draws what follows from the view."""
        view, words = self.view, self.study.words
        if view is None:
            return
        primary = steps.primary(view)
        label = next_label(self.study, self.place) if primary == "next" else Content("")
        await self.query_one(WordsPane).show_view(view, self._right, label, words)
        entries = key_entries(
            steps.offered(view), primary, words, choices=len(getattr(view.step, "choices", ()))
        )
        self.query_one(KeyBar).show(entries, fixed_entries(words))
        self._show_title()
        self.refresh_bindings()

    def _show_title(self) -> None:
        left, middle = lesson_heading(self.study, self.place)
        self.query_one(TitleBar).show(left, middle, self._grader)

    def show_grader(self, told: Content) -> None:
        """Sets the words about the grader."""
        self._grader = told
        if self.is_mounted:
            self.query_one(TitleBar).show(right=told)

    def restart(self, lesson_id: str) -> None:
        """Goes to the beginning of a lesson, at the next showing."""
        self.place = Place(lesson_id, "")

    async def speak(self) -> None:
        """Shows the step again, in the language of now."""
        self.go(self.place)

    # Going on

    def action_next(self) -> None:
        """Goes to the next step; a page is read when the learner goes on from it."""
        if self.view is not None and self.view.step.kind == "read":
            self.study.passed(self.place)
        following = neighbour(self.study.lessons, self.place, 1)
        if following is None:
            self.action_leave()
        else:
            self.go(following)

    def action_back(self) -> None:
        """Goes to the step before."""
        before = neighbour(self.study.lessons, self.place, -1)
        if before is not None:
            self.go(before)

    def action_leave(self) -> None:
        """Goes to the map; what runs is stopped."""
        self._attempts.begin()
        self.dismiss()

    def action_unfocus(self) -> None:
        """Leaves the editor."""
        self.query_one(WordsPane).focus()

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
        result = None
        try:
            result = await self.query_one(WorkPane).play(number, ask, self._attempts, self._success)
        finally:
            if self._attempts.is_latest(number) and self.view is not None:
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
        if result is not None and result.verdict is not None:
            self.study.attempted(opened.place, result.code, result.verdict)
            self._judged = result
            view = replace(view, judged=True, failing=failing_case(result.verdict))
        self._set_view(replace(view, mark=self.study.marks.get(self.place)))

    def _set_view(self, view: StepView) -> None:
        """Takes another state of the step and draws it."""
        self.view = view
        self.call_next(self._show_view)

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

    def action_report(self) -> None:
        """Writes a report of the verdict, for the author."""
        from tui.screens.disputed import write_dispute

        if self._judged is not None:
            report = write_dispute(self.app, self.study, self.place, self._judged)
            self.run_worker(report, group="report", exclusive=True)

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
        self._loaded = ""
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
        if item.id == "try-code":
            return self.view is not None and self.view.code is not None
        return self.view is not None and item.id in steps.offered(self.view)
