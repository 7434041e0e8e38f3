"""How two tensors, arrays or numbers differ, as plain data: facts of both sides, counts, errors, and what to draw.

Owns the form alone, which the judge's `grader.measure` fills, the JSON document publishes and screens read; no torch.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import ConfigDict, with_config

_DOCUMENTED = with_config(ConfigDict(use_attribute_docstrings=True, extra="forbid"))


@_DOCUMENTED
@dataclass(frozen=True, slots=True)
class Side:
    """One of the two."""

    type: str
    """`tensor`, `ndarray`, or the name of a Python type."""
    shape: tuple[int, ...]
    """Empty for a number."""
    dtype: str | None
    """None for a Python number, as are `device` and `requires_grad` for anything but a tensor."""
    device: str | None
    requires_grad: bool | None
    nan: int
    """Elements that are NaN; a complex one is if either part is."""
    inf: int
    """Elements that are infinite, of either sign, and not NaN."""


@_DOCUMENTED
@dataclass(frozen=True, slots=True)
class Extreme:
    """The element where an error is largest."""

    index: tuple[int, ...]
    error: float
    """`|actual - expected|`, in a relative error divided by `|expected|`."""
    expected: Any
    """A number; what JSON has no number for is text, as in a summary's `values`."""
    actual: Any


@_DOCUMENTED
@dataclass(frozen=True, slots=True)
class Part:
    """A matrix to draw: a slice of both sides, or a piece of one; a vector is a matrix of one row."""

    at: tuple[int, ...]
    """The index of its first element."""
    block: tuple[int, int]
    """Rows and columns of elements that a cell stands for, by their mean; (1, 1) where each stands for itself."""
    expected: list[list[Any]] | None
    """Row by row; None where the expected value has no such slice."""
    actual: list[list[Any]] | None
    error: list[list[Any]] | None
    """The largest absolute error within each cell, `inf` where only one side is finite; None for two shapes."""
    differing: list[tuple[int, int]]
    """Row and column of each cell that holds an element beyond tolerance, row by row."""


@_DOCUMENTED
@dataclass(frozen=True, slots=True)
class TensorDifference:
    """How two tensors, arrays or numbers differ."""

    name: str
    """What the pair is called: the value itself or a part of it, as `out[1]`."""
    expected: Side
    actual: Side
    total: int | None
    """Elements compared; None, as are the four that follow, where the shapes differ or the elements are not known."""
    differing: int | None
    """Elements beyond tolerance; those finite on one side alone and unequal infinities count."""
    first: tuple[int, ...] | None
    """The index of the first that differs, row by row; None when none does."""
    largest_absolute: Extreme | None
    """Among elements that differ and are finite on both sides; None where there are none."""
    largest_relative: Extreme | None
    """Likewise, among those whose expected value is not 0."""
    parts: tuple[Part, ...]
    """Every slice of small ones; of large ones the slices that differ, in blocks, and the largest difference's
    surroundings."""
