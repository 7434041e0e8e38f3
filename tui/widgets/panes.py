"""The panes of a lesson: side by side, or one at a time where the screen is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from tui.waiting import Wait
from tui.widgets.results import Results
from tui.widgets.tabs import TabRow
from tui.widgets.waiting import WaitingLine
from tui.widgets.words_pane import WordsPane
from tui.widgets.work_pane import WorkPane

if TYPE_CHECKING:
    from course.catalogue import Catalogue

PANES = {"words": "#words", "code": "#editor", "results": "#results"}
"""The panes by name, and what in each takes the focus."""


class Panes(Vertical):
    """Words, code and results; the style sheet hides all but the one in front where the screen is narrow."""

    def __init__(self, words: Catalogue, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.words = words
        """The catalogue in use."""
        self.front = "words"
        """The pane in front."""

    def compose(self) -> ComposeResult:
        """Tabs, words, work."""
        yield WaitingLine(id="opening")
        yield TabRow(id="pane-tabs")
        with Horizontal():
            yield WordsPane(id="words")
            yield WorkPane(self.words, id="work")

    def speak(self, words: Catalogue) -> None:
        """Takes another catalogue."""
        self.words = self.query_one(WorkPane).words = words

    def wait(self) -> None:
        """Another step is being opened; that is shown when it takes long."""
        line = self.query_one("#opening", WaitingLine)
        line.wait(Wait("opening"), self.words, slow=lambda: self._show_waiting(shown=True))

    def settle(self) -> None:
        """The step is open."""
        line = self.query_one("#opening", WaitingLine)
        line.tell(Content(""))
        self._show_waiting(shown=False)

    def _show_waiting(self, *, shown: bool) -> None:
        self.query_one("#opening").set_class(shown, "-long")

    def set_code(self, *, shown: bool) -> None:
        """Says whether the step has code; without, the words have the screen to themselves."""
        self.set_class(not shown, "-no-code")

    def bring(self, pane: str, *, focus: bool = False) -> None:
        """Brings a pane to the front."""
        self.front = pane
        names = [(name, Content(self.words.text(f"app-pane-{name}"))) for name in PANES]
        self.query_one("#pane-tabs", TabRow).show(names, pane)
        for name in PANES:
            self.set_class(name == pane, f"-{name}")
        if focus:
            (self.query_one(Results).target if pane == "results" else self.query_one(PANES[pane])).focus()

    def bring_next(self) -> None:
        """Brings the next pane to the front, with the focus."""
        names = ["words"] if self.has_class("-no-code") else list(PANES)
        self.bring(
            names[(names.index(self.front) + 1) % len(names)] if self.front in names else "words", focus=True
        )

    def on_tab_row_chosen(self, event: TabRow.Chosen) -> None:
        """A pane was chosen."""
        event.stop()
        self.bring(event.tab, focus=True)
