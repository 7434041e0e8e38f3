"""Grades one attempt: asks the learner's world what the author's was asked, and lets the judge compare.

Holds no tensor. Everything that a learner or an author can do wrong ends as a `Verdict`.
"""

from __future__ import annotations

import asyncio
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from course.message import Message
from course.model import Check
from grader import source
from grader.cases import CaseSet, condition
from grader.conversation import Heard, Run, begin, converse
from grader.errors import AuthorFault
from grader.launch import HostInfo, Launcher
from grader.link import Console, Link, WorkerGone
from grader.source import Breach, Use
from grader.verdict import CheckResult, Event, LearnerError, Status, Verdict
from grader.wire import Header, Payload, bundle

MEMORY_DEVICES = ("cpu",)
"""Devices on which addresses can be bounded; CUDA reserves hundreds of gigabytes of them."""
_SHUFFLE = random.SystemRandom()


@dataclass(slots=True)
class Attempt:
    """What came of the learner's runs, before it is judged."""

    heard: Heard = field(default_factory=Heard)
    """All answers of all runs together."""
    status: Status | None = None
    """Why it ended early; None when every run finished."""
    message: Message | None = None
    error: LearnerError | None = None
    unfinished: list[int] = field(default_factory=list)
    """Lines that still hold `...`."""
    uses: list[Use] = field(default_factory=list)
    breaches: dict[int, Breach] = field(default_factory=dict)
    """Broken source rules by check."""
    console: Console = field(default_factory=Console)


class Grading:
    """One attempt at one exercise.

    Args:
        launcher: gives the workers.
        case_set: inputs and expectations, used once.
        code: the learner's program.
        standby: a learner's worker that waits, confined, or None.
        listener: takes what the program prints, as it comes.
    """

    def __init__(
        self,
        launcher: Launcher,
        case_set: CaseSet,
        code: str,
        standby: Link | None = None,
        listener: Callable[[Event], None] | None = None,
    ) -> None:
        self._launcher = launcher
        self._cases = case_set
        self._setting = case_set.setting
        self._exercise = case_set.setting.exercise
        self._code = code
        self._standby = standby
        self.attempt = Attempt(console=Console(listener))

    async def ask_learner(self) -> Attempt:
        """Runs the program as often as the exercise wants, and stops at the first run that does not finish."""
        runs = self._cases.runs
        for position, run in enumerate(runs):
            await self._one_run(run, is_first=position == 0)
            if self.attempt.status is not None:
                break
        if self.attempt.status is None:
            self._judge_source(all_rules=True)
        return self.attempt

    async def _one_run(self, run: Run, is_first: bool) -> None:
        seconds = self._exercise.limits.seconds
        link = (
            self._standby
            if is_first and self._standby
            else await spawn_learner(self._launcher, self._setting)
        )
        self._standby = None
        link.console = self.attempt.console
        heard = Heard(observations=self.attempt.heard.observations)
        try:
            async with asyncio.timeout(seconds):
                if is_first and not await self._read_source(link):
                    return
                await begin(link, self._setting, seconds)
                trace = any(
                    check.source and source.names_torch(check.source) for check in self._exercise.checks
                )
                asked = tuple(_SHUFFLE.sample(run.asked, len(run.asked)))
                await converse(link, self._setting, self._code, replace(run, asked=asked), heard, trace=trace)
        except TimeoutError:
            await link.end()
            self._stop("timeout", *timeout_words(link, seconds))
        except WorkerGone:
            self._stop(*death_words(link, await link.end()))
        finally:
            if not link.exited.done():
                link.abandon()
            self._gather(heard)

    async def _read_source(self, link: Link) -> bool:
        """Reads the program's text in a worker that has run nothing yet; whether it may run."""
        try:
            answer, _ = await link.ask({"ask": "facts", "code": self._code})
        except WorkerGone:
            await link.end()
            self._stop("refused", Message("grader-unparsable"), None)
            return False
        if "error" in answer:
            error = learner_error(answer["error"])
            self._stop(
                "refused", Message("grader-syntax", {"why": error.message, "line": error.line or 0}), error
            )
            return False
        self.attempt.unfinished = [int(line) for line in answer["unfinished"]]
        self.attempt.uses = [Use(str(name), int(line), kind) for name, line, kind in answer["uses"]]
        self._judge_source(all_rules=False)
        return self.attempt.status is None

    def _judge_source(self, all_rules: bool) -> None:
        """Looks for broken rules: before the run for what the text shows, afterwards with the calls that were seen."""
        uses = self.attempt.uses + [Use(name, 0, "call") for name in self.attempt.heard.calls]
        for position, check in enumerate(self._exercise.checks):
            found = source.breaches(check.source, uses) if check.source else []
            found = [breach for breach in found if all_rules or breach.rule == "forbid"]
            if found:
                self.attempt.breaches[position] = found[0]
        if self.attempt.breaches:
            self._stop("refused", None, None)

    def _gather(self, heard: Heard) -> None:
        whole = self.attempt.heard
        whole.outcome = heard.outcome
        whole.warnings += [warning for warning in heard.warnings if warning not in whole.warnings]
        whole.calls += heard.calls
        if heard.outcome == "memory":
            self._stop(
                "memory",
                Message("grader-memory", {"limit": self._exercise.limits.memory}),
                learner_error(heard.error),
            )
        elif heard.outcome == "error":
            error = learner_error(heard.error)
            self._stop("error", _exception_words(error), error)
        elif heard.outcome == "setup_error":
            raise AuthorFault(Message("grader-setup-fault", {"why": f"{(heard.error or {}).get('message')}"}))

    def _stop(self, status: Status, message: Message | None, error: LearnerError | None) -> None:
        if self.attempt.status is None:
            self.attempt.status, self.attempt.message, self.attempt.error = status, message, error


