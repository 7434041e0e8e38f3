"""Confines a worker: process limits everywhere, Landlock and a system call filter on Linux.

`prepare` runs once in the host, `Sandbox.enter` in each worker before it is asked anything. What could not be had is
named, never assumed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from grader.sandbox import landlock, limits, seccomp
from grader.verdict import Isolation


@dataclass(slots=True)
class Sandbox:
    """The confinement of one host's workers."""

    isolation: Isolation
    missing: list[str] = field(default_factory=list)
    """What this machine does not offer, for `doctor`."""
    _rules: landlock.Ruleset | None = None

    @property
    def descriptors(self) -> tuple[int, ...]:
        """The open descriptors that `enter` needs."""
        return () if self._rules is None else (self._rules.descriptor,)

    def enter(self, scratch: Path, memory: int | None) -> None:
        """Confines this process for good; its directory becomes `scratch`.

        Args:
            scratch: an empty directory of this worker alone, of mode 700.
            memory: MiB of address space beyond what it has now; None for no bound (CUDA reserves terabytes).
        """
        os.chdir(scratch)
        os.environ.update(HOME=str(scratch), TMPDIR=str(scratch))
        tempfile.tempdir = str(scratch)
        limits.apply(memory)
        if self._rules is not None:
            self._rules.enforce()
            landlock.confine_writes(scratch)
            seccomp.enforce()


def prepare(scratch_root: Path, wanted: Isolation | None) -> Sandbox:
    """The strongest sandbox of this machine, or the one wanted.

    Args:
        scratch_root: where the workers' scratch directories lie.
        wanted: a level; None for the strongest.

    Raises:
        OSError: the wanted level cannot be had here.
    """
    if wanted in ("none", "limits"):
        return Sandbox(wanted)
    missing = [*landlock.missing(), *seccomp.missing()]
    if missing:
        if wanted is not None:
            raise OSError("; ".join(missing))
        return Sandbox("limits", missing)
    if wanted == "bubblewrap":
        raise OSError("bubblewrap is not supported yet")
    return Sandbox("landlock", [], landlock.Ruleset(readable_paths(), scratch_root))


def readable_paths() -> list[Path]:
    """Python, its libraries and what the C library and torch read; the course and the grader left out.

    A wheel puts the lessons beside torch in site-packages, and Landlock cannot deny below an allowed directory, so of
    a directory that holds our packages the other entries are named one by one.
    """
    ours = {"course", "grader", "tui", "tests", "blitz.py"}
    paths = [
        Path(path)
        for path in ("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib", "/usr/share/zoneinfo")
    ]
    paths += [
        Path(path)
        for path in ("/etc/ld.so.cache", "/etc/localtime", "/dev/urandom", "/dev/random", "/dev/zero")
    ]
    paths += [
        Path(path) for path in ("/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/sys/devices/system/cpu")
    ]
    paths += [Path(sys.base_prefix).resolve() / part for part in ("bin", "lib", "lib64")]
    for entry in {Path(path).resolve() for path in sys.path if path}:
        if not entry.is_dir() or (
            entry == Path(__file__).resolve().parents[2] and not (entry / "torch").exists()
        ):
            continue
        paths += [
            child
            for child in entry.iterdir()
            if child.name not in ours and not child.name.startswith("blitz_course")
        ]
    return [path for path in dict.fromkeys(paths) if path.exists()]
