"""What the grader is doing, and whether work is saved, in a few words for the title bar.

Owns the states that a person tells apart, one more than the grader's own: starting anew is not starting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.content import Content

from tui.marks import WARN

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.client import GraderState

Shown = Literal["starting", "ready", "restarting", "failed"]


def shown_state(state: GraderState, before: Shown) -> Shown:
    """The state to show, given the grader's and the one shown before."""
    if state == "starting":
        return "starting" if before == "starting" else "restarting"
    if state == "stopped":
        return before
    return state


def unsaved_words(words: Catalogue) -> Content:
    """That work does not reach the file; stands before the words about the grader."""
    return Content(f"{WARN} {words.text('app-unsaved')}").stylize("bold $warn") + Content("   ")


def grader_words(state: Shown, device: str | None, words: Catalogue) -> Content:
    """Device and state; the device is None until the grader knows it."""
    told = words.text(f"app-grader-{state}")
    if state == "failed":
        return Content(f"{WARN} {told}").stylize("$warn")
    facts = f"{device} · {told}" if device else told
    return Content(facts).stylize("$muted")
