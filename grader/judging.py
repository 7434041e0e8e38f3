"""The judge as the app sees it, and the making of a verdict from what was heard."""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import replace
from typing import Any, TypeAlias

from pydantic import TypeAdapter, ValidationError

from course.message import Message, Value
from course.model import Check
from grader.case_set import CaseSet, condition
from grader.difference import TensorDifference
from grader.endings import learner_error
from grader.errors import MALFORMED, AuthorFault, GraderError
from grader.explaining import diagnosis_of
from grader.grading import Attempt
from grader.hosts import HostInfo
from grader.launch import Launcher
from grader.link import Link, WorkerGone
from grader.verdict import CheckResult, Status, Verdict
from grader.wire import MAX_ELEMENTS, Header, Payload, bundle

LONGEST_SUBJECT = 60
"""Characters of a probe that a sentence can be about."""
_MEASURED = TypeAdapter(TensorDifference)
Question: TypeAlias = tuple[Header, list[Payload | None], list[Payload]]
"""What the judge is asked of one case: how to compare, the observations, expected before actual, and the inputs."""
JUDGE_SECONDS = 60.0
"""After so long a comparison is given up; nothing of a learner's runs in the judge."""


class Judge:
    """The judge's process, started when first asked and again when it died."""

    def __init__(self, launcher: Launcher) -> None:
        self._launcher = launcher
        self._link: Link | None = None
        self._lock = asyncio.Lock()

    async def ask(self, question: str, items: list[Question]) -> list[Any]:
        """One answer per item.

        Raises:
            GraderError: the judge failed twice, or takes too long.
        """
        headers, body = judge_frame(items)
        async with self._lock:
            for attempt in (1, 2):
                link = await self._ready()
                try:
                    async with asyncio.timeout(JUDGE_SECONDS):
                        answer, _ = await link.ask({"ask": question, "items": headers}, body)
                    return list(answer["results"])
                except (WorkerGone, TimeoutError) as error:
                    self.drop()
                    if attempt == 2:
                        raise GraderError(Message("grader-judge-died")) from error
                except BaseException:
                    self.drop()
                    raise
        raise AssertionError("unreachable")

    async def warm(self) -> None:
        """Starts the process ahead of the first question."""
        async with self._lock:
            await self._ready()

    def drop(self) -> None:
        """Ends the process; its channel may hold half an answer."""
        if self._link is not None:
            self._link.abandon()
            self._link = None

    async def _ready(self) -> Link:
        if self._link is None or self._link.exited.done():
            self._link = await self._launcher.spawn("judge")
        return self._link


