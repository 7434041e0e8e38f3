"""The app's side of one worker: questions and answers in lock-step, and what comes over the other channels."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from course.message import Message
from grader.allowance import Allowance
from grader.attention import Attention
from grader.bounds import Bounds, Excess
from grader.console import Console
from grader.errors import AnswerTooLarge, WireError, WorkerFault
from grader.wire import MAX_BODY, PREFIX, Header, decode_header, encode_head, prefix_lengths

MAX_EVENT = 1 << 20
PIECE = 1 << 20
"""Bytes of a large frame that are handed on at a time."""
MAX_FAULTS = 64 << 10


class WorkerGone(Exception):
    """The worker closed its channel before it answered."""

    def __init__(self, excess: Message | None = None) -> None:
        super().__init__(excess)
        self.excess = excess
        """What it took too much of, and was ended for; None for another end."""


@dataclass(frozen=True, slots=True)
class Reins:
    """What the app can ask of a worker's host."""

    kill: Callable[[], None]
    interrupt: Callable[[], Awaitable[None]]
    """Sends SIGINT."""
    watch: Callable[[bool], None]
    """Begins or ends to look whether the worker keeps its bounds."""
    condemn: Callable[[Excess], None]
    """Has the worker tell its running line and ends it."""


class FrameReader(asyncio.Protocol):
    """Takes the frames of an events pipe; what breaks the format ends the reading, for events are never trusted."""

    def __init__(self, take: Callable[[Header, bytes], None]) -> None:
        self._take = take
        self._data = bytearray()
        self._broken = False
        self.closed = asyncio.get_running_loop().create_future()

    def data_received(self, data: bytes) -> None:
        """Called by asyncio with what came."""
        if self._broken:
            return
        self._data += data
        try:
            self._frames()
        except (WireError, KeyError, TypeError, ValueError, OverflowError):
            self._broken = True
            self._data.clear()

    def connection_lost(self, _: Exception | None) -> None:
        """Called by asyncio at the end."""
        if not self.closed.done():
            self.closed.set_result(None)

    def _frames(self) -> None:
        start = 0
        while len(self._data) - start >= PREFIX.size:
            first = start + PREFIX.size
            head, body = prefix_lengths(bytes(self._data[start:first]), MAX_EVENT, MAX_EVENT)
            if len(self._data) < first + head + body:
                break
            self._take(
                decode_header(bytes(self._data[first : first + head])),
                bytes(self._data[first + head : first + head + body]),
            )
            start = first + head + body
        del self._data[:start]


class BytesReader(asyncio.Protocol):
    """Takes the bytes of a pipe as they come."""

    def __init__(self, take: Callable[[bytes], None]) -> None:
        self._take = take
        self.closed = asyncio.get_running_loop().create_future()

    def data_received(self, data: bytes) -> None:
        """Called by asyncio with what came."""
        self._take(data)

    def connection_lost(self, _: Exception | None) -> None:
        """Called by asyncio at the end."""
        if not self.closed.done():
            self.closed.set_result(None)


