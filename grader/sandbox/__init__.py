"""Confines a worker: process limits everywhere, Landlock and a system call filter on Linux.

`prepare` runs once in the host, `Sandbox.enter` in each worker before it is asked anything. What could not be had is
named, never assumed.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from pathlib import Path

from course.catalogue import Catalogue
from course.loader import ENTRY_POINTS
from course.message import Message
from grader.sandbox import landlock, limits, seccomp
from grader.verdict import Isolation

_SYSTEM = (
    "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib", "/usr/share/zoneinfo",
    "/etc/ld.so.cache", "/etc/localtime", "/dev/urandom", "/dev/random", "/dev/zero",
    "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/sys/devices/system/cpu",
)  # fmt: skip

_DRIVERS = (
    "/proc/driver/nvidia",
    "/proc/modules",
    "/sys/bus/pci",
    "/sys/class",
    "/sys/devices",
    "/sys/module",
)
"""What the libraries of an accelerator read besides."""


@dataclass(slots=True)
class Sandbox:
    """The confinement of one host's workers."""

    isolation: Isolation
    missing: list[Message] = field(default_factory=list)
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
            self._rules.enforce(scratch)
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
            raise OSError("; ".join(map(Catalogue.load("en").render, missing)))
        return Sandbox("limits", missing)
    return Sandbox("landlock", [], landlock.Ruleset(readable_paths(), scratch_root, accelerator_files()))


def accelerator_files() -> list[Path]:
    """The device files through which CUDA and ROCm are reached; untested, for want of such a machine."""
    return [path for pattern in ("nvidia*", "dri", "kfd") for path in Path("/dev").glob(pattern)]


def readable_paths() -> list[Path]:
    """Python, its libraries and what the C library and torch read; courses and the grader left out.

    An installed course lies beside torch, and Landlock cannot deny below an allowed directory, so of a directory that
    holds something withheld all other entries are named one by one.
    """
    entries = [Path(path) for path in sys.path if Path(path).is_dir()]
    names = _withheld_names()
    withheld = {path.resolve() for entry in entries for path in entry.iterdir() if names.match(path.name)}
    home = Path(__file__).resolve().parents[2]
    if (home / "pyproject.toml").exists():  # a checkout, which holds lessons in more than one place
        withheld.add(home)
    python = [Path(sys.base_prefix, part) for part in ("bin", "lib", "lib64")]
    drivers = [Path(path) for path in _DRIVERS] if accelerator_files() else []
    return _without(withheld, [*map(Path, _SYSTEM), *drivers, *python, *entries])


def _withheld_names() -> re.Pattern[str]:
    """What is ours among installed packages, and those that bring courses."""
    packages = {entry.value.partition(".")[0] for entry in entry_points(group=ENTRY_POINTS)}
    names = sorted({"course", "grader", "tui", "tests", "blitz.py", *packages})
    return re.compile("|".join([*(re.escape(name) + "$" for name in names), "blitz_course"]))


def _without(withheld: set[Path], paths: list[Path]) -> list[Path]:
    """The paths that exist; in place of one that holds something withheld, everything else in it."""
    kept: set[Path] = set()
    opened: set[Path] = set()
    waiting = [path.resolve() for path in paths if path.exists()]
    while waiting:
        path = waiting.pop()
        if path in withheld or path in opened:
            continue
        if any(secret.is_relative_to(path) for secret in withheld):
            opened.add(path)
            waiting += [entry.resolve() for entry in path.iterdir()]
        else:
            kept.add(path)
    return sorted(kept)
