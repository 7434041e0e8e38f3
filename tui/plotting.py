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

SIGNS = "●▲■◆✚★○△□◇✕☆"
"""What marks some points of each series, so that they can be told apart without colour."""
COLOURS = (4, 3, 5, 6, 2, 1)
"""The colours of the series, of the sixteen of a terminal; `tui.program_colors` makes them ours."""
MARKED = 6
"""Points of a series that bear its sign."""


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
    for number, one in enumerate(series):
        points = thinned(one.points, 4 * width)
        xs, ys = zip(*points, strict=True)
        plotext.plot(list(xs), list(ys), marker="braille", color=colour_of(number))
        if len(series) > 1 or len(points) == 1:
            step = max(len(points) // MARKED, 1)
            marked = points[(number * step // len(series)) % step :: step]
            xs, ys = zip(*marked, strict=True)
            plotext.scatter(list(xs), list(ys), marker=sign_of(number), color=colour_of(number))
    return list(AnsiDecoder().decode(plotext.build().rstrip("\n")))
