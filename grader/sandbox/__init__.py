"""Confines a worker: process limits everywhere, Landlock and a system call filter on Linux.

`levels.choose` decides in the app, `prepare` runs once in the host, `Sandbox.enter` in each worker before it is asked
anything. What could not be had is named, never assumed.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from grader.bounds import Bounds
from grader.sandbox import landlock, limits, seccomp
from grader.sandbox.paths import accelerator_files, readable_paths
from grader.verdict import Isolation


@dataclass(slots=True)
class Sandbox:
    """The confinement of one host's workers."""

    isolation: Isolation
    _rules: landlock.Ruleset | None = None

    @property
    def descriptors(self) -> tuple[int, ...]:
        """The open descriptors that `enter` needs."""
        return () if self._rules is None else (self._rules.descriptor,)

    def enter(self, scratch: Path, bounds: Bounds, *, secret: bool) -> None:
        """Confines this process for good; its directory becomes `scratch`.

        Args:
            scratch: an empty directory of this worker alone, of mode 700.
            bounds: what it may take; addresses and the size of a file are bounded here.
            secret: whether other workers must not look into this one.
        """
        os.chdir(scratch)
        os.environ.update(HOME=str(scratch), TMPDIR=str(scratch))
        tempfile.tempdir = str(scratch)
        limits.apply(bounds)
        if self._rules is not None:
            self._rules.enforce(scratch)
        elif secret and self.isolation != "none":
            limits.hide_memory()
        if self.isolation in ("landlock", "bubblewrap") and not seccomp.missing():
            seccomp.enforce(keep_truncate=landlock.bounds_truncation())


def prepare(scratch_root: Path, isolation: Isolation) -> Sandbox:
    """The sandbox of a level that `levels.choose` found.

    Args:
        scratch_root: where the workers' scratch directories lie.
        isolation: the level.

    Raises:
        OSError: it cannot be had here.
    """
    if isolation not in ("landlock", "bubblewrap") or landlock.missing():
        return Sandbox(isolation)
    return Sandbox(isolation, landlock.Ruleset(readable_paths(), scratch_root, accelerator_files()))
