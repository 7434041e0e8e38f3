"""How scrollbars are drawn: a thin thumb made of characters, which is there without colours too."""

from __future__ import annotations

from rich.color import Color
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

PLAIN = Color.default()
THUMB = {True: "▐", False: "▄"}
"""What a thumb is made of: of a vertical bar, and of one that lies."""


class ThinScrollBar(ScrollBarRender):
    """Draws a thumb on half a cell; Textual's own is a cell that differs by its ground alone."""

    @classmethod
    def render_bar(
        cls,
        size: int = 25,
        virtual_size: float = 50,
        window_size: float = 20,
        position: float = 0,
        thickness: int = 1,
        vertical: bool = True,
        back_color: Color = PLAIN,
        bar_color: Color = PLAIN,
    ) -> Segments:
        """Part of Textual's protocol: the track before the thumb, the thumb, the track after it."""
        start, end = _thumb(size, virtual_size, window_size, position)
        blank, thumb = (
            " " * (thickness if vertical else 1),
            THUMB[vertical].rjust(thickness if vertical else 1),
        )
        ground = Style(bgcolor=back_color)
        bar = Style(color=bar_color, bgcolor=back_color)
        pieces = [
            *[Segment(blank, ground + Style(meta={"@mouse.down": "scroll_up"}))] * start,
            *[Segment(thumb, bar + Style(meta={"@mouse.down": "grab"}))] * (end - start),
            *[Segment(blank, ground + Style(meta={"@mouse.down": "scroll_down"}))] * (size - end),
        ]
        if vertical:
            return Segments(pieces, new_lines=True)
        return Segments([*pieces, Segment.line()] * thickness)


def _thumb(size: int, virtual_size: float, window_size: float, position: float) -> tuple[int, int]:
    """The cells between which the thumb stands, of `size`; nowhere when everything is in sight."""
    if not (size and window_size) or virtual_size <= window_size:
        return 0, 0
    length = max(1, round(size * window_size / virtual_size))
    start = round((size - length) * position / (virtual_size - window_size))
    return max(0, min(start, size - length)), max(0, min(start, size - length)) + length
