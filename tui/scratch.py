"""The scratch page's interpreter: starting it, running one cell at a time, stopping, losing it, starting anew.

Owns its state, which outlives the page's being open; knows no screen. What an input is before it runs is
`tui.prompt`, the words about a cell are `tui.cells`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from grader.errors import GraderError
from grader.verdict import Defined

if TYPE_CHECKING:
    from grader.client import Grader
    from grader.completing import Completions
    from grader.interpreter import Interpreter
    from grader.verdict import Event, RunResult, Summary

Phase = Literal["idle", "starting", "running", "stopping"]

Names = tuple[tuple[str, "Summary"], ...]
"""What the interpreter has bound: names and summaries of their values."""

PRELUDE = "import torch"
"""What a new interpreter runs before its first cell."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a cell ended."""

    result: RunResult | None = None
    """None when the cell never ran."""
    stopped: bool = False
    """Whether the learner stopped it."""
    lost: bool = False
    """Whether the interpreter, and all its names, went with it."""
    fault: Exception | None = None
    """Why the grader could not run it; None when it could."""


class Scratch:
    """One interpreter, or none until it is needed."""

    def __init__(self, grader: Grader) -> None:
        self.phase: Phase = "idle"
        self.names: Names = ()
        """As of the end of the last cell."""
        self._grader = grader
        self._ran: list[str] = [PRELUDE]
        """What this interpreter ran."""
        self._interpreter: Interpreter | None = None
        self._starting: asyncio.Task[Interpreter] | None = None

    @property
    def busy(self) -> bool:
        """Whether a cell runs or waits for its interpreter."""
        return self.phase != "idle"

    @property
    def was_lost(self) -> bool:
        """Whether the interpreter ended between two cells."""
        return self._interpreter is not None and not self._interpreter.alive

    def take(self) -> bool:
        """Takes the interpreter for a cell, which `run` must then run; False while another one has it."""
        if self.busy:
            return False
        self.phase = "starting"
        return True

    async def run(self, code: str, hear: Callable[[Event], None]) -> Ending:
        """Runs the cell that was taken, in a new interpreter where there is none."""
        try:
            interpreter = await self._awake()
            if interpreter is None or self._was_stopped:
                return Ending(stopped=True)
            self.phase = "running"
            self._ran.append(code)
            result = await interpreter.execute(code, on_event=lambda event: self._hear(event, hear))
            return self._ended(interpreter, result)
        except Exception as error:  # a fault of the grader is told; it must not end the course
            return Ending(fault=error)
        finally:
            self.phase = "idle"

    async def complete(self, code: str, line: int, column: int) -> Completions:
        """What may stand at a place of the next cell, after all that ran before it."""
        before = "\n".join(self._ran)
        line += before.count("\n") + 1
        return await self._grader.assistant.complete(f"{before}\n{code}", line, column, self.names)

    async def stop(self) -> None:
        """Stops what runs; the interpreter's names survive when it obeys."""
        running = self.phase == "running"
        if self.busy:
            self.phase = "stopping"
        if self._starting is not None:
            self._starting.cancel()
        elif self._interpreter is not None and running:
            await self._interpreter.interrupt()

    async def end(self) -> Names:
        """Ends the interpreter with what runs in it; gives the names that are lost. The next cell starts another."""
        lost, self.names = self.names, ()
        interpreter, self._interpreter = self._interpreter, None
        if self.busy:
            self.phase = "stopping"
        if self._starting is not None:
            self._starting.cancel()
        if interpreter is not None:
            await interpreter.close()
        return lost

    async def _awake(self) -> Interpreter | None:
        """The interpreter, a new one where there is none; None when that was stopped."""
        if self._interpreter is not None and self._interpreter.alive:
            return self._interpreter
        if self._was_stopped:
            return None
        self.names, self._ran = (), [PRELUDE]
        self._starting = starting = asyncio.ensure_future(self._start())
        try:
            await asyncio.wait([starting])
        except asyncio.CancelledError:
            starting.cancel()
            raise
        finally:
            self._starting = None
        with suppress(asyncio.CancelledError):
            self._interpreter = starting.result()
            return self._interpreter
        return None

    async def _start(self) -> Interpreter:
        interpreter = await self._grader.interpreter()
        try:
            result = await interpreter.execute(PRELUDE)
        except asyncio.CancelledError:
            await interpreter.close()
            raise
        if not interpreter.alive and result.message is not None:
            raise GraderError(result.message)
        return interpreter

    def _hear(self, event: Event, hear: Callable[[Event], None]) -> None:
        if isinstance(event, Defined):
            self.names = event.names
        hear(event)

    def _ended(self, interpreter: Interpreter, result: RunResult) -> Ending:
        lost = not interpreter.alive
        if lost:
            self.names = ()
        if lost and self._interpreter is interpreter:
            self._interpreter = None
        stopped = self._was_stopped and (lost or _is_interrupt(result))
        return Ending(result, stopped, lost)

    @property
    def _was_stopped(self) -> bool:
        return self.phase == "stopping"


def _is_interrupt(result: RunResult) -> bool:
    return result.error is not None and result.error.type == "KeyboardInterrupt"
