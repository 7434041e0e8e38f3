"""Recognises an author's known mistakes: a wrong program that lets observe exactly what the learner's does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

from course.model import Mistake
from grader.case_set import condition
from grader.conversation import Heard, Run, begin, converse
from grader.diagnosis import Diagnosis, Graded
from grader.judging import inputs_of, item_of
from grader.wire import Payload

SECONDS = 60.0
"""How long all mistakes of an exercise together may take."""


async def recognise(graded: Graded) -> Diagnosis | None:
    """The sentence of the earliest mistake that matches, if one does."""
    search = Search(graded)
    same = search.same_error if graded.verdict.status == "error" else search.same_failure
    for mistake in graded.case_set.setting.exercise.mistakes:
        if await same(mistake):
            return Diagnosis(mistake.says, "mistake")
    return None


class Search:
    """Compares what mistakes let observe, over the learner's own cases."""

    def __init__(self, graded: Graded) -> None:
        self._graded = graded
        self._cases = graded.case_set
        self._observations = graded.observations

    async def same_error(self, mistake: Mistake) -> bool:
        """Whether the mistake's program raises the very error of the learner's, message and all."""
        error = self._graded.attempt.error
        if mistake.code is None or mistake.when is not None or error is None:
            return False
        runs = [replace(run, asked=()) for run in self._cases.runs]
        async for heard in self._hear(mistake.code, runs):
            if heard.outcome == "error" and heard.error is not None:
                return (heard.error.type, heard.error.message) == (error.type, error.message)
        return False

    async def same_failure(self, mistake: Mistake) -> bool:
        """Whether all observations of the failing check are the mistake's; a run that tells them apart is the last."""
        if not self._observations:
            return False
        if mistake.when is not None:
            return await self._holds(mistake.when)
        met: set[tuple[int, int]] = set()
        telling = False
        async for heard in self._hear(mistake.code or "", self._runs()):
            known = heard.observations
            if not known.keys() <= self._observations.keys():
                return False
            answers = await self._graded.judge.ask("alike", [self._item(key, known[key]) for key in known])
            if not all(answer["alike"] for answer in answers):
                return False
            telling = telling or any(answer["telling"] for answer in answers)
            met |= known.keys()
        return telling and met == self._observations.keys()

    def _runs(self) -> list[Run]:
        """The runs that ask the failing check, and of each that alone; the run with the failing case first."""
        position, case = self._graded.position, self._graded.case
        own = [
            replace(run, asked=tuple(one for one in run.asked if one.check == position))
            for run in self._cases.runs
        ]
        with_check = [run for run in own if run.asked]
        return sorted(with_check, key=lambda run: all(one.number != case for one in run.asked))

    def _item(
        self, key: tuple[int, int], known: Payload
    ) -> tuple[dict[str, object], list[Payload | None], list[Payload]]:
        check = self._cases.setting.exercise.checks[key[0]]
        return item_of(check, known, self._observations[key], inputs_of(self._cases, key))

    async def _holds(self, code: str) -> bool:
        for key, actual in self._observations.items():
            if not (await condition(self._cases, code, actual, inputs_of(self._cases, key))).holds:
                return False
        return True

    async def _hear(self, code: str, runs: list[Run]) -> AsyncIterator[Heard]:
        """What a mistake's program answers, run by run."""
        setting = self._cases.setting
        for run in runs:
            link = await self._graded.launcher.spawn("author", setting.bounds)
            heard = Heard()
            try:
                await begin(link, setting, None)
                await converse(link, setting, code, run, heard)
            finally:
                link.abandon()
            yield heard
