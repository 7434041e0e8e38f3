"""The history of a step: every attempt and replaced draft, beside what restoring it would change."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.differences import replaced
from tui.history import Entry, entry_lines
from tui.widgets.buttons import ActionButton
from tui.widgets.compared import ComparedCode

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from tui.session import Place
    from tui.study import Study


async def choose_from_history(app: App[Any], study: Study, place: Place, present: str) -> str | None:
    """Shows the history of a step beside its present code; the code to put back, or None."""
    return await app.push_screen_wait(HistoryScreen(await study.history(place), present, study.words))


class HistoryScreen(ModalScreen[str | None]):
    """Ends with the code to put back into the editor, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the list's own, so that a click chooses and only the key restores.
        Binding("enter,r", "restore", show=False, priority=True),
        Binding("escape,f6,q", "dismiss", show=False),
    ]

    def __init__(self, entries: Sequence[Entry], present: str, words: Catalogue) -> None:
        super().__init__()
        self._entries = entries
        self._present = present
        self._words = words

    def compose(self) -> ComposeResult:
        """The list, the code of the chosen entry, what can be done; or that there is nothing yet."""
        with Vertical(classes="popup", id="history" if self._entries else None):
            yield Static(self._words.text("history-title"), classes="popup-title", markup=False)
            if self._entries:
                with Horizontal(id="history-panes"):
                    yield OptionList(
                        *(Option(entry_lines(entry, self._words)) for entry in self._entries),
                        id="history-list",
                        markup=False,
                    )
                    with Vertical():
                        yield Static(id="history-legend", markup=False)
                        yield ComparedCode(id="history-code")
                yield ActionButton(
                    f" {self._words.text('history-restore')}  ⏎ ", action="restore", id="restore"
                )
            else:
                yield Static(self._words.text("history-empty"), id="history-empty", markup=False)
            yield Static(self._words.text("app-popup-close"), classes="popup-foot", markup=False)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another entry was chosen."""
        event.stop()
        self.run_worker(self._show(self._entries[event.option_index]), exclusive=True)

    async def _show(self, entry: Entry) -> None:
        same = entry.code.rstrip() == self._present.rstrip()
        lines = await asyncio.to_thread(replaced, self._present, entry.code)
        told = self._words.text("history-same" if same else "history-legend")
        self.query_one("#history-legend", Static).update(told)
        self.query_one("#history-code", ComparedCode).show(lines)

    def action_restore(self) -> None:
        """Ends with the code of the chosen entry."""
        chosen = self.query_one("#history-list", OptionList).highlighted if self._entries else None
        self.dismiss(self._entries[chosen].code if chosen is not None else None)