class Judging:
    """Turns an attempt into a verdict, with the judge and, for conditions, the author's worker."""

    def __init__(
        self, judge: Any, case_set: CaseSet, attempt: Attempt, info: HostInfo, exercise_name: str
    ) -> None:
        self._judge = judge
        self._cases = case_set
        self._exercise = case_set.setting.exercise
        self._attempt = attempt
        self._info = info
        self._name = exercise_name
        self.first_failing: int | None = None
        """Position of the first check that failed."""

    async def verdict(self, started: float) -> Verdict:
        """The verdict; `started` is a reading of `time.monotonic` at the request."""
        judged = await self._judged()
        results: list[CheckResult] = []
        for position, check in enumerate(self._exercise.checks):
            results.append(await self._result(position, check, judged, results))
        self.first_failing = next((i for i, result in enumerate(results) if result.status == "failed"), None)
        attempt = self._attempt
        status: Status = attempt.status or ("passed" if all(map(_is_met, results)) else "failed")
        message = attempt.message
        if status in ("failed", "error", "refused") and attempt.unfinished:
            message = Message("grader-unfinished-line", {"line": attempt.unfinished[0]})
        return Verdict(
            exercise=self._name,
            status=status,
            device=self._cases.setting.device,
            torch=self._info.torch,
            isolation=self._info.isolation,
            seconds=round(time.monotonic() - started, 4),
            replay=self._cases.replay,
            checks=tuple(results),
            warnings=tuple(attempt.heard.warnings),
            error=attempt.error,
            message=message,
            stdout=str(attempt.console.stdout),
            stderr=str(attempt.console.stderr),
            truncated=attempt.console.truncated,
        )

    async def _judged(self) -> dict[tuple[int, int], Header]:
        """What the judge says of every observation, by check and case number."""
        keys = list(self._attempt.heard.observations)
        return {key: (await self._judge.ask("judge", [self._item(key)]))[0] for key in keys}

    def _item(self, key: tuple[int, int]) -> Question:
        check = self._exercise.checks[key[0]]
        expected = self._cases.expected.get(key)
        return item_of(check, expected, self._attempt.heard.observations[key], inputs_of(self._cases, key))

    async def _result(
        self, position: int, check: Check, judged: dict[tuple[int, int], Header], before: list[CheckResult]
    ) -> CheckResult:
        cases = [
            (case.number, (position, case.number))
            for run in self._cases.runs
            for case in run.asked
            if case.check == position
        ]
        base = CheckResult(check.label, "passed", check.points, cases=len(cases), hidden=check.hidden)
        missed = next(
            (result for result in before if result.name in check.after and not _is_met(result)), None
        )
        if missed is not None:
            return replace(base, status="skipped", message=Message("grader-skipped", {"name": missed.name}))
        if check.devices is not None and self._cases.setting.device not in check.devices:
            return replace(
                base,
                status="skipped",
                message=Message("grader-other-device", {"device": self._cases.setting.device}),
            )
        if check.source is not None:
            return self._source_result(position, base)
        for number, key in cases:
            if key not in judged:
                return replace(base, status="not_run")
            failure = judged[key] if judged[key]["difference"] else await self._unmet(check, key)
            if failure is not None:
                failed = self._failed(base, check, failure, number if len(cases) > 1 else None)
                return self._explained(failed, self._attempt.heard.observations[key])
        return base

    def _source_result(self, position: int, base: CheckResult) -> CheckResult:
        breach = self._attempt.breaches.get(position)
        if breach is not None:
            values: dict[str, Value] = {"name": breach.name, "line": breach.line or 0}
            return replace(
                base, status="failed", reason="source", message=Message(f"grader-{breach.rule}", values)
            )
        return base if self._attempt.heard.outcome is not None else replace(base, status="not_run")

    async def _unmet(self, check: Check, key: tuple[int, int]) -> Header | None:
        """The failure of a check's condition, in the form of the judge's; None when it holds or there is none."""
        if check.satisfies is None:
            return None
        actual = self._attempt.heard.observations[key]
        answer = await condition(self._cases, check.satisfies, actual, inputs_of(self._cases, key))
        if answer.fault is not None:
            raise AuthorFault(answer.fault)
        if answer.holds:
            return None
        shown = await self._judge.ask("summary", [({}, [actual], [])])
        reason = answer.unfit or "condition"
        values = {"name": check.label, "limit": MAX_ELEMENTS}
        message = {"key": f"grader-{reason.replace('_', '-')}", "values": values}
        return {
            "difference": {"reason": reason, "message": message},
            "measured": None,
            "expected": None,
            "actual": shown[0],
            "given": {},
        }

    def _failed(self, base: CheckResult, check: Check, failure: Header, case: int | None) -> CheckResult:
        difference = failure["difference"]
        message = Message(difference["message"]["key"], difference["message"]["values"])
        failed = replace(base, status="failed", reason=difference["reason"], case=case, message=message)
        if check.hidden:
            return replace(failed, message=Message("grader-hidden", {"name": check.label}))
        measured = failure["measured"]
        return replace(
            failed,
            expected=failure["expected"],
            actual=failure["actual"],
            given=failure["given"] or None,
            difference=_measured(measured) if measured is not None else None,
        )

    def _explained(self, failed: CheckResult, actual: Payload) -> CheckResult:
        """The result, with what an exception in the probe means; inputs that are hidden stay so."""
        if failed.hidden or failed.reason not in ("raised", "exception"):
            return failed
        diagnosis = None
        with contextlib.suppress(*MALFORMED):  # what a learner's worker makes up is not explained
            diagnosis = diagnosis_of(learner_error(actual.header["value"]))
        return failed if diagnosis is None else replace(failed, diagnosis=diagnosis, diagnosed_by="error")


def _measured(told: Header) -> TensorDifference | None:
    """How two tensors differ; None where a learner's worker made up a tensor that cannot be."""
    with contextlib.suppress(ValidationError):
        return _MEASURED.validate_python(told)
    return None


def _is_met(result: CheckResult) -> bool:
    """Whether a check stands in nobody's way: it passed, or does not apply on this device."""
    elsewhere = result.message is not None and result.message.key == "grader-other-device"
    return result.status == "passed" or elsewhere


def inputs_of(case_set: CaseSet, key: tuple[int, int]) -> list[Payload]:
    """The author's own copies of what was bound for a case: the program's inputs and the check's."""
    for run in case_set.runs:
        for case in run.asked:
            if (case.check, case.number) == key:
                return [run.inputs, case.inputs]
    return []


def item_of(check: Check, expected: Payload | None, actual: Payload, inputs: list[Payload]) -> Question:
    """A question to the judge: how to compare, the payloads `expected` and `actual`, and the inputs."""
    how = {
        "name": _subject(check),
        "kind": check.kind,
        "words": list(check.compared),
        "instead_of_condition": ["values"] if check.satisfies else [],
        "tolerance": [check.tolerance.rtol, check.tolerance.atol],
        "numbers": check.numbers,
    }
    return how, [expected, actual], inputs


def _subject(check: Check) -> str:
    """What a difference is said of: the probe where it is short, for a check's name may be a sentence."""
    probe = (check.probe or "").strip()
    return probe if 0 < len(probe) <= LONGEST_SUBJECT and "\n" not in probe else check.label


def judge_frame(
    items: list[Question],
) -> tuple[list[Header], bytes]:
    """Headers and bytes of a frame that asks the judge about several items."""
    headers: list[Header] = []
    bodies: list[bytes] = []
    start = 0
    for how, sides, inputs in items:
        present = [side for side in sides if side is not None]
        packed, body = bundle([*present, *inputs])
        for header in packed:
            header["at"] = [header["at"][0] + start, header["at"][1]]
        own = iter(packed)
        placed = [next(own) if side is not None else None for side in sides]
        expected, actual = placed if len(placed) == 2 else (None, placed[0])
        headers.append({**how, "expected": expected, "actual": actual, "inputs": list(own)})
        bodies.append(body)
        start += len(body)
    return headers, b"".join(bodies)
