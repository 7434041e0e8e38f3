"""The host: imports torch once and turns into, or forks, workers on request. Computes nothing, holds no secret.

Run as `python -I -m grader.host DESCRIPTOR STRATEGY ISOLATION SCRATCH`, where DESCRIPTOR is its end of the control
channel, ISOLATION a level, and SCRATCH a directory for the workers' own directories.
Strategy `fork` serves any number of workers; `spare` becomes the one worker it is asked for, for systems on which a
process that imported torch cannot be forked. The host never reads what flows between app and workers: it only hands
the descriptors on.
"""

from __future__ import annotations

import contextlib
import gc
import os
import selectors
import signal
import socket
import sys
import tempfile
import time
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, cast

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before torch, or every forked child hangs in libgomp
gc.disable()  # a collection writes to every page, and then the workers share none of them

import torch

from grader import control, family, sandbox, scratch
from grader.bounds import Bounds, Excess
from grader.entry import become
from grader.sandbox import limits
from grader.verdict import Isolation
from grader.watching import Watch, Watched
from grader.worker import LINE_SIGNAL, Descriptors

MAX_GENERATIONS = 1_000
"""How often what dead workers left is looked for; what an orphan leaves is seen only when the orphan is gone."""
LAST_WORDS = 0.05
"""Seconds that a worker has to tell its running line before it is killed for an excess."""


@dataclass(frozen=True, slots=True)
class _Child:
    number: int
    """The app's number for the worker."""
    pid: int
    pidfd: int
    scratch: Path
    bounds: Bounds


