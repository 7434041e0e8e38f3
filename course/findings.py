"""A finding of the linter: what is wrong with a lesson, where, and what to do about it.

Owns the closed list of codes. The sentences are `lint-CODE` and `lint-CODE-fix` in the catalogues.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from course.message import Message, Value

Severity = Literal["error", "warning"]

CODES: dict[str, Severity] = {
    "unusable": "error",
    "few-hints": "warning",
    "few-mistakes": "warning",
    "long-page": "warning",
    "translation-missing": "error",
    "translation-partial": "error",
    "translation-unstamped": "warning",
    "translation-outdated": "error",
    "author-fault": "error",
    "unobservable": "error",
    "solution-fails": "error",
    "solution-flaky": "error",
    "solution-warns": "warning",
    "starter-passes": "error",
    "mistake-passes": "error",
    "mistake-flaky": "error",
    "mistake-unsaid": "error",
    "mistake-other": "error",
    "mutant-survives": "warning",
    "survivor-unknown": "warning",
    "survivor-killed": "warning",
    "snippet-fails": "error",
    "snippet-warns": "warning",
    "quiz-fails": "error",
    "quiz-answer": "error",
}
"""Every code with how grave it is: an error keeps a lesson from its learners, a warning makes it worse."""

Trail = tuple[str | int, ...]
"""Keys and positions in a document."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong with one step, by its path within the step."""

    code: str
    path: Trail = ()
    values: dict[str, Value] = field(default_factory=dict)
    """What the sentence names."""
    within: tuple[int, int] | None = None
    """Line and column, both from 1, within the text at the path; None for the whole."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a course."""

    code: str
    file: Path
    line: int | None
    """From 1; None when it has no place in the file."""
    column: int | None
    message: Message
    fix: Message

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return CODES[self.code]


def finding(code: str, file: Path, place: tuple[int, int] | None, values: dict[str, Value]) -> Finding:
    """A finding with the sentences of its code."""
    line, column = place or (None, None)
    fix = Message(f"lint-{code}-fix", values)
    return Finding(code, file, line, column, Message(f"lint-{code}", values), fix)
