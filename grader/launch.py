"""Starts host processes and asks them for workers: one warm host that forks, or spare processes used once each."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
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
from grader import control, scratch
from grader.errors import GraderUnavailable
from grader.link import Link
from grader.verdict import Isolation

Strategy = Literal["fork", "spare"]
Role = Literal["learner", "author", "judge", "assistant", "devices"]

START_SECONDS = 120.0
"""How long an import of torch may take before the host is given up."""
SPARES = 3
"""Spare processes kept waiting: a learner's, an author's and a judge's."""


@dataclass(frozen=True, slots=True)
class HostInfo:
    """What a host said of itself."""

    torch: str
    """The version of torch."""
    isolation: Isolation
    missing: tuple[str, ...]
    """What this machine does not offer of the isolation wished."""
    accelerators: tuple[str, ...]
    """Kinds of accelerator that this build of torch knows."""


def default_strategy() -> Strategy:
    """`fork` where a process that imported torch may be forked and waited for by descriptor; else `spare`."""
    return "fork" if sys.platform == "linux" and hasattr(os, "pidfd_open") else "spare"


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
                    tuple(message["missing"]),
                    tuple(message["accelerators"]),
                )
            )
        elif message["is"] == "exited":
            link = self._links.pop(message["number"], None)
            if link is not None and not link.exited.done():
                link.exited.set_result(message["exit"])

    async def _report_death(self) -> None:
        """After the channel closed: a spare became a worker and ends with it; a warm host died."""
        code = await self._exit_code()
        if not self.ready.done():
            words = self._errors.decode("utf-8", "replace").strip().splitlines()
            self.ready.set_exception(
                GraderUnavailable(Message("grader-host-died", {"why": words[-1] if words else str(code)}))
            )
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

    def _signal(self, number: int) -> None:
        for send in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                send(self._process.pid, number)


_ENVIRONMENT_KEPT = {
    "PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES", "CUDA_HOME",
    "CUDA_DEVICE_ORDER", "NVIDIA_VISIBLE_DEVICES", "HIP_VISIBLE_DEVICES", "PYTORCH_ENABLE_MPS_FALLBACK", "SYSTEMROOT",
}  # fmt: skip


class Launcher:
    """Gives workers, and a new host when one died."""

    def __init__(self, strategy: Strategy | None, isolation: Isolation | None) -> None:
        self.strategy: Strategy = strategy or default_strategy()
        self._isolation = isolation
        self._numbers = itertools.count(1)
        self._hosts: deque[HostProcess] = deque()
        self._used: set[HostProcess] = set()
        self._closed = False
        self._scratch: Path | None = None
        self.on_death: Callable[[], None] = lambda: None

    async def start(self) -> None:
        """Starts the host, or the spares, without waiting for torch."""
        if self._scratch is None:
            self._scratch = await asyncio.to_thread(scratch.make_root)
        wanted = 1 if self.strategy == "fork" else SPARES
        while len(self._hosts) < wanted and not self._closed:
            host = HostProcess(self.strategy, self._isolation, self._scratch, self._note_death)
            self._hosts.append(host)
            await host.start()

    async def ready(self) -> HostInfo:
        """Waits until a worker could be given.

        Raises:
            GraderUnavailable: the host cannot start.
        """
        await self._revive()
        if not self._hosts:
            raise GraderUnavailable(Message("grader-closed"))
        try:
            return await asyncio.wait_for(asyncio.shield(self._hosts[0].ready), START_SECONDS)
        except TimeoutError as error:
            raise GraderUnavailable(Message("grader-host-slow", {"seconds": START_SECONDS})) from error

    async def spawn(self, role: Role, memory: int | None = None) -> Link:
        """A new worker, ready to be asked.

        Args:
            role: what it is for.
            memory: MiB of addresses beyond an idle worker; None for no bound.

        Raises:
            GraderUnavailable: no host can be started.
        """
        for attempt in (1, 2):
            await self.ready()
            host = self._hosts[0]
            if self.strategy == "spare":
                self._hosts.popleft()
                self._used.add(host)
                host.used = True
            try:
                return await self._spawn_from(host, role, memory)
            except OSError:
                host.dead = True
                if attempt == 2:
                    raise
        raise AssertionError("unreachable")

    async def import_optimizers(self) -> None:
        """Makes workers given from now on quick to use an optimiser."""
        await self.ready()
        self._hosts[0].import_optimizers()

    async def close(self) -> None:
        """Ends every process and removes the scratch directories."""
        self._closed = True
        await asyncio.gather(*(host.stop() for host in [*self._hosts, *self._used]), return_exceptions=True)
        self._hosts.clear()
        self._used.clear()
        if self._scratch is not None:
            await asyncio.to_thread(scratch.remove, self._scratch)

    async def _spawn_from(self, host: HostProcess, role: Role, memory: int | None) -> Link:
        number = next(self._numbers)
        link = Link(lambda: host.kill(number))
        descriptors = await link.open()
        try:
            host.spawn(number, role, memory, link, descriptors)
        except OSError:
            link.close()
            raise
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        if self.strategy == "spare":
            link.exited.add_done_callback(lambda _: self._used.discard(host))
            await self.start()
        return link

    async def _revive(self) -> None:
        """Replaces hosts that died; one that cannot even start is kept, to tell why."""
        for host in list(self._hosts):
            if host.dead and host.ready.done() and host.ready.exception() is None:
                self._hosts.remove(host)
        await self.start()

    def _note_death(self) -> None:
        if not self._closed:
            self.on_death()
