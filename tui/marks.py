"""The signs of states: a sign and a colour for each, so that nothing depends on colour alone.

Owns ✓ ✗ ! ○ ◐ ● ◇, and the dots of a lesson.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from grader.verdict import CheckStatus, Status
    from tui.session import Mark

GOOD, BAD, WARN, OPEN, HALF, FULL, KNOWN = "✓", "✗", "!", "○", "◐", "●", "◇"

SPACED = 16
"""Up to so many steps, their dots have room between them."""

_CHECKS: dict[CheckStatus, tuple[str, str]] = {
    "passed": (GOOD, "$good"),
    "failed": (BAD, "$bad"),
    "skipped": (OPEN, "$muted"),
    "not_run": (OPEN, "$muted"),
}

_STEPS: dict[Mark | None, tuple[str, str]] = {
    None: (OPEN, "$muted"),
    "known": (KNOWN, "$muted"),
    "visited": (HALF, "$ink"),
    "changed": (WARN, "$warn"),
    "passed": (FULL, "$good"),
}


def check_sign(status: CheckStatus) -> Content:
    """The sign of a check."""
    sign, style = _CHECKS[status]
    return Content(sign).stylize(style)


def step_sign(mark: Mark | None) -> Content:
    """The sign of a step; the mark is None of one that was never opened."""
    sign, style = _STEPS[mark]
    return Content(sign).stylize(style)


def verdict_style(status: Status | str) -> tuple[str, str]:
    """Sign and colour of a verdict: what is not the learner's mistake is amber."""
    if status in ("passed", "finished"):
        return GOOD, "$good"
    if status == "grader_fault":
        return WARN, "$warn"
    return BAD, "$bad"


def dots(signs: Sequence[Mark | None]) -> Content:
    """The steps of a lesson as dots."""
    return Content("").join(step_sign(mark) for mark in signs)


def track(signs: Sequence[Mark | None], current: int) -> Content:
    """The steps of a lesson as dots, the open one in brackets; many of them are set five by five."""
    every = 1 if len(signs) <= SPACED else 5
    line = Content("")
    for index, mark in enumerate(signs):
        between = " " if index and index % every == 0 else ""
        if index == current:
            line += Content("[" if every == 1 and index else f"{between}[").stylize("bold $accent")
        elif index == current + 1:
            line += Content("]" if every == 1 else f"]{between}").stylize("bold $accent")
        else:
            line += Content(between)
        line += step_sign(mark).stylize("bold") if index == current else step_sign(mark)
    return line + Content("]").stylize("bold $accent") if current == len(signs) - 1 else line
