"""Where the learner's work is kept and what leaves the machine, in two sentences that are true here.

Owns the choice of the second: programs are kept from the network by the strongest confinement alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import Isolation

_KEEPS_OFF_THE_NETWORK: tuple[Isolation, ...] = ("landlock", "bubblewrap")


def privacy_lines(file: Path, isolation: Isolation | None, words: Catalogue) -> tuple[str, str]:
    """The two sentences; the isolation is None while no grader has told it."""
    sealed = (isolation or _isolation_of_this_machine()) in _KEEPS_OFF_THE_NETWORK
    kept = words.text("privacy-kept", path=str(file))
    return kept, words.text("privacy-sealed" if sealed else "privacy-open")


def _isolation_of_this_machine() -> Isolation:
    from grader.sandbox import landlock, seccomp

    return "limits" if landlock.missing() or seccomp.missing() else "landlock"
