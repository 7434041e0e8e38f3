"""What is kept and where: whether it can be written, how it is, how much room there is."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from course.store import Condition, condition_of, default_file
from grader import proofs
from tui.doctor.finding import Finding, note, ok, problem

SCARCE = 1_000_000_000
TOO_SCARCE = 20_000_000
"""Free bytes of a disk: below the first worth knowing, below the second in the way."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that is kept, and the places it needs."""

    file: Path
    condition: Condition
    size: int
    """Bytes of the file and its journal."""
    aside: tuple[Path, ...]
    """Damaged files that were set aside."""
    unwritable: str | None
    """Why it cannot be written; None when it can."""
    free: int | None
    """Bytes left on its disk; None when that cannot be told."""
    scratchless: str | None
    """Why programs get no directory of their own to write in; None when they do."""
    proofs: Path
    """What the linter proved."""
    proofs_size: int
    """Bytes; 0 when there are none."""


def look(environ: Mapping[str, str]) -> Kept:
    """Looks at what is kept, and changes nothing."""
    file, proved = default_file(environ), proofs.default_file(environ)
    return Kept(
        file,
        condition_of(file),
        sum(_size(file.with_name(file.name + suffix)) for suffix in ("", "-wal", "-shm")),
        tuple(sorted(file.parent.glob(f"{file.name}.corrupt-*Z"))),
        why_unwritable(file),
        _free(file),
        _scratchless(),
        proved,
        _size(proved),
    )


def why_unwritable(file: Path) -> str | None:
    """Why a file cannot be written or made, in the system's words; None when it can. Leaves nothing behind."""
    try:
        if file.exists():
            file.open("r+b").close()
        with tempfile.TemporaryFile(dir=_existing(file.parent)) as probe:
            probe.write(b"\0")
            probe.flush()
    except OSError as error:
        return error.strerror or type(error).__name__
    return None


def state_findings(kept: Kept) -> Iterator[Finding]:
    """What is to be said of it."""
    path, size = str(kept.file), size_text(kept.size)
    if kept.unwritable is not None:
        yield problem("state", "doctor-state-unwritable", path=path, why=kept.unwritable)
    if kept.condition == "newer":
        yield problem("state", "doctor-state-newer", path=path)
    elif kept.condition == "damaged":
        yield problem("state", "doctor-state-damaged", path=path)
    elif kept.condition == "unreadable" and kept.unwritable is None:
        yield problem("state", "doctor-state-unreadable", path=path)
    elif kept.condition == "sound":
        yield ok("state", "doctor-state", path=path, size=size)
    elif kept.unwritable is None:
        yield ok("state", "doctor-state-none", path=path)
    if kept.aside:
        yield note("state", "doctor-state-aside", count=len(kept.aside), path=str(kept.aside[-1]))
    if kept.proofs_size:
        yield ok("state", "doctor-proofs", path=str(kept.proofs), size=size_text(kept.proofs_size))
    if kept.free is not None:
        yield _room(kept.free)
    if kept.scratchless is not None:
        yield problem("state", "doctor-scratchless", why=kept.scratchless)


def size_text(count: int) -> str:
    """Bytes in the unit that suits them."""
    size = float(count)
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size:.3g} {unit}"
        size /= 1000
    return f"{size:,.0f} GB" if size >= 100 else f"{size:.3g} GB"


def _room(free: int) -> Finding:
    if free < TOO_SCARCE:
        return problem("state", "doctor-disk-full", free=size_text(free))
    if free < SCARCE:
        return note("state", "doctor-disk-scarce", free=size_text(free))
    return ok("state", "doctor-disk", free=size_text(free))


def _scratchless() -> str | None:
    try:
        tempfile.gettempdir()
    except FileNotFoundError as error:
        return error.strerror or str(error)
    return None


def _existing(directory: Path) -> Path:
    return next(place for place in (directory, *directory.parents) if place.exists())


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _free(file: Path) -> int | None:
    try:
        return shutil.disk_usage(_existing(file.parent)).free
    except OSError:
        return None
