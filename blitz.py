"""Drawing for learners' programs: `from blitz import show, plot` draws in the course and does nothing outside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_draw: Callable[[str, str, Any], None] | None = None


def show(value: Any, label: str = "") -> None:
    """Shows a value, such as a tensor or an image, beside the program."""
    if _draw is not None:
        _draw("show", label, value)


def plot(y: Any, x: Any = None, label: str = "") -> None:
    """Adds a point (numbers) or a line (sequences) to the plot beside the program."""
    if _draw is not None:
        _draw("plot", label, (y, x))
