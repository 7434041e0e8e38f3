"""What came of the code: the verdict in one line, and below it the checks and the output."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import ContentSwitcher, Static

from tui.prose import Block
from tui.widgets.output import OutputView
from tui.widgets.prose import Prose
from tui.widgets.tabs import TabRow

ResultTab = Literal["checks", "output"]


class Results(Vertical):
    """The results pane."""

    DEFAULT_CSS = """
    Results { height: 1fr; background: $ground; }
    Results #result-tabs { background: $bar; }
    Results ContentSwitcher { height: 1fr; }
    Results #checks { padding: 1 2 0 1; height: 1fr; }
    Results #output { padding: 1 2 0 1; }
    """

    def compose(self) -> ComposeResult:
        """Tabs and what they show."""
        yield TabRow(id="result-tabs")
        with ContentSwitcher(initial="checks", id="result-switch"):
            with VerticalScroll(id="checks"):
                yield Prose(id="report")
            yield OutputView(id="output")

    @property
    def output(self) -> OutputView:
        """What the program printed."""
        return self.query_one("#output", OutputView)

    @property
    def tab(self) -> ResultTab:
        """The tab in front."""
        return "output" if self.query_one(ContentSwitcher).current == "output" else "checks"

    def show_tabs(self, names: Sequence[tuple[ResultTab, Content]], front: ResultTab) -> None:
        """Sets the names of the tabs and brings one to the front."""
        self.query_one(TabRow).show(names, front)
        self.query_one(ContentSwitcher).current = front

    async def show_report(self, blocks: Sequence[Block]) -> None:
        """Sets the words about the checks."""
        await self.query_one("#report", Prose).show(blocks)
        self.query_one("#checks").scroll_home(animate=False)

    def on_tab_row_chosen(self, event: TabRow.Chosen) -> None:
        """Brings the chosen tab to the front."""
        event.stop()
        self.query_one(ContentSwitcher).current = event.tab


class VerdictLine(Static):
    """The verdict's first line, which stays in sight under the code."""

    DEFAULT_CSS = """
    VerdictLine { height: 1; padding: 0 2; background: $bar; text-wrap: nowrap; text-overflow: ellipsis; }
    """
