"""Explains a value by where its elements went: transposed, reversed, rolled, in another shape or order, a table.

Used in the judge's process alone.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import torch

from course.message import Value
from grader.explanation import Explanation
from grader.numbers import Pair

LARGE = 100_000
"""Elements beyond which only what is cheap is tried."""
MOST_DIMENSIONS = 4
"""Dimensions up to which all orders of them are tried."""
FARTHEST = 16
"""Places by which a roll is tried."""

Candidate = tuple[str, dict[str, str | int], torch.Tensor]
"""Kind, what its sentence names, and the value that it would give."""


def rearranged(pair: Pair) -> Iterator[Explanation]:
    """Every rearrangement of the expected elements that gives the actual ones."""
    yield from _same_order(pair)
    if pair.expected.numel() < 2:
        return
    yield from _table(pair)
    families = [_axes(pair.expected)]
    if pair.expected.numel() <= LARGE:
        families += [
            _reversals(pair.expected),
            _rolls(pair.expected),
            _orders(pair.expected, pair.actual.shape),
        ]
    for family in families:
        tried = [candidate for candidate in family if candidate[2].shape == pair.actual.shape]
        for kind, values, made in tried:
            if pair.gives(made):
                bits = pair.evidence(pair.moved(made))
                yield Explanation(kind, dict(values), str(values), bits, math.log2(len(tried)))


def _same_order(pair: Pair) -> Iterator[Explanation]:
    """The same elements in the same order, in another shape."""
    wanted, found = list(pair.expected.shape), list(pair.actual.shape)
    if wanted == found and pair.gives(pair.expected):
        kinds = ("squeezed", "unsqueezed", "reshaped", *(["flattened"] if len(found) == 1 else []))
        yield from (Explanation(kind, same=kind, fact=True) for kind in kinds)
    if wanted == found or math.prod(wanted) != math.prod(found) or not math.prod(wanted):
        return
    if not pair.gives(pair.expected.reshape(found)):
        return
    if [size for size in wanted if size != 1] == [size for size in found if size != 1]:
        fewer = len(found) < len(wanted)
        kind = "squeezed" if fewer else "unsqueezed" if len(found) > len(wanted) else "reshaped"
    else:
        kind = "flattened" if len(found) == 1 else "reshaped"
    values: dict[str, Value] = {"expected": str(tuple(wanted)), "actual": str(tuple(found))}
    yield Explanation(kind, {**values, "count": abs(len(found) - len(wanted))}, kind, fact=True)


def _table(pair: Pair) -> Iterator[Explanation]:
    """A table of every element with every other, where the expected value is its diagonal."""
    size = pair.expected.numel()
    flat = tuple(pair.expected.shape) in ((size,), (size, 1), (1, size))
    if size < 2 or not flat or tuple(pair.actual.shape) != (size, size):
        return
    diagonal = pair.actual.diagonal()
    if torch.allclose(diagonal, pair.expected.flatten(), pair.rtol, pair.atol, equal_nan=True):
        yield Explanation("table", {"size": size}, evidence=pair.evidence(diagonal))


def _axes(expected: torch.Tensor) -> Iterator[Candidate]:
    if expected.ndim == 2:
        yield "transposed", {}, expected.T
    elif 2 < expected.ndim <= MOST_DIMENSIONS:
        for axes in itertools.permutations(range(expected.ndim)):
            if axes != tuple(range(expected.ndim)):
                yield "permuted", {"axes": str(axes)}, expected.permute(axes)


def _reversals(expected: torch.Tensor) -> Iterator[Candidate]:
    for axis in range(expected.ndim):
        if expected.shape[axis] > 1:
            kind = "reversed" if expected.ndim == 1 else "reversed-along"
            yield kind, {"dim": axis}, expected.flip(axis)
    if expected.ndim > 1:
        yield "reversed-all", {}, expected.flip(*range(expected.ndim))


def _rolls(expected: torch.Tensor) -> Iterator[Candidate]:
    """Rolls that are no reversal: those of two elements are."""
    for axis, size in enumerate(expected.shape):
        if size < 3:
            continue
        farthest = min(FARTHEST, size // 2)
        for distance in range(1, farthest + 1):
            for by in (distance, -distance) if 2 * distance != size else (distance,):
                yield "rolled", {"by": by, "dim": axis}, expected.roll(by, axis)


def _orders(expected: torch.Tensor, shape: torch.Size) -> Iterator[Candidate]:
    """The elements read column by column where they were to be read row by row, or the reverse."""
    if expected.numel() != math.prod(shape):
        return
    size = expected.numel()
    if expected.ndim > 1:
        yield "other-order", {}, expected.permute(*reversed(range(expected.ndim))).reshape(shape)
        return
    for rows in range(2, size // 2 + 1):
        if size % rows == 0:
            yield "other-order", {}, expected.reshape(rows, size // rows).T.reshape(shape)
