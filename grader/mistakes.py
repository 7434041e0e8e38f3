"""Recognises an author's known mistakes: a wrong program that lets observe exactly what the learner's does."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

from course.model import Mistake
from grader.case_set import CaseSet, condition
from grader.conversation import Heard, begin, converse
from grader.errors import GraderError
from grader.grading import Attempt
from grader.judging import inputs_of, item_of
from grader.launch import Launcher
from grader.link import WorkerGone
from grader.verdict import Verdict
from grader.wire import Payload

SECONDS = 60.0
"""How long all mistakes of an exercise together may take."""


async def diagnose(
    verdict: Verdict,
    first_failing: int | None,
    attempt: Attempt,
    case_set: CaseSet,
    launcher: Launcher,
    judge: Any,
) -> Verdict:
    """The verdict with the sentence of the earliest mistake that matches, if one does."""
    known = case_set.setting.exercise.mistakes
    is_error = verdict.status == "error"
    if not known or not (is_error or (verdict.status == "failed" and first_failing is not None)):
        return verdict
    search = _Search(case_set, attempt, launcher, judge)
    try:
        async with asyncio.timeout(SECONDS):
            for mistake in known:
                if await (
                    search.same_error(mistake)
                    if is_error
                    else search.same_failure(mistake, first_failing or 0)
                ):
                    return _said(verdict, first_failing, mistake)
    except (GraderError, WorkerGone, TimeoutError, OSError):
        return verdict
    return verdict


def _said(verdict: Verdict, first_failing: int | None, mistake: Mistake) -> Verdict:
    position = first_failing if first_failing is not None else 0
    checks = list(verdict.checks)
    checks[position] = replace(checks[position], diagnosis=mistake.says, diagnosed_by="mistake")
    return replace(verdict, checks=tuple(checks))


class _Search:
    """Compares what mistakes let observe, over the learner's own cases."""

    def __init__(self, case_set: CaseSet, attempt: Attempt, launcher: Launcher, judge: Any) -> None:
        self._cases = case_set
        self._exercise = case_set.setting.exercise
        self._attempt = attempt
        self._launcher = launcher
        self._judge = judge

    async def same_error(self, mistake: Mistake) -> bool:
        """Whether the mistake's program raises the very error of the learner's, message and all."""
        if mistake.code is None or mistake.when is not None or self._attempt.error is None:
            return False
        for heard in (await self._hear(mistake.code, None)).values():
            if heard.outcome == "error" and heard.error is not None:
                error = self._attempt.error
                return (heard.error.type, heard.error.message) == (error.type, error.message)
        return False

    async def same_failure(self, mistake: Mistake, position: int) -> bool:
        """Whether all observations of the failing check are the mistake's."""
        observations = {
            key: seen for key, seen in self._attempt.heard.observations.items() if key[0] == position
        }
        if not observations:
            return False
        if mistake.when is not None:
            return await self._holds(mistake.when, observations)
        known: dict[tuple[int, int], Payload] = {}
        for heard in (await self._hear(mistake.code or "", position)).values():
            known |= heard.observations
        if known.keys() != observations.keys():
            return False
        check = self._exercise.checks[position]
        items = [
            item_of(check, known[key], seen, inputs_of(self._cases, key))
            for key, seen in observations.items()
        ]
        answers = await self._judge.ask("alike", items)
        return all(answer["alike"] for answer in answers) and any(answer["telling"] for answer in answers)

    async def _holds(self, code: str, observations: dict[tuple[int, int], Payload]) -> bool:
        for key, actual in observations.items():
            if not (await condition(self._cases, code, actual, inputs_of(self._cases, key))).holds:
                return False
        return True

    async def _hear(self, code: str, position: int | None) -> dict[int, Heard]:
        """What a mistake's program answers to one check (or to none), by run."""
        answers: dict[int, Heard] = {}
        for number, run in enumerate(self._cases.runs):
            asked = tuple(case for case in run.asked if case.check == position)
            if position is not None and not asked:
                continue
            link = await self._launcher.spawn("author", self._cases.setting.bounds)
            answers[number] = Heard()
            try:
                await begin(link, self._cases.setting, None)
                await converse(link, self._cases.setting, code, replace(run, asked=asked), answers[number])
            finally:
                link.abandon()
        return answers
