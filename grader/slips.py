"""Recognises a slip: a mutant of the solution lets observe exactly what the learner's program does.

There are many mutants, so one author worker tries all of them on the run with the first failing case; the few that
agree there are asked in clean workers about every case, as the author's mistakes are. Of several that agree everywhere
one whose place in the learner's program is known is told, and of those the earliest kind of `grader.mutants.KINDS`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import get_args

from course.check import CompareWord
from course.message import Message, Value
from course.model import Mistake
from grader.diagnosis import Diagnosis, Graded
from grader.judging import inputs_of, item_of
from grader.mistakes import Search
from grader.mutants import KINDS, Mutant
from grader.mutants.locating import line_in
from grader.trials import takes_too_long, variants
from grader.wire import Payload

SECONDS = 6.0
"""How long all of it may take; the verdict has been told before."""
MOST = 3
"""Mutants that are asked about every case."""
VARIED = 3
"""Different values over the cases from which agreement is no chance, however plain each of them is."""
SHAPED = frozenset(get_args(CompareWord)) - {"type", "values"}
"""Reasons that tell something however plain the values are."""
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


async def recognise(graded: Graded) -> Diagnosis | None:
    """The likeliest slip that explains all that was observed, if one does."""
    if takes_too_long(graded):
        return None
    alike = await _Trial(graded).alike()
    search = Search(graded)
    same = search.same_error if graded.verdict.status == "error" else search.same_failure
    lines = await asyncio.to_thread(lambda: [line_in(graded.code, one) for one in alike])
    placed = zip(alike, lines, strict=True)
    likeliest = sorted(placed, key=lambda pair: (pair[1] is None, _RANK[pair[0].kind]))
    for mutant, line in likeliest[:MOST]:
        if await same(Mistake(code=mutant.code, says=mutant.kind)):
            return Diagnosis(said(mutant), "mutant", line)
    return None


def said(mutant: Mutant) -> Message:
    """What to say of the learner's program: what it does, not what would be right."""
    values: dict[str, Value] = {"found": mutant.found, "instead": mutant.instead, "what": mutant.what}
    return Message(f"mutant-{mutant.kind}", values)


class _Trial:
    """Mutants tried on one case, or on the run of the program alone when that raised."""

    def __init__(self, graded: Graded) -> None:
        self._graded = graded
        self._cases = graded.case_set

    async def alike(self) -> list[Mutant]:
        """Those that agree with the learner's program."""
        if self._graded.verdict.status == "error":
            error = self._graded.attempt.error
            if error is None or not any(letter.isdigit() for letter in error.message):
                return []
            seen = await variants(self._graded, "author")
            return [one.variant for one in seen if one.raised == (error.type, error.message)]
        seen = await variants(self._graded, "author")
        known = [(one.variant, one.payload) for one in seen if one.payload is not None]
        return await self._judged(known, (self._graded.position or 0, self._graded.case))

    async def _judged(self, seen: list[tuple[Mutant, Payload]], key: tuple[int, int]) -> list[Mutant]:
        actual = self._graded.observations[key]
        check = self._cases.setting.exercise.checks[key[0]]
        inputs = inputs_of(self._cases, key)
        items = [item_of(check, known, actual, inputs) for _, known in seen]
        answers = await self._graded.judge.ask("alike", items) if items else []
        told = [
            (mutant, answer)
            for (mutant, _), answer in zip(seen, answers, strict=True)
            if answer["alike"] and answer["telling"]
        ]
        plain_will_do = bool(told) and (self._is_shaped(actual) or await self._is_varied())
        return [mutant for mutant, answer in told if plain_will_do or answer["rich"]]

    def _is_shaped(self, actual: Payload) -> bool:
        """Whether the failure is one of what a tensor is, not of its values."""
        reason = self._graded.verdict.checks[self._graded.position or 0].reason
        return reason in SHAPED and actual.header["value"]["k"] in ("tensor", "ndarray", "tuple", "list")

    async def _is_varied(self) -> bool:
        """Whether the cases gave several different values, which a guess does not."""
        return await are_varied(self._graded, self._graded.observations.values())


async def are_varied(graded: Graded, seen: Iterable[Payload]) -> bool:
    """Whether some observations are several different values, which a guess does not give."""
    summaries = await graded.judge.ask("summary", [({}, [each], []) for each in seen])
    return len({repr(summary) for summary in summaries}) >= VARIED
