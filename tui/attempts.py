"""One program at a time: asks the grader, passes on what the program prints, drops what comes too late.

Owns the numbers of the attempts, by which a result that another attempt overtook is known; holds no widget.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.raised import is_explained
from tui.waiting import Wait

if TYPE_CHECKING:
    from course.model import Exercise
    from grader.client import Grader
    from grader.verdict import Event, RunResult, Verdict
    from tui.failing import FailingCase
    from tui.steps import Running
    from tui.study import OpenStep

Hear = Callable[["Event"], None]
"""Takes what a running program prints and draws."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of the grader."""

    running: Running
    opened: OpenStep
    case: FailingCase | None = None
    """The case that is run again; None unless that is what runs."""

    @property
    def wait(self) -> Wait:
        """What the learner waits for; a check has the exercise's limit."""
        step = self.opened.step
        limit = step.limits.seconds if self.running == "check" and step.kind == "exercise" else None
        return Wait(self.running, limit)


@dataclass(frozen=True, slots=True)
class Played:
    """The end of a program that ran to its end, well or badly; either a run or a verdict."""

    code: str
    """What ran."""
    run: RunResult | None = None
    verdict: Verdict | None = None
    before: Verdict | None = None
    """The verdict that was told already and that this one completes by the tutor's words; None of a first one."""

    @property
    def passed(self) -> bool:
        """Whether it was checked and is right."""
        return self.verdict is not None and self.verdict.passed

    @property
    def explained(self) -> bool:
        """Whether it raised or warned of something that is explained."""
        result = self.verdict or self.run
        return result is not None and is_explained(result)

    @property
    def printed(self) -> str | None:
        """What a run printed; None when it did not end well."""
        return self.run.stdout if self.run is not None and self.run.status == "finished" else None


class Attempts:
    """The attempts of one screen. A coroutine that is cancelled stops its program."""

    def __init__(self, grader: Grader) -> None:
        self._grader = grader
        self._latest = 0

    def begin(self) -> int:
        """The number of a new attempt; all earlier ones are overtaken."""
        self._latest += 1
        return self._latest

    def is_latest(self, number: int) -> bool:
        """Whether no other attempt overtook this one."""
        return number == self._latest

    async def play(self, number: int, ask: Ask, code: str, hear: Hear) -> AsyncGenerator[Played]:
        """Runs or checks a step's code and gives what comes of it; nothing once the attempt was overtaken.

        A verdict comes as soon as it is known, and once more when the tutor has something to say of it.
        """
        heard = self._heard(number, hear)
        step = ask.opened.step
        if step.kind != "exercise" or ask.running != "check":
            played = await self._run(ask, code, heard)
            if self.is_latest(number):
                yield played
            return
        verdicts = self._verdicts(ask.opened.place.ref, step, code, heard)
        before: Verdict | None = None
        async with aclosing(verdicts):
            async for verdict in verdicts:
                if self.is_latest(number):
                    yield Played(code, verdict=verdict, before=before)
                before = verdict

    async def _verdicts(
        self, name: str, exercise: Exercise, code: str, heard: Hear
    ) -> AsyncGenerator[Verdict]:
        """The plain verdict, then the one with a diagnosis, if there is any."""
        plain: asyncio.Future[Verdict] = asyncio.get_running_loop().create_future()
        check = asyncio.ensure_future(
            self._grader.check(name, exercise, code, on_event=heard, on_verdict=plain.set_result)
        )
        try:
            await asyncio.wait([plain, check], return_when=asyncio.FIRST_COMPLETED)
            if plain.done():
                yield plain.result()
            verdict = await check
            if not plain.done() or verdict != plain.result():
                yield verdict
        finally:
            check.cancel()

    async def _run(self, ask: Ask, code: str, heard: Hear) -> Played:
        step, name = ask.opened.step, ask.opened.place.ref
        exercise = step if step.kind == "exercise" else None
        if exercise is not None and ask.case is not None:
            case = ask.case
            result = await self._grader.run_case(
                name, exercise, code, replay=case.replay, check=case.check, case=case.case, on_event=heard
            )
        else:
            result = await self._grader.run(code, exercise=exercise, name=name, on_event=heard)
        return Played(code, run=result)

    def _heard(self, number: int, hear: Hear) -> Hear:
        def pass_on(event: Event) -> None:
            if self.is_latest(number):
                hear(event)

        return pass_on
