"""A failed check as facts: in what yours and the expected value agree, in what they differ, and the numbers.

Owns the decision what is compared and shown, on the summaries of a `CheckResult`; no sentence and no screen
(`tui.side_by_side` sets it into a width).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from course.message import Message
from tui.facts import Comparison, Fact, GridPair, LinePair
from tui.grids import NumberFormat, grid_of, grids_of
from tui.measured import measured
from tui.summaries import (
    is_array,
    is_container,
    is_scalar,
    is_value,
    number_text,
    shape_of,
    shape_text,
    told,
    values_of,
)

if TYPE_CHECKING:
    from grader.difference import TensorDifference
    from grader.verdict import CheckResult, Summary

MAX_LINES = 12
"""Lines of printed text that are shown, from the first that differs on."""
MAX_ITEMS = 8
"""Items of a list or entries of a module that are told; those that differ come first."""

_WEIGHT = {False: 0, None: 1, True: 2}
"""What differs comes first, then what can only be told."""
_TOLERANCES = {"float16": (1e-3, 1e-5), "bfloat16": (1.6e-2, 1e-5), "float64": (1e-7, 1e-7)}
"""Relative and absolute, as `torch.testing.assert_close` has them."""
_USUAL = (1.3e-6, 1e-5)


def compared(check: CheckResult) -> Comparison:
    """The comparison of a failed check; empty when there is nothing to show, as where an exception came."""
    if not is_value(check.actual) or check.actual is None or check.reason == "raised":
        return Comparison()
    if check.expected is None or not is_value(check.expected):
        return _alone(check.actual)
    found = compare(check.expected, check.actual, check.message, check.difference)
    return replace(found, facts=tuple(sorted(found.facts, key=lambda fact: _WEIGHT[fact.agrees])))


def compare(
    expected: Summary,
    actual: Summary,
    judged: Message | None = None,
    difference: TensorDifference | None = None,
) -> Comparison:
    """Compares two summaries; what the judge said of them, or measured, counts where it counted elements."""
    if is_array(expected) and is_array(actual):
        if difference is not None and tuple(difference.actual.shape) == shape_of(actual):
            return measured(difference)
        return _arrays(expected, actual, judged)
    if is_container(expected) and is_container(actual) and expected["type"] == actual["type"]:
        return _containers(expected, actual, difference)
    if "parameters" in expected and "parameters" in actual:
        return _modules(expected, actual)
    return _others(expected, actual)


def alike(expected: Any, actual: Any, tolerance: tuple[float, float] = _USUAL) -> bool:
    """Whether two plain values are equal, floats nearly so; NaN, which is text here, equals NaN."""
    if _is_number(expected) and _is_number(actual):
        return math.isclose(expected, actual, rel_tol=tolerance[0], abs_tol=tolerance[1])
    if isinstance(expected, list) and isinstance(actual, list):
        same = len(expected) == len(actual)
        return same and all(alike(e, a, tolerance) for e, a in zip(expected, actual, strict=True))
    if isinstance(expected, dict) and isinstance(actual, dict):
        return expected.keys() == actual.keys() and all(alike(expected[k], actual[k]) for k in expected)
    return type(expected) is type(actual) and bool(expected == actual)


def _alone(actual: Summary) -> Comparison:
    """A value that a condition refused: only what it is can be shown."""
    if not is_array(actual):
        return Comparison((Fact("value", told(actual), None, None),))
    facts = (
        Fact("shape", shape_text(actual), None, None),
        Fact("dtype", str(actual.get("dtype")), None, None),
    )
    values = values_of(actual)
    if not values:
        return Comparison(facts)
    if shape_of(actual) == ():
        return Comparison((*facts, Fact("value", number_text(values[0]), None, None)))
    return Comparison(facts, GridPair(grid_of(values, shape_of(actual)), None))


def _arrays(expected: Summary, actual: Summary, judged: Message | None) -> Comparison:
    facts = [
        Fact(name, str(actual.get(name)), str(expected.get(name)), expected.get(name) == actual.get(name))
        for name in ("dtype", "device", "type")
        if name == "dtype" or expected.get(name) != actual.get(name)
    ]
    same_shape = shape_of(expected) == shape_of(actual)
    facts.append(Fact("shape", shape_text(actual), shape_text(expected), same_shape))
    theirs, ours = values_of(expected), values_of(actual)
    if theirs is None or ours is None:
        return Comparison(tuple(facts))
    if not same_shape:
        return Comparison(tuple(facts), _pair(expected, actual, theirs, ours, ()))
    counted = judged.values if judged is not None else {}
    odd = _differing(theirs, ours, str(expected.get("dtype")), counted.get("count"))
    if shape_of(actual) == ():
        form = NumberFormat.of([*theirs, *ours], [(theirs[0], ours[0])] if odd else [])
        facts.append(Fact("value", form.text(ours[0]), form.text(theirs[0]), not odd))
        return Comparison(tuple(facts))
    if not odd:
        said = Message("app-fact-all-equal")
        return Comparison((*facts, Fact("values", said, None, True)) if ours else tuple(facts))
    said = Message(
        "app-fact-differ", {"count": len(odd), "total": len(ours), "most": counted.get("index", 0)}
    )
    grids = _pair(expected, actual, theirs, ours, odd)
    return Comparison((*facts, Fact("values", said, None, False)), grids)


def _pair(
    expected: Summary, actual: Summary, theirs: list[Any], ours: list[Any], odd: Sequence[int]
) -> GridPair:
    return GridPair(*grids_of(ours, theirs, (shape_of(actual), shape_of(expected)), odd))


def _differing(theirs: list[Any], ours: list[Any], dtype: str, count: object) -> list[int]:
    """Positions of the elements that differ: as many as the judge counted, else by the usual tolerance."""
    pairs = list(zip(theirs, ours, strict=True))
    if not isinstance(count, int):
        tolerance = _TOLERANCES.get(dtype, _USUAL)
        return [index for index, (e, a) in enumerate(pairs) if not alike(e, a, tolerance)]
    far = sorted(range(len(pairs)), key=lambda index: -_distance(*pairs[index]))
    return sorted(far[:count])


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _distance(one: Any, other: Any) -> float:
    if _is_number(one) and _is_number(other):
        return float(abs(one - other))
    return 0.0 if one == other else math.inf


def _containers(expected: Summary, actual: Summary, difference: TensorDifference | None) -> Comparison:
    lengths = expected.get("length"), actual.get("length")
    facts = [Fact("length", str(lengths[1]), str(lengths[0]), lengths[0] == lengths[1])]
    grids = None
    for name, theirs, ours in _items(expected, actual):
        agrees = alike(theirs, ours)
        both = theirs is not None and ours is not None
        wanted = told(theirs) if told(theirs) != told(ours) else None
        facts.append(Fact(name, told(ours), wanted, agrees, named=True))
        if grids is None and not agrees and both and is_array(theirs) and is_array(ours):
            known = difference if difference is not None and difference.name.endswith(name) else None
            found = compare(theirs, ours, None, known).grids  # type: ignore[arg-type]
            grids = replace(found, name=name) if found is not None else None
    return Comparison(tuple(_worth_telling(facts)), grids)


def _items(expected: Summary, actual: Summary) -> Iterator[tuple[str, Summary | None, Summary | None]]:
    """The items of two lists by position, or of two dicts by key."""
    if expected["type"] != "dict":
        pairs = zip_longest(expected["items"], actual["items"])
        yield from ((f"[{index}]", theirs, ours) for index, (theirs, ours) in enumerate(pairs))
        return
    theirs_by = {told(key): value for key, value in expected["items"]}
    ours_by = {told(key): value for key, value in actual["items"]}
    for key in {**theirs_by, **ours_by}:
        yield f"[{key}]", theirs_by.get(key), ours_by.get(key)


def _modules(expected: Summary, actual: Summary) -> Comparison:
    facts = [Fact("type", actual["type"], expected["type"], actual["type"] == expected["type"])]
    theirs = {str(name): str(tuple(shape)) for name, shape, *_ in expected["parameters"]}
    ours = {str(name): str(tuple(shape)) for name, shape, *_ in actual["parameters"]}
    for name in {**theirs, **ours}:
        one, other = theirs.get(name), ours.get(name)
        facts.append(Fact(name, other or "…", one or "…", one == other, named=True))
    return Comparison(tuple(_worth_telling(facts)))


def _others(expected: Summary, actual: Summary) -> Comparison:
    """Scalars, and values of two kinds."""
    same_type = expected.get("type") == actual.get("type")
    facts = []
    if not same_type:
        facts.append(Fact("type", str(actual.get("type")), str(expected.get("type")), False))
    agrees = same_type and alike(expected.get("value"), actual.get("value"))
    texts = [summary.get("value") for summary in (expected, actual)]
    if same_type and all(isinstance(text, str) and "\n" in text.strip() for text in texts):
        return Comparison(lines=_lines(*map(str, texts)))
    if is_scalar(expected) and is_scalar(actual):
        facts.append(Fact("value", told(actual), told(expected), agrees))
    elif not same_type:
        facts.append(Fact("value", told(actual), told(expected), None))
    return Comparison(tuple(facts))


def _lines(expected: str, actual: str) -> tuple[LinePair, ...]:
    """The lines of two texts, from just before the first that differs."""
    both = zip_longest(actual.rstrip().split("\n"), expected.rstrip().split("\n"))
    pairs = [LinePair(number, ours, theirs) for number, (ours, theirs) in enumerate(both, start=1)]
    first = next((index for index, pair in enumerate(pairs) if not pair.agrees), 0)
    start = max(0, min(first - 2, len(pairs) - MAX_LINES))
    return tuple(pairs[start : start + MAX_LINES])


def _worth_telling(facts: list[Fact]) -> list[Fact]:
    """Not more than can be read, those that differ first."""
    return sorted(facts, key=lambda fact: fact.agrees is not False)[: MAX_ITEMS + 1]
