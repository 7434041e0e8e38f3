"""Recognises a slip: a mutant of the solution lets observe exactly what the learner's program does.

There are many mutants, so one author worker tries all of them on the run with the first failing case; the few that
agree there are asked in clean workers about every case, as the author's mistakes are. Of several that agree everywhere
the earliest kind of `grader.mutants.KINDS` is told, and of that kind one whose place in the learner's program is known.
"""

from __future__ import annotations

import asyncio
from functools import lru_cache
from typing import Any, get_args

from course.check import CompareWord
from course.message import Message
from course.model import Limits, Mistake
from grader.conversation import CheckCase, Run, begin, new_seed, text_payload, well_formed
from grader.diagnosis import Diagnosis, Graded
from grader.judging import inputs_of, item_of
from grader.mistakes import Search
from grader.mutants import KINDS, Mutant, mutants
from grader.mutants.locating import line_in
from grader.wire import Payload, bundle, unbundle

SECONDS = 6.0
"""How long all of it may take; the verdict has been told before."""
TRIAL = 4.0
"""Seconds after which no further mutant is tried, the likeliest kinds being first."""
LONGEST_RUN = 1.0
"""Seconds of an attempt beyond which its exercise is one that trains, and mutants would take too long."""
EACH = 0.2
"""Seconds that one mutant may take."""
MOST = 3
"""Mutants that are asked about every case."""
VARIED = 3
"""Different values over the cases from which agreement is no chance, however plain each of them is."""
_SHAPED = frozenset(get_args(CompareWord)) - {"type", "values"}
"""Reasons that tell something however plain the values are."""
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


@lru_cache(maxsize=16)
def _known(solution: str) -> tuple[Mutant, ...]:
    return tuple(mutants(solution))


async def recognise(graded: Graded) -> Diagnosis | None:
    """The likeliest slip that explains all that was observed, if one does."""
    exercise = graded.case_set.setting.exercise
    if exercise.limits.seconds > Limits().seconds or graded.verdict.seconds > LONGEST_RUN:
        return None
    made = await asyncio.to_thread(_known, exercise.solution)
    alike = await _Trial(graded).alike(made)
    search = Search(graded)
    same = search.same_error if graded.verdict.status == "error" else search.same_failure
    lines = await asyncio.to_thread(lambda: [line_in(graded.code, one) for one in alike])
    placed = zip(alike, lines, strict=True)
    likeliest = sorted(placed, key=lambda pair: (_RANK[pair[0].kind], pair[1] is None))
    for mutant, line in likeliest[:MOST]:
        if await same(Mistake(code=mutant.code, says=mutant.kind)):
            return _said(mutant, line)
    return None


def _said(mutant: Mutant, line: int | None) -> Diagnosis:
    """What to say of the learner's program: what it does, not what would be right."""
    what = "changed" if mutant.found and mutant.instead else "dropped" if mutant.found else "added"
    message = Message(
        f"mutant-{mutant.kind}", {"found": mutant.found, "instead": mutant.instead, "what": what}
    )
    return Diagnosis(message, "mutant", line)


class _Trial:
    """Mutants tried on one case, or on the run of the program alone when that raised."""

    def __init__(self, graded: Graded) -> None:
        self._graded = graded
        self._cases = graded.case_set
        self._setting = graded.case_set.setting

    async def alike(self, made: tuple[Mutant, ...]) -> list[Mutant]:
        """Those that agree with the learner's program."""
        if self._graded.verdict.status == "error":
            error = self._graded.attempt.error
            if error is None or not any(letter.isdigit() for letter in error.message):
                return []
            heard = await self._tried(made, self._cases.runs[0], None)
            wanted = [error.type, error.message]
            return [one for one, answer in zip(made, heard, strict=True) if answer.get("raised") == wanted]
        run, case = self._failing()
        heard = await self._tried(made, run, case)
        seen = [
            (one, answer["payload"]) for one, answer in zip(made, heard, strict=True) if "payload" in answer
        ]
        return await self._judged(seen, (case.check, case.number))

    def _failing(self) -> tuple[Run, CheckCase]:
        wanted = (self._graded.position, self._graded.case)
        return next(
            (run, case)
            for run in self._cases.runs
            for case in run.asked
            if (case.check, case.number) == wanted
        )

    async def _judged(self, seen: list[tuple[Mutant, Payload]], key: tuple[int, int]) -> list[Mutant]:
        actual = self._graded.observations[key]
        check = self._setting.exercise.checks[key[0]]
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
        return reason in _SHAPED and actual.header["value"]["k"] in ("tensor", "ndarray", "tuple", "list")

    async def _is_varied(self) -> bool:
        """Whether the cases gave several different values, which a guess does not."""
        seen = self._graded.observations.values()
        summaries = await self._graded.judge.ask("summary", [({}, [each], []) for each in seen])
        return len({repr(summary) for summary in summaries}) >= VARIED

    async def _tried(
        self, made: tuple[Mutant, ...], run: Run, case: CheckCase | None
    ) -> list[dict[str, Any]]:
        """What each mutant let observe: `payload`, or `raised` with type and message, or nothing."""
        exercise = self._setting.exercise
        check = exercise.checks[case.check] if case is not None else None
        headers, body = bundle([run.inputs, *([case.inputs] if case is not None else [])])
        question = {
            "ask": "mutants",
            "programs": [mutant.code for mutant in made],
            "setup": exercise.setup,
            "helpers": exercise.helpers,
            "default_device": exercise.default_device,
            "inputs": headers,
            "seed": new_seed(),
            "seconds": EACH,
            "all_seconds": TRIAL,
            "probe": check.probe if check is not None else None,
            "mode": {"stdout": "stdout", "raises": "raises"}.get(check.kind if check else "", "value"),
            "salt": case.salt if case is not None else 0,
        }
        link = await self._graded.launcher.spawn("author", self._setting.bounds)
        try:
            await begin(link, self._setting, None)
            answer, data = await link.ask(question, body)
        finally:
            link.abandon()
        with well_formed():
            return [_heard(told, data, check is not None) for told in answer["answers"]]


def _heard(told: dict[str, Any], data: bytes, is_asked: bool) -> dict[str, Any]:
    if told.get("payload") is not None:
        return {"payload": unbundle(told["payload"], data)}
    if told["outcome"] == "finished" and is_asked and "printed" in told:
        return {"payload": text_payload(told["printed"])}
    return {"raised": told["raised"]} if "raised" in told else {}
