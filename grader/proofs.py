"""What was proved of steps before, kept in a file of the user's cache; a lost or damaged one costs time alone."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Mapping
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from course.findings import CODES, Remark
from course.message import Message, Value
from course.model import AnyStep
from course.store import cache_directory

ROOMS = ("course", "grader")
"""The packages whose code decides what a proof says."""
MOST = 5_000
"""Proofs kept; the oldest go first."""


def default_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Where proofs are kept."""
    return cache_directory(environ) / "proofs.json"


class Proofs:
    """The proofs in a file; None means that nothing is kept."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._kept: dict[str, list[Any]] = {}
        if file is not None:
            with contextlib.suppress(OSError, ValueError):
                read = json.loads(file.read_text(encoding="utf-8"))
                self._kept = read if isinstance(read, dict) else {}

    def find(self, step: AnyStep, proof: str) -> list[Remark] | None:
        """What an earlier proof of a name found of this very step; None when there is none."""
        with contextlib.suppress(KeyError, TypeError, ValueError):
            return [_read(entry) for entry in self._kept[self._key(step, proof)]]
        return None

    def keep(self, step: AnyStep, proof: str, remarks: list[Remark]) -> None:
        """Notes what a proof found; not an error, which may lie in the machine of this hour."""
        if all(CODES[remark.code] == "warning" for remark in remarks):
            self._kept[self._key(step, proof)] = [_written(remark) for remark in remarks]

    def save(self) -> None:
        """Writes the file, unless it cannot be written."""
        if self._file is None:
            return
        kept = dict(list(self._kept.items())[-MOST:])
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            draft = self._file.with_suffix(f".{os.getpid()}")
            draft.write_text(json.dumps(kept), encoding="utf-8")
            draft.replace(self._file)

    def _key(self, step: AnyStep, proof: str) -> str:
        parts = [self._program, step.model_dump_json(), proof]
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @cached_property
    def _program(self) -> str:
        """Changes when anything does that could make another proof of the same step."""
        digest = hashlib.sha256(version("torch").encode())
        root = Path(__file__).resolve().parents[1]
        for room in ROOMS:
            for file in sorted((root / room).rglob("*.py")):
                digest.update(file.read_bytes())
        return digest.hexdigest()


def _written(remark: Remark) -> list[Any]:
    values = {
        name: {"key": value.key, "values": value.values} if isinstance(value, Message) else value
        for name, value in remark.values.items()
    }
    return [remark.code, list(remark.path), values, remark.within]


def _read(entry: Any) -> Remark:
    code, path, values, within = entry
    made: dict[str, Value] = {
        name: Message(value["key"], value["values"]) if isinstance(value, dict) else value
        for name, value in values.items()
    }
    return Remark(code, tuple(path), made, tuple(within) if within else None)
