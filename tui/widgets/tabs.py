"""A row of tabs in one line, for the results and for the panes of a narrow screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from tui.bars import CLICK


class TabRow(Widget, can_focus=True):
    """Names of which one is chosen, by mouse or with the arrow keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
    ]

    DEFAULT_CSS = """
    TabRow { height: 1; padding: 0 2; }
    """

    class Chosen(Message):
        """A tab was chosen."""

        def __init__(self, row: TabRow, tab: str) -> None:
            super().__init__()
            self.row = row
            self.tab = tab

        @property
        def control(self) -> TabRow:
            """The row."""
            return self.row

    def __init__(self, key: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._key = key
        """The key that goes to the next tab, wherever the focus is; empty when there is none."""
        self._tabs: tuple[tuple[str, Content], ...] = ()
        self.chosen = ""
        """The id of the chosen tab; empty while there are none."""

    def show(self, tabs: Sequence[tuple[str, Content]], chosen: str) -> None:
        """Sets the tabs, as id and name, and the chosen one; tells nobody."""
        self._tabs, self.chosen = tuple(tabs), chosen
        self.refresh()

    def render(self) -> Content:
        """The names in one line, and after them the key."""
        names = []
        for tab, name in self._tabs:
            if tab == self.chosen:
                names.append(
                    name.stylize_before("bold reverse" if self.app.no_color else "bold underline $ink")
                )
            else:
                names.append(name.stylize_before("$muted").stylize(Style.from_meta({CLICK: tab})))
        return Content("   ").join([*names, Content(self._key).stylize("bold $muted")])

    def on_click(self, event: events.Click) -> None:
        """Chooses the tab under the mouse."""
        tab = event.style.meta.get(CLICK)
        if tab:
            self.choose(tab)

    def choose(self, tab: str) -> None:
        """Chooses a tab and tells."""
        if tab != self.chosen:
            self.chosen = tab
            self.refresh()
            self.post_message(self.Chosen(self, tab))

    def action_step(self, direction: int) -> None:
        """Chooses the tab beside the chosen one, around the ends."""
        ids = [tab for tab, _ in self._tabs]
        if self.chosen in ids:
            self.choose(ids[(ids.index(self.chosen) + direction) % len(ids)])
