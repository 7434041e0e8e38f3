"""The host: imports torch once and turns into, or forks, workers on request. Computes nothing, holds no secret.

Run as `python -I -m grader.host DESCRIPTOR STRATEGY ISOLATION SCRATCH`, where DESCRIPTOR is its end of the control
channel, ISOLATION a level or `auto`, and SCRATCH a directory for the workers' own directories.
Strategy `fork` serves any number of workers; `spare` becomes the one worker it is asked for, for systems on which a
process that imported torch cannot be forked. The host never reads what flows between app and workers: it only hands
the descriptors on.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import os
import selectors
import signal
import socket
import sys
import tempfile
import traceback
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, NoReturn, cast

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before torch, or every forked child hangs in libgomp
gc.disable()  # a collection writes to every page, and then the workers share none of them

import torch

from grader import control, sandbox, scratch
from grader import worker as learner
from grader.sandbox import limits
from grader.verdict import Isolation
from grader.worker import Descriptors

LEARNERS = ("learner", "interpreter")
"""The roles that run a learner's code."""
STEP_BACK = 5
"""How much less of a busy machine a learner's code gets than the app, which must answer to keys meanwhile."""
MAX_GENERATIONS = 1_000
"""How long a chain of processes, each the child of the one before, is followed at once."""


@dataclass(frozen=True, slots=True)
class _Child:
    number: int
    """The app's number for the worker."""
    pid: int
    pidfd: int
    scratch: Path


class Host:
    """Serves one control channel until it closes."""

    def __init__(
        self, channel: socket.socket, strategy: str, isolation: Isolation | None, scratch_root: Path
    ) -> None:
        self._channel = channel
        self._strategy = strategy
        self._inbox = control.Inbox()
        self._children: dict[int, _Child] = {}
        self._selector = selectors.DefaultSelector()
        self._selector.register(channel, selectors.EVENT_READ, None)
        self._scratch_root = scratch_root
        self._sandbox = sandbox.prepare(scratch_root, isolation)

    def serve(self) -> None:
        """Answers until the app closes the channel; then kills every worker."""
        self._tell(
            {
                "is": "ready",
                "torch": torch.__version__.split("+")[0],
                "isolation": self._sandbox.isolation,
                "missing": [(lack.key, lack.values) for lack in self._sandbox.missing],
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
        for key, _ in self._selector.select():
            if key.data is not None:
                self._bury(key.data)
                continue
            messages = self._inbox.take(self._channel)
            if messages is None:
                return False
            for message, descriptors in messages:
                self._obey(message, descriptors)
        return True

    def _obey(self, message: control.Message, descriptors: list[int]) -> None:
        if message["do"] == "spawn":
            self._spawn(message, Descriptors(*descriptors))
        elif message["do"] == "kill":
            self._kill(message["number"])
        elif message["do"] == "interrupt":
            self._interrupt(message["number"])
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
        child = _Child(message["number"], pid, os.pidfd_open(pid), directory)
        self._children[child.number] = child
        self._selector.register(child.pidfd, selectors.EVENT_READ, child)
        self._tell({"is": "spawned", "number": child.number, "pid": pid})

    def _kill(self, number: int) -> None:
        child = self._children.get(number)
        if child is None:
            return
        for send in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                send(child.pid, signal.SIGKILL)

    def _interrupt(self, number: int) -> None:
        """Sends SIGINT to a worker; only a child of this process has a number."""
        child = self._children.get(number)
        if child is not None:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(child.pidfd, signal.SIGINT)
        self._tell({"is": "interrupted", "number": number})

    def _bury(self, child: _Child) -> None:
        """Reaps an ended worker, ends whatever it left behind and reports."""
        _, status, used = os.wait4(child.pid, 0)
        self._selector.unregister(child.pidfd)
        os.close(child.pidfd)
        del self._children[child.number]
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
        self._end_orphans()
        scratch.remove(child.scratch)
        code = os.waitstatus_to_exitcode(status)
        busy = used.ru_utime + used.ru_stime
        self._tell({"is": "exited", "number": child.number, "exit": code, "busy": busy})

    def _end_orphans(self) -> None:
        """Kills and reaps what dead workers left: as their subreaper this process is now the parent.

        The children of an orphan become this process's own only when the orphan is reaped, hence the rounds.
        """
        known = {child.pid for child in self._children.values()}
        for _ in range(MAX_GENERATIONS):
            orphans = _own_children() - known
            if not orphans:
                return
            for pid in orphans:
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(pid, signal.SIGKILL)
            for pid in orphans:
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(pid, 0)

    def _tell(self, message: control.Message) -> None:
        with contextlib.suppress(OSError):
            control.send(self._channel, message)


def become(
    message: control.Message, descriptors: Descriptors, box: sandbox.Sandbox, directory: Path
) -> NoReturn:
    """Turns this process into a worker; never returns, whatever happens, for it may be a fork of the host.

    Args:
        message: `role` (one of `Role` in `grader.hosts`) and `memory` (MiB or None).
        descriptors: the worker's channels.
        box: the confinement to enter.
        directory: the worker's own, to write in.
    """
    try:
        with contextlib.suppress(OSError):
            os.setsid()
        kept = _standard_streams(descriptors)
        gc.set_threshold(100_000, 50, 100)
        gc.enable()
        _close_all_but(0, 1, 2, *astuple(kept), *box.descriptors)
        if message["role"] in LEARNERS:
            os.nice(STEP_BACK)
        main = _program(message["role"])
        if message["role"] != "devices":
            box.enter(directory, message["memory"])
        main(kept)
    except BaseException:
        with contextlib.suppress(OSError):
            os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(70)


def _program(role: str) -> Any:
    """The program of a role; all but the learner's are imported in their own process alone."""
    if role == "author":
        from grader import author

        return author.main
    if role == "judge":
        from grader import judge

        return judge.main
    if role == "assistant":
        from grader import assistant

        return assistant.main
    if role == "devices":
        from grader import devices

        return devices.main
    if role == "interpreter":
        from grader import cells

        return cells.main
    return learner.main


def _standard_streams(descriptors: Descriptors) -> Descriptors:
    """Gives the process its three streams; the channels move to numbers above them."""
    kept = Descriptors(
        *(fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10) for descriptor in astuple(descriptors))
    )
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(kept.raw, 1)
    os.dup2(kept.raw, 2)
    return kept


def _close_all_but(*kept: int) -> None:
    low = 0
    for descriptor in [*sorted(kept), os.sysconf("SC_OPEN_MAX")]:
        if low < descriptor:  # an empty range from 0 makes CPython close everything
            os.closerange(low, descriptor)
        low = descriptor + 1


def _own_children() -> set[int]:
    try:
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_bytes()
        return {int(pid) for pid in children.split()}
    except OSError:
        return set()


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
    wanted = cast("Isolation | None", None if isolation == "auto" else isolation)
    Host(channel, strategy, wanted, Path(scratch_root)).serve()


if __name__ == "__main__":
    main()
