"""Summaries of values, as the grader writes them."""

from __future__ import annotations

from itertools import product
from typing import Any

from grader.difference import Extreme, Part, Side, TensorDifference
from grader.verdict import Summary


def tensor(values: Any, dtype: str = "float32", **more: Any) -> Summary:
    """A tensor of nested lists, or of one number."""
    shape, inner = [], values
    while isinstance(inner, list):
        shape.append(len(inner))
        inner = inner[0] if inner else None
    return {"type": "tensor", "shape": shape, "dtype": dtype, "device": "cpu", "values": values, **more}


def scalar(value: Any) -> Summary:
    """A Python value."""
    return {"type": type(value).__name__, "value": value}


def listed(*items: Summary) -> Summary:
    """A list."""
    return {"type": "list", "length": len(items), "items": list(items)}


def difference(expected: Any, actual: Any, name: str = "x", dtype: str = "float32") -> TensorDifference:
    """The difference of two tensors of nested lists of one shape, to the last bit."""
    shape = tuple(tensor(actual)["shape"])
    pairs = {
        index: (_at(expected, index), _at(actual, index))
        for index in product(*(range(size) for size in shape))
    }
    errors = {index: _error(*pair) for index, pair in pairs.items()}
    odd = [index for index, (one, other) in pairs.items() if one != other]
    finite = [index for index in odd if isinstance(errors[index], float)]
    worst = max(finite, key=lambda index: errors[index], default=None)
    ratios = {index: errors[index] / abs(pairs[index][0]) for index in finite if pairs[index][0]}
    far = max(ratios, key=lambda index: ratios[index], default=None)
    sides = [
        Side("tensor", shape, dtype, "cpu", False, _count(pairs, side, "nan"), _count(pairs, side, "inf"))
        for side in (0, 1)
    ]
    return TensorDifference(
        name,
        sides[0],
        sides[1],
        len(pairs),
        len(odd),
        odd[0] if odd else None,
        Extreme(worst, errors[worst], *pairs[worst]) if worst is not None else None,
        Extreme(far, ratios[far], *pairs[far]) if far is not None else None,
        tuple(
            _part(shape, start, expected, actual, errors)
            for start in product(*(range(size) for size in shape[:-2]))
        ),
    )


def _part(
    shape: tuple[int, ...], start: tuple[int, ...], expected: Any, actual: Any, errors: dict[Any, Any]
) -> Part:
    rows, columns = (1, 1, *shape)[-2:]
    places = [[(*start, row, column)[-len(shape) or 3 :] for column in range(columns)] for row in range(rows)]
    sides = [[[_at(side, index) for index in row] for row in places] for side in (expected, actual)]
    error = [[errors[index] for index in row] for row in places]
    odd = [(row, column) for row in range(rows) for column in range(columns) if error[row][column]]
    return Part(places[0][0], (1, 1), sides[0], sides[1], error, odd)


def _at(values: Any, index: tuple[int, ...]) -> Any:
    for place in index:
        values = values[place]
    return values


def _error(expected: Any, actual: Any) -> Any:
    if expected == actual:
        return 0.0
    pair = [complex(value) if isinstance(value, str) else value for value in (expected, actual)]
    size = float(abs(pair[1] - pair[0]))
    return size if size < float("inf") else "inf"


def _count(pairs: dict[Any, Any], side: int, word: str) -> int:
    return sum(isinstance(pair[side], str) and word in pair[side] for pair in pairs.values())
