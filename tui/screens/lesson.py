"""The lesson: words, code, results; one step at a time."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import TextArea

from grader.verdict import Output
from tui import steps
from tui.actions import bindings, of_action
from tui.keybar import fixed_entries, key_entries, next_label
from tui.marks import dots
from tui.session import Place, lesson_row, neighbour, step_index
from tui.steps import Running, StepView
from tui.widgets.bars import KeyBar, TitleBar
from tui.widgets.quiz import Choice
from tui.widgets.tabs import TabRow
from tui.widgets.words_pane import WordsPane
from tui.widgets.work_pane import WorkPane

if TYPE_CHECKING:
    from grader.verdict import Event, RunResult
    from tui.study import OpenStep, Study

PANES = {"words": "#words", "code": "#editor", "results": "#output"}
"""The panes, which are tabs where the screen is narrow, and what in them takes the focus."""


class LessonScreen(Screen[None]):
    """Shows the steps of a course; any of them can be visited."""

    CSS_PATH = ["../styles/lesson.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings("lesson")

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
        self._run_id = 0
        """The number of the latest run; results of earlier ones are dropped."""
        self._right: int | None = None
        """The right choice of an answered quiz."""

    def compose(self) -> ComposeResult:
        """Title, panes, keys."""
        yield TitleBar(id="title")
        yield TabRow(id="panes")
        with Horizontal(id="lesson"):
            yield WordsPane(id="words")
            yield WorkPane(self.study.words, id="work")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Opens the first step."""
        self.show_pane("words")
        self.go(self.place)

    # Showing

    def go(self, place: Place) -> None:
        """Opens a step, whatever is going on."""
        self.workers.cancel_group(self, "run")
        self.run_worker(self._go(place), group="step", exclusive=True)

    async def _go(self, place: Place) -> None:
        study = self.study
        lesson = await study.read_lesson(place.lesson)
        if lesson.problem is not None:
            self.notify(lesson.problem, severity="warning", timeout=15, markup=False)
            return
        opened = await study.open_step(place)
        self.place, self._opened, self._right = place, opened, None
        study.visit(place)
        self.view = StepView(opened.step, mark=study.marks.get(place))
        with self.app.batch_update():
            await self._show_step(opened, self.view)
            await self._show_view()
        if opened.step.kind == "exercise":
            self.run_worker(
                study.grader.prepare(place.ref, opened.step), group="prepare", exit_on_error=False
            )

    async def _show_step(self, opened: OpenStep, view: StepView) -> None:
        self.set_class(view.code is None, "-no-code")
        await self.query_one(WordsPane).show_step(opened)
        self._loaded = opened.draft if view.editable and opened.draft is not None else view.code or ""
        work = self.query_one(WorkPane)
        work.words = self.study.words
        await work.show_code(self._loaded, read_only=not view.editable, graded=opened.step.kind == "exercise")
        self.show_pane("words")
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
        label = self._next_label() if primary == "next" else Content("")
        await self.query_one(WordsPane).show_view(view, self._right, label, words)
        entries = key_entries(
            steps.offered(view), primary, words, choices=len(getattr(view.step, "choices", ()))
        )
        self.query_one(KeyBar).show(entries, fixed_entries(words))
        self._show_title()
        self.refresh_bindings()

    def _next_label(self) -> Content:
        following = neighbour(self.study.lessons, self.place, 1)
        if following is None:
            return next_label(None, self.study.words)
        lesson = self.study.outline(following.lesson)
        heading = lesson.steps[step_index(lesson, following.step)].heading if lesson.steps else lesson.title
        return next_label(heading, self.study.words)

    def _show_title(self) -> None:
        lesson = self.study.outline(self.place.lesson)
        row = lesson_row(1, lesson, self.study.marks)
        index = step_index(lesson, self.place.step)
        count = self.study.words.text("app-count", done=index + 1, total=row.total)
        middle = dots(row.signs, index, spaced=row.total <= 20) + Content(f"   {count}").stylize("$muted")
        self.query_one(TitleBar).show(Content(lesson.title).stylize("bold"), middle, self._grader)

    def show_grader(self, told: Content) -> None:
        """Sets the words about the grader."""
        self._grader = told
        if self.is_mounted:
            self.query_one(TitleBar).show(right=told)

    async def speak(self) -> None:
        """Shows the step again, in the language of now."""
        self.go(self.place)

    def show_pane(self, pane: str, *, focus: bool = False) -> None:
        """Brings a pane to the front where the screen is narrow."""
        words = self.study.words
        names = [(name, Content(words.text(f"app-pane-{name}"))) for name in PANES]
        self.query_one("#panes", TabRow).show(names, pane)
        for name in PANES:
            self.set_class(name == pane, f"-{name}")
        if focus:
            self.query_one(PANES[pane]).focus()

    # Going on

    def action_next(self) -> None:
        """Goes to the next step; a page is read when the learner goes on from it."""
        if self.view is not None and self.view.step.kind == "read":
            self.study.passed(self.place)
        following = neighbour(self.study.lessons, self.place, 1)
        if following is None:
            self.dismiss()
        else:
            self.go(following)

    def action_back(self) -> None:
        """Goes to the step before."""
        before = neighbour(self.study.lessons, self.place, -1)
        if before is not None:
            self.go(before)

    def action_leave(self) -> None:
        """Goes to the map."""
        self.dismiss()

    def action_unfocus(self) -> None:
        """Leaves the editor."""
        self.query_one(WordsPane).focus()

    # Running

    async def action_run(self) -> None:
        """Runs the code."""
        self._start("run")

    async def action_check(self) -> None:
        """Checks the code."""
        self._start("check")

    def action_stop(self) -> None:
        """Stops what runs."""
        self.workers.cancel_group(self, "run")

    def _start(self, running: Running) -> None:
        view, opened = self.view, self._opened
        if view is None or opened is None:
            return
        self._set_view(replace(view, running=running))
        self._run_id += 1
        self.run_worker(
            self._attempt(running, opened, self._run_id), group="run", exclusive=True, exit_on_error=False
        )

    async def _attempt(self, running: Running, opened: OpenStep, run_id: int) -> None:
        """One run from its beginning to its end; whatever comes after another began is dropped."""
        work, words = self.query_one(WorkPane), self.study.words
        code = work.editor.text
        await work.begin(running)
        try:
            if running == "check":
                await self._check(opened, code, run_id)
            else:
                await self._run(opened, code, run_id)
        except asyncio.CancelledError:
            if run_id == self._run_id:
                work.show_stopped(words.text("app-stopped"))
            raise
        except Exception as error:  # a fault of the grader is told; it must not end the course
            if run_id == self._run_id:
                work.show_stopped(words.text("app-run-failed", problem=str(error) or type(error).__name__))
        finally:
            if run_id == self._run_id and self.view is not None:
                self._set_view(replace(self.view, running=None))

    async def _check(self, opened: OpenStep, code: str, run_id: int) -> None:
        if opened.step.kind != "exercise":
            return
        verdict = await self.study.grader.check(
            opened.place.ref, opened.step, code, on_event=lambda event: self._hear(event, run_id)
        )
        if run_id != self._run_id:
            return
        self.study.attempted(opened.place, code, verdict)
        self._remark()
        await self.query_one(WorkPane).show_verdict(verdict)
        if not verdict.passed:
            self.show_pane("results")

    async def _run(self, opened: OpenStep, code: str, run_id: int) -> None:
        step = opened.step
        exercise = step if step.kind == "exercise" else None
        result = await self.study.grader.run(
            code, exercise=exercise, name=opened.place.ref, on_event=lambda event: self._hear(event, run_id)
        )
        if run_id != self._run_id:
            return
        await self.query_one(WorkPane).show_run(result)
        if step.kind == "quiz":
            await self._settle(result)
        else:
            self.show_pane("results")

    def _hear(self, event: Event, run_id: int) -> None:
        if run_id == self._run_id and isinstance(event, Output):
            self.query_one(WorkPane).hear(event.stream, event.text)

    def _remark(self) -> None:
        if self.view is not None:
            self._set_view(replace(self.view, mark=self.study.marks.get(self.place)))

    def _set_view(self, view: StepView) -> None:
        """Takes another state of the step and draws it."""
        self.view = view
        self.call_next(self._show_view)

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
            self._answered(None)

    async def _settle(self, result: RunResult) -> None:
        printed = result.stdout if result.status == "finished" else None
        if self.view is not None and self.view.answered == "waiting":
            self._set_view(steps.settled(self.view, printed))
            self._answered(printed)

    def _answered(self, printed: str | None) -> None:
        view = self.view
        assert view is not None
        self._right = steps.right_choice(view, printed)
        if view.answered == "right":
            self.study.passed(self.place)
            self._remark()

    def action_hint(self) -> None:
        """Shows one more hint."""
        if self.view is not None:
            self.show_pane("words")
            self._set_view(steps.with_hint(self.view))

    def action_solution(self) -> None:
        """Shows the solution; before a pass, only when asked twice."""
        from tui.screens.solution import SolutionScreen

        view = self.view
        if view is None or view.step.kind != "exercise":
            return
        if view.passed or view.solution_asked:
            self.app.push_screen(SolutionScreen(view.step.solution, self.study.words))
        else:
            self.show_pane("words")
            self._set_view(replace(view, solution_asked=True))

    def action_reset(self) -> None:
        """Puts the starter back, which Ctrl+Z takes back."""
        if self.view is not None and self.view.code is not None:
            self.study.reset(self.place, self.view.code)
            self.query_one(WorkPane).editor.replace_all(self.view.code)
            self.show_pane("code")

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
        order = ["words"] if self.has_class("-no-code") else list(PANES)
        now = next((index for index, pane in enumerate(order) if self.has_class(f"-{pane}")), 0)
        self.show_pane(order[(now + 1) % len(order)], focus=True)

    def action_results(self) -> None:
        """Goes to the other tab of the results."""
        self.query_one("#result-tabs", TabRow).action_step(1)

    def on_tab_row_chosen(self, event: TabRow.Chosen) -> None:
        """A pane was chosen."""
        event.stop()
        self.show_pane(event.tab, focus=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command makes sense now."""
        item = of_action(action)
        if item is None or item.where != "lesson" or item.id in ("pane", "results"):
            return True
        if item.id == "unfocus":
            return self.focused is not None and self.focused.id == "editor"
        return self.view is not None and item.id in steps.offered(self.view)
