"""One step on the screen: its words, its code, where it stands; and the way to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen

from tui import splitting, steps
from tui.attempts import Attempts, Played
from tui.headings import lesson_heading, next_label
from tui.keybar import fixed_entries, key_entries
from tui.session import Place, neighbour
from tui.steps import StepView
from tui.widgets.bars import KeyBar, TitleBar
from tui.widgets.panes import Panes
from tui.widgets.words_pane import WordsPane
from tui.widgets.work_pane import WorkPane

if TYPE_CHECKING:
    from tui.study import OpenStep, Study


class StepScreen(Screen[None]):
    """Shows a step, and goes from one to another."""

    class Shown(Message):
        """A step is on the screen."""

    def __init__(self, study: Study, place: Place, grader: Content) -> None:
        super().__init__()
        self.study = study
        self.place = place
        self.view: StepView | None = None
        """None while no step is there: before the first, and between two."""
        self._opened: OpenStep | None = None
        self._grader = grader
        self._loaded: str | None = None
        """The code put into the editor, which the learner did not write; None once something was written."""
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

    def go(self, place: Place, *, again: bool = False) -> None:
        """Opens a step, whatever is going on; again, when it is the open one, with what is shown of it."""
        self._overtake()
        self.run_worker(self._go(place, again=again), group="step", exclusive=True)

    def _overtake(self) -> None:
        """Stops what runs; nothing comes of it."""
        self._attempts.begin()
        self.workers.cancel_group(self, "run")

    async def _go(self, place: Place, *, again: bool = False) -> None:
        self.panes.wait()
        try:
            await self._open(place, again=again)
        finally:
            self.panes.settle()

    async def _open(self, place: Place, *, again: bool) -> None:
        study = self.study
        lesson = await study.read_lesson(place.lesson)
        if lesson.problem is not None:
            self.notify(lesson.problem, severity="warning", timeout=15, markup=False)
            return
        opened = await study.open_step(place if place.step else lesson.place(0))
        self._overtake()
        was = self.view if again and self._opened is not None and self._opened.place == opened.place else None
        self.view = None  # what is typed until the other code is there belongs to no step
        study.visit(opened.place)
        mark = study.marks.get(opened.place)
        self.place, self._opened, self._judged = opened.place, opened, None
        view = StepView(opened.step, mark) if was is None else steps.again(was, opened.step, mark)
        if view.answered is None:
            self._right = None
        with self.app.batch_update():
            await self._show_step(opened, view, again=was is not None)
            self.view = view
            await self._show_view()
        self.call_after_refresh(self.post_message, self.Shown())
        if opened.step.kind == "exercise":
            prepare = study.grader.prepare(self.place.ref, opened.step)
            self.run_worker(prepare, group="prepare", exclusive=True, exit_on_error=False)

    async def _show_step(self, opened: OpenStep, view: StepView, *, again: bool) -> None:
        self.panes.speak(self.study.words)
        self.panes.set_code(shown=view.code is not None)
        await self.query_one(WordsPane).show_step(opened)
        work = self.query_one(WorkPane)
        work.complete_with(self.study.grader.assistant)
        code = opened.draft if view.editable and opened.draft is not None else view.code or ""
        await work.clear_results(graded=opened.step.kind == "exercise")
        if again and code == work.editor.text:
            self.panes.bring(self.panes.front)
            return
        self._loaded = code
        work.show_code(code, read_only=not view.editable)
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

    def _set_view(self, view: StepView) -> None:
        """Takes another state of the step and draws it."""
        self.view = view
        self.call_next(self._show_view)

    def _show_title(self) -> None:
        title, standing = lesson_heading(self.study, self.place)
        self.query_one(TitleBar).show(title, standing, self._grader)

    def show_grader(self, told: Content) -> None:
        """Sets the words about the grader."""
        self._grader = told
        if self.is_mounted:
            self.query_one(TitleBar).show(right=told)

    def restart(self, lesson_id: str) -> None:
        """Goes to the beginning of a lesson, at the next showing."""
        self.view, self.place = None, Place(lesson_id, "")

    async def speak(self) -> None:
        """Shows the step again, in the language of now."""
        self.go(self.place, again=True)

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
