"""A difference seen through a magnifying glass: yours, the expected value and the difference beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.magnifier import BETWEEN, Magnifier, Window
from tui.marks import BAD
from tui.sheets import EQUAL, Cell, Panel

if TYPE_CHECKING:
    from course.catalogue import Catalogue

Piece = tuple[str, str]
"""A text and the name of its style; empty for the ground alone."""
STEPS = 8
"""Tones from the lowest to the highest, so that few styles are made."""
UNDER = {"points": "+", "shades": "[]"}
"""What stands for the cell under the glass, also where there is no colour."""


class MagnifierView(Widget):
    """Draws what is in sight; decides nothing."""

    DEFAULT_CSS = """
    MagnifierView { height: 1fr; padding: 0 1; background: $ground; }
    """

    class Wheel(Message):
        """The wheel of the mouse turned by some rows."""

        def __init__(self, rows: int) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, glass: Magnifier, words: Catalogue, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._glass = glass
        self._words = words

    def show(self, glass: Magnifier) -> None:
        """Looks elsewhere."""
        self._glass = glass
        self.refresh()

    @property
    def window(self) -> Window:
        """What is in sight."""
        size = self.content_size
        return self._glass.window(size.width, size.height)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Tells of the wheel."""
        event.stop()
        self.post_message(self.Wheel(1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Tells of the wheel."""
        event.stop()
        self.post_message(self.Wheel(-1))

    def render_line(self, y: int) -> Strip:
        """A line of the panels."""
        window, panels = self.window, self._glass.sheet.panels
        ground, styles = self.rich_style, self._styles
        if window.stacked:
            number, line = divmod(y, 3)
            pieces = self._stacked(panels[number], line, window) if number < len(panels) else iter(())
        else:
            pieces = self._beside(y, window)
        told = [Segment(" " * self.styles.padding.left, ground)]
        told += [Segment(text, ground + styles[name] if name else ground) for text, name in pieces]
        return Strip(told).adjust_cell_length(self.size.width, ground)

    def _stacked(self, panel: Panel, line: int, window: Window) -> Iterator[Piece]:
        """A vector: its heading, its elements, a blank line."""
        if line == 0:
            yield self._heading(panel, window.width)
        elif line == 1:
            yield from self._row(panel, 0, window)

    def _beside(self, y: int, window: Window) -> Iterator[Piece]:
        row = window.top + y - 1
        if y > window.rows:
            return
        number = str(self._glass.row_number(row)) if y else ""
        yield f"{number:>{window.gutter - 1}} ", "muted"
        for position, panel in enumerate(self._glass.sheet.panels):
            if position:
                yield " " * BETWEEN, ""
            if y == 0:
                yield self._heading(panel, window.width)
            else:
                yield from self._row(panel, row, window)

    def _heading(self, panel: Panel, width: int) -> Piece:
        told = self._words.text(f"app-side-{panel.name}")
        return Strip([Segment(told)]).adjust_cell_length(max(width, 1)).text, "heading"

    def _row(self, panel: Panel, row: int, window: Window) -> Iterator[Piece]:
        """The cells in sight, those of one style in one piece."""
        glass, columns = self._glass, range(window.left, window.left + window.columns)
        cells = (
            self._cell(
                panel,
                panel.cell(row, column),
                window.pitch,
                under=(row, column) == (glass.row, glass.column),
                wrong=panel.name == "yours" and (row, column) in glass.sheet.odd,
            )
            for column in columns
        )
        for name, pieces in groupby(cells, key=lambda piece: piece[1]):
            yield "".join(text for text, _ in pieces), name
        yield " " * max(0, window.width - window.columns * window.pitch), ""

    def _cell(self, panel: Panel, cell: Cell, pitch: int, *, under: bool, wrong: bool) -> Piece:
        name = self._style(cell, panel.name == "difference", wrong)
        if self._glass.zoom != "numbers":
            return (UNDER[self._glass.zoom], "under") if under else (cell.sign * pitch, name)
        return f"{cell.text:>{pitch - 2}}{BAD if wrong else ' '} ", f"{name}-reversed" if under else name

    def _style(self, cell: Cell, is_difference: bool, wrong: bool) -> str:
        if is_difference:
            return "muted" if cell.sign == EQUAL else "bad"
        if self._glass.zoom == "numbers" or cell.level is None:
            return "bad" if wrong else "ink"
        return f"tone-{round(cell.level * (STEPS - 1))}"

    @property
    def _styles(self) -> Mapping[str, Style]:
        tokens = self.app.theme_variables
        return _made(*(tokens[name] for name in ("muted", "ink", "bad", "accent")))


@lru_cache(maxsize=8)
def _made(muted: str, ink: str, bad: str, accent: str) -> Mapping[str, Style]:
    """The styles of one theme."""
    low, high = Color.parse(muted), Color.parse(ink)
    tones = {f"tone-{n}": Style(color=low.blend(high, n / (STEPS - 1)).rich_color) for n in range(STEPS)}
    plain = {
        "muted": Style(color=low.rich_color),
        "ink": Style(color=high.rich_color),
        "bad": Style(color=Color.parse(bad).rich_color, bold=True),
    }
    return {
        **plain,
        **tones,
        **{f"{name}-reversed": style + Style(reverse=True) for name, style in plain.items()},
        "heading": Style(color=low.rich_color, underline=True),
        "under": Style(color=Color.parse(accent).rich_color, bold=True),
    }
