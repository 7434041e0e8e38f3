"""Gives workers: starts the hosts they come from, one warm host that forks or spare processes used once each."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import sys
from collections import deque
from collections.abc import Callable
from pathlib import Path

from course.message import Message
from grader import scratch
from grader.bounds import UNBOUNDED, Bounds
from grader.errors import GraderUnavailable, HostDied
from grader.hosts import HostInfo, HostProcess, Role, Strategy
from grader.link import Link
from grader.sandbox import levels
from grader.sandbox.levels import Confinement
from grader.verdict import Isolation

START_SECONDS = 120.0
"""How long an import of torch may take before the host is given up."""
SPARES = 3
"""Spare processes kept waiting: a learner's, an author's and a judge's."""


def default_strategy() -> Strategy:
    """`fork` where a process that imported torch may be forked and waited for by descriptor; else `spare`."""
    return "fork" if sys.platform == "linux" and hasattr(os, "pidfd_open") else "spare"


class Launcher:
    """Gives workers, and a new host when one died."""

    def __init__(self, strategy: Strategy | None, isolation: Isolation | None) -> None:
        self.strategy: Strategy = strategy or default_strategy()
        self._isolation = isolation
        self._confinement: Confinement | None = None
        self._numbers = itertools.count(1)
        self._hosts: deque[HostProcess] = deque()
        self._used: set[HostProcess] = set()
        self._closed = False
        self._scratch: Path | None = None
        self.on_death: Callable[[], None] = lambda: None
        """Called when a host dies that had started."""

    async def start(self) -> None:
        """Starts the host, or the spares, without waiting for torch.

        Raises:
            GraderUnavailable: the confinement asked for cannot be had here, or no process can be started.
        """
        if self._scratch is None:
            self._scratch = await asyncio.to_thread(scratch.make_root)
        if self._confinement is None:
            self._confinement = await asyncio.to_thread(levels.choose, self._isolation)
        wanted = 1 if self.strategy == "fork" else SPARES
        while len(self._hosts) < wanted and not self._closed:
            host = HostProcess(self.strategy, self._confinement, self._scratch, self._note_death)
            self._hosts.append(host)
            try:
                await asyncio.shield(host.start())  # half started it would be waited for in vain
            except HostDied:
                self._drop_dead()
                raise

    async def ready(self) -> HostInfo:
        """Waits until a worker could be given; hosts that died at their start are replaced, their successors not.

        Raises:
            GraderUnavailable: the host cannot start.
        """
        for _ in range(len(self._hosts)):
            with contextlib.suppress(HostDied):
                return await self._first_ready()
        return await self._first_ready()

    async def _first_ready(self) -> HostInfo:
        await self._revive()
        if not self._hosts:
            raise GraderUnavailable(Message("grader-closed"))
        try:
            return await asyncio.wait_for(asyncio.shield(self._hosts[0].ready), START_SECONDS)
        except TimeoutError as error:
            raise GraderUnavailable(Message("grader-host-slow", {"seconds": START_SECONDS})) from error

    async def spawn(self, role: Role, bounds: Bounds = UNBOUNDED) -> Link:
        """A new worker, ready to be asked.

        Args:
            role: what it is for.
            bounds: what it may take.

        Raises:
            GraderUnavailable: no host can be started.
        """
        for attempt in (1, 2):
            host = await self._next_host()
            if self.strategy == "spare":
                self._hosts.popleft()
                self._used.add(host)
                host.used = True
            try:
                return await self._spawn_from(host, role, bounds)
            except OSError:
                host.dead = True
                if attempt == 2:
                    raise
        raise AssertionError("unreachable")

    async def _next_host(self) -> HostProcess:
        """The host that gives the next worker; of those who waited for a spare one, others may have taken it."""
        await self.ready()
        while not self._hosts:
            await self.ready()
        return self._hosts[0]

    async def import_optimizers(self) -> None:
        """Makes workers given from now on quick to use an optimiser."""
        (await self._next_host()).import_optimizers()

    async def close(self) -> None:
        """Ends every process and removes the scratch directories."""
        self._closed = True
        await asyncio.gather(*(host.stop() for host in [*self._hosts, *self._used]), return_exceptions=True)
        self._hosts.clear()
        self._used.clear()
        if self._scratch is not None:
            await asyncio.to_thread(scratch.remove, self._scratch)

    async def _spawn_from(self, host: HostProcess, role: Role, bounds: Bounds) -> Link:
        number = next(self._numbers)
        link = Link(host.reins(number), bounds)
        descriptors = await link.open()
        try:
            host.spawn(number, role, bounds, link, descriptors)
        except OSError:
            link.close()
            raise
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        if self.strategy == "spare":
            link.exited.add_done_callback(lambda _: self._used.discard(host))
            with contextlib.suppress(HostDied):  # told to those who find no spare left
                await self.start()
        return link

    async def _revive(self) -> None:
        """Replaces hosts that died."""
        self._drop_dead()
        await self.start()

    def _drop_dead(self) -> None:
        self._hosts = deque(host for host in self._hosts if not (host.dead and host.ready.done()))

    def _note_death(self) -> None:
        if not self._closed:
            self.on_death()
