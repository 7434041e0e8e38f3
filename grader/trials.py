"""Trials: what many variants of a program let observe of the first failing case, one after the other in one worker.

Variants of the solution are the slips that explain an answer; variants of the learner's own program are the changes
that would make it right. Quick and not strict (`grader.trying` says why), so whoever asks confirms what matters in
clean workers.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from course.check import Check
from course.model import Exercise, Limits
from grader.allowance import Allowance
from grader.conversation import CheckCase, Run, begin, new_seed, text_payload, well_formed
from grader.diagnosis import Graded
from grader.errors import WireError
from grader.mutants import Mutant, repaired, slips
from grader.wire import Header, Payload, bundle, unbundle

EACH = 0.2
"""Seconds that one variant may take."""
TRIAL = {"author": 4.0, "learner": 1.5}
"""Seconds after which no further variant is tried, the likeliest being first."""
LONGEST_RUN = 1.0
"""Seconds of an attempt beyond which its exercise is one that trains, and variants would take too long."""
LONGEST = 20_000
"""Characters of a program beyond which no variants are made of it."""
MOST = 400
"""Variants that are tried."""
MOST_TEXT = 400_000
"""Characters of all variants together."""
MOST_BYTES = 64 << 20
"""Bytes of what all variants let observe, with room for the headers."""

Whose = Literal["author", "learner"]


@dataclass(frozen=True, slots=True)
class Seen:
    """A variant with what it let observe: one of both, or neither where it took too long or too much."""

    variant: Mutant
    payload: Payload | None = None
    raised: tuple[str, str] | None = None
    """Type and message of the exception that ended it."""


def takes_too_long(graded: Graded) -> bool:
    """Whether the exercise is one that trains."""
    exercise = graded.case_set.setting.exercise
    return exercise.limits.seconds > Limits().seconds or graded.verdict.seconds > LONGEST_RUN


def begin_trial(graded: Graded, whose: Whose) -> None:
    """Has variants of a program tried, once for each attempt, while other things go on."""
    if whose not in graded.tried:
        graded.tried[whose] = asyncio.ensure_future(_all(graded, whose))


async def variants(graded: Graded, whose: Whose) -> Sequence[Seen]:
    """The variants of the solution or of the learner's program, with what they let observe.

    Where the program itself raised, they are run and asked nothing.

    Raises:
        WorkerGone, WireError: the worker died, or what it tells is malformed or too large.
    """
    begin_trial(graded, whose)
    return await asyncio.shield(graded.tried[whose])


async def end_trials(graded: Graded) -> None:
    """Breaks off what still goes on."""
    for trial in graded.tried.values():
        trial.cancel()
    await asyncio.gather(*graded.tried.values(), return_exceptions=True)


async def _all(graded: Graded, whose: Whose) -> Sequence[Seen]:
    made = await asyncio.to_thread(_made, graded.case_set.setting.exercise.solution, graded.code, whose)
    run, case = (graded.case_set.runs[0], None) if graded.position is None else failing(graded)
    return await _tried(graded, made, run, case, whose)


@lru_cache(maxsize=16)
def _slips(solution: str) -> tuple[Mutant, ...]:
    return tuple(slips(solution))


def _made(solution: str, code: str, whose: Whose) -> list[Mutant]:
    if len(code) > LONGEST:
        return []
    try:
        return list(_few(_slips(solution) if whose == "author" else repaired(code)))
    except (SyntaxError, ValueError, RecursionError):  # nested deeper than one looks into
        return []


def _few(made: Iterable[Mutant]) -> Iterator[Mutant]:
    room = MOST_TEXT
    for variant in itertools.islice(made, MOST):
        room -= len(variant.code)
        if room < 0:
            return
        yield variant


def failing(graded: Graded) -> tuple[Run, CheckCase]:
    """The first failing case, and the run that it belongs to."""
    wanted = (graded.position, graded.case)
    return next(
        (run, case)
        for run in graded.case_set.runs
        for case in run.asked
        if (case.check, case.number) == wanted
    )


async def _tried(
    graded: Graded, made: Sequence[Mutant], run: Run, case: CheckCase | None, whose: Whose
) -> list[Seen]:
    setting = graded.case_set.setting
    check = setting.exercise.checks[case.check] if case is not None else None
    headers, body = bundle([run.inputs, *([case.inputs] if case is not None else [])])
    question = {
        **_question(setting.exercise, check),
        "programs": [variant.code for variant in made],
        "inputs": headers,
        "all_seconds": TRIAL[whose],
        "salt": case.salt if case is not None else 0,
    }
    link = await graded.launcher.spawn(whose, setting.bounds)
    try:
        await begin(link, setting, None)
        answer, data = await link.ask(question, body, Allowance(MOST_BYTES))
    finally:
        link.abandon()
    with well_formed():
        answers = list(answer["answers"])
        if sum(_length(told) for told in answers) > len(data):
            raise WireError("payloads overlap")
        return [
            _seen(variant, told, data, check is not None) for variant, told in zip(made, answers, strict=True)
        ]


def _question(exercise: Exercise, check: Check | None) -> Header:
    """What is the same for every variant and every case."""
    return {
        "ask": "variants",
        "setup": exercise.setup,
        "helpers": exercise.helpers,
        "default_device": exercise.default_device,
        "seed": new_seed(),
        "seconds": EACH,
        "probe": check.probe if check is not None else None,
        "mode": {"stdout": "stdout", "raises": "raises"}.get(check.kind if check else "", "value"),
    }


def _length(told: dict[str, Any]) -> int:
    """The bytes of a payload in a frame."""
    return int(told["payload"]["at"][1]) if told.get("payload") is not None else 0


def _seen(variant: Mutant, told: dict[str, Any], data: bytes, is_asked: bool) -> Seen:
    if told.get("payload") is not None:
        if not {"inputs", "value", "blobs"} <= told["payload"].keys():
            raise WireError("payload lacks a part")
        return Seen(variant, unbundle(told["payload"], data))
    if told["outcome"] == "finished" and is_asked and "printed" in told:
        return Seen(variant, text_payload(told["printed"]))
    if "raised" in told:
        kind, message = told["raised"]
        return Seen(variant, raised=(str(kind), str(message)))
    return Seen(variant)
