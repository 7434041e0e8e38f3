"""A matrix as a picture: two rows of numbers in a row of cells."""

from __future__ import annotations

from collections.abc import Sequence

from rich.color import Color as CellColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui.heat import NOTHING, shade

HALF = "▀"


class HeatMap(Widget):
    """Levels from 0, in the colour of the ground, to 1, in the colour of ink; as signs where there is no colour."""

    DEFAULT_CSS = """
    HeatMap { width: auto; height: auto; margin: 0 0 1 0; }
    """

    def __init__(self, rows: Sequence[Sequence[float | None]]) -> None:
        super().__init__()
        self._levels = rows

    @property
    def _plain(self) -> bool:
        return self.app.no_color

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """One cell per number; two where it is a sign, which is as high as two."""
        return len(self._levels[0]) * (2 if self._plain else 1)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Two rows of numbers per row; one where they are signs."""
        return len(self._levels) if self._plain else (len(self._levels) + 1) // 2

    def render_line(self, y: int) -> Strip:
        """A row of the picture."""
        if self._plain:
            return Strip([Segment("".join(shade(level) * 2 for level in self._levels[y]), self.rich_style)])
        above = self._levels[2 * y]
        below = self._levels[2 * y + 1] if 2 * y + 1 < len(self._levels) else [None] * len(above)
        low, high = (Color.parse(self.app.theme_variables[token]) for token in ("bar", "ink"))
        nothing = self.rich_style

        def color(level: float | None) -> CellColor | None:
            return low.blend(high, round(level, 2)).rich_color if level is not None else None

        segments = []
        for top, bottom in zip(above, below, strict=True):
            if top is None and bottom is None:
                segments.append(Segment(NOTHING, nothing))
            else:
                segments.append(Segment(HALF, nothing + Style(color=color(top), bgcolor=color(bottom))))
        return Strip(segments)
