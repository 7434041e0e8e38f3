"""What one worker may take of the machine, as app, host and worker agree on it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, Self

from course.model import Limits

Excess = Literal["memory", "processes", "threads", "scratch", "output"]
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
    threads: int | None = None
    """Threads of all its processes together, at a time."""
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
            limits.threads,
            limits.file_size,
            limits.scratch,
            limits.output,
        )

    @property
    def watched(self) -> bool:
        """Whether somebody has to look from time to time whether they are kept."""
        return any(bound is not None for bound in (self.memory, self.processes, self.threads, self.scratch))

    def as_data(self) -> dict[str, Any]:
        """For a message; `Bounds(**data)` is its inverse."""
        return asdict(self)


UNBOUNDED = Bounds()
"""For what runs nobody's code."""
