"""Proves the steps of a lesson by running them: solutions pass, starters do not, mistakes get their sentences.

Every answer is asked with many case sets of their own seeds, so that a check which holds by chance is found out.
Reports remarks by path within the step; `grader.linting` gives them their places.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

from course.finding import Remark
from course.message import Value
from course.model import AnyStep, Exercise, Quiz, Read
from grader.client import Grader
from grader.errors import GraderError
from grader.verdict import RunResult, Verdict

SEEDS = 20
"""Case sets with which each answer is tried."""


async def prove(grader: Grader, name: str, step: AnyStep, seeds: int = SEEDS) -> list[Remark]:
    """What is wrong with a step. `name` is `lesson/step`."""
    if isinstance(step, Exercise):
        return [remark async for remark in _Exercise(grader, name, step, seeds).remarks()]
    if isinstance(step, Quiz):
        return [remark async for remark in _quiz(grader, step)]
    return [remark async for remark in _snippet(grader, step)]


class _Exercise:
    """The proofs of one exercise."""

    def __init__(self, grader: Grader, name: str, exercise: Exercise, seeds: int) -> None:
        self._grader = grader
        self._name = name
        self._exercise = exercise
        self._seeds = seeds

    async def remarks(self) -> AsyncIterator[Remark]:
        """Everything that is wrong; of a broken solution nothing else is said."""
        try:
            case_set = await self._grader.case_set(self._exercise)
        except GraderError as fault:
            yield Remark("author-fault", (), {"why": fault.message})
            return
        for position in case_set.unobservable:
            name = self._exercise.checks[position].label
            yield Remark("unobservable", ("checks", position), {"check": name})
        broken = False
        async for remark in self._solution():
            broken = broken or remark.code != "solution-warns"
            yield remark
        if broken:
            return
        async for remark in self._starter():
            yield remark
        for position in range(len(self._exercise.mistakes)):
            async for remark in self._mistake(position):
                yield remark

    async def _ask(self, code: str) -> Verdict:
        return await self._grader.check(self._name, self._exercise, code)

    async def _solution(self) -> AsyncIterator[Remark]:
        for number in range(self._seeds):
            verdict = await self._ask(self._exercise.solution)
            if number == 0 and verdict.warnings:
                warning = verdict.warnings[0]
                yield Remark(
                    "solution-warns", ("solution",), {"why": warning.message[:200], "line": warning.line or 0}
                )
            if verdict.status == "grader_fault":
                yield Remark("author-fault", (), {"why": _why(verdict)})
                return
            if not verdict.passed:
                code = "solution-flaky" if number else "solution-fails"
                values = {"why": _why(verdict), "number": number + 1, "replay": verdict.replay or ""}
                yield Remark(code, ("solution",), values)
                return

    async def _starter(self) -> AsyncIterator[Remark]:
        for _ in range(min(self._seeds, 3)):
            if (await self._ask(self._exercise.starter)).passed:
                yield Remark("starter-passes", ("starter",))
                return

    async def _mistake(self, position: int) -> AsyncIterator[Remark]:
        mistake = self._exercise.mistakes[position]
        if mistake.code is None:
            return
        path = ("mistakes", position)
        for number in range(self._seeds):
            verdict = await self._ask(mistake.code)
            said = [check.diagnosis for check in verdict.checks if check.diagnosed_by == "mistake"]
            values: dict[str, Value] = {"number": number + 1, "replay": verdict.replay or ""}
            if verdict.passed:
                yield Remark("mistake-flaky" if number else "mistake-passes", path, values)
            elif not said:
                code = "mistake-flaky" if number else "mistake-unsaid"
                yield Remark(code, path, {**values, "why": _why(verdict)})
            elif said != [mistake.says]:
                other = [known.says for known in self._exercise.mistakes].index(said[0] or "") + 1
                yield Remark("mistake-other", path, {**values, "other": other, "says": (said[0] or "")[:120]})
            else:
                continue
            return


async def _snippet(grader: Grader, step: Read) -> AsyncIterator[Remark]:
    if step.run is None:
        return
    result = await grader.run(step.run)
    if result.status != "finished":
        yield Remark("snippet-fails", ("run",), {"why": _why(result)})
    elif result.warnings:
        yield Remark("snippet-warns", ("run",), {"why": result.warnings[0].message[:200]})


async def _quiz(grader: Grader, step: Quiz) -> AsyncIterator[Remark]:
    if step.run is None:
        return
    result = await grader.run(step.run)
    if result.status != "finished":
        yield Remark("quiz-fails", ("run",), {"why": _why(result)})
    elif step.choice_of(result.stdout) is None:
        yield Remark("quiz-answer", ("choices",), {"printed": result.stdout.strip()[:200]})


def _why(result: Verdict | RunResult) -> Value:
    """Why a program did not pass: what it raised, what its first failing check says, or how it ended."""
    if result.error is not None:
        return f"{result.error.type}: {result.error.message}".split("\n", 1)[0][:200]
    failed = (check for check in getattr(result, "checks", ()) if check.status == "failed")
    told = [check.message for check in failed if check.message is not None] + [result.message]
    return told[0] if told[0] is not None else result.status
