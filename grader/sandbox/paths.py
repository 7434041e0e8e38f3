"""Which files a host and its workers may read, and the device files through which they reach an accelerator."""

from __future__ import annotations

import re
import site
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path

from course.loader import ENTRY_POINTS

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

_OWN = ("grader", "course", "blitz.py")
"""What a host imports of ours."""
_LESSONS = ("builtin", "datasets")
"""What lies in the package `course` and no host reads."""
_HOME = Path(__file__).resolve().parents[2]
"""The directory that our packages lie in."""


@dataclass(frozen=True, slots=True)
class HostFiles:
    """What a host reads, for a sandbox that shows it nothing else."""

    shown: list[Path]
    """Files and directories, some of them by two names: as they are written and as they resolve."""
    hidden: list[Path]
    """Lessons, and packages that bring them, in directories that are shown."""


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
    if _is_checkout():
        withheld.add(_HOME)
    python = [Path(sys.base_prefix, part) for part in ("bin", "lib", "lib64")]
    return _without(withheld, [*map(Path, _SYSTEM), *_drivers(), *python, *entries])


def host_files() -> HostFiles:
    """What a host reads that is started with this process's Python and `-I`."""
    entries = [entry for entry in _isolated_entries() if not (_is_checkout() and entry == _HOME)]
    python = [Path(sys.base_prefix, part) for part in ("bin", "lib", "lib64")]
    environment = [Path(sys.prefix, "pyvenv.cfg"), Path(sys.executable).parent]
    system = [path for path in [*map(Path, _SYSTEM), *_drivers()] if path.parts[1] not in ("dev", "proc")]
    links = [path.resolve() for entry in entries for path in entry.iterdir() if path.is_symlink()]
    own = [_HOME / name for name in _OWN]
    wanted = [*system, Path("/etc/alternatives"), *python, *environment, *entries, *links, *own]
    names = _withheld_names()
    hidden = [
        path
        for entry in entries
        for path in entry.iterdir()
        if names.match(path.name) and path.name not in _OWN and path.suffix != ".dist-info"
    ]
    return HostFiles(_outermost(wanted), [*hidden, *(_HOME / "course" / part for part in _LESSONS)])


def _isolated_entries() -> list[Path]:
    """The directories from which Python imports under `-I`: those of the installation and those it names."""
    prefixes = {Path(prefix) for prefix in (sys.prefix, sys.base_prefix, sys.exec_prefix)}
    packages = [Path(path) for path in site.getsitepackages()]
    named = {
        Path(line.strip())
        for directory in packages
        for file in directory.glob("*.pth")
        for line in file.read_text("utf-8", "replace").splitlines()
    }
    entries = [Path(path) for path in sys.path if path and Path(path).is_dir()]
    inside = [
        path for path in entries if path in named or any(path.is_relative_to(each) for each in prefixes)
    ]
    return list(dict.fromkeys([*inside, *(path for path in packages if path.is_dir())]))


def _outermost(paths: Iterable[Path]) -> list[Path]:
    """The paths that exist, as written and resolved, without those that lie in another of them."""
    found = {name for path in paths if path.exists() for name in (path.absolute(), path.resolve())}
    return sorted(path for path in found if not any(parent in found for parent in path.parents))


def _drivers() -> list[Path]:
    return [Path(path) for path in _DRIVERS] if accelerator_files() else []


def _is_checkout() -> bool:
    """Whether our packages lie in a checkout, which holds lessons in more than one place."""
    return (_HOME / "pyproject.toml").exists()


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
