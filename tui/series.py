"""The points that a program plots, by series: gathered while it runs, thinned out for a screen, told in words.

Owns the data; `tui.plotting` draws it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.summaries import number_text

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import Plotted

Point = tuple[float, float]

MOST = 12
"""Series that are kept; a plot of more could not be read."""


@dataclass(slots=True)
class Series:
    """The points of one label, in the order in which they came."""

    name: str
    points: list[Point] = field(default_factory=list)


@dataclass(slots=True)
class Curves:
    """All series of one run."""

    _by_name: dict[str, Series] = field(default_factory=dict)

    def add(self, event: Plotted) -> None:
        """The program plotted points; a lone number has no place of its own and goes behind the last."""
        series = self._by_name.get(event.series)
        if series is None:
            if len(self._by_name) >= MOST:
                return
            series = self._by_name[event.series] = Series(event.series)
        lone = len(event.points) == 1 and event.points[0][0] == 0 and series.points
        for x, y in event.points:
            if math.isfinite(x) and math.isfinite(y):
                series.points.append((series.points[-1][0] + 1 if lone else x, y))

    @property
    def series(self) -> list[Series]:
        """The series that have points."""
        return [series for series in self._by_name.values() if series.points]


def thinned(points: Sequence[Point], most: int) -> list[Point]:
    """About as many points as there is room for: of each stretch the lowest and the highest, in order."""
    if len(points) <= most:
        return list(points)
    kept: list[Point] = []
    parts = max(most // 2, 1)
    for part in range(parts):
        stretch = points[part * len(points) // parts : (part + 1) * len(points) // parts]
        ends = {min(stretch, key=lambda point: point[1]), max(stretch, key=lambda point: point[1])}
        kept += sorted(ends, key=stretch.index)
    return kept


def told_in_words(series: Series, words: Catalogue) -> str:
    """A series in one sentence: how many points, from where to where, and its extremes."""
    ys = [y for _, y in series.points]
    return words.text(
        "app-plot-series",
        name=series.name or words.text("app-plot-unnamed"),
        count=len(ys),
        first=number_text(ys[0]),
        last=number_text(ys[-1]),
        low=number_text(min(ys)),
        high=number_text(max(ys)),
    )
