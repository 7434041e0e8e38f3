"""What the judge can say of one case where nothing explains the value: what holds of the expected one and not of the
actual one, where the two differ, and what their sizes are called.

Imported in the judge's process alone. Looks at one case and leaves the weighing to `grader.facts`.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator
from dataclasses import asdict

import torch

from course.message import Value
from grader.digest import fingerprint
from grader.errors import MALFORMED
from grader.explanation import Explanation
from grader.numbers import IRREGULAR_BITS, Pair, distinct, irregular
from grader.observe import Tree
from grader.rebuild import Rebuilder, rebuild_inputs
from grader.relating import counts_of, elements
from grader.values import Tolerances, tolerances_for
from grader.wire import Header, Payload

SMALLEST = 3
"""Elements along a dimension from which a property of them says something."""
LARGE = 100_000
"""Elements beyond which nothing is said."""
NEAR = 1e-4
"""How far a sum of float32 numbers may be from what it is."""
CHOICE_BITS = 5.0
"""What the choice among properties and places costs."""


def describe(item: Header, expected: Payload, actual: Payload, inputs: list[Payload]) -> Header:
    """One case of one check that differs.

    Returns:
        `found`, and where both values are numbers their `shapes`, expected before actual, `counts` that these may
        come from, and `print`, which is the same for all actual values that are.
    """
    told: Header = {"found": [], "shapes": None, "counts": [], "print": None}
    with contextlib.suppress(*MALFORMED):
        if _has_none(actual.header["value"]) and not _has_none(expected.header["value"]):
            return {**told, "found": [asdict(Explanation("none", fact=True))]}
        parts = _of_parts(item, expected, actual)
        if parts is not None:
            return {**told, "found": [asdict(parts)]}
        pair = _pair(item, *(elements(Rebuilder(each), each.header["value"]) for each in (expected, actual)))
        if pair is not None:
            return {
                "found": [asdict(one) for one in described(pair, _tensors(inputs))],
                "shapes": [list(pair.expected.shape), list(pair.actual.shape)],
                "counts": [[count.where, count.size] for count in counts_of(inputs)],
                "print": fingerprint([pair.actual]),
            }
    return told


def _has_none(tree: Tree) -> bool:
    """Whether a value is None, or holds it."""
    return tree["k"] == "none" or (tree["k"] in ("list", "tuple") and any(map(_has_none, tree["v"])))


def _of_parts(item: Header, expected: Payload, actual: Payload) -> Explanation | None:
    """That one of the two values is a part of the other, which has several."""
    for whole, part, kind in ((expected, actual, "one-of"), (actual, expected, "among")):
        tree, single = whole.header["value"], part.header["value"]
        if tree["k"] not in ("list", "tuple") or single["k"] in ("list", "tuple"):
            continue
        for position, own in enumerate(tree["v"]):
            pair = _pair(item, elements(Rebuilder(whole), own), elements(Rebuilder(part), single))
            if pair is not None and pair.gives(pair.expected):
                values: dict[str, Value] = {"position": position, "count": len(tree["v"])}
                bits = pair.evidence(pair.actual.flatten())
                return Explanation(kind, values, str(position), bits, math.log2(len(tree["v"])))
    return None


def _pair(item: Header, expected: torch.Tensor | None, actual: torch.Tensor | None) -> Pair | None:
    """Two tensors as numbers, with the tolerance of their dtypes or the one that was asked for."""
    if expected is None or actual is None:
        return None
    dtypes = [str(value.dtype).removeprefix("torch.") for value in (expected, actual)]
    wanted, found = (value.to(torch.float64).cpu() for value in (expected, actual))
    return Pair(wanted, found, *tolerances_for(Tolerances(*item["tolerance"]), *dtypes))


def _tensors(inputs: list[Payload]) -> dict[str, torch.Tensor]:
    """The tensors of numbers among what was given."""
    given = {name: value for payload in inputs for name, value in rebuild_inputs(payload).items()}
    return {
        name: value.detach().to(torch.float64).cpu()
        for name, value in given.items()
        if isinstance(value, torch.Tensor) and not value.is_complex()
    }


def described(pair: Pair, inputs: dict[str, torch.Tensor]) -> list[Explanation]:
    """What can be said of one tensor of plain numbers beside the expected one.

    Args:
        pair: the two as float64, of any shape.
        inputs: the tensors given, by name.
    """
    if max(pair.expected.numel(), pair.actual.numel()) > LARGE or not pair.actual.numel():
        return []
    found = [*_of_elements(pair), *_properties(pair)]
    if pair.expected.shape == pair.actual.shape:
        found += [*_picked(pair, inputs), *_places(pair, inputs)]
    return found


def _of_elements(pair: Pair) -> Iterator[Explanation]:
    """What became of the elements, wherever they went."""
    nan = int(torch.isnan(pair.actual).sum())
    if nan and not torch.isnan(pair.expected).any():
        values: dict[str, Value] = {"count": nan, "total": pair.actual.numel()}
        yield Explanation("nan", values, fact=True)
    infinite = int(torch.isinf(pair.actual).sum())
    if infinite and torch.isfinite(pair.expected).all():
        yield Explanation("infinite", {"count": infinite, "total": pair.actual.numel()}, fact=True)
    as_many = pair.expected.numel() == pair.actual.numel()
    if as_many and pair.gives(pair.expected.reshape(pair.actual.shape)):
        return
    if as_many and pair.actual.numel() > 1 and pair.same(pair.expected, pair.actual):
        yield Explanation("shuffled", evidence=pair.evidence(pair.actual.flatten()))
    elif 1 < pair.expected.numel() < pair.actual.numel() and _is_within(pair, pair.expected, pair.actual):
        more = pair.actual.numel() - pair.expected.numel()
        yield Explanation("too-many", {"count": more}, evidence=pair.evidence(pair.expected.flatten()))
    elif 1 <= pair.actual.numel() < pair.expected.numel() and _is_within(pair, pair.actual, pair.expected):
        fewer = pair.expected.numel() - pair.actual.numel()
        yield Explanation("too-few", {"count": fewer}, evidence=pair.evidence(pair.actual.flatten()))


def _is_within(pair: Pair, few: torch.Tensor, many: torch.Tensor) -> bool:
    """Whether all of a few elements are among many."""
    if few.numel() * many.numel() > 10 * LARGE:
        return False
    near = torch.isclose(few.flatten()[:, None], many.flatten()[None, :], pair.rtol, pair.atol)
    return bool(near.any(dim=1).all())


def _properties(pair: Pair) -> Iterator[Explanation]:
    """What holds along a dimension of the expected value, and along another of the actual one, or of some lines."""
    if pair.expected.shape != pair.actual.shape:
        return
    if not all(bool(irregular(value).any()) for value in (pair.expected, pair.actual)):
        return
    for axis, size in enumerate(pair.expected.shape):
        lines = pair.expected.numel() // size
        for kind, holds in _holding(pair.expected, axis).items():
            if size < SMALLEST - 1 or not bool(holds.all()):
                continue
            own = _holding(pair.actual, axis)[kind]
            others = [
                other
                for other in range(pair.actual.ndim)
                if other != axis and bool(_holding(pair.actual, other)[kind].all())
            ]
            values: dict[str, Value] = {"dim": axis, "yours": others[0] if others else -1, "lines": lines}
            values["right"] = int(own.sum())
            if not bool(own.all()) and (others or bool(own.any())):
                yield Explanation(kind, values, f"{axis} {others}", IRREGULAR_BITS * lines, CHOICE_BITS)


def _holding(value: torch.Tensor, axis: int) -> dict[str, torch.Tensor]:
    """For each property of the elements along a dimension, in which lines it holds."""
    off = {
        "sums-to-one": value.sum(axis) - 1,
        "exp-sums-to-one": value.exp().sum(axis) - 1,
        "mean-zero": value.mean(axis),
        "norm-one": value.norm(dim=axis) - 1,
    }
    return {kind: amount.abs() < NEAR for kind, amount in off.items()}


def _picked(pair: Pair, inputs: dict[str, torch.Tensor]) -> Iterator[Explanation]:
    """That all elements, expected and actual, are those of an input, and from where the first wrong one is."""
    for name, value in inputs.items():
        flat = value.flatten()
        if flat.numel() < SMALLEST or not bool(irregular(flat).any()) or distinct(flat) < flat.numel():
            continue
        sources = [_sources(flat, side) for side in (pair.expected, pair.actual)]
        if any(source is None for source in sources):
            continue
        wanted, found = (source for source in sources if source is not None)
        if not pair.actual.ndim or bool((wanted == found).all()):
            continue
        first = int((wanted != found).nonzero()[0])
        at = [
            str([int(part) for part in torch.unravel_index(torch.tensor(place), shape)])
            for place, shape in (
                (first, pair.expected.shape),
                (int(wanted[first]), value.shape),
                (int(found[first]), value.shape),
            )
        ]
        values: dict[str, Value] = {"input": name, "place": at[0], "expected": at[1], "actual": at[2]}
        yield Explanation("picked", values, name, IRREGULAR_BITS * pair.actual.numel(), CHOICE_BITS)


def _sources(flat: torch.Tensor, side: torch.Tensor) -> torch.Tensor | None:
    """For each element of a value its place among those of an input; None where one is not there."""
    if flat.numel() * side.numel() > 10 * LARGE:
        return None
    same = side.flatten()[:, None] == flat[None, :]
    return same.int().argmax(dim=1) if bool(same.any(dim=1).all()) else None


def _places(pair: Pair, inputs: dict[str, torch.Tensor]) -> Iterator[Explanation]:
    """Where alone it is wrong, the rest being right."""
    wrong = ~torch.isclose(pair.actual, pair.expected, pair.rtol, pair.atol, equal_nan=True)
    if not bool(wrong.any()) or bool(wrong.all()):
        return
    total, count = wrong.numel(), int(wrong.sum())
    bits = (math.lgamma(total + 1) - math.lgamma(count + 1) - math.lgamma(total - count + 1)) / math.log(2)
    for kind, values, place in _regions(pair.expected, inputs):
        if bool((wrong == place).all()):
            yield Explanation(f"wrong-{kind}", values, str(values), bits, CHOICE_BITS)
            return
    for kind, values, place in _regions(pair.expected, inputs):
        if bool((wrong & ~place).sum() == 0) and 4 * int(wrong.sum()) >= int(place.sum()):
            inside = int(place.sum())
            bits = count * math.log2(total / inside)
            yield Explanation(f"wrong-{kind}", values, str(values), bits, CHOICE_BITS)


def _regions(
    expected: torch.Tensor, inputs: dict[str, torch.Tensor]
) -> Iterator[tuple[str, dict[str, Value], torch.Tensor]]:
    """Places that people think of, each as a mask."""
    for axis, size in enumerate(expected.shape):
        if size < SMALLEST - 1:
            continue
        index = torch.arange(size).reshape([-1 if other == axis else 1 for other in range(expected.ndim)])
        for kind, at in (("first", 0), ("last", size - 1)):
            yield kind, {"dim": axis}, (index == at).expand(expected.shape)
        if size > SMALLEST:
            yield "ends", {"dim": axis}, ((index == 0) | (index == size - 1)).expand(expected.shape)
    if expected.ndim >= 2 and min(expected.shape[-2:]) > 1:
        rows, columns = (torch.arange(size) for size in expected.shape[-2:])
        below = rows[:, None] - columns[None, :]
        yield "diagonal", {}, (below == 0).expand(expected.shape)
        yield "above", {}, (below < 0).expand(expected.shape)
        yield "below", {}, (below > 0).expand(expected.shape)
    yield "zero", {}, expected == 0
    yield "negative", {}, expected < 0
    yield "positive", {}, expected > 0
    for name, value in inputs.items():
        if value.shape == expected.shape:
            yield "where-negative", {"input": name}, value < 0
            yield "where-positive", {"input": name}, value > 0
            yield "where-zero", {"input": name}, value == 0
