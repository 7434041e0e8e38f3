"""The failing case of a verdict: which one can be run again or drawn, and its inputs in a few lines.

Owns the choice of the case; the grader makes its inputs again from the verdict's replay token.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from tui.grids import grid_of
from tui.summaries import FEW, is_array, shape_of, told, values_of

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import CheckResult, RunResult, Summary, Verdict

MOST = 36
"""Elements of an input that is shown with its values."""
TALLEST = 6
"""Lines of an input."""
WIDE, TALL = 100, 30
"""Cells and lines of the value that a case gave."""


@dataclass(frozen=True, slots=True)
class FailingCase:
    """What the grader needs to run a case again."""

    check: int
    """Position of the check in its exercise."""
    case: int | None
    """As the author counts them, from 0; None when there is one case only."""
    replay: str
    """The verdict's token."""


def failing_case(verdict: Verdict) -> FailingCase | None:
    """The first case that failed, may be seen and has inputs; None when there is none to be run again."""
    if verdict.replay is None:
        return None
    for position, check in enumerate(verdict.checks):
        if check.status == "failed" and not check.hidden and (check.given or check.case is not None):
            return FailingCase(position, check.case, verdict.replay)
    return None


def pictured(verdict: Verdict) -> CheckResult | None:
    """The first check that failed, may be seen and has a difference to be drawn; None when there is none."""
    return next((check for check in verdict.checks if has_picture(check)), None)


def has_picture(check: CheckResult) -> bool:
    """Whether a check has a difference of more than two numbers to be drawn."""
    found = check.difference
    if check.hidden or found is None:
        return False
    shapes = found.expected.shape, found.actual.shape
    return any(shapes) and any(part.actual or part.expected for part in found.parts)


@dataclass(frozen=True, slots=True)
class Inputs:
    """Sets the inputs of a case into any width."""

    given: dict[str, Summary]
    title: Content

    def __call__(self, width: int) -> Content:
        """The lines: name and kind of each input, and below it the values where they are few."""
        indent = self.title.cell_length + 2
        lines = [line for name, value in self.given.items() for line in _input(name, value, width - indent)]
        heads = [self.title + Content("  "), *(Content(" " * indent) for _ in lines[1:])]
        return Content("\n").join([head + line for head, line in zip(heads, lines, strict=False)])


def case_text(result: RunResult, words: Catalogue) -> str:
    """What a run of a case came to, below what it printed: the value of the probe, or the error."""
    if result.error is not None:
        error = result.error
        line = f"{words.text('app-error-line', line=error.line)}   " if error.line is not None else ""
        meant = [words.render(told) for told in (error.explanation, error.remedy) if told is not None]
        return "\n".join([f"{line}{error.type}: {error.message}", *meant, ""])
    if result.message is not None:
        return f"{words.render(result.message)}\n"
    if result.value is None:
        return ""
    head = f"{words.text('app-case-value', value=told(result.value))}\n"
    values = values_of(result.value) if is_array(result.value) else None
    if not values or len(shape_of(result.value)) == 0:
        return head
    lines = grid_of(values, shape_of(result.value)).lines(WIDE, TALL)
    return head + "".join(f"{line.plain}\n" for line in lines)


def _input(name: str, value: Summary, width: int) -> Iterator[Content]:
    yield (Content(f"{name} = ").stylize("$muted") + Content(told(value))).truncate(width, ellipsis=True)
    values = values_of(value) if is_array(value) else None
    if values and len(values) <= MOST and (len(values) > FEW or len(shape_of(value)) > 1):
        grid = grid_of(values, shape_of(value))
        yield from (line.pad_left(len(name) + 3) for line in grid.lines(width - len(name) - 3, TALLEST))
