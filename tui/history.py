"""The history of a step: what was checked and what was replaced, in one list.

Owns the order and the words of its entries; `tui.screens.history` shows them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.content import Content

from tui.marks import verdict_style
from tui.moments import moment
from tui.report import status_text

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.kept import Attempt, Draft


@dataclass(frozen=True, slots=True)
class Entry:
    """A program that the learner wrote once."""

    code: str
    at: str
    """When it was checked, or saved last before another took its place: UTC, ISO 8601."""
    status: str | None = None
    """The verdict's; None for a draft."""
    checks: tuple[int, int] | None = None
    """Checks passed, and checks in all; None for a draft, or when no check was reached."""


def entries(attempts: Iterable[Attempt], revisions: Iterable[Draft]) -> list[Entry]:
    """All of them, the newest first."""
    checked = [Entry(each.code, each.at, each.status, _checks(each.verdict)) for each in attempts]
    drafts = [Entry(each.code, each.at) for each in revisions]
    return sorted([*checked, *drafts], key=lambda entry: entry.at, reverse=True)


def entry_lines(entry: Entry, words: Catalogue) -> Content:
    """Two lines: sign and time; what the verdict was, or that it was a draft."""
    sign, style = verdict_style(entry.status) if entry.status is not None else ("·", "$muted")
    first = Content(f"{sign} ").stylize(f"bold {style}") + Content(moment(entry.at, words))
    return first + Content("\n  ") + Content(_said(entry, words)).stylize("$muted")


def _said(entry: Entry, words: Catalogue) -> str:
    if entry.status is None:
        return words.text("history-draft")
    if entry.status == "failed" and entry.checks is not None:
        return words.text("app-status-failed", done=entry.checks[0], total=entry.checks[1])
    return status_text(entry.status, words)


def _checks(verdict: dict[str, Any]) -> tuple[int, int] | None:
    """What a kept verdict says of its checks; it may come from an archive that anyone wrote."""
    checks = verdict.get("checks")
    if not isinstance(checks, list) or not checks:
        return None
    passed = [check for check in checks if isinstance(check, dict) and check.get("status") == "passed"]
    return len(passed), len(checks)
