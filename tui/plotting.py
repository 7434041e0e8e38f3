"""Curves as text, drawn by plotext.

Owns the choice of signs and colours, and plotext's one figure, on which one thread may draw at a time; plotext
is imported here, when something is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import Any

from rich.ansi import AnsiDecoder
from rich.text import Text

from tui.series import Series, thinned
from tui.summaries import number_text

SIGNS = "●▲■◆✚★○△□◇✕☆"
"""What marks some points of each series, so that they can be told apart without colour."""
COLOURS = (4, 3, 5, 6, 2, 1)
"""The colours of the series, of the sixteen of a terminal; `tui.program_colors` makes them ours."""
MARKED = 6
"""Points of a series that bear its sign."""
HUGE, TINY = 1e100, 1e-100
"""What is larger is drawn as this, what is smaller as nothing: plotext's own arithmetic would overflow."""
LONG = 1e7
"""Numbers from here on stand at an axis with their exponent: plotext writes all their digits."""
TICKS = 5
"""Numbers at an axis that is labelled here."""


_FIGURE = Lock()


def sign_of(number: int) -> str:
    """The sign of a series, by its position."""
    return SIGNS[number % len(SIGNS)]


def colour_of(number: int) -> int:
    """The colour of a series, by its position."""
    return COLOURS[number % len(COLOURS)]


def drawn(series: Sequence[Series], width: int, height: int) -> list[Text]:
    """The lines of a plot that fills some cells."""
    import plotext

    with _FIGURE:
        return _drawn(plotext, series, width, height)


def _drawn(plotext: Any, series: Sequence[Series], width: int, height: int) -> list[Text]:
    plotext.clear_figure()
    plotext.theme("clear")
    plotext.plot_size(width, height)
    curves = [[(_held(x), _held(y)) for x, y in thinned(one.points, 4 * width)] for one in series]
    for label_axis, position in ((plotext.xticks, 0), (plotext.yticks, 1)):
        _label(label_axis, [point[position] for points in curves for point in points])
    for number, points in enumerate(curves):
        xs, ys = zip(*points, strict=True)
        plotext.plot(list(xs), list(ys), marker="braille", color=colour_of(number))
        if len(series) > 1 or len(points) == 1:
            step = max(len(points) // MARKED, 1)
            marked = points[(number * step // len(series)) % step :: step]
            xs, ys = zip(*marked, strict=True)
            plotext.scatter(list(xs), list(ys), marker=sign_of(number), color=colour_of(number))
    return list(AnsiDecoder().decode(plotext.build().rstrip("\n")))


def _label(label_axis: Any, numbers: Sequence[float]) -> None:
    """Labels an axis in few characters where its numbers are long."""
    low, high = min(numbers), max(numbers)
    if max(-low, high) >= LONG:
        ticks = [low + (high - low) * number / (TICKS - 1) for number in range(TICKS)]
        label_axis(ticks, [number_text(tick) for tick in ticks])


def _held(number: float) -> float:
    """A number that can be drawn; a program that diverges comes to others."""
    return max(-HUGE, min(number, HUGE)) if abs(number) > TINY else 0.0
