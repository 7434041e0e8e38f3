"""Numbers as shades, from the lowest to the highest of a tensor, readable with and without colour.

Owns the scale; `tui.widgets.heat` draws it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

SHADES = "·░▒▓█"
"""From low to high."""
NOTHING = " "
"""Stands for NaN and whatever else has no place on the scale, where nothing tells them apart."""
SPECIAL = {"nan": "?", "inf": "▲", "-inf": "▼"}
"""The signs of what is no finite number."""


def levels(values: Sequence[Any]) -> list[float | None]:
    """The place of each value between the lowest, 0, and the highest, 1; None for what is no finite number.

    Complex numbers stand where their sizes do.
    """
    numbers = [_size(value) for value in values]
    finite = [number for number in numbers if number is not None]
    # Halves, since the span of two numbers that a float can hold may be more than one.
    low, high = min(finite, default=0.0) / 2, max(finite, default=0.0) / 2
    span = high - low
    return [None if number is None else (number / 2 - low) / span if span > 0 else 0.5 for number in numbers]


def shade(level: float | None) -> str:
    """The sign of a level."""
    return NOTHING if level is None else SHADES[min(int(level * len(SHADES)), len(SHADES) - 1)]


def sign(value: Any, level: float | None) -> str:
    """The sign of a value at a level; NaN and infinities have their own, a complex number that holds one likewise."""
    if level is not None:
        return shade(level)
    text = str(value)
    return SPECIAL.get(text) or (
        SPECIAL["nan"] if "nan" in text else SPECIAL["inf"] if "inf" in text else NOTHING
    )


def bounds(values: Sequence[Any]) -> tuple[float, float] | None:
    """The lowest and the highest finite number; None when there is none."""
    finite = [number for value in values if (number := _number(value)) is not None]
    return (min(finite), max(finite)) if finite else None


def _number(value: Any) -> float | None:
    """A value as a finite number; what JSON has no number for came as text."""
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


def _size(value: Any) -> float | None:
    """The number that a level is made of."""
    if isinstance(value, str) and "j" in value:
        size = abs(complex(value))
        return size if math.isfinite(size) else None
    return _number(value)
