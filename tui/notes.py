"""What stands below the words of a step: the reason after an answer, the hints shown so far.

Owns these words as blocks; which of them are shown is decided in `tui.steps`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from tui.marks import BAD, GOOD, WARN
from tui.prose import Block, blocks, code_block
from tui.steps import solution_lines

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from tui.steps import Answered, StepView

_ANSWERS: dict[Answered, tuple[str, str]] = {
    "waiting": ("◐", "$muted"),
    "right": (GOOD, "$good"),
    "wrong": (BAD, "$bad"),
    "unknown": (WARN, "$warn"),
}


def notes(view: StepView, words: Catalogue) -> tuple[Block, ...]:
    """The notes of an open step."""
    return (
        *_changed(view, words),
        *_answer(view, words),
        *_hints(view, words),
        *_lines(view, words),
        *_solution(view, words),
    )


def _changed(view: StepView, words: Catalogue) -> Iterator[Block]:
    if view.mark == "changed":
        yield Block("paragraph", Content(f"{WARN} {words.text('app-step-changed')}").stylize("$warn"))


def _answer(view: StepView, words: Catalogue) -> Iterator[Block]:
    if view.answered is None or view.step.kind != "quiz":
        return
    sign, style = _ANSWERS[view.answered]
    told = words.text(f"app-answer-{view.answered}")
    yield Block("paragraph", Content(f"{sign} {told}").stylize(f"bold {style}"))
    if view.answered != "waiting":
        if view.step.reasons is not None and view.choice is not None:
            yield from blocks(view.step.reasons[view.choice])
        yield from blocks(view.step.because)


def _hints(view: StepView, words: Catalogue) -> Iterator[Block]:
    if view.step.kind != "exercise":
        return
    for index, hint in enumerate(view.step.hints[: view.hints], start=1):
        told = words.text("app-hint", number=index, total=len(view.step.hints))
        yield Block("paragraph", Content(told).stylize("bold $muted"), tight=True)
        yield from blocks(hint)


def _lines(view: StepView, words: Catalogue) -> Iterator[Block]:
    """The solution's first lines, once the hints are used up."""
    if view.step.kind != "exercise" or view.hints_left or view.passed:
        return
    if view.lines:
        told = words.text("app-solution-lines", shown=view.lines, total=view.lines + view.lines_left)
        yield Block("paragraph", Content(told).stylize("bold $muted"), tight=True)
        yield Block("code", code_block("\n".join(solution_lines(view.step)[: view.lines]).lstrip("\n")))
    elif view.hints:
        yield Block("paragraph", Content(words.text("app-solution-next")).stylize("$muted"))


def _solution(view: StepView, words: Catalogue) -> Iterator[Block]:
    if view.solution_asked and not view.passed:
        yield Block("paragraph", Content(words.text("app-solution-sure")).stylize("$muted"))
