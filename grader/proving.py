"""Proves the steps of a lesson by running them: solutions pass, starters do not, mistakes get their sentences.

Every answer is asked with many case sets of their own seeds, so that a check which holds by chance is found out.
Reports remarks by path within the step; `grader.linting` gives them their places.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

from course.findings import Remark
from course.message import Value
from course.model import AnyStep, Exercise, Quiz, Read
from grader.client import Grader
from grader.faults import fault_message
from grader.surviving import unknown_survivors
from grader.tutor import AUTHOR
from grader.verdict import RunResult, Verdict

SEEDS = 20
"""Case sets with which each answer is tried."""
FIRST = 5
"""Case sets with which the sentence of a mistake is looked for; with the others only whether it fails."""


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
        except Exception as error:
            yield Remark("author-fault", (), {"why": fault_message(error)})
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
        for remark in unknown_survivors(self._exercise):
            yield remark

    async def _ask(self, code: str, *, with_sentences: bool = True) -> Verdict:
        order = (AUTHOR,) if with_sentences else ()
        return await self._grader.check(self._name, self._exercise, code, order=order)

    async def _solution(self) -> AsyncIterator[Remark]:
        seen = [await self._ask(self._exercise.solution)]
        if seen[0].status == "grader_fault":
            yield Remark("author-fault", (), {"why": _why(seen[0])})
            return
        for warning in seen[0].warnings[:1]:
            values: dict[str, Value] = {"why": warning.message[:200], "line": warning.line or 0}
            yield Remark("solution-warns", ("solution",), values)
        while len(seen) < self._seeds and seen[0].passed == seen[-1].passed:
            seen.append(await self._ask(self._exercise.solution))
        failed = next((verdict for verdict in seen if not verdict.passed), None)
        if failed is not None:
            code = "solution-flaky" if any(verdict.passed for verdict in seen) else "solution-fails"
            yield Remark(code, ("solution",), {"why": _why(failed), "replay": failed.replay or ""})

    async def _starter(self) -> AsyncIterator[Remark]:
        for _ in range(min(self._seeds, FIRST)):
            if (await self._ask(self._exercise.starter)).passed:
                yield Remark("starter-passes", ("starter",))
                return

    async def _mistake(self, position: int) -> AsyncIterator[Remark]:
        mistake = self._exercise.mistakes[position]
        if mistake.code is None:
            return
        wrong: list[Remark | None] = []
        while len(wrong) < self._seeds and (len(wrong) < FIRST or _undecided(wrong)):
            with_sentence = len(wrong) < FIRST
            verdict = await self._ask(mistake.code, with_sentences=with_sentence)
            wrong.append(self._of_mistake(position, verdict, with_sentence=with_sentence))
        told = next((remark for remark in wrong if remark is not None), None)
        if told is not None:
            flaky = None in wrong and told.code != "mistake-other"
            code = "mistake-flaky" if flaky else told.code
            yield Remark(code, ("mistakes", position), told.values)

    def _of_mistake(self, position: int, verdict: Verdict, *, with_sentence: bool) -> Remark | None:
        """What is wrong with the verdict on a mistake; None when it is the one that the author meant."""
        mistakes = self._exercise.mistakes
        said = [str(check.diagnosis) for check in verdict.checks if check.diagnosed_by == "mistake"]
        replay = verdict.replay or ""
        if verdict.passed:
            return Remark("mistake-passes", values={"replay": replay})
        if not with_sentence or said == [mistakes[position].says]:
            return None
        if not said:
            return Remark("mistake-unsaid", values={"why": _why(verdict), "replay": replay})
        other = [known.says for known in mistakes].index(said[0]) + 1
        return Remark("mistake-other", values={"other": other, "says": said[0][:120]})


def _undecided(wrong: list[Remark | None]) -> bool:
    """Whether a further case set could tell always from sometimes: the mistake was found out each time, or never."""
    codes = {remark and remark.code for remark in wrong}
    return codes in ({None}, {"mistake-passes"})


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