class Link:
    """A worker as the app sees it.

    Args:
        reins: what can be asked of its host.
        bounds: what it may take.
    """

    def __init__(self, reins: Reins, bounds: Bounds) -> None:
        self.console = Console()
        self.bounds = bounds
        self.exceeded: Excess | None = None
        """What it took too much of, and is ended for."""
        self.program = "main.py"
        """The name under which tracebacks know the program that runs."""
        self.exited: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        """The exit code, negative for a signal."""
        self.orphaned = False
        """Whether the worker ended because its host died."""
        self.busy: float | None = None
        """Seconds of processor time that the ended worker took; None where nobody counted."""
        self.ran = False
        """Whether the ended worker was about to compute when it was killed."""
        self._reins = reins
        self._attention = Attention(reins.watch)
        self._heard = 0
        """Bytes that were printed and drawn."""
        self._faults = b""
        self._transports: list[asyncio.BaseTransport] = []
        self._drained: list[asyncio.Future[None]] = []
        self._reader: asyncio.StreamReader
        self._writer: asyncio.StreamWriter

    async def open(self) -> tuple[int, int, int, int]:
        """Opens the channels; returns the worker's ends, which the caller hands over and closes."""
        loop = asyncio.get_running_loop()
        mine, theirs = socket.socketpair()
        self._reader, self._writer = await asyncio.open_connection(sock=mine)
        events = await self._pipe(loop, lambda: FrameReader(self._take_event))
        raw = await self._pipe(loop, lambda: BytesReader(self._take_raw))
        faults = await self._pipe(loop, lambda: BytesReader(self._take_faults))
        return theirs.detach(), events, raw, faults

    async def ask(
        self, header: Header, body: bytes = b"", allowance: Allowance | None = None
    ) -> tuple[Header, bytes]:
        """Sends a question and waits for its answer.

        Args:
            header: the question.
            body: its bytes.
            allowance: what there is room for; None where the worker can be trusted to keep within a frame.

        Raises:
            AnswerTooLarge: there was no room for the answer.
            WorkerGone: the worker ended instead.
            WorkerFault: the worker's own code failed.
            WireError: its answer breaks the format.
        """
        self._attention.busy()
        try:
            await self._send(header, body)
            prefix = await self._reader.readexactly(PREFIX.size)
            head_length, body_length = prefix_lengths(prefix, max_body=MAX_BODY)
            if allowance is not None and not allowance.admits(head_length, body_length):
                await self._pass_over(head_length + body_length)
                raise AnswerTooLarge
            answer = decode_header(await self._reader.readexactly(head_length))
            data = await self._reader.readexactly(body_length)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise WorkerGone(self.excess_words()) from error
        finally:
            self._attention.idle()
        if "fault" in answer:
            raise WorkerFault(str(answer["fault"]))
        return answer, data

    async def _send(self, header: Header, body: bytes) -> None:
        """Sends a frame in pieces, for what is not taken at once is copied."""
        self._writer.write(encode_head(header, len(body)))
        await self._writer.drain()
        for start in range(0, len(body), PIECE):
            self._writer.write(memoryview(body)[start : start + PIECE])
            await self._writer.drain()

    async def _pass_over(self, length: int) -> None:
        """Takes bytes and drops them."""
        while length:
            length -= len(await self._reader.readexactly(min(length, PIECE)))

    @property
    def running_line(self) -> int | None:
        """The program's line that ran when the worker crashed or came near its deadline."""
        place = rf'File "{re.escape(self.program)}", line (\d{{1,7}})\b'
        found = re.findall(place, self._faults.decode("utf-8", "replace"))
        return int(found[0]) if found else None

    def excess_words(self) -> Message | None:
        """What it took too much of, with the line that was running; None when it was not ended for that."""
        if self.exceeded is None:
            return None
        values = {"limit": getattr(self.bounds, self.exceeded), "line": self.running_line or 0}
        return Message(f"grader-excess-{self.exceeded}", values)

    async def interrupt(self) -> None:
        """Has SIGINT sent to the worker, which only an interpreter heeds; returns when it was sent."""
        await self._reins.interrupt()

    async def settle(self) -> None:
        """Takes what the worker printed before its last answer: it lies in the pipes, which hold less than one read."""
        for _ in range(3):
            await asyncio.sleep(0)

    async def mute(self) -> None:
        """Drops what is printed and drawn from now on: a program that saw hidden inputs can print them later, too."""
        await self.settle()
        self.console.muted = True

    async def end(self) -> int:
        """Kills the worker if it still runs, waits until it is gone and all it printed has come; its exit code."""
        if not self.exited.done() and self.exceeded is None:
            self._reins.kill()
        code = await asyncio.shield(self.exited)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.gather(*self._drained), 0.5)
        self.close()
        return code

    def abandon(self) -> None:
        """Kills the worker without waiting for it."""
        if not self.exited.done():
            self._reins.kill()
        self.close()

    def close(self) -> None:
        """Closes the app's ends."""
        self._attention.close()
        self._writer.close()
        for transport in self._transports:
            transport.close()

    def _take_event(self, header: Header, body: bytes) -> None:
        if self._has_room(len(body)):
            self.console.take(header, body)

    def _take_raw(self, data: bytes) -> None:
        if self._has_room(len(data)):
            self.console.take_raw(data)

    def _has_room(self, length: int) -> bool:
        """Whether so many more bytes may be printed; the first that may not are the worker's end."""
        self._heard += length
        if self.bounds.output is None or self._heard <= self.bounds.output << 20:
            return True
        if self.exceeded is None:
            self.exceeded = "output"
            self._reins.condemn("output")
        return False

    def _take_faults(self, data: bytes) -> None:
        if len(self._faults) < MAX_FAULTS:
            self._faults += data

    async def _pipe(
        self, loop: asyncio.AbstractEventLoop, make: Callable[[], FrameReader | BytesReader]
    ) -> int:
        mine, theirs = os.pipe()
        transport, protocol = await loop.connect_read_pipe(make, os.fdopen(mine, "rb", 0))
        self._transports.append(transport)
        self._drained.append(protocol.closed)
        return theirs