async def spawn_learner(launcher: Launcher, setting: Any) -> Link:
    """A learner's worker, bounded in memory where that can be done."""
    memory = setting.exercise.limits.memory if setting.device in MEMORY_DEVICES else None
    return await launcher.spawn("learner", memory)


def learner_error(tree: Header | None) -> LearnerError:
    """The exception or warning that a worker told of."""
    tree = tree or {}
    line = tree.get("line")
    frames = tuple((int(number), str(name)) for number, name in tree.get("frames", []))
    return LearnerError(
        str(tree.get("type")), str(tree.get("message"))[:10_000], int(line) if line else None, frames=frames
    )


def timeout_words(link: Link, seconds: float) -> tuple[Message, LearnerError | None]:
    """What to say of a program that did not end, with the line that was running."""
    line = link.running_line
    error = LearnerError("Timeout", f"{seconds:g} s", line) if line else None
    return Message("grader-timeout", {"seconds": seconds, "line": line or 0}), error


def death_words(link: Link, code: int) -> tuple[Status, Message, LearnerError | None]:
    """What to say of a worker that ended before it answered."""
    line = link.running_line or 0
    if code >= 0:
        return "crashed", Message("grader-exited", {"code": code, "line": line}), None
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = str(-code)
    return "crashed", Message("grader-signal", {"signal": name, "line": line}), None


def _exception_words(error: LearnerError) -> Message | None:
    """A word on exceptions that mean something of their own in a course."""
    if error.type == "SystemExit":
        return Message("grader-exit-call", {"line": error.line or 0})
    if error.type == "EOFError":
        return Message("grader-input-call", {"line": error.line or 0})
    return None


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
        status: Status = attempt.status or (
            "passed" if all(r.status == "passed" for r in results) else "failed"
        )
        message = attempt.message
        if status in ("failed", "error") and attempt.unfinished:
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
            warnings=tuple(learner_error(warning) for warning in attempt.heard.warnings),
            error=attempt.error,
            message=message,
            stdout=str(attempt.console.stdout),
            stderr=str(attempt.console.stderr),
            truncated=attempt.console.truncated,
        )

    async def _judged(self) -> dict[tuple[int, int], Header]:
        """What the judge says of every observation, by check and case number."""
        keys = list(self._attempt.heard.observations)
        return dict(zip(keys, await self._judge.ask("judge", [self._item(key) for key in keys]), strict=True))

    def _item(self, key: tuple[int, int]) -> tuple[Header, list[Payload | None], list[Payload]]:
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
        if any(earlier.status != "passed" for earlier in before if earlier.name in check.after):
            name = next(
                earlier.name
                for earlier in before
                if earlier.name in check.after and earlier.status != "passed"
            )
            return replace(base, status="skipped", message=Message("grader-skipped", {"name": name}))
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
                return self._failed(base, check, failure, number if len(cases) > 1 else None)
        return base

    def _source_result(self, position: int, base: CheckResult) -> CheckResult:
        breach = self._attempt.breaches.get(position)
        if breach is not None:
            values: dict[str, str | int | float] = {"name": breach.name, "line": breach.line or 0}
            return replace(
                base, status="failed", reason="source", message=Message(f"grader-{breach.rule}", values)
            )
        return base if self._attempt.heard.outcome is not None else replace(base, status="not_run")

    async def _unmet(self, check: Check, key: tuple[int, int]) -> Header | None:
        """The failure of a check's condition, in the form of the judge's; None when it holds or there is none."""
        if check.satisfies is None:
            return None
        actual = self._attempt.heard.observations[key]
        holds, fault = await condition(self._cases, check.satisfies, actual, inputs_of(self._cases, key))
        if fault is not None:
            raise AuthorFault(fault)
        if holds:
            return None
        shown = await self._judge.ask("summary", [({}, [actual], [])])
        message = {"key": "grader-condition", "values": {"name": check.label}}
        return {
            "difference": {"reason": "condition", "message": message},
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
        return replace(
            failed, expected=failure["expected"], actual=failure["actual"], given=failure["given"] or None
        )


def inputs_of(case_set: CaseSet, key: tuple[int, int]) -> list[Payload]:
    """The author's own copies of what was bound for a case: the program's inputs and the check's."""
    for run in case_set.runs:
        for case in run.asked:
            if (case.check, case.number) == key:
                return [run.inputs, case.inputs]
    return []


def item_of(
    check: Check, expected: Payload | None, actual: Payload, inputs: list[Payload]
) -> tuple[Header, list[Payload | None], list[Payload]]:
    """A question to the judge: how to compare, the payloads `expected` and `actual`, and the inputs."""
    how = {
        "name": check.label,
        "kind": check.kind,
        "words": list(check.compared),
        "tolerance": [check.tolerance.rtol, check.tolerance.atol],
        "numbers": check.numbers,
    }
    return how, [expected, actual], inputs


def judge_frame(
    items: list[tuple[Header, list[Payload | None], list[Payload]]],
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
