"""One step while it is open: hints shown, the choice made, what can be done and what to do next.

Owns the step's state and its transitions, without a screen; `tui.screens.lesson` shows it and asks the
grader.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from course.model import AnyStep
    from tui.failing import FailingCase
    from tui.session import Mark

Running = Literal["run", "check", "case"]
"""A run, a check, or a run of the case that failed."""

Answered = Literal["waiting", "right", "wrong", "unknown"]
"""Of a quiz: its snippet is running; the answer was right or wrong; the snippet could not tell."""


@dataclass(frozen=True, slots=True)
class StepView:
    """An open step."""

    step: AnyStep
    mark: Mark | None = None
    """What is kept of the step; None until it was opened."""
    hints: int = 0
    """How many hints are shown."""
    lines: int = 0
    """How many lines of the solution are shown, blank ones not counted."""
    solution_asked: bool = False
    """Whether the solution was asked for once; asked again, it is shown."""
    choice: int | None = None
    """The index of the choice made."""
    answered: Answered | None = None
    """None until a choice was made."""
    running: Running | None = None
    failing: FailingCase | None = None
    """The case of the last verdict that can be run again; None when there is none."""
    pictured: bool = False
    """Whether the last verdict has a difference to be looked at closely."""
    explained: bool = False
    """Whether the last program's errors or warnings have original messages that can be asked for."""
    judged: bool = False
    """Whether there is a verdict, which the learner may doubt."""

    @property
    def passed(self) -> bool:
        """Whether the step is done."""
        return self.mark == "passed"

    @property
    def code(self) -> str | None:
        """What the editor holds before the learner changes it; None when the step has no code."""
        step = self.step
        return step.starter if step.kind == "exercise" else step.run

    @property
    def editable(self) -> bool:
        """Whether the code is the learner's to change; a quiz's snippet is its question."""
        return self.code is not None and self.step.kind != "quiz"

    @property
    def hints_left(self) -> int:
        """How many hints are not shown yet."""
        return len(self.step.hints) - self.hints if self.step.kind == "exercise" else 0

    @property
    def lines_left(self) -> int:
        """How many lines of the solution can still be shown one by one.

        None after a pass, which shows it whole, nor where there are no hints until the solution was asked for.
        """
        if self.step.kind != "exercise" or self.passed or not (self.step.hints or self.solution_asked):
            return 0
        return len(solution_lines(self.step)) - self.lines


def again(view: StepView, step: AnyStep, mark: Mark | None) -> StepView:
    """The same step in another language: what was shown and chosen stays, what came of the code does not."""
    kept = replace(view, step=step, mark=mark, running=None, failing=None, judged=False)
    kept = replace(kept, pictured=False, explained=False)
    return replace(kept, choice=None, answered=None) if view.answered == "waiting" else kept


def offered(view: StepView) -> tuple[str, ...]:
    """The commands of `tui.actions` that make sense now, the most useful first."""
    if view.running is not None:
        return ("stop", "next", "back", "leave")
    commands = ["next"] if view.passed else []
    commands += ["choose"] if view.step.kind == "quiz" else []
    if view.step.kind == "exercise":
        commands += ["check", "run", *(["run-case"] if view.failing is not None else [])]
        commands += ["difference"] if view.pictured else []
        commands += [*(["hint"] if view.hints_left or view.lines_left else []), "solution"]
    elif view.code is not None and (view.editable or view.answered is not None):
        commands.append("run")
    commands += [item for item in ("next", "back", "leave") if item not in commands]
    if view.editable:
        commands += ["reset", "history"]
    commands += ["original"] if view.explained else []
    commands += ["report"] if view.judged else []
    return tuple(commands)


def primary(view: StepView) -> str | None:
    """The one command to point at; None while a program runs."""
    if view.running is not None:
        return None
    if view.step.kind == "read" or view.passed or view.answered == "unknown":
        return "next"
    return "check" if view.step.kind == "exercise" else "choose"


def with_hint(view: StepView) -> StepView:
    """One more hint shown, and after the last a line of the solution, as far as there are any."""
    if view.hints_left > 0:
        return replace(view, hints=view.hints + 1)
    return replace(view, lines=view.lines + 1) if view.lines_left > 0 else view


def solution_lines(step: AnyStep) -> list[str]:
    """The solution of an exercise in pieces of one line, each with the blank lines before it; else none."""
    pieces, blank = [], ""
    for line in step.solution.splitlines() if step.kind == "exercise" else ():
        if line.strip():
            pieces.append(f"{blank}{line}")
        blank = "" if line.strip() else f"{blank}\n"
    return pieces


def chosen(view: StepView, index: int) -> StepView:
    """A choice made; a quiz with a snippet waits for what it prints."""
    step = view.step
    if step.kind != "quiz" or not 0 <= index < len(step.choices) or view.answered == "waiting":
        return view
    if step.answer is None:
        return replace(view, choice=index, answered="waiting")
    return replace(view, choice=index, answered="right" if step.choices[index] == step.answer else "wrong")


def settled(view: StepView, printed: str | None) -> StepView:
    """A waiting quiz with what its snippet printed; None when the snippet did not run to its end."""
    if view.answered != "waiting" or view.choice is None or view.step.kind != "quiz":
        return view
    right = view.step.choice_of(printed) if printed is not None else None
    if right is None:
        return replace(view, answered="unknown")
    return replace(view, answered="right" if view.choice == right else "wrong")


def right_choice(view: StepView, printed: str | None = None) -> int | None:
    """The index of the right choice of an answered quiz; None when it is not known."""
    if view.step.kind != "quiz" or view.answered in (None, "waiting"):
        return None
    truth = view.step.answer if view.step.answer is not None else printed
    return view.step.choice_of(truth) if truth is not None else None
