"""Which confinement a host gets: the one asked for, or the strongest that this machine offers.

Decided in the app, for bubblewrap and Seatbelt are started around the host; the host carries it out or dies. What
could not be had is named.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from course.message import Message
from grader.errors import GraderUnavailable
from grader.sandbox import bubblewrap, landlock, seatbelt, seccomp
from grader.verdict import Isolation

SEALED: tuple[Isolation, ...] = ("landlock", "bubblewrap")
"""The levels that, as was tried, keep programs from the user's files and from the network."""
_STRONGEST_FIRST: dict[str, tuple[Isolation, ...]] = {
    "linux": ("bubblewrap", "landlock"),
    "darwin": ("seatbelt",),
}
_SCOPED_SIGNALS = 6
"""The version of Landlock that keeps programs from signalling others."""


@dataclass(frozen=True, slots=True)
class Confinement:
    """How a host and its workers are confined."""

    isolation: Isolation
    missing: tuple[Message, ...] = ()
    """What this machine does not offer of it, and of stronger ones when none was asked for."""

    def prefix(self, scratch_root: Path, *, forks: bool) -> list[str]:
        """The words before the command that starts a host; `forks` tells whether it stays what it is."""
        if self.isolation == "bubblewrap":
            return bubblewrap.prefix(scratch_root, is_init=forks)
        return seatbelt.prefix(scratch_root) if self.isolation == "seatbelt" else []


def choose(wanted: Isolation | None) -> Confinement:
    """The confinement wanted, or the strongest. May start a process and wait for it: not for an event loop.

    Raises:
        GraderUnavailable: the one wanted cannot be had here, or this system has no grader at all.
    """
    if sys.platform == "win32":
        raise GraderUnavailable(Message("grader-no-windows"))
    if wanted is not None:
        obstacles = missing_for(wanted)
        if obstacles:
            raise GraderUnavailable(Message("grader-no-isolation", {"level": wanted, "why": obstacles[0]}))
        return Confinement(wanted, tuple(_gaps(wanted)))
    lacks: list[Message] = []
    for level in _STRONGEST_FIRST.get(sys.platform, ()):
        obstacles = missing_for(level)
        if not obstacles:
            return Confinement(level, (*lacks, *_gaps(level)))
        lacks += obstacles
    return Confinement("limits", tuple(lacks))


def missing_for(level: Isolation) -> list[Message]:
    """Why a level cannot be had here; empty when it can."""
    if level == "bubblewrap":
        return bubblewrap.missing()
    if level == "landlock":
        return [*landlock.missing(), *seccomp.missing()]
    return seatbelt.missing() if level == "seatbelt" else []


def _gaps(level: Isolation) -> list[Message]:
    """What a level that can be had leaves open here."""
    if level == "bubblewrap":
        return [*_landlock_gaps(), *seccomp.missing()]
    if level == "landlock" and landlock.abi() < _SCOPED_SIGNALS:
        return [Message("sandbox-old-landlock", {"version": landlock.abi()})]
    return [Message("sandbox-untested", {"level": level})] if level == "seatbelt" else []


def _landlock_gaps() -> list[Message]:
    """What bubblewrap alone leaves open."""
    return [Message("sandbox-no-landlock-inside")] if landlock.missing() else []
