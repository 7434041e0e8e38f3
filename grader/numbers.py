"""Two values as tensors of numbers to be explained: equality within tolerance, and how much a value tells.

Used in the judge's process alone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch

IRREGULAR_BITS = 16.0
"""What a number tells that is no small fraction: chance hits it within tolerance less than once in 2**16."""
CORNER = 4
"""Elements along each dimension that are compared before all are."""
_FRACTION = 60
"""Multiples of one by this are what people write and what counts give."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The expected and the actual elements, as float64, with the tolerance at which they are equal."""

    expected: torch.Tensor
    actual: torch.Tensor
    rtol: float
    atol: float
    cut: bool = False
    """Whether the actual elements are of a dtype without fractions, and the expected ones are not."""

    def gives(self, made: torch.Tensor) -> bool:
        """Whether the actual value is this one; a corner of it tells most that are not."""
        if made.shape != self.actual.shape:
            return False
        corner = (slice(CORNER),) * made.ndim
        return self._close(made[corner], self.actual[corner]) and self._close(made, self.actual)

    def _close(self, made: torch.Tensor, actual: torch.Tensor) -> bool:
        return torch.allclose(actual, made, self.rtol, self.atol, equal_nan=True)

    def same(self, one: torch.Tensor, other: torch.Tensor) -> bool:
        """Whether two values have the same elements, in whatever order."""
        first, second = (value.flatten().sort().values for value in (one, other))
        return first.shape == second.shape and torch.allclose(first, second, self.rtol, self.atol)

    def moved(self, made: torch.Tensor) -> torch.Tensor:
        """The actual elements where this one differs from what was expected; all where the shapes differ."""
        if made.shape != self.expected.shape:
            return self.actual.flatten()
        kept = torch.isclose(made, self.expected, self.rtol, self.atol, equal_nan=True)
        return self.actual[~kept]

    def evidence(self, values: torch.Tensor) -> float:
        """How many bits some of the actual elements tell: irregular ones once each, others by how many there are."""
        values = values[torch.isfinite(values)]
        particular = irregular(values)
        told = IRREGULAR_BITS * distinct(values[particular])
        return told + int((~particular).sum()) * math.log2(self.alphabet)

    @property
    def alphabet(self) -> int:
        """How many values are met in all."""
        return max(1, distinct(torch.cat([self.expected.flatten(), self.actual.flatten()])))

    def price(self, values: torch.Tensor) -> float:
        """What fitting one number to some of the actual elements costs: all that one of them tells."""
        particular = irregular(values[torch.isfinite(values)])
        return IRREGULAR_BITS if bool(particular.any()) else math.log2(self.alphabet)


def distinct(values: torch.Tensor) -> int:
    """How many different values there are."""
    return int(torch.unique(values).numel())


def irregular(values: torch.Tensor) -> torch.Tensor:
    """Which elements are no small fractions, and so hardly met by chance."""
    multiples = values * _FRACTION
    return (multiples - multiples.round()).abs() > 1e-3
