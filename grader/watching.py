"""Looks from time to time whether workers keep bounds that no kernel keeps: those of a worker with all it started.

Lives in the host, which is the parent of the workers and may be in a namespace of its own. The app says whom to look
at, once a question has lasted a while, so that a short run costs nothing.
"""

from __future__ import annotations

import contextlib
import os
import signal
import stat
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from grader import family
from grader.bounds import Bounds, Excess

EVERY = 0.05
"""Seconds between two looks."""
LONGEST = 1.0
"""Seconds between two looks that take long."""
SHARE = 4
"""How many times as long as a look the pause after it is, at least."""
MAX_ENTRIES = 20_000
"""Files and directories of one worker; more are an excess, for each costs as much as a small file."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A worker that is looked at."""

    pid: int
    scratch: Path
    bounds: Bounds


class Watch:
    """The workers that are looked at now."""

    def __init__(self) -> None:
        self._watched: dict[int, Watched] = {}
        self._next = 0.0

    def begin(self, number: int, worker: Watched) -> None:
        """Begins to look at a worker."""
        if worker.bounds.watched:
            self._watched[number] = worker

    def end(self, number: int) -> None:
        """Looks at a worker no more."""
        self._watched.pop(number, None)

    @property
    def timeout(self) -> float | None:
        """Seconds until the next look; None while there is nobody to look at."""
        return max(0.0, self._next - time.monotonic()) if self._watched else None

    def look(self) -> list[tuple[int, Excess]]:
        """Who took too much, and of what; nobody before it is time to look."""
        started = time.monotonic()
        if not self._watched or started < self._next:
            return []
        found = [(number, excess(worker)) for number, worker in self._watched.items()]
        ended = time.monotonic()
        self._next = ended + max(EVERY, min(LONGEST, SHARE * (ended - started)))
        return [(number, what) for number, what in found if what is not None]


def excess(worker: Watched) -> Excess | None:
    """What a worker and all that it started take too much of; None when they keep their bounds."""
    bounds = worker.bounds
    pids = family.members(worker.pid, bounds.processes)
    if bounds.processes is not None and len(pids) > bounds.processes:
        return "processes"
    if bounds.threads is not None and sum(map(_threads, pids)) > bounds.threads:
        return "threads"
    if bounds.memory is not None and _exceeds(worker.pid, pids, bounds.memory << 20):
        return "memory"
    if bounds.scratch is not None and _stored(worker.scratch, pids) > bounds.scratch << 20:
        return "scratch"
    return None


def _exceeds(worker: int, pids: list[int], memory: int) -> bool:
    """Whether processes take more bytes than an idle worker and `memory`; what they share counts once.

    To know what is shared, they are stopped, and stay so if they take too much: the kernel does not tell of a process
    while it forks, and one that always does would have us wait for ever.
    """
    idle = _resident(os.getpid())
    if sum(max(0, _resident(pid) - idle) for pid in pids) <= memory:
        return False
    stopped = family.stop(worker)
    if sum(map(_proportional, stopped)) > memory + idle:
        return True
    for pid in stopped:
        family.send(pid, signal.SIGCONT)
    return False


def _threads(pid: int) -> int:
    """How many threads a process has."""
    return _figures(Path(f"/proc/{pid}/status"), (b"Threads:",))


def _resident(pid: int) -> int:
    """Bytes of a process that no file stands behind, those that it shares among them."""
    return _figures(Path(f"/proc/{pid}/status"), (b"RssAnon:", b"RssShmem:")) << 10


def _proportional(pid: int) -> int:
    """The same bytes, each shared one divided by those who share it; slow to learn: 15 ms for 200 MB."""
    shared = _figures(Path(f"/proc/{pid}/smaps_rollup"), (b"Pss_Anon:", b"Pss_Shmem:"))
    return shared << 10 if shared else _resident(pid)


def _figures(file: Path, keys: Iterable[bytes]) -> int:
    """The sum of what some lines tell; 0 for a process that is gone."""
    total = 0
    with contextlib.suppress(OSError):
        for line in file.read_bytes().splitlines():
            if line.startswith(tuple(keys)):
                total += int(line.split()[1])
    return total


def _stored(scratch: Path, pids: list[int]) -> int:
    """Bytes on disk below a directory and of deleted files that are still open."""
    kept, entries = 0, 0
    waiting = [str(scratch)]
    try:
        while waiting and entries <= MAX_ENTRIES:
            with os.scandir(waiting.pop()) as found:
                for entry in found:
                    entries += 1
                    kept += entry.stat(follow_symlinks=False).st_blocks * 512
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
    except FileNotFoundError:  # the program removes while we look
        pass
    except OSError:  # so deep that no path leads there
        entries = MAX_ENTRIES + 1
    return 1 << 62 if entries > MAX_ENTRIES else kept + _deleted(pids)


def _deleted(pids: list[int]) -> int:
    """Bytes of files that have no name any more and are open."""
    sizes: dict[tuple[int, int], int] = {}
    for pid in pids:
        with contextlib.suppress(OSError):
            for entry in os.scandir(f"/proc/{pid}/fd"):
                with contextlib.suppress(OSError):
                    found = entry.stat()
                    if stat.S_ISREG(found.st_mode) and not found.st_nlink:
                        sizes[found.st_dev, found.st_ino] = found.st_blocks * 512
    return sum(sizes.values())
