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

import psutil

from course.message import Message
from grader import control
from grader.bounds import Bounds, Excess
from grader.endings import signal_name
from grader.errors import HostDied
from grader.link import Link, Reins
from grader.sandbox import bubblewrap
from grader.sandbox.levels import Confinement
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
        confinement: Confinement,
        scratch_root: Path,
        on_death: Callable[[], None],
    ) -> None:
        self._strategy = strategy
        self._confinement = confinement
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
        """Starts the process; `ready` is fulfilled when it has imported torch.

        Raises:
            HostDied: the system starts no process.
        """
        environment = {key: value for key, value in os.environ.items() if key in _ENVIRONMENT_KEPT}
        environment |= {
            "OMP_NUM_THREADS": "1",
            "MKL_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "PYTHONHASHSEED": "0",
            "TMPDIR": str(self._scratch),  # `torch._dynamo` makes a directory there
        }
        arguments = [
            str(self._theirs.fileno()),
            self._strategy,
            self._confinement.isolation,
            str(self._scratch),
        ]
        try:
            self._process = await asyncio.create_subprocess_exec(
                *self._confinement.prefix(self._scratch, forks=self._strategy == "fork"),
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
        except OSError as error:
            self._channel.close()
            raise self._fail(str(error)) from error
        finally:
            self._theirs.close()
        asyncio.get_running_loop().add_reader(self._channel, self._receive)

    def spawn(
        self, number: int, role: Role, bounds: Bounds, link: Link, descriptors: tuple[int, ...]
    ) -> None:
        """Asks for a worker; its channels are closed by its end, whatever comes.

        Raises:
            OSError: the host is gone.
        """
        self._links[number] = link
        message = {"do": "spawn", "number": number, "role": role, "bounds": bounds.as_data()}
        control.send(self._channel, message, descriptors)

    def import_optimizers(self) -> None:
        """Asks a warm host to import what optimisers need, once, before the workers that will use them."""
        if self._strategy == "fork" and not self._has_optimizers:
            self._has_optimizers = True
            with contextlib.suppress(OSError):
                control.send(self._channel, {"do": "import_optimizers"})

    def reins(self, number: int) -> Reins:
        """What can be asked about a worker."""
        return Reins(
            lambda: self._kill(number),
            lambda: self._interrupt(number),
            lambda begin: self._watch(number, begin=begin),
            lambda what: self._condemn(number, what),
        )

    def _watch(self, number: int, *, begin: bool) -> None:
        """Asks to look at a worker, or not to; nobody looks at a spare process."""
        if self._strategy == "fork" and not self.dead:
            with contextlib.suppress(OSError):
                control.send(self._channel, {"do": "watch", "number": number, "begin": begin})

    def _condemn(self, number: int, what: Excess) -> None:
        """Asks for the end of a worker that takes too much, after its last words."""
        if self._strategy == "spare":
            self._kill(number)
            return
        with contextlib.suppress(OSError):
            control.send(self._channel, {"do": "condemn", "number": number, "what": what})

    def _kill(self, number: int) -> None:
        """Asks for the end of a worker; a spare process is itself the worker."""
        if self._strategy == "spare" and self._confinement.isolation == "bubblewrap":
            with contextlib.suppress(
                psutil.Error, ValueError
            ):  # it has ended, and bubblewrap is about to tell how
                self._innermost().kill()
            return
        if self._strategy == "spare":
            self._signal(signal.SIGKILL)
            return
        with contextlib.suppress(OSError):
            control.send(self._channel, {"do": "kill", "number": number})

    def _interrupt(self, number: int) -> asyncio.Future[None]:
        """Asks for a SIGINT to a worker; fulfilled when it was sent, or there is nobody left to send it."""
        sent: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._interrupts.append(sent)
        try:
            if self._strategy == "spare":
                self._innermost().send_signal(signal.SIGINT)
                self._note_interrupt()
            else:
                control.send(self._channel, {"do": "interrupt", "number": number})
        except (OSError, psutil.Error):
            self._note_interrupt()
        return sent

    def _innermost(self) -> psutil.Process:
        """The process that a spare is, be it started inside another that waits for it."""
        process = psutil.Process(self._process.pid)
        while self._confinement.isolation == "bubblewrap" and process.name() == bubblewrap.PROGRAM:
            (process,) = process.children()
        return process

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
                    self._confinement.isolation,
                    self._missing(),
                    tuple(message["accelerators"]),
                )
            )
        elif message["is"] == "interrupted":
            self._note_interrupt()
        elif message["is"] == "exceeded":
            link = self._links.get(message["number"])
            if link is not None:
                link.exceeded = message["what"]
        elif message["is"] == "exited":
            link = self._links.pop(message["number"], None)
            if link is not None and not link.exited.done():
                link.busy, link.ran = message["busy"], message["ran"]
                link.exited.set_result(message["exit"])

    def _missing(self) -> tuple[Message, ...]:
        """What this machine does not offer; nobody looks at what a spare process takes."""
        lacks = self._confinement.missing
        return lacks if self._strategy == "fork" else (*lacks, Message("sandbox-unwatched"))

    async def _report_death(self) -> None:
        """After the channel closed: a spare became a worker and ends with it; a warm host died."""
        code = await self._exit_code()
        if not self.ready.done():
            words = self._errors.decode("utf-8", "replace").strip().splitlines()
            self._fail(signal_name(-code) if code < 0 else words[-1] if words else str(code))
        self._bury_links(code)
        if not self.used and self.ready.exception() is None:
            self._on_death()

    def _fail(self, why: str) -> HostDied:
        """Tells those who wait for this host, if there are any, why it does not start."""
        failure = HostDied(Message("grader-host-died", {"why": why}))
        self.dead = True
        self.ready.set_exception(failure)
        self.ready.exception()
        return failure

    async def _exit_code(self) -> int:
        assert self._process.stderr is not None
        self._errors += await self._process.stderr.read(64 << 10)
        code = await self._process.wait()
        is_told = self._confinement.isolation == "bubblewrap" and code > _BY_SIGNAL
        return _BY_SIGNAL - code if is_told else code

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


_BY_SIGNAL = 128
"""Exit codes above it are how bubblewrap tells of the signal that killed what it had started."""
_ENVIRONMENT_KEPT = {
    "PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES", "CUDA_HOME",
    "CUDA_DEVICE_ORDER", "NVIDIA_VISIBLE_DEVICES", "HIP_VISIBLE_DEVICES", "PYTORCH_ENABLE_MPS_FALLBACK", "SYSTEMROOT",
}  # fmt: skip
