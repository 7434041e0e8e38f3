"""What a grader holds of the machine: processes, descriptors, scratch and memory."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from grader.sandbox.bubblewrap import PROGRAM

PATIENCE = 60.0


@dataclass(frozen=True)
class Holdings:
    """One reading; `client`, `host` and `judge` stand for their processes."""

    processes: int
    """All below the client."""
    scratch: int
    """Files and directories."""
    descriptors: dict[str, int]
    memory: dict[str, int]
    """Bytes resident."""


def hosts_below(client: psutil.Process) -> list[psutil.Process]:
    """The host processes of a client, oldest first; inside bubblewrap, where one is round them."""
    children = [child for child in client.children() if "grader.host" in _command(child)]
    inside = [host for child in children for host in _within(child)]
    return sorted(inside, key=lambda child: child.create_time())


def _within(child: psutil.Process) -> list[psutil.Process]:
    return children(child) if _command(child)[:1] == [PROGRAM] else [child]


def children(process: psutil.Process) -> list[psutil.Process]:
    """The children of a process; none of one that has just ended."""
    try:
        return process.children()
    except psutil.NoSuchProcess:
        return []


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def processes() -> int:
    """How many processes there are below this one, bubblewrap apart."""
    found = [_command(child)[:1] for child in psutil.Process().children(recursive=True)]
    return sum(command != [PROGRAM] for command in found)


def read(scratch: Path) -> Holdings:
    """What the only grader of this process holds now; its judge is the oldest of its workers."""
    client = psutil.Process()
    (host,) = hosts_below(client)
    judge = min(host.children(), key=lambda child: child.create_time())
    three = {"client": client, "host": host, "judge": judge}
    return Holdings(
        processes=processes(),
        scratch=sum(len(folders) + len(files) for _, folders, files in os.walk(scratch)),
        descriptors={name: process.num_fds() for name, process in three.items()},
        memory={name: process.memory_info().rss for name, process in three.items()},
    )


async def until(condition: Callable[[], object], what: str) -> None:
    """Waits for a condition."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, what
        await asyncio.sleep(0.01)
