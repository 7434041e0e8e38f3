"""One world asked through its worker: begin, run a program, put the probes of its checks.

The same conversation serves the learner's program, the author's solution and known mistakes, so that all three are
observed alike.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from course.model import Check, Exercise
from grader import leftovers
from grader.allowance import Allowance
from grader.bounds import Bounds
from grader.endings import learner_error
from grader.errors import AnswerTooLarge, WireError
from grader.link import Link
from grader.verdict import MAX_WARNINGS, LearnerError
from grader.wire import Header, Payload, bundle

NOTHING = Payload({"inputs": [], "value": {"k": "none"}, "blobs": []}, b"")
NO_ROOM = Payload(
    {"inputs": [], "value": {"k": "other", "type": "?", "too_large": "together"}, "blobs": []}, b""
)
"""Stands for an observation for which the answers before it left no room."""


@dataclass(frozen=True, slots=True)
class CheckCase:
    """One case of one check."""

    check: int
    """Position of the check in the exercise."""
    number: int
    """As the author counts, over program cases and the check's own."""
    inputs: Payload
    """The check's own givens and case names."""
    salt: int
    """What `fill` draws from, alike in both worlds."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program in a worker of its own, and what is asked afterwards."""

    program_case: int
    inputs: Payload
    """What is bound before the program."""
    asked: tuple[CheckCase, ...]


@dataclass(slots=True)
class Heard:
    """What a world answered, as far as it came."""

    outcome: str | None = None
    """`finished`, `error`, `memory` or `setup_error`; None when the run did not end."""
    error: LearnerError | None = None
    warnings: list[LearnerError] = field(default_factory=list)
    printed: str = ""
    """What the program printed, as far as it was kept."""
    calls: list[str] = field(default_factory=list)
    """Torch functions that were called, where calls are traced."""
    counts: list[tuple[str, int, int]] = field(default_factory=list)
    """Likewise name, line of the program and number of calls."""
    observations: dict[tuple[int, int], Payload] = field(default_factory=dict)
    """By check and case number."""
    allowance: Allowance = field(default_factory=Allowance)
    """What there is room for of further observations."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all worlds of one grading have in common."""

    exercise: Exercise
    device: str
    threads: int

    @property
    def bounds(self) -> Bounds:
        """What a worker may take, be it the learner's or the author's."""
        return Bounds.of(self.exercise.limits, self.device)


async def begin(
    link: Link, setting: Setting, seconds: float | None, leftover: int | None = leftovers.LEARNER
) -> None:
    """Makes the world.

    Args:
        link: the worker.
        setting: exercise and device.
        seconds: the time after which the running line is noted; None for never.
        leftover: the byte that fills memory before it is written; None leaves it to chance.
    """
    await link.ask(
        {
            "ask": "begin",
            "device": setting.device,
            "default_device": setting.exercise.default_device,
            "threads": setting.threads,
            "seconds": seconds,
            "leftover": leftover,
        }
    )


async def converse(
    link: Link,
    setting: Setting,
    code: str,
    run: Run,
    heard: Heard,
    *,
    trace: bool = False,
    defined: bool = False,
) -> None:
    """Runs a program and asks all that is asked of this run; fills `heard` as answers come."""
    await execute(link, setting.exercise, code, run.inputs, heard, trace=trace, defined=defined)
    if heard.outcome != "finished":
        return
    for case in run.asked:
        check = setting.exercise.checks[case.check]
        if check.stdout is True:
            heard.observations[case.check, case.number] = text_payload(heard.printed)
        elif check.probe is not None:
            if check.hidden:
                await link.mute()
            heard.observations[case.check, case.number] = await probe(link, check, case, check.probe, heard)
    if trace:
        answer, _ = await link.ask({"ask": "calls"})
        with well_formed():
            heard.calls = [str(name) for name in answer["calls"]]
            heard.counts = [(str(name), int(line), int(count)) for name, line, count in answer["counts"]]
    await link.settle()


async def execute(
    link: Link, exercise: Exercise, code: str, inputs: Payload, heard: Heard, *, trace: bool, defined: bool
) -> None:
    """Runs a program and notes how it ended; `defined` asks for the names that it has bound, if anybody listens."""
    headers, body = bundle([inputs])
    question = {
        "ask": "run",
        "code": code,
        "setup": exercise.setup,
        "helpers": exercise.helpers,
        "inputs": headers[0],
        "seed": new_seed(),
        "trace": trace,
        "defined": defined and link.console.listener is not None,
    }
    answer, _ = await link.ask(question, body)
    note_end(answer, heard)
    await link.settle()


def note_end(answer: Header, heard: Heard) -> None:
    """Notes how a program ended by its worker's own account."""
    with well_formed():
        heard.outcome = str(answer["outcome"])
        heard.error = learner_error(answer["error"]) if answer["error"] is not None else None
        heard.warnings = [learner_error(warning) for warning in answer["warnings"][:MAX_WARNINGS]]
        heard.printed = str(answer["stdout"])


async def probe(link: Link, check: Check, case: CheckCase, code: str, heard: Heard | None = None) -> Payload:
    """The observation of one case, `NO_ROOM` where those before it leave none for it.

    `heard` takes the warnings given meanwhile, unless the case is hidden.
    """
    headers, body = bundle([case.inputs])
    mode = {"observe": "value", "stdout": "stdout", "raises": "raises"}[check.kind]
    question = {
        "ask": "probe",
        "code": code,
        "inputs": headers[0],
        "seed": new_seed(),
        "salt": case.salt,
        "mode": mode,
    }
    try:
        answer, data = await link.ask(question, body, heard.allowance if heard is not None else None)
    except AnswerTooLarge:
        return NO_ROOM
    with well_formed():
        header = dict(answer["payload"])
        if not {"inputs", "value", "blobs"} <= header.keys():
            raise WireError("payload lacks a part")
        if heard is not None and not check.hidden:
            room = max(0, MAX_WARNINGS - len(heard.warnings))
            heard.warnings += [learner_error(warning) for warning in answer.get("warnings", [])[:room]]
    return Payload(header, data)


@contextlib.contextmanager
def well_formed() -> Iterator[None]:
    """Takes whatever reading malformed data makes for a breach of the format."""
    try:
        yield
    except (LookupError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise WireError("malformed answer") from error


def text_payload(text: str) -> Payload:
    """An observation of printed text."""
    return Payload({"inputs": [], "value": {"k": "str", "v": text}, "blobs": []}, b"")


def expressions(values: Iterable[tuple[str, Any]]) -> dict[str, str]:
    """Givens as Python expressions: a string is one, any other value stands for itself."""
    return {name: value if isinstance(value, str) else repr(value) for name, value in values}


def new_seed() -> int:
    """A fresh seed for one world and one case."""
    return secrets.randbits(62)
