"""Limits that every POSIX system has: no core files, bounded files and addresses, death with the parent."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from pathlib import Path

from grader.bounds import Bounds

MAX_FILES = 256
_PR_SET_DUMPABLE = 4
_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36


def apply(bounds: Bounds) -> None:
    """Bounds this process, beyond what it has now."""
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_NOFILE, MAX_FILES)
    _lower(resource.RLIMIT_FSIZE, bounds.file_size << 20)
    used = _address_space()
    if bounds.addresses is not None and used is not None:
        _lower(resource.RLIMIT_AS, used + (bounds.addresses << 20))


def die_with_parent(parent: int) -> None:
    """Asks the kernel to kill this process when its parent dies; leaves at once if that has happened.

    Args:
        parent: process id of the parent as it was before the fork.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def hide_memory() -> None:
    """Keeps other processes of this user from reading this one's memory, where nothing else does."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def adopt_orphans() -> None:
    """Makes this process the parent of descendants whose own parent dies, so that none escapes."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _lower(which: int, value: int) -> None:
    hard = resource.getrlimit(which)[1]
    bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(which, (bound, bound))


def _address_space() -> int | None:
    """Bytes of addresses in use; None where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[0]) * resource.getpagesize()
    except OSError:
        return None
