"""One host process as the app sees it: its start, its control channel, its end."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from course.message import Message
from grader import control
from grader.endings import signal_name
from grader.errors import GraderUnavailable
from grader.link import Link
from grader.verdict import Isolation

Strategy = Literal["fork", "spare"]
Role = Literal["learner", "author", "judge", "devices", "interpreter", "assistant"]


@dataclass(frozen=True, slots=True)
class HostInfo:
    """What a host said of itself."""

    torch: str
    """The version of torch."""
    isolation: Isolation
    missing: tuple[Message, ...]
    """What this machine does not offer of the isolation wished."""
    accelerators: tuple[str, ...]
    """Kinds of accelerator that this build of torch knows."""


class HostProcess:
    """One host and the app's end of its control channel."""

    def __init__(
        self,
        strategy: Strategy,
        isolation: Isolation | None,
        scratch_root: Path,
        on_death: Callable[[], None],
    ) -> None:
        self._strategy = strategy
        self._isolation = isolation
        self._scratch = scratch_root
        self._on_death = on_death
        self._links: dict[int, Link] = {}
        self._inbox = control.Inbox()
        self._has_optimizers = False
        self._interrupts: deque[asyncio.Future[None]] = deque()
        loop = asyncio.get_running_loop()
        self.ready: asyncio.Future[HostInfo] = loop.create_future()
        self.dead = False
        self.used = False
        """Whether this spare process has become a worker, whose end is no accident."""
        self._channel, self._theirs = socket.socketpair()
        self._process: asyncio.subprocess.Process
        self._errors = b""

    async def start(self) -> None:
        """Starts the process; `ready` is fulfilled when it has imported torch."""
        environment = {key: value for key, value in os.environ.items() if key in _ENVIRONMENT_KEPT}
        environment |= {
            "OMP_NUM_THREADS": "1",
            "MKL_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "PYTHONHASHSEED": "0",
        }
        arguments = [
            str(self._theirs.fileno()),
            self._strategy,
            self._isolation or "auto",
            str(self._scratch),
        ]
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            "-m",
            "grader.host",
            *arguments,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            pass_fds=(self._theirs.fileno(),),
            start_new_session=True,
            env=environment,
        )
        self._theirs.close()
        asyncio.get_running_loop().add_reader(self._channel, self._receive)

    def spawn(
        self, number: int, role: Role, memory: int | None, link: Link, descriptors: tuple[int, ...]
    ) -> None:
        """Asks for a worker; its channels are closed by its end, whatever comes.

        Raises:
            OSError: the host is gone.
        """
        self._links[number] = link
        message = {"do": "spawn", "number": number, "role": role, "memory": memory}
        control.send(self._channel, message, descriptors)

    def import_optimizers(self) -> None:
        """Asks a warm host to import what optimisers need, once, before the workers that will use them."""
        if self._strategy == "fork" and not self._has_optimizers:
            self._has_optimizers = True
            with contextlib.suppress(OSError):
                control.send(self._channel, {"do": "import_optimizers"})

    def kill(self, number: int) -> None:
        """Asks for the end of a worker; a spare process is itself the worker."""
        if self._strategy == "spare":
            self._signal(signal.SIGKILL)
            return
        with contextlib.suppress(OSError):
            control.send(self._channel, {"do": "kill", "number": number})

    def interrupt(self, number: int) -> asyncio.Future[None]:
        """Asks for a SIGINT to a worker; fulfilled when it was sent, or there is nobody left to send it."""
        sent: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._interrupts.append(sent)
        try:
            if self._strategy == "spare":
                self._process.send_signal(signal.SIGINT)
                self._note_interrupt()
            else:
                control.send(self._channel, {"do": "interrupt", "number": number})
        except OSError:
            self._note_interrupt()
        return sent

    def _note_interrupt(self) -> None:
        """The oldest interrupt asked for has been sent: hosts answer in order."""
        if self._interrupts and not (sent := self._interrupts.popleft()).done():
            sent.set_result(None)

    async def stop(self) -> None:
        """Ends the process and all its workers."""
        self._channel.close() if self.dead else self._close()
        try:
            await asyncio.wait_for(self._process.wait(), 2.0)
        except TimeoutError:
            self._signal(signal.SIGKILL)
            await self._process.wait()
        self._bury_links(await self._exit_code())

    def _close(self) -> None:
        self.dead = True
        asyncio.get_running_loop().remove_reader(self._channel)
        self._channel.close()

    def _receive(self) -> None:
        try:
            messages = self._inbox.take(self._channel)
        except OSError:
            messages = None
        if messages is None:
            self._close()
            task = asyncio.ensure_future(self._report_death())
            task.add_done_callback(lambda done: done.exception())
            return
        for message, _ in messages:
            self._heed(message)

    def _heed(self, message: control.Message) -> None:
        if message["is"] == "ready" and not self.ready.done():
            self.ready.set_result(
                HostInfo(
                    message["torch"],
                    message["isolation"],
                    tuple(Message(key, values) for key, values in message["missing"]),
                    tuple(message["accelerators"]),
                )
            )
        elif message["is"] == "interrupted":
            self._note_interrupt()
        elif message["is"] == "exited":
            link = self._links.pop(message["number"], None)
            if link is not None and not link.exited.done():
                link.busy = message["busy"]
                link.exited.set_result(message["exit"])

    async def _report_death(self) -> None:
        """After the channel closed: a spare became a worker and ends with it; a warm host died."""
        code = await self._exit_code()
        if not self.ready.done():
            words = self._errors.decode("utf-8", "replace").strip().splitlines()
            why = signal_name(-code) if code < 0 else words[-1] if words else str(code)
            self.ready.set_exception(GraderUnavailable(Message("grader-host-died", {"why": why})))
            self.ready.exception()
        self._bury_links(code)
        if not self.used:
            self._on_death()

    async def _exit_code(self) -> int:
        assert self._process.stderr is not None
        self._errors += await self._process.stderr.read(64 << 10)
        return await self._process.wait()

    def _bury_links(self, code: int) -> None:
        for link in self._links.values():
            link.orphaned = self._strategy == "fork"
            if not link.exited.done():
                link.exited.set_result(code)
        self._links.clear()
        while self._interrupts:
            self._note_interrupt()

    def _signal(self, number: int) -> None:
        for send in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                send(self._process.pid, number)


_ENVIRONMENT_KEPT = {
    "PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES", "CUDA_HOME",
    "CUDA_DEVICE_ORDER", "NVIDIA_VISIBLE_DEVICES", "HIP_VISIBLE_DEVICES", "PYTORCH_ENABLE_MPS_FALLBACK", "SYSTEMROOT",
}  # fmt: skip
