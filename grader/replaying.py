"""Runs the learner's program on one case of an earlier verdict, in the open: what it prints is heard."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from course.message import Message
from course.model import Check, Exercise, case_list
from grader import tokens
from grader.cases import CaseMaker
from grader.console import Console
from grader.conversation import Heard, Setting, well_formed
from grader.endings import learner_error
from grader.errors import WireError, WorkerFault
from grader.judging import Judge
from grader.launch import Launcher
from grader.preparing import author_seconds
from grader.running import run_program
from grader.verdict import LearnerError, RunResult
from grader.wire import Payload


def refusal(exercise: Exercise, replay: str, check: int, case: int) -> Message | None:
    """Why a case of a check cannot be run; None when it can."""
    if not tokens.belongs(replay, exercise):
        return Message("grader-case-stale")
    if not 0 <= check < len(exercise.checks):
        return Message("grader-case-none")
    asked = exercise.checks[check]
    if asked.hidden:
        return Message("grader-case-hidden", {"name": asked.label})
    count = len(case_list(exercise.cases)) * len(case_list(asked.cases))
    return None if 0 <= case < count else Message("grader-case-none")


class Replaying:
    """Runs of one program on single cases.

    Args:
        launcher: gives the workers.
        judge: puts a value into plain words.
        setting: exercise and device.
        console: takes what is printed and drawn, by the program and then by the probe.
    """

    def __init__(self, launcher: Launcher, judge: Judge, setting: Setting, console: Console) -> None:
        self._launcher = launcher
        self._judge = judge
        self._setting = setting
        self._console = console

    async def run(self, code: str, replay: str, check: int, case: int, seconds: float) -> RunResult:
        """The program's end, with the value of the check's probe; a check without a probe has none.

        Raises:
            GraderError, WorkerGone, TimeoutError: grader or author failed.
        """
        async with asyncio.timeout(author_seconds(self._setting)):
            run = await CaseMaker(self._launcher, self._setting, replay).one(check, case)
        heard = Heard()
        result = await run_program(
            self._launcher, self._setting, code, run, heard, console=self._console, seconds=seconds
        )
        asked = self._setting.exercise.checks[check]
        observed = heard.observations.get((check, case))
        if observed is None or asked.probe is None:
            return result
        try:
            return await self._with_value(result, asked, observed)
        except (WireError, WorkerFault):
            return replace(result, status="crashed", message=Message("grader-garbled"))

    async def _with_value(self, result: RunResult, check: Check, observed: Payload) -> RunResult:
        """The result with what the probe gave, be it an exception."""
        with well_formed():
            tree = observed.header["value"]
            kind, name = tree["k"], str(tree.get("name"))
            error = learner_error(tree) if kind == "raised" else None
            memory = kind == "raised" and bool(tree["memory"])
        if memory:
            words = Message("grader-memory", {"limit": self._setting.exercise.limits.memory})
            return replace(result, status="memory", error=error, message=words)
        if error is not None:
            return replace(result, status="error", error=error)
        if kind == "undefined":
            error = LearnerError("NameError", f"name '{name[:200]}' is not defined", None)
            return replace(
                result, status="error", error=error, message=Message("grader-undefined", {"name": name})
            )
        (summary,) = await self._judge.ask("summary", [({}, [observed], [])])
        return replace(result, value=summary)
