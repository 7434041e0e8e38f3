"""What a tutor says of an answer, and in which order it is looked for.

The author's own mistakes come first, then what the grader recognises by itself; when nobody knows, the plain
difference stands alone. All this comes after the verdict and can only add to it: whatever fails, the verdict stays.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from grader import facts, idiom, mistakes, near_misses, slips, transformations, two_slips
from grader.diagnosis import Diagnosis, Graded, Recognise, diagnosed
from grader.trials import begin_trial, end_trials
from grader.verdict import Verdict

T = TypeVar("T")
MOST_BYTES = 32 << 20
"""Observations beyond which nobody is asked: to look at them again takes their memory twice more, and long."""
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """A part of the order: steps that share a time."""

    steps: tuple[Recognise, ...]
    seconds: float


AUTHOR = Turn((mistakes.recognise,), mistakes.SECONDS)
"""What the author foresaw."""
SLIPS = Turn((slips.recognise,), slips.SECONDS)
"""Slips in the solution that explain what was observed."""
TRANSFORMATIONS = Turn((transformations.recognise,), 2.0)
"""What was done to the expected value."""
NEAR_MISSES = Turn((near_misses.recognise,), near_misses.SECONDS)
"""One change to the learner's own program that would make it right."""
TWO_SLIPS = Turn((two_slips.recognise,), two_slips.SECONDS)
"""Such a change and a slip together."""
FACTS = Turn((facts.recognise,), facts.SECONDS)
"""What is so, however it came about."""
ORDER = (AUTHOR, SLIPS, TRANSFORMATIONS, NEAR_MISSES, TWO_SLIPS, FACTS)
"""Who is asked, one after the other; the first who knows is heard."""


async def complete(graded: Graded, order: tuple[Turn, ...] = ORDER) -> Verdict:
    """The verdict with what there is to say of it: why it failed, or how a right answer could be written."""
    if not graded.verdict.passed:
        return await diagnose(graded, order)
    return replace(graded.verdict, remark=await _asked(idiom.remark, graded))


async def diagnose(graded: Graded, order: tuple[Turn, ...] = ORDER) -> Verdict:
    """The verdict, with a diagnosis where one is found."""
    verdict = graded.verdict
    is_failure = verdict.status == "error" or (verdict.status == "failed" and graded.position is not None)
    if not is_failure or not verdict.checks or graded.weight > MOST_BYTES:
        return verdict
    if _near_misses(order) is not None and near_misses.can_miss(graded):
        begin_trial(graded, "learner")  # takes the longest, and another core
    try:
        for turn in order:
            found = await _heard(turn, graded)
            if found is not None:
                return diagnosed(graded, await _placed(graded, found, order))
    finally:
        await end_trials(graded)
    return verdict


def _near_misses(order: tuple[Turn, ...]) -> Turn | None:
    """The turn that looks for near misses."""
    return next((turn for turn in order if near_misses.recognise in turn.steps), None)


async def _heard(turn: Turn, graded: Graded) -> Diagnosis | None:
    """What the steps of a turn know within its time."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(turn.seconds):
            for step in turn.steps:
                found = await _asked(step, graded)
                if found is not None:
                    return found
    return None


async def _placed(graded: Graded, found: Diagnosis, order: tuple[Turn, ...]) -> Diagnosis:
    """A diagnosis that points at no line, pointed at the one where a single change would make the answer right."""
    turn = _near_misses(order)
    if turn is None or found.line is not None or found.by == "mistake":
        return found
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(turn.seconds):
            near = await _asked(near_misses.recognise, graded)
            return replace(found, line=near.line) if near is not None else found
    return found


async def _asked(step: Callable[[Graded], Awaitable[T | None]], graded: Graded) -> T | None:
    """What a step says; nothing when it fails, for a verdict must not depend on it."""
    try:
        return await step(graded)
    except TimeoutError:
        raise
    except Exception:
        _LOG.info("a step of the tutor failed", exc_info=True)
        return None
