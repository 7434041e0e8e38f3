"""Where the learner's work is kept and what leaves the machine, in two sentences that are true here.

Owns the choice of the second: programs are kept from the network by the strongest confinement alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import Isolation


def privacy_lines(file: Path, isolation: Isolation | None, words: Catalogue) -> tuple[str, str]:
    """The two sentences; the isolation is None while no grader has told it."""
    from grader.sandbox.levels import SEALED, missing_for

    sealed = isolation in SEALED if isolation is not None else not missing_for("landlock")
    kept = words.text("privacy-kept", path=str(file))
    return kept, words.text("privacy-sealed" if sealed else "privacy-open")
