"""One program at a time: asks the grader, passes on what the program prints, drops what comes too late.

Owns the numbers of the attempts, by which a result that another attempt overtook is known; holds no widget.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.client import Grader
    from grader.verdict import Event, RunResult, Verdict
    from tui.steps import Running
    from tui.study import OpenStep

Hear = Callable[["Event"], None]
"""Takes what a running program prints and draws."""


@dataclass(frozen=True, slots=True)
class Played:
    """The end of a program that ran to its end, well or badly; either a run or a verdict."""

    code: str
    """What ran."""
    run: RunResult | None = None
    verdict: Verdict | None = None

    @property
    def passed(self) -> bool:
        """Whether it was checked and is right."""
        return self.verdict is not None and self.verdict.passed

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

    async def play(
        self, number: int, running: Running, opened: OpenStep, code: str, hear: Hear
    ) -> Played | None:
        """Runs or checks a step's code; None when the attempt was overtaken."""
        heard, step = self._heard(number, hear), opened.step
        if running == "check" and step.kind == "exercise":
            verdict = await self._grader.check(opened.place.ref, step, code, on_event=heard)
            played = Played(code, verdict=verdict)
        else:
            exercise = step if step.kind == "exercise" else None
            result = await self._grader.run(code, exercise=exercise, name=opened.place.ref, on_event=heard)
            played = Played(code, run=result)
        return played if self.is_latest(number) else None

    def _heard(self, number: int, hear: Hear) -> Hear:
        def pass_on(event: Event) -> None:
            if self.is_latest(number):
                hear(event)

        return pass_on
