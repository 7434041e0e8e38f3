"""The sitting on the scratch page: cells below each other, each with its code, its output and its end."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from grader.verdict import Output
from tui.cells import SLOW, cell_code, cell_gutter, ending_blocks
from tui.prose import Block
from tui.widgets.output import OutputView
from tui.widgets.prose import Prose

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import Event
    from tui.scratch import Ending

TICK = 0.2
"""Seconds between two turns of the sign of progress."""

MOST_CELLS = 60
"""Cells that stay on the page; the oldest go first."""


class Gutter(Static):
    """The signs before lines of code, which are not copied with it."""

    ALLOW_SELECT = False


class CellView(Vertical):
    """One cell."""

    DEFAULT_CSS = """
    CellView { height: auto; margin: 0 0 1 0; }
    CellView Horizontal { height: auto; background: $raised; }
    CellView Gutter { width: 3; height: auto; }
    CellView .cell-code { width: 1fr; height: auto; text-wrap: nowrap; text-overflow: ellipsis; }
    CellView OutputView { height: auto; overflow-y: hidden; padding: 0 0 0 3; }
    CellView .cell-busy { height: 1; margin: 0 0 0 3; display: none; }
    CellView Prose { margin: 0 0 0 3; display: none; }
    CellView.-said { margin: 0; }
    """

    def __init__(self, code: str, words: Catalogue) -> None:
        super().__init__()
        self.code = code
        self._words = words
        self._ending: Ending | None = None
        """None while the cell runs."""
        self._ticker: Timer | None = None
        self._frame = 0

    @property
    def running(self) -> bool:
        """Whether it did not come to its end yet."""
        return self._ending is None

    def compose(self) -> ComposeResult:
        """Code, output, sign of progress, end."""
        with Horizontal():
            yield Gutter(cell_gutter(self.code), markup=False)
            yield Static(cell_code(self.code, self._words), classes="cell-code", markup=False)
        output = OutputView()
        output.can_focus = False
        yield output
        yield Static(classes="cell-busy", markup=False)
        yield Prose(classes="cell-end")

    def on_mount(self) -> None:
        """Output that is left out is told in the words of now."""
        self.query_one(OutputView).renew(self._words.text("app-output-omitted", count="{count}"))

    def tick(self, line: Callable[[float, int], Content]) -> None:
        """Shows from half a second on that something goes on; `line` makes the words of seconds and turns."""
        started, busy = monotonic(), self.query_one(".cell-busy", Static)

        def turn() -> None:
            self._frame += 1
            seconds = monotonic() - started
            busy.display = seconds >= SLOW
            busy.update(line(seconds, self._frame), layout=False)

        self._ticker = self.set_interval(TICK, turn)

    def hear(self, event: Event) -> None:
        """Takes what the cell prints."""
        if isinstance(event, Output):
            self.query_one(OutputView).feed(event.stream, event.text)

    async def end(self, ending: Ending) -> None:
        """The cell came to its end."""
        self._ending = ending
        if self._ticker is not None:
            self._ticker.stop()
        self.query_one(OutputView).flush()
        self.query_one(".cell-busy").display = False
        error = ending.result.error if ending.result is not None and not ending.stopped else None
        self.query_one(Gutter).update(cell_gutter(self.code, error.line if error is not None else None))
        await self._show_ending()

    async def speak(self, words: Catalogue) -> None:
        """Says its end again, in other words."""
        self._words = words
        await self._show_ending()

    async def _show_ending(self) -> None:
        if self._ending is None:
            return
        said, page = ending_blocks(self._ending, self._words), self.query_one(Prose)
        page.display = bool(said)
        self.set_class(bool(said), "-said")
        await page.show(said)


class Note(Prose):
    """Words between the cells; `say` gives them in the words of a language."""

    def __init__(self, say: Callable[[Catalogue], Block], words: Catalogue) -> None:
        super().__init__((say(words),))
        self._say = say

    async def speak(self, words: Catalogue) -> None:
        """Says it again, in other words."""
        await self.show((self._say(words),))


class Cells(VerticalScroll, can_focus=False):
    """All cells; it follows the end unless it was scrolled up."""

    DEFAULT_CSS = """
    Cells { height: 1fr; align: left bottom; }
    """

    def on_mount(self) -> None:
        """Stays at the end."""
        self.anchor()

    async def begin(self, code: str, words: Catalogue) -> CellView:
        """A new cell at the end, in sight."""
        cell = CellView(code, words)
        await self._append(cell)
        return cell

    async def note(self, say: Callable[[Catalogue], Block], words: Catalogue) -> None:
        """Words between the cells."""
        await self._append(Note(say, words))

    async def clear(self) -> None:
        """Takes away all cells but one that still runs."""
        await self.remove_children([child for child in self.children if not _runs(child)])

    async def speak(self, words: Catalogue) -> None:
        """Says the ends and the notes again, in other words."""
        for child in self.children:
            if isinstance(child, CellView | Note):
                await child.speak(words)

    async def _append(self, widget: CellView | Note) -> None:
        await self.mount(widget)
        if len(self.children) > MOST_CELLS:
            await self.children[0].remove()
        self.anchor()


def _runs(child: object) -> bool:
    return isinstance(child, CellView) and child.running
