"""Observed values, said."""

from __future__ import annotations

from typing import Any

import pytest

from course.catalogue import Catalogue
from tui.plain.values import value_lines

EN = Catalogue.load("en")


@pytest.mark.parametrize(
    ("summary", "lines"),
    [
        ({"type": "None", "value": None}, ["x: None"]),
        ({"type": "str", "value": "a b"}, ["x: 'a b'"]),
        ({"type": "float", "value": 0.1 + 0.2}, ["x: 0.3"]),
        ({"type": "ValueError", "message": "too short"}, ["x: ValueError: too short"]),
        ({"type": "undefined"}, ["x: undefined"]),
        (
            {
                "type": "list",
                "length": 2,
                "items": [{"type": "int", "value": 1}, {"type": "int", "value": 2}],
            },
            ["x: list (1, 2)"],
        ),
        (
            {
                "type": "dict",
                "length": 1,
                "items": [[{"type": "str", "value": "a"}, {"type": "int", "value": 1}]],
            },
            ["x: dict ('a': 1)"],
        ),
        (
            {"type": "tensor", "shape": [], "dtype": "int64", "values": 7},
            ["x: tensor of shape (), int64", "7"],
        ),
        ({"type": "tensor", "shape": [900, 2], "dtype": "bool"}, ["x: tensor of shape (900, 2), bool"]),
    ],
)
def test_a_value_is_told_as_what_it_is(summary: dict[str, Any], lines: list[str]) -> None:
    assert value_lines("x", summary, EN) == lines


def test_of_many_rows_and_of_long_ones_the_first_are_told() -> None:
    values = [[[float(row * 100 + column) for column in range(25)] for row in range(6)] for _ in range(2)]
    summary = {"type": "tensor", "shape": [2, 6, 25], "dtype": "float32", "values": values}
    lines = value_lines("x", summary, EN)
    assert len(lines) == 12
    assert lines[1].startswith("0, 1, 2,")
    assert lines[1].endswith("19, …")
    assert lines[-1] == "and 2 more rows"
