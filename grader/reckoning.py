"""Explains a value by what was reckoned: scaled, shifted, a sum for a mean, n for n - 1, cut to whole numbers.

Used in the judge's process alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch

from course.message import Value
from grader.explanation import BY_COUNT, Explanation
from grader.numbers import Pair, distinct

COUNTED_BITS = 7.0
"""What the choice of a count and of its part in the factor costs: some dozens are tried."""
APPLIED = {
    "squared": torch.square,
    "rooted": torch.sqrt,
    "exponential": torch.exp,
    "logarithm": torch.log,
    "reciprocal": torch.reciprocal,
    "absolute": torch.abs,
}
CUT = {"truncated": torch.trunc, "floored": torch.floor, "rounded": torch.round}


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number that an input or the result brings along: the size of a dimension, or how many elements."""

    where: str
    """Names it over all cases, such as `x.shape[0]`."""
    size: int


def reckoned(pair: Pair, counts: Sequence[Count]) -> Iterator[Explanation]:
    """Every reckoning with the expected elements that gives the actual ones."""
    if pair.expected.shape != pair.actual.shape or not pair.expected.numel():
        return
    yield from _overflow(pair)
    if not bool(torch.isfinite(pair.actual).all() and torch.isfinite(pair.expected).all()):
        return
    yield from _applied(pair)
    yield from _scaled(pair, counts)
    yield from _shifted(pair)


def _overflow(pair: Pair) -> Iterator[Explanation]:
    """Not finite where a finite value was expected, and right everywhere else."""
    lost = torch.isfinite(pair.expected) & ~torch.isfinite(pair.actual)
    if pair.gives(torch.where(lost, pair.actual, pair.expected)):
        values: dict[str, Value] = {"count": int(lost.sum()), "total": lost.numel()}
        yield Explanation("overflow", values, evidence=pair.evidence(pair.actual[~lost]))


def _applied(pair: Pair) -> Iterator[Explanation]:
    """A function of each element."""
    if pair.gives(-pair.expected):
        yield Explanation("negated", evidence=pair.evidence(pair.moved(-pair.expected)))
    if _is_of_zeros_and_ones(pair.expected) and pair.gives(1 - pair.expected):
        yield Explanation("zeros-for-ones", evidence=pair.evidence(pair.actual))
    counted = pair.expected.clamp(max=1)
    if bool((pair.expected == pair.expected.round()).all()) and pair.gives(counted):
        told = pair.actual if bool((pair.expected > 1).any()) else pair.actual[:0]
        yield Explanation("counted-once", evidence=pair.evidence(told))
    for functions in (APPLIED, CUT):
        for kind, function in functions.items():
            made = function(pair.expected)
            if pair.gives(made):
                moved = pair.moved(made)
                telling = pair.actual if functions is CUT and pair.cut and len(moved) > 1 else moved
                yield Explanation(kind, evidence=pair.evidence(telling), cost=math.log2(len(functions)))


def _is_of_zeros_and_ones(values: torch.Tensor) -> bool:
    """Whether both occur, and nothing else."""
    return bool(((values == 0) | (values == 1)).all()) and distinct(values) == 2


def _scaled(pair: Pair, counts: Sequence[Count]) -> Iterator[Explanation]:
    """One factor for all elements: a count, a part of one, or just a number."""
    largest = int(pair.expected.abs().argmax())
    base, found = (float(each.flatten()[largest]) for each in (pair.expected, pair.actual))
    if abs(base) <= 100 * pair.atol or found == 0:
        return
    factor = found / base
    if not pair.gives(pair.expected * factor):
        return
    if _near(factor, 1.0, pair):
        yield from (Explanation(kind, same=one.where) for one in counts if one.size == 1 for kind in BY_COUNT)
        return
    telling = pair.expected.abs() > 100 * pair.atol
    bits, price = _bits(pair, telling), pair.price(pair.actual[telling])
    for count in counts:
        for kind, part in _parts(count.size):
            if _near(factor, part, pair):
                named: dict[str, Value] = {"where": count.where, "size": count.size}
                yield Explanation(kind, named, count.where, bits, COUNTED_BITS)
    if not _near(factor, -1.0, pair):
        told = _told(factor)
        yield Explanation("scaled", {"factor": told}, told, bits, price)


def _parts(size: int) -> Iterator[tuple[str, float]]:
    """What a count of elements can have to do with a factor; of one or two it may be anything."""
    if size < 2:
        return
    yield "n-minus-one", size / (size - 1)
    yield "n", (size - 1) / size
    yield "n-minus-one-root", math.sqrt(size / (size - 1))
    yield "n-root", math.sqrt((size - 1) / size)
    if size > 2:
        yield "sum-for-mean", float(size)
        yield "mean-for-sum", 1 / size
        yield "times-root", math.sqrt(size)
        yield "over-root", 1 / math.sqrt(size)


def _shifted(pair: Pair) -> Iterator[Explanation]:
    """One number more, or less, in all elements."""
    shift = float((pair.actual - pair.expected).median())
    if abs(shift) <= 100 * pair.atol or not pair.gives(pair.expected + shift):
        return
    told = _told(abs(shift))
    kind = "shifted" if shift > 0 else "shifted-down"
    bits = _bits(pair, torch.ones_like(pair.expected, dtype=torch.bool))
    yield Explanation(kind, {"by": told}, told, bits, pair.price(pair.actual))


def _bits(pair: Pair, telling: torch.Tensor) -> float:
    """What elements tell of a number that was fitted to them; where all should be equal, no more than one of them."""
    values = pair.actual[telling]
    alone = distinct(pair.expected[telling]) == 1
    return pair.price(values) if alone else pair.evidence(values)


def _near(factor: float, part: float, pair: Pair) -> bool:
    return math.isclose(factor, part, rel_tol=max(4 * pair.rtol, 1e-6))


def _told(number: float) -> str:
    """A number as people write it: whole, a small fraction, a known one, or a few digits."""
    if math.isclose(number, round(number), rel_tol=1e-5) and round(number):
        return str(round(number))
    for below in range(2, 13):
        if math.isclose(number * below, round(number * below), rel_tol=1e-5) and round(number * below):
            return f"{round(number * below)}/{below}"
    known = {
        "ln 2": math.log(2),
        "1/ln 2": 1 / math.log(2),
        "ln 10": math.log(10),
        "π": math.pi,
        "√2": math.sqrt(2),
    }
    names = (name for name, value in known.items() if math.isclose(number, value, rel_tol=1e-5))
    return next(names, f"{number:.4g}")