class Host:
    """Serves one control channel until it closes."""

    def __init__(
        self, channel: socket.socket, strategy: str, isolation: Isolation, scratch_root: Path
    ) -> None:
        self._channel = channel
        self._strategy = strategy
        self._inbox = control.Inbox()
        self._children: dict[int, _Child] = {}
        self._selector = selectors.DefaultSelector()
        self._selector.register(channel, selectors.EVENT_READ, None)
        self._scratch_root = scratch_root
        self._sandbox = sandbox.prepare(scratch_root, isolation)
        self._watch = Watch()
        self._condemned: dict[int, float] = {}
        """Workers that are stopped, and when they are to be killed."""
        self._running: set[int] = set()
        """Workers that did not wait when they were to be killed."""

    def serve(self) -> None:
        """Answers until the app closes the channel; then kills every worker."""
        self._tell(
            {
                "is": "ready",
                "torch": torch.__version__.split("+")[0],
                "accelerators": [name for name in ("cuda", "mps") if _is_built(name)],
            }
        )
        try:
            while self._step():
                pass
        finally:
            for child in list(self._children.values()):
                self._kill(child.number)
                self._bury(child)
            if self._strategy == "fork":
                scratch.remove(self._scratch_root)

    def _step(self) -> bool:
        for key, _ in self._selector.select(self._timeout()):
            if key.data is not None:
                self._bury(key.data)
                continue
            messages = self._inbox.take(self._channel)
            if messages is None:
                return False
            for message, descriptors in messages:
                self._obey(message, descriptors)
        self._look()
        for number in [number for number, when in self._condemned.items() if when <= time.monotonic()]:
            self._kill(number)
        return True

    def _look(self) -> None:
        """Looks at those who run for long, when it is time; nothing of theirs can have become this process's child."""
        if self._watch.timeout == 0.0:
            self._end_orphans()
        for number, what in self._watch.look():
            self._condemn(number, what)

    def _timeout(self) -> float | None:
        """How long there is nothing to do unless something comes; None for as long as that."""
        waits = [max(0.0, when - time.monotonic()) for when in self._condemned.values()]
        looking = self._watch.timeout
        return min(waits if looking is None else [*waits, looking], default=None)

    def _obey(self, message: control.Message, descriptors: list[int]) -> None:
        if message["do"] == "spawn":
            self._spawn(message, Descriptors(*descriptors))
        elif message["do"] == "kill":
            self._kill(message["number"])
        elif message["do"] == "interrupt":
            self._interrupt(message["number"])
        elif message["do"] == "watch":
            self._look_at(message["number"], begin=message["begin"])
        elif message["do"] == "condemn":
            self._condemn(message["number"], message["what"])
        elif message["do"] == "import_optimizers":
            _import_optimizers()

    def _spawn(self, message: control.Message, descriptors: Descriptors) -> None:
        directory = Path(tempfile.mkdtemp(dir=self._scratch_root))
        if self._strategy == "spare":
            become(message, descriptors, self._sandbox, directory)
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            limits.die_with_parent(parent)
            become(message, descriptors, self._sandbox, directory)
        for descriptor in astuple(descriptors):
            os.close(descriptor)
        bounds = Bounds(**message["bounds"])
        child = _Child(message["number"], pid, os.pidfd_open(pid), directory, bounds)
        self._children[child.number] = child
        self._selector.register(child.pidfd, selectors.EVENT_READ, child)
        self._tell({"is": "spawned", "number": child.number, "pid": pid})

    def _look_at(self, number: int, *, begin: bool) -> None:
        child = self._children.get(number)
        if begin and child is not None and number not in self._condemned:
            self._watch.begin(number, Watched(child.pid, child.scratch, child.bounds))
        else:
            self._watch.end(number)

    def _condemn(self, number: int, what: Excess) -> None:
        """Stops what a worker started, has it tell its running line, and kills it soon."""
        child = self._children.get(number)
        if child is None or number in self._condemned:
            return
        self._watch.end(number)
        self._tell({"is": "exceeded", "number": number, "what": what})
        self._condemned[number] = time.monotonic() + LAST_WORDS
        family.stop(child.pid)
        family.send(child.pid, LINE_SIGNAL)
        family.send(child.pid, signal.SIGCONT)

    def _kill(self, number: int) -> None:
        child = self._children.get(number)
        self._condemned.pop(number, None)
        if child is not None:
            if family.runs(child.pid):
                self._running.add(number)
            family.end(child.pid)

    def _interrupt(self, number: int) -> None:
        """Sends SIGINT to a worker; only a child of this process has a number."""
        child = self._children.get(number)
        if child is not None:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(child.pidfd, signal.SIGINT)
        self._tell({"is": "interrupted", "number": number})

    def _bury(self, child: _Child) -> None:
        """Reaps an ended worker, ends whatever it left behind and reports."""
        family.send_to_group(child.pid, signal.SIGKILL)
        _, status, used = os.wait4(child.pid, 0)
        self._selector.unregister(child.pidfd)
        os.close(child.pidfd)
        del self._children[child.number]
        self._watch.end(child.number)
        self._condemned.pop(child.number, None)
        self._end_orphans()
        scratch.remove(child.scratch)
        code = os.waitstatus_to_exitcode(status)
        busy = used.ru_utime + used.ru_stime
        ran = child.number in self._running
        self._running.discard(child.number)
        self._tell({"is": "exited", "number": child.number, "exit": code, "busy": busy, "ran": ran})

    def _end_orphans(self) -> None:
        """Kills and reaps what dead workers left: as their subreaper this process is now the parent."""
        known = {child.pid for child in self._children.values()}
        for _ in range(MAX_GENERATIONS):
            orphans = set(family.children(os.getpid())) - known
            if not orphans:
                return
            for pid in orphans:
                family.end(pid)
            for pid in orphans:
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(pid, 0)

    def _tell(self, message: control.Message) -> None:
        with contextlib.suppress(OSError):
            control.send(self._channel, message)


def _import_optimizers() -> None:
    """The first optimiser's first step imports `torch._dynamo`: 1.1 s and 70 MB, paid by every fork if not here."""
    import torch._dynamo  # noqa: F401

    gc.freeze()


def _is_built(accelerator: str) -> bool:
    backends: Any = torch.backends
    return bool(getattr(backends, accelerator).is_built())


def main() -> None:
    """Entry point of the process."""
    descriptor, strategy, isolation, scratch_root = sys.argv[1:]
    parent = os.getppid()
    channel = socket.socket(fileno=int(descriptor))
    channel.set_inheritable(False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if strategy == "spare":
        limits.die_with_parent(parent)
    limits.adopt_orphans()
    gc.freeze()
    Host(channel, strategy, cast("Isolation", isolation), Path(scratch_root)).serve()


if __name__ == "__main__":
    main()
