"""Families of processes as Linux tells them: a process with all that it started, to be counted and ended.

A process is told by its id, so these are for descendants of the process that asks. A worker leads a group of
processes, which a confined one and its children cannot leave: what the kernel sends to a group reaches all of it at
once, before any member can fork again. Those who left theirs are looked for one by one.
"""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path

MAX_ROUNDS = 1_000
"""How often new members are looked for while a family is stopped; each round stops all that it finds."""


def children(pid: int) -> list[int]:
    """The processes that a process started, or adopted."""
    found: list[int] = []
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            found += map(int, (thread / "children").read_bytes().split())
    return found


def members(pid: int, most: int | None = None) -> list[int]:
    """A process and all below it; where there are more than `most`, some of them, but more than that."""
    found = [pid]
    for member in found:
        if most is not None and len(found) > most:
            break
        found += children(member)
    return found


def runs(pid: int) -> bool:
    """Whether a thread of a process computes, or would if there were a processor for it."""
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            if (thread / "stat").read_bytes().rpartition(b")")[2].split()[0] == b"R":
                return True
    return False


def stop(pid: int) -> list[int]:
    """Stops a process and all below it, until none is left that could start another; returns them."""
    send_to_group(pid, signal.SIGSTOP)
    stopped: dict[int, None] = {}
    for _ in range(MAX_ROUNDS):
        new = [member for member in members(pid) if member not in stopped]
        if not new:
            break
        for member in new:
            send(member, signal.SIGSTOP)
            stopped[member] = None
    return list(stopped)


def end(pid: int) -> None:
    """Kills a process and all below it, however fast they start others."""
    stopped = stop(pid)
    send_to_group(pid, signal.SIGKILL)
    for member in stopped:
        send(member, signal.SIGKILL)


def send(pid: int, number: int) -> None:
    """Sends a signal; a process that is gone does not matter."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(pid, number)


def send_to_group(pid: int, number: int) -> None:
    """Sends a signal to all of the group that a process leads, if it has begun to lead one."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, number)
