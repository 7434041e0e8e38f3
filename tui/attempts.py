"""One program at a time: asks the grader, passes on what the program prints, drops what comes too late.

Owns the numbers of the attempts, by which a result that another attempt overtook is known; holds no widget.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.client import Grader
    from grader.verdict import Event, RunResult, Verdict
    from tui.study import OpenStep

Hear = Callable[["Event"], None]
"""Takes what a running program prints and draws."""


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

    async def check(self, number: int, opened: OpenStep, code: str, hear: Hear) -> Verdict | None:
        """The verdict on an exercise's code; None when it was overtaken, or the step is no exercise."""
        step = opened.step
        if step.kind != "exercise":
            return None
        heard = self._heard(number, hear)
        verdict = await self._grader.check(opened.place.ref, step, code, on_event=heard)
        return verdict if self.is_latest(number) else None

    async def run(self, number: int, opened: OpenStep, code: str, hear: Hear) -> RunResult | None:
        """The end of a run, in an exercise with its inputs; None when it was overtaken."""
        step = opened.step
        exercise = step if step.kind == "exercise" else None
        heard = self._heard(number, hear)
        result = await self._grader.run(code, exercise=exercise, name=opened.place.ref, on_event=heard)
        return result if self.is_latest(number) else None

    def _heard(self, number: int, hear: Hear) -> Hear:
        def pass_on(event: Event) -> None:
            if self.is_latest(number):
                hear(event)

        return pass_on
