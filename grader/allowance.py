"""How much memory the app gives to the answers about one attempt, whatever the number of its checks and cases."""

from __future__ import annotations

from dataclasses import dataclass

MAX_ANSWERS = 256 << 20
"""Bytes of all answers of one attempt together; three tensors of 20 million floats fit."""
HEADER_WEIGHT = 16
"""How many bytes a byte of a header counts for: plain objects take so much more room than their JSON."""


@dataclass(slots=True)
class Allowance:
    """What is left for the answers that are still to come."""

    left: int = MAX_ANSWERS

    def admits(self, header: int, body: int) -> bool:
        """Takes the room of an answer of so many bytes, if there is so much."""
        taken = HEADER_WEIGHT * header + body
        if taken > self.left:
            return False
        self.left -= taken
        return True
