"""The test of the placement: a few quizzes of each lesson, until one was not answered right."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.placement import Trial, answered, questions, with_lesson
from tui.steps import Answered, StepView, chosen, settled
from tui.widgets.buttons import ActionButton
from tui.widgets.prose import Prose
from tui.widgets.quiz import Choice, Choices

if TYPE_CHECKING:
    from tui.study import OpenStep, Study

_RIGHT: dict[Answered | None, bool | None] = {"right": True, "wrong": False}


class TrialScreen(ModalScreen[Trial | None]):
    """Asks one question after the other and says nothing of the answers; its result is None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("0", "unsure", show=False),
        *(Binding(str(number), f"choose({number - 1})", show=False) for number in range(1, 10)),
    ]

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study
        self._lessons = [lesson.id for lesson in study.lessons]
        """The lessons that are still to come."""
        self._trial = Trial()
        self._opened: OpenStep | None = None
        """The question on the screen; None while there is none to answer."""

    def compose(self) -> ComposeResult:
        """Lesson, question, choices."""
        words = self._study.words
        with Vertical(classes="popup", id="trial"):
            yield Static(classes="popup-title", markup=False)
            with VerticalScroll():
                yield Prose(id="question")
                yield ActionButton(words.text("app-trial-unsure"), action="unsure", id="unsure")
            yield Static(words.text("app-trial-foot"), classes="popup-foot", markup=False)

    def on_mount(self) -> None:
        """Asks the first question."""
        self._work(self._go_on())

    def _work(self, going_on: Coroutine[None, None, None]) -> None:
        self.run_worker(going_on, group="trial", exclusive=True)

    async def _go_on(self) -> None:
        """Asks the next question, or ends the test."""
        study = self._study
        while not self._trial.waiting and not self._trial.over and self._lessons:
            lesson = await study.read_lesson(self._lessons.pop(0))
            if lesson.problem is None:
                self._trial = with_lesson(self._trial, questions(study.course.lesson(lesson.id)))
        if self._trial.over or not self._trial.waiting:
            self.dismiss(self._trial)
            return
        await self._ask(await study.open_step(self._trial.waiting[0]))

    async def _ask(self, opened: OpenStep) -> None:
        step, trial = opened.step, self._trial
        assert step.kind == "quiz"
        with self.app.batch_update():
            title = self._study.words.text(
                "app-trial-title",
                lesson=self._study.outline(opened.place.lesson).title,
                number=trial.asked + 1,
                total=trial.asked + len(trial.waiting),
            )
            self.query_one(".popup-title", Static).update(title)
            await self.query(Choices).remove()
            await self.query_one(Prose).show(opened.page)
            await self.query_one(VerticalScroll).mount(Choices(step.choices), after="#question")
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.query_one(VerticalScroll).focus()
        self._opened = opened

    def on_choice_made(self, event: Choice.Made) -> None:
        """A choice was clicked."""
        event.stop()
        self.action_choose(event.index)

    def action_choose(self, index: int) -> None:
        """Answers the question."""
        if self._opened is None or self._opened.step.kind != "quiz":
            return
        if index < len(self._opened.step.choices):
            opened, self._opened = self._opened, None
            self.query_one(Choices).show(index, None)
            self._work(self._judge(opened, index))

    def action_unsure(self) -> None:
        """The learner does not know."""
        if self._opened is not None:
            self._opened = None
            self._trial = answered(self._trial, right=False)
            self._work(self._go_on())

    async def _judge(self, opened: OpenStep, index: int) -> None:
        view = chosen(StepView(opened.step), index)
        if view.answered == "waiting":
            view = settled(view, await self._printed(opened))
        self._trial = answered(self._trial, right=_RIGHT.get(view.answered))
        await self._go_on()

    async def _printed(self, opened: OpenStep) -> str | None:
        """What the snippet of a quiz prints; None when it cannot be run."""
        code = opened.step.run if opened.step.kind == "quiz" else None
        result = await self._study.grader.run(code or "", name=opened.place.ref)
        return result.stdout if result.status == "finished" else None

    def action_close(self) -> None:
        """Leaves the test; nothing follows from it."""
        self.workers.cancel_group(self, "trial")
        self.dismiss(None)
