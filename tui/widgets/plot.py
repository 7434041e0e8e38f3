"""The curves of the last program, drawn anew while it runs."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from tui.plotting import colour_of, drawn, sign_of
from tui.program_colors import TOKENS, painter
from tui.prose import ticked
from tui.series import Curves, told_in_words

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import Plotted

INTERVAL = 0.25
"""Seconds between two drawings while points arrive."""


class Canvas(Widget):
    """Lines of text that were drawn for the size of this widget."""

    DEFAULT_CSS = "Canvas { height: 1fr; min-height: 6; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[list[Segment]] = []

    def show(self, lines: list[Text]) -> None:
        """Sets the lines, in the program's colours made ours."""
        paint = painter(self.app.theme_variables)
        plain = Style(color=self.app.theme_variables["muted"])
        console = self.app.console
        self._lines = [
            [Segment(text, plain + paint(style or Style.null())) for text, style, _ in line.render(console)]
            for line in lines
        ]
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A row of the plot."""
        if y >= len(self._lines):
            return Strip.blank(self.size.width, self.rich_style)
        styled = Segment.apply_style(self._lines[y], self.rich_style)
        return Strip(styled).adjust_cell_length(self.size.width, self.rich_style)


class PlotView(Vertical, can_focus=True):
    """Draws the curves, and below them a sentence for each, which is the legend too."""

    DEFAULT_CSS = """
    PlotView { height: 1fr; padding: 0 2 0 1; }
    PlotView #plot-words { height: auto; max-height: 50%; padding: 0 2 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.curves = Curves()
        """The points so far."""
        self._words: Catalogue | None = None
        self._timer: Timer | None = None
        self._drawing = False
        self._stale = False
        """Whether something has changed since the last drawing began."""

    def compose(self) -> ComposeResult:
        """The plot and its words."""
        yield Canvas()
        yield Static(id="plot-words", markup=False)

    def on_mount(self) -> None:
        """Follows the theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.flush())

    def renew(self, words: Catalogue) -> None:
        """Forgets the points; the screen keeps them until `flush`, so that nothing flickers."""
        self.curves = Curves()
        self._words = words

    def hear(self, event: Plotted) -> None:
        """Takes points; they are drawn soon."""
        self.curves.add(event)
        if self._timer is None:
            self._timer = self.set_timer(INTERVAL, self.flush)

    def flush(self) -> None:
        """Draws what there is."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._words is None:
            return
        series = self.curves.series
        self.query_one(Canvas).display = bool(series)
        told = [
            Content(f"{sign_of(number)} ").stylize(f"${TOKENS[colour_of(number)]}")
            + Content(told_in_words(one, self._words))
            for number, one in enumerate(series)
        ]
        nothing = ticked(self._words.text("app-plot-empty")).stylize_before("$muted")
        self.query_one("#plot-words", Static).update(Content("\n").join(told) if told else nothing)
        self.call_after_refresh(self._start_drawing)

    def on_show(self) -> None:
        """The size is known now."""
        self.flush()

    def on_resize(self) -> None:
        """Draws for another size."""
        self.flush()

    def _start_drawing(self) -> None:
        self._stale = True
        if self.is_attached and not self._drawing:
            self._drawing = True
            self.run_worker(self._draw(), group="plot")

    async def _draw(self) -> None:
        """Draws until nothing has changed meanwhile."""
        canvas = self.query_one(Canvas)
        try:
            while self._stale:
                self._stale = False
                size, series = canvas.size, self.curves.series
                if series and size.width > 10 and size.height > 3:
                    canvas.show(await asyncio.to_thread(drawn, series, size.width, size.height))
        finally:
            self._drawing = False
