"""An interpreter as the app sees it: one confined worker whose names, imports and seeds live from cell to cell."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Self

from course.message import Message
from grader.console import Console
from grader.conversation import Heard, Setting, begin, note_end
from grader.endings import death_words
from grader.errors import GraderError, WireError, WorkerFault
from grader.launch import Launcher
from grader.link import Link, WorkerGone
from grader.running import End, end_of, result_of
from grader.verdict import Event, RunResult, RunStatus

TRIES = 10
"""How often a running cell is interrupted before it is killed; the first may come before its code has begun."""
BETWEEN_TRIES = 0.1
"""Seconds in which a cell may obey an interrupt before the next."""


class Interpreter:
    """A sitting at Python's prompt. One cell runs at a time; the others wait their turn."""

    def __init__(self, link: Link, setting: Setting) -> None:
        self._link = link
        self._setting = setting
        self._numbers = itertools.count(1)
        self._turn = asyncio.Lock()
        self._running: asyncio.Future[RunResult] | None = None
        self._stopping: asyncio.Future[None] | None = None
        self._lost: RunStatus | None = None
        """How it ended; None while it lives, or nobody has noticed."""
        self._stopped: Message | None = None
        """Why it was killed on purpose."""

    @classmethod
    async def start(cls, launcher: Launcher, setting: Setting) -> Self:
        """A new interpreter that knows nothing yet; it may print for ever, for it can be interrupted.

        Raises:
            GraderError: no worker could be had.
        """
        link = await launcher.spawn("interpreter", replace(setting.bounds, output=None))
        try:
            await begin(link, setting, None, leftover=None)
        except BaseException as error:
            link.abandon()
            if isinstance(error, WorkerGone):
                raise GraderError(Message("grader-host-lost")) from error
            raise
        return cls(link, setting)

    @property
    def alive(self) -> bool:
        """Whether it still holds what was defined, and takes more."""
        return self._lost is None and not self._link.exited.done()

    async def execute(self, code: str, on_event: Callable[[Event], None] | None = None) -> RunResult:
        """Runs a cell and prints the value of an expression at its end; without a deadline.

        Cancelling interrupts the cell, and what was defined stays.

        Args:
            code: the cell.
            on_event: takes what it prints and draws, as it comes, and then all names bound.

        Returns:
            How it ended. After the end of the interpreter itself that alone is told.
        """
        async with self._turn:
            if self._stopping is not None:
                await asyncio.wait([self._stopping])
            if not self.alive:
                self._link.close()
                message = Message("interpreter-lost")
                return RunResult(self._lost or "crashed", 0.0, self._setting.device, message=message)
            self._running = asyncio.ensure_future(self._run(code, Console(on_event)))
            try:
                return await asyncio.shield(self._running)
            except asyncio.CancelledError:
                self._stopping = asyncio.ensure_future(self.interrupt())
                await asyncio.shield(self._stopping)
                raise

    async def interrupt(self) -> None:
        """Raises KeyboardInterrupt in the cell that runs; kills it with everything if it does not obey in a second."""
        running = self._running
        if running is None:
            return
        for _ in range(TRIES):
            if running.done():
                return
            await self._link.interrupt()
            await asyncio.wait([running], timeout=BETWEEN_TRIES)
        if not running.done():
            await self._stop(Message("interpreter-killed"))

    async def close(self) -> None:
        """Ends it, with what runs in it."""
        await self._stop(Message("interpreter-lost"))

    async def _stop(self, why: Message) -> None:
        self._stopped, self._lost = why, "crashed"
        await self._link.end()
        if self._running is not None:
            await asyncio.wait([self._running])

    async def _run(self, code: str, console: Console) -> RunResult:
        """The end of a cell, whatever ends it."""
        started = time.monotonic()
        heard = Heard()
        try:
            end = await self._converse(code, console, heard)
        except (WorkerGone, WireError, WorkerFault) as error:
            end = await self._death(error)
        if not self.alive:
            self._lost = self._lost or end.status
        self._link.console = Console()
        return result_of(end, self._setting, heard, console, started)

    async def _converse(self, code: str, console: Console, heard: Heard) -> End:
        number = next(self._numbers)
        self._link.console = console
        self._link.program = f"cell {number}"
        defined = console.listener is not None
        answer, _ = await self._link.ask({"ask": "cell", "code": code, "number": number, "defined": defined})
        note_end(answer, heard)
        await self._link.settle()
        if heard.outcome != "exit":
            return end_of(heard, self._setting)
        await self._link.end()
        line = heard.error.line if heard.error else None
        return End("crashed", Message("interpreter-exited", {"line": line or 0}))

    async def _death(self, error: Exception) -> End:
        """What to say of an interpreter that did not answer."""
        code = await self._link.end()
        if self._stopped is not None:
            return End("crashed", self._stopped)
        if not isinstance(error, WorkerGone):
            return End("crashed", Message("grader-garbled"))
        if code >= 0 and not self._link.orphaned:
            return End("crashed", Message("interpreter-exited", {"line": self._link.running_line or 0}))
        try:
            return End(*death_words(self._link, code))
        except GraderError as fault:
            return End("grader_fault", fault.message)
