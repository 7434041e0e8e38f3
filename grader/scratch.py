"""Scratch directories: where they lie, and their removal, whatever a program has put there."""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from pathlib import Path

import psutil

PREFIX = "blitz-course-"


def make_root() -> Path:
    """A directory of this process for the scratch directories of its workers; removes those of processes gone."""
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*-*"):
        owner = path.name.removeprefix(PREFIX).split("-")[0]
        if owner.isdigit() and not psutil.pid_exists(int(owner)):
            remove(path)
    return Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))


def remove(root: Path) -> None:
    """Removes a directory with all below it, as far as it can be; never raises.

    `shutil.rmtree` of Python 3.11 recurses, and a chain of directories deeper than its stack stops it: then the chain
    is cut, its lower half moved up.
    """
    for _ in range(1_000):
        try:
            shutil.rmtree(root, ignore_errors=True)
            return
        except RecursionError:
            _cut(root)


def _cut(root: Path, depth: int = 200) -> None:
    """Moves what lies `depth` directories down a chain to just below the root."""
    place = os.open(root, os.O_RDONLY)
    top = os.dup(place)
    try:
        for _ in range(depth):
            name = next(
                (entry.name for entry in os.scandir(place) if entry.is_dir(follow_symlinks=False)), None
            )
            if name is None:
                return
            below = os.open(name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=place)
            os.close(place)
            place = below
        for entry in list(os.scandir(place)):
            os.rename(entry.name, uuid.uuid4().hex, src_dir_fd=place, dst_dir_fd=top)
    except OSError:
        return
    finally:
        os.close(place)
        os.close(top)
