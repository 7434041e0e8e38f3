"""What one worker may take of the machine, as app, host and worker agree on it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, Self

from course.model import Limits

Excess = Literal["memory", "processes", "scratch", "output"]
"""What a worker took too much of, and was ended for."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bounds of one worker with all processes that it starts; None where there is none."""

    addresses: int | None = None
    """MiB of address space of one process, beyond what an idle worker has."""
    memory: int | None = None
    """MiB of memory of all its processes together, beyond what an idle worker has."""
    processes: int | None = None
    """Processes at a time, itself included."""
    file_size: int = 256
    """MiB of one file."""
    scratch: int | None = None
    """MiB of all its files together."""
    output: int | None = None
    """MiB of what it prints and draws."""

    @classmethod
    def of(cls, limits: Limits, device: str) -> Self:
        """The bounds of a run of an exercise; addresses only on the CPU, for CUDA reserves hundreds of gigabytes."""
        return cls(
            limits.memory if device == "cpu" else None,
            limits.memory,
            limits.processes,
            limits.file_size,
            limits.scratch,
            limits.output,
        )

    @property
    def watched(self) -> bool:
        """Whether somebody has to look from time to time whether they are kept."""
        return not (self.memory is None and self.processes is None and self.scratch is None)

    def as_data(self) -> dict[str, Any]:
        """For a message; `Bounds(**data)` is its inverse."""
        return asdict(self)


UNBOUNDED = Bounds()
"""For what runs nobody's code."""
