"""Runs a program without grading it: a snippet, the scratch page, an exercise's program as it stands."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from course.message import Message
from course.model import Exercise, Limits
from grader import leftovers
from grader.console import Console
from grader.conversation import Heard, Run, Setting, begin, converse
from grader.endings import death_words, timeout_words
from grader.errors import WireError, WorkerFault
from grader.grading import spawn_learner
from grader.launch import Launcher
from grader.link import Link, WorkerGone
from grader.verdict import LearnerError, RunResult, RunStatus

NO_EXERCISE = Exercise.model_construct(
    id="scratch",
    kind="exercise",
    text="",
    starter="",
    solution="",
    checks=[],
    limits=Limits(),
    default_device=None,
    devices=None,
)
"""Stands for the exercise of what belongs to none: a snippet, the scratch page, an interpreter."""


@dataclass(frozen=True, slots=True)
class End:
    """How a run ended."""

    status: RunStatus
    message: Message | None = None
    error: LearnerError | None = None


async def run_program(
    launcher: Launcher,
    setting: Setting,
    code: str,
    run: Run,
    heard: Heard,
    *,
    console: Console,
    seconds: float,
) -> RunResult:
    """Runs a program in a learner's worker of its own.

    Args:
        launcher: gives the worker.
        setting: exercise and device.
        code: the program.
        run: what is bound before the program, and what is asked of it afterwards.
        heard: takes the answers.
        console: takes what is printed and drawn.
        seconds: the deadline, wall-clock.

    Raises:
        GraderError: the host died meanwhile.
    """
    started = time.monotonic()
    link = await spawn_learner(launcher, setting)
    link.console = console
    try:
        async with asyncio.timeout(seconds):
            await begin(link, setting, seconds, leftovers.LEARNER if run.asked else None)
            await converse(link, setting, code, run, heard, defined=True)
        end = end_of(heard, setting)
    except (TimeoutError, WorkerGone, WireError, WorkerFault) as error:
        end = await _early_end(link, error, seconds)
    finally:
        if not link.exited.done():
            link.abandon()
    return result_of(end, setting, heard, console, started)


async def _early_end(link: Link, error: Exception, seconds: float) -> End:
    code = await link.end()
    if isinstance(error, TimeoutError):
        return End("timeout", *timeout_words(link, seconds))
    if isinstance(error, WireError | WorkerFault):
        return End("crashed", Message("grader-garbled"))
    return End(*death_words(link, code))


def result_of(end: End, setting: Setting, heard: Heard, console: Console, started: float) -> RunResult:
    """What is told of a run; `started` is a reading of `time.monotonic`."""
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


def end_of(heard: Heard, setting: Setting) -> End:
    """How a program ended that came to an end."""
    if heard.outcome == "finished":
        return End("finished")
    error = heard.error or LearnerError("?", "", None)
    if heard.outcome == "setup_error":
        return End("grader_fault", Message("grader-setup-fault", {"why": f"{error.type}: {error.message}"}))
    if heard.outcome == "memory":
        return End("memory", Message("grader-memory", {"limit": setting.exercise.limits.memory}), error)
    return End("error", error=error)
