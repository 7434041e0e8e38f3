"""What the program prints, while it prints."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from tui.transcript import Stream, Transcript, folded

INTERVAL = 0.05
"""Seconds between two paints while output arrives."""
PENDING = 120_000
"""Characters that may wait for the next paint; older ones are counted and dropped."""


class OutputView(ScrollView, can_focus=True):
    """A transcript, painted at most twenty times a second however fast a program prints."""

    DEFAULT_CSS = """
    OutputView { height: 1fr; padding: 0 1; background: $ground; color: $ink; overflow-x: hidden; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.transcript = Transcript()
        self._rows: list[tuple[str, str]] = []
        """Text and colour token of each row on the screen."""
        self._pending: list[tuple[Stream, str]] = []
        self._waiting = 0
        self._timer: Timer | None = None
        self._omitted = "{count}"
        self._nothing = ""

    def clear(self, omitted: str) -> None:
        """Forgets everything; `omitted` is the sentence for lines left out, with `{count}` in it."""
        self._omitted = omitted
        self.transcript = Transcript()
        self._pending.clear()
        self._waiting = 0
        self._nothing = ""
        self._lay_out()

    def tell_if_empty(self, told: str) -> None:
        """Sets what is shown where nothing was printed."""
        self._nothing = told
        self.refresh()

    def feed(self, stream: Stream, text: str) -> None:
        """Takes printed text; it is painted soon."""
        self._pending.append((stream, text))
        self._waiting += len(text)
        while self._waiting > PENDING and len(self._pending) > 1:
            oldest, dropped = self._pending.pop(0)
            self._waiting -= len(dropped)
            if self.transcript.wants_head:
                self.transcript.feed(oldest, dropped)
            else:
                self.transcript.drop(dropped)
        if self._timer is None:
            self._timer = self.set_timer(INTERVAL, self.flush)

    def flush(self) -> None:
        """Paints what waits."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        for stream, text in self._pending:
            self.transcript.feed(stream, text)
        self._pending.clear()
        self._waiting = 0
        self._lay_out()

    def _on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        follow = self.scroll_offset.y >= self.max_scroll_y
        rows: list[tuple[str, str]] = []
        for line in self.transcript.lines():
            if isinstance(line, int):
                rows.append((self._omitted.replace("{count}", f"{line:,}"), "muted"))
            else:
                token = "warn" if line.stream == "stderr" else "ink"
                rows += [(row, token) for row in folded(line.text, width)]
        self._rows = rows
        self.virtual_size = Size(width, len(rows))
        if follow:
            self.scroll_end(animate=False, immediate=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A row of the screen."""
        row = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        ground = self.rich_style
        rows = self._rows or [(self._nothing, "muted")]
        if row >= len(rows):
            return Strip.blank(width, ground)
        text, token = rows[row]
        style = ground + Style(color=self.app.theme_variables[token])
        strip = Strip(self._chosen_parts(text, row, style))
        return strip.extend_cell_length(width, ground).apply_offsets(0, row)

    def _chosen_parts(self, text: str, row: int, style: Style) -> list[Segment]:
        selection = self.text_selection
        span = selection.get_span(row) if selection is not None else None
        if span is None:
            return [Segment(text, style)]
        start, end = span[0], len(text) if span[1] == -1 else span[1]
        chosen = style + self.screen.get_component_rich_style("screen--selection")
        return [Segment(text[:start], style), Segment(text[start:end], chosen), Segment(text[end:], style)]

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The chosen text."""
        return selection.extract("\n".join(text for text, _ in self._rows)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Part of Textual's protocol."""
        self.refresh()
