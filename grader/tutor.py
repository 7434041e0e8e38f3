"""What a tutor says of a wrong answer, and in which order it is looked for.

The author's own mistakes come first, then what the grader recognises by itself; when nobody knows, the plain
difference stands alone. All this comes after the verdict and can only add to it: whatever fails, the verdict stays.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass

from grader import mistakes, slips, transformations
from grader.diagnosis import Diagnosis, Failure, Recognise, diagnosed
from grader.explaining import blame_warning
from grader.verdict import Verdict


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
ORDER = (AUTHOR, SLIPS, TRANSFORMATIONS)
"""Who is asked, one after the other; the first who knows is heard."""


async def diagnose(failure: Failure, order: tuple[Turn, ...] = ORDER) -> Verdict:
    """The verdict, with a diagnosis where one is found."""
    verdict = failure.verdict
    is_failure = verdict.status == "error" or (verdict.status == "failed" and failure.position is not None)
    for turn in order if is_failure and verdict.checks else ():
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(turn.seconds):
                for step in turn.steps:
                    found = await _asked(step, failure)
                    if found is not None:
                        return diagnosed(failure, found)
    return blame_warning(verdict)


async def _asked(step: Recognise, failure: Failure) -> Diagnosis | None:
    """What a step says; nothing when it fails, for a verdict must not depend on it."""
    try:
        return await step(failure)
    except TimeoutError:
        raise
    except Exception:
        return None
