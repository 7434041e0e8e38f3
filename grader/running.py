"""Runs a program without grading it: a snippet, the scratch page, an exercise's program as it stands."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from course.message import Message
from course.model import Exercise
from grader.conversation import Heard, Setting, begin, execute
from grader.endings import death_words, exception_words, timeout_words
from grader.errors import WireError, WorkerFault
from grader.grading import spawn_learner
from grader.launch import Launcher
from grader.link import Console, Link, WorkerGone
from grader.verdict import LearnerError, RunResult, RunStatus
from grader.wire import Payload


@dataclass(frozen=True, slots=True)
class _End:
    """How a run ended."""

    status: RunStatus
    message: Message | None = None
    error: LearnerError | None = None


async def run_program(
    launcher: Launcher,
    setting: Setting,
    code: str,
    *,
    exercise: Exercise | None,
    inputs: Payload,
    console: Console,
    seconds: float,
) -> RunResult:
    """Runs a program in a learner's worker of its own.

    Args:
        launcher: gives the worker.
        setting: device and threads.
        code: the program.
        exercise: gives setup and helpers, or None.
        inputs: what is bound before the program.
        console: takes what is printed and drawn.
        seconds: the deadline, wall-clock.

    Raises:
        GraderError: the host died meanwhile.
    """
    started = time.monotonic()
    link = await spawn_learner(launcher, setting)
    link.console = console
    heard = Heard()
    try:
        async with asyncio.timeout(seconds):
            await begin(link, setting, seconds)
            await execute(link, exercise, code, inputs, heard)
        end = _end_of(heard, setting)
    except (TimeoutError, WorkerGone, WireError, WorkerFault) as error:
        end = await _early_end(link, error, seconds)
    finally:
        if not link.exited.done():
            link.abandon()
    return RunResult(
        status=end.status,
        seconds=round(time.monotonic() - started, 4),
        device=setting.device,
        error=end.error,
        message=end.message,
        warnings=tuple(heard.warnings),
        stdout=str(console.stdout),
        stderr=str(console.stderr),
        truncated=console.truncated,
    )


async def _early_end(link: Link, error: Exception, seconds: float) -> _End:
    code = await link.end()
    if isinstance(error, TimeoutError):
        return _End("timeout", *timeout_words(link, seconds))
    if isinstance(error, WireError | WorkerFault):
        return _End("crashed", Message("grader-garbled"))
    return _End(*death_words(link, code))


def _end_of(heard: Heard, setting: Setting) -> _End:
    if heard.outcome == "finished":
        return _End("finished")
    error = heard.error or LearnerError("?", "", None)
    if heard.outcome == "setup_error":
        return _End("grader_fault", Message("grader-setup-fault", {"why": f"{error.type}: {error.message}"}))
    if heard.outcome == "memory":
        return _End("memory", Message("grader-memory", {"limit": setting.exercise.limits.memory}), error)
    return _End("error", exception_words(error), error)
