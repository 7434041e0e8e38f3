"""What came of the code: the verdict in one line, and below it the checks, the output, the values, the plot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import ContentSwitcher

from grader.verdict import Defined, Output, Plotted, Shown
from tui.actions import command, keys_label
from tui.prose import Block
from tui.result_tabs import TABS, ResultTab, tab_names
from tui.widgets.output import OutputView
from tui.widgets.plot import PlotView
from tui.widgets.prose import Prose
from tui.widgets.tabs import TabRow
from tui.widgets.tensors import TensorsView
from tui.widgets.waiting import WaitingLine

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import Event


class Results(Vertical):
    """The results pane: hears a running program, and tells which of its tabs has something new."""

    DEFAULT_CSS = """
    Results { height: 1fr; background: $ground; }
    Results #result-tabs { background: $bar; }
    Results ContentSwitcher { height: 1fr; }
    Results #checks { padding: 1 2 0 1; height: 1fr; }
    Results #output { padding: 1 2 0 1; }
    Results #tensors, Results #plot { padding: 1 0 0 0; }
    """

    def __init__(self, words: Catalogue, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.words = words
        """The catalogue in use."""
        self.graded = False
        """Whether the step is checked."""
        self.passed: tuple[int, int] | None = None
        """Checks passed, and checks in all; None before a verdict."""
        self.output = OutputView(id="output")
        """What the program printed."""
        self.tensors = TensorsView(id="tensors")
        """What it bound and showed."""
        self.plot = PlotView(id="plot")
        """What it plotted."""
        self.tab: ResultTab = "checks"
        """The tab in front."""
        self._news: dict[ResultTab, int] = {}
        self._chosen = False
        """Whether the learner chose a tab since the program began."""

    def compose(self) -> ComposeResult:
        """Tabs and what they show."""
        yield TabRow(keys_label(command("results")), id="result-tabs")
        with ContentSwitcher(initial="checks", id="result-switch"):
            with VerticalScroll(id="checks"):
                yield Prose(id="report")
            yield self.output
            yield self.tensors
            yield self.plot

    def take_focus(self) -> None:
        """Focuses the tab in front once all that was asked before is done, for another may be in front then."""
        self.call_later(self._focus_tab)

    def _focus_tab(self) -> None:
        names = self.query_one("#tensor-list")
        tab = names if self.tab == "tensors" and names.display else self.query_one(f"#{self.tab}")
        self.screen.set_focus(tab)

    # A program

    def renew(self) -> None:
        """Forgets what the last program said; the screen keeps it until `flush`, so that nothing flickers."""
        self.output.renew(self.words.text("app-output-omitted", count="{count}"))
        self.tensors.renew(self.words)
        self.plot.renew(self.words)
        self._news.clear()
        self._chosen = False

    def hear(self, event: Event) -> None:
        """Takes what a program says while it runs."""
        if isinstance(event, Output):
            self.output.feed(event.stream, event.text)
            self._tell_new("output", event.text.count("\n"))
        elif isinstance(event, Plotted):
            self.plot.hear(event)
            self._tell_new("plot", len(event.points))
        elif isinstance(event, Shown | Defined):
            self.tensors.hear(event, self.words.text("app-tensor-show"))
            self._tell_new("tensors", len(event.names) if isinstance(event, Defined) else 1)

    def flush(self) -> None:
        """Shows all that was heard."""
        self.output.flush()
        self.tensors.flush()
        self.plot.flush()
        self.output.tell_if_empty(self.words.text("app-output-empty"))

    def has(self, tab: ResultTab) -> bool:
        """Whether the last program put something into a tab."""
        if tab == "output":
            return not self.output.transcript.empty
        if tab == "tensors":
            return bool(self.tensors.gallery.items)
        return tab == "checks" or bool(self.plot.curves.series)

    def _tell_new(self, tab: ResultTab, count: int) -> None:
        if tab != self.tab:
            self._news[tab] = self._news.get(tab, 0) + count

    # Tabs

    def bring(self, front: ResultTab, *, unasked: bool = False) -> None:
        """Brings a tab to the front and names them all; unasked, only when the learner did not choose one."""
        self._show_tab(self.tab if unasked and self._chosen else front)

    def _show_tab(self, tab: ResultTab) -> None:
        """Brings a tab to the front, and the focus with it when that was on another."""
        self.tab = tab
        switcher, focused = self.query_one(ContentSwitcher), self.screen.focused
        follows = focused is not None and switcher in focused.ancestors and switcher.current != tab
        switcher.current = tab
        if follows:
            self.take_focus()
        self._news.pop(tab, None)
        names = tab_names(self.words, graded=self.graded, passed=self.passed, news=self._news)
        self.query_one(TabRow).show(names, self.tab)

    async def show_report(self, blocks: Sequence[Block], *, stay: bool = False) -> None:
        """Sets the words about the checks, from their beginning on or, to `stay`, from where they are scrolled to."""
        await self.query_one("#report", Prose).show(blocks)
        if not stay:
            self.query_one("#checks").scroll_home(animate=False)

    def on_tab_row_chosen(self, event: TabRow.Chosen) -> None:
        """Brings the chosen tab to the front."""
        event.stop()
        self._chosen = True
        self._show_tab(next(tab for tab in TABS if tab == event.tab))


WASH = 0.2
"""Seconds for which a pass colours its line strongly, before that settles."""


class VerdictLine(WaitingLine):
    """The verdict's first line, which stays in sight under the code; a pass washes over it and settles."""

    DEFAULT_CSS = """
    VerdictLine { transition: background 900ms out_cubic; }
    VerdictLine.-good { background: $good 18%; }
    VerdictLine.-bad { background: $bad 12%; }
    VerdictLine.-washed { background: $good 60%; transition: background 0ms; }
    """

    def judge(self, told: Content, *, good: bool | None) -> None:
        """Shows the end of a check or a run; `good` is None where nothing was judged."""
        self.tell(told)
        self.set_class(good is True, "-good")
        self.set_class(good is False, "-bad")
        if good and self.app.animation_level != "none":
            self.add_class("-washed")
            self.set_timer(WASH, self._settle)

    def _settle(self) -> None:
        self.remove_class("-washed")
