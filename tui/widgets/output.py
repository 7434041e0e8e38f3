"""What the program prints, while it prints."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

from rich.segment import Segment
from rich.style import Style
from rich.text import Span
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from tui.program_colors import Paint, painter
from tui.transcript import Stream, Transcript, folded

INTERVAL = 0.05
"""Seconds between two paints while output arrives."""
PENDING = 120_000
"""Characters that may wait for the next paint; older ones are counted and dropped."""


_TOKENS: dict[Stream, str] = {"stdout": "ink", "stderr": "warn", "note": "code"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the screen: a line, or a part of one that had to be folded."""

    text: str
    token: str
    """The colour of what has none of its own."""
    spans: tuple[Span, ...] = ()
    """The program's styles, by positions in this row."""
    continues: bool = False
    """Whether the line goes on in the next row."""


class OutputView(ScrollView, can_focus=True):
    """A transcript, painted at most twenty times a second however fast a program prints."""

    DEFAULT_CSS = """
    OutputView { height: 1fr; padding: 0 1; background: $ground; color: $ink; overflow-x: hidden; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.transcript = Transcript()
        self._rows: list[Row] = []
        self._pending: deque[tuple[Stream, str]] = deque()
        self._waiting = 0
        self._timer: Timer | None = None
        self._omitted = "{count}"
        self._nothing = ""
        self._paint: Paint | None = None
        self._end = 0
        """How far one could scroll when the rows were last laid out; who had, sees what comes after."""

    def on_mount(self) -> None:
        """Follows the theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._forget_colours())

    def renew(self, omitted: str) -> None:
        """Forgets everything; the screen keeps it until the next `flush`, so that nothing flickers.

        `omitted` is the sentence for lines left out, with `{count}` in it.
        """
        self._omitted = omitted
        self.transcript = Transcript()
        self._pending.clear()
        self._waiting = 0
        self._nothing = ""

    def tell_if_empty(self, told: str) -> None:
        """Sets what is shown where nothing was printed."""
        self._nothing = told
        self.refresh()

    def feed(self, stream: Stream, text: str) -> None:
        """Takes printed text; it is painted soon."""
        self._pending.append((stream, text))
        self._waiting += len(text)
        if self._waiting > PENDING and self.transcript.wants_head:
            self._take()
        while self._waiting > PENDING and len(self._pending) > 1:
            _, dropped = self._pending.popleft()
            self._waiting -= len(dropped)
            self.transcript.drop(dropped)
        if self._timer is None:
            self._timer = self.set_timer(INTERVAL, self.flush)

    def flush(self) -> None:
        """Paints what waits."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._take()
        self._lay_out()

    def _take(self) -> None:
        """What waits goes into the transcript, as few and as long pieces as keep their order."""
        for stream, pieces in groupby(self._pending, key=itemgetter(0)):
            self.transcript.feed(stream, "".join(text for _, text in pieces))
        self._pending.clear()
        self._waiting = 0

    def _on_resize(self) -> None:
        self._lay_out()

    def _forget_colours(self) -> None:
        self._paint = None
        self.refresh()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        follow = self.scroll_offset.y >= min(self._end, self.max_scroll_y)
        rows: list[Row] = []
        for line in self.transcript.lines():
            if isinstance(line, int):
                rows.append(Row(self._omitted.replace("{count}", f"{line:,}"), "muted"))
            else:
                token = _TOKENS[line.stream]
                rows += _rows(line.text, tuple(line.spans), token, width)
        self._rows = rows
        self.virtual_size = Size(width, len(rows))
        if follow:
            self.scroll_end(animate=False, immediate=True, force=True)
            self.vertical_scrollbar.position = self.scroll_y  # Textual leaves out a bar that is not there yet
        self._end = self.max_scroll_y
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A row of the screen."""
        position = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        ground = self.rich_style
        rows = self._rows or [Row(self._nothing, "muted")]
        if position >= len(rows):
            return Strip.blank(width, ground)
        strip = Strip(self._segments(rows[position], position, ground))
        return strip.extend_cell_length(width, ground).apply_offsets(0, position)

    def _segments(self, row: Row, position: int, ground: Style) -> list[Segment]:
        if self._paint is None:
            self._paint = painter(self.app.theme_variables)
        plain = ground + Style(color=self.app.theme_variables[row.token])
        styles = [(span.start, span.end, self._paint(_style(span))) for span in row.spans]
        selection = self.text_selection
        chosen = selection.get_span(position) if selection is not None else None
        if chosen is not None:
            end = len(row.text) if chosen[1] == -1 else chosen[1]
            styles.append((chosen[0], end, self.screen.get_component_rich_style("screen--selection")))
        edges = {0, len(row.text), *(edge for start, end, _ in styles for edge in (start, end))}
        cuts = sorted(edge for edge in edges if edge <= len(row.text))
        segments = []
        for start, end in pairwise(cuts):
            over = [style for first, last, style in styles if first <= start and end <= last]
            segments.append(Segment(row.text[start:end], Style.combine([plain, *over])))
        return segments

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The chosen text, without its colours and without the breaks that folding made."""
        chosen = []
        for position, row in enumerate(self._rows):
            span = selection.get_span(position)
            if span is not None:
                end = None if span[1] == -1 else span[1]
                chosen.append(row.text[span[0] : end] + ("" if row.continues and end is None else "\n"))
        return "".join(chosen).removesuffix("\n"), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Part of Textual's protocol."""
        self.refresh()


def _rows(text: str, spans: tuple[Span, ...], token: str, width: int) -> list[Row]:
    """A line as rows, each with its part of the styles."""
    pieces = folded(text, width)
    if len(pieces) == 1:
        return [Row(text, token, spans)]
    rows, start = [], 0
    for number, piece in enumerate(pieces, start=1):
        end = start + len(piece)
        own = tuple(
            Span(max(span.start, start) - start, min(span.end, end) - start, span.style)
            for span in spans
            if span.start < end and span.end > start
        )
        rows.append(Row(piece, token, own, continues=number < len(pieces)))
        start = end
    return rows


def _style(span: Span) -> Style:
    return span.style if isinstance(span.style, Style) else Style.parse(span.style)
