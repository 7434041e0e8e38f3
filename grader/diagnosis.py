"""What the tutor's steps have in common: the graded attempt that they look at, and what one of them says of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from course.message import Message
from grader.explaining import joined
from grader.verdict import Verdict

if TYPE_CHECKING:
    from grader.case_set import CaseSet
    from grader.grading import Attempt
    from grader.judging import Judge
    from grader.launch import Launcher
    from grader.trials import Seen, Whose
    from grader.verdict import DiagnosedBy
    from grader.wire import Payload


@dataclass(frozen=True, slots=True)
class Graded:
    """An attempt and its verdict, with all that is needed to find out more: why it failed, or how else it could be."""

    code: str
    """The learner's program."""
    attempt: Attempt
    case_set: CaseSet
    verdict: Verdict
    """The plain verdict."""
    position: int | None
    """The first check that failed; None when it ended before, or none did."""
    launcher: Launcher
    judge: Judge
    tried: dict[Whose, asyncio.Future[Sequence[Seen]]] = field(default_factory=dict)
    """Variants that are tried on the first failing case, of the solution and of the learner's program."""

    @property
    def case(self) -> int:
        """The first failing case of that check, as the author counts them."""
        return (self.verdict.checks[self.position].case or 0) if self.position is not None else 0

    @property
    def weight(self) -> int:
        """Bytes of all that the learner's world let observe."""
        return sum(len(seen.body) for seen in self.attempt.heard.observations.values())

    @property
    def observations(self) -> dict[tuple[int, int], Payload]:
        """What the learner's world let observe of that check, by check and case; the failing case first."""
        own = {key: seen for key, seen in self.attempt.heard.observations.items() if key[0] == self.position}
        return dict(sorted(own.items(), key=lambda item: (item[0][1] != self.case, item[0][1])))


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is wrong, in words."""

    says: str | Message
    """The author's sentence in the lesson's language, or one of the catalogue's."""
    by: DiagnosedBy
    line: int | None = None
    """The learner's line that it points at, from 1; None when it is about none in particular."""


Recognise: TypeAlias = Callable[[Graded], Awaitable[Diagnosis | None]]
"""A step of the tutor: what it knows of a failure; None when that is not among what it recognises."""


def diagnosed(graded: Graded, diagnosis: Diagnosis) -> Verdict:
    """The verdict with a diagnosis at the check that failed first, or at the first of all."""
    position = graded.position or 0
    checks = list(graded.verdict.checks)
    says, by, before = diagnosis.says, diagnosis.by, checks[position].diagnosis
    if isinstance(says, Message) and isinstance(before, Message):  # what its exception means
        says, by = joined(before, says), "error"
    checks[position] = replace(
        checks[position],
        diagnosis=says,
        diagnosed_by=by,
        diagnosed_line=diagnosis.line,
    )
    return replace(graded.verdict, checks=tuple(checks))
