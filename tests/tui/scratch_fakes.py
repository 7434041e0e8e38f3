"""A grader with interpreters that are not there."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from grader.verdict import Defined, Event, LearnerError, Output, RunResult
from tests.tui.fakes import FakeGrader
from tui.scratch import PRELUDE

FINE = RunResult("finished", 0.01, "cpu")


@dataclass
class FakeInterpreter:
    """Prints every cell back; with `hold` set, not before it is released or interrupted."""

    hold: asyncio.Event | None = None
    obeys: bool = True
    """Whether an interrupt leaves it alive."""
    results: list[RunResult] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    dies: bool = False
    """Whether the next cell takes the interpreter with it."""
    alive: bool = True
    asked: list[str] = field(default_factory=list)
    _stop: asyncio.Event = field(default_factory=asyncio.Event)

    async def execute(self, code: str, on_event: Any = None) -> RunResult:
        if code == PRELUDE:
            return FINE
        self.asked.append(code)
        for event in self.events or [Output("stdout", f"ran {code}\n")]:
            on_event(event)
        if self.hold is not None:
            self._stop.clear()
            waits = [asyncio.ensure_future(event.wait()) for event in (self.hold, self._stop)]
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            for wait in waits:
                wait.cancel()
            if self._stop.is_set():
                return RunResult("error", 1.0, "cpu", LearnerError("KeyboardInterrupt", "", 1))
        if self.dies:
            self.alive = False
        return self.results.pop(0) if self.results else FINE

    async def interrupt(self) -> None:
        self.alive = self.obeys
        self._stop.set()

    async def close(self) -> None:
        self.alive = False
        self._stop.set()


@dataclass
class ScratchGrader(FakeGrader):
    """Hands out its interpreters in order, then plain ones; with `gate` set, not before it opens."""

    interpreters: list[FakeInterpreter] = field(default_factory=list)
    given: list[FakeInterpreter] = field(default_factory=list)
    gate: asyncio.Event | None = None
    waiting: bool = False
    """Whether somebody waits at the gate."""
    refuses: Exception | None = None
    """Why there is no interpreter."""

    async def interpreter(self) -> FakeInterpreter:
        if self.gate is not None:
            self.waiting = True
            await self.gate.wait()
        if self.refuses is not None:
            raise self.refuses
        self.given.append(self.interpreters.pop(0) if self.interpreters else FakeInterpreter())
        return self.given[-1]


def defined(**summaries: dict[str, Any]) -> Defined:
    """The names that a cell left."""
    return Defined(tuple(summaries.items()))
