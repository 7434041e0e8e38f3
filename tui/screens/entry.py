"""A term of the glossary, or a call of torch: what it is, and the steps where it is met."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.found import SIGNS, entry_links, entry_page
from tui.session import Place
from tui.widgets.found_list import FoundList
from tui.widgets.prose import Prose

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.search import Index, Item


class EntryScreen(ModalScreen[Place | None]):
    """Its result is the step to go to; None when it was closed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", show=False)]

    def __init__(self, item: Item, index: Index, words: Catalogue) -> None:
        super().__init__()
        self._item = item
        self._index = index
        self._words = words

    def compose(self) -> ComposeResult:
        """Name, words, links."""
        with Vertical(classes="popup", id="entry"):
            yield Static(classes="popup-title", markup=False)
            yield Prose(id="entry-words")
            yield FoundList(id="links")
            yield Static(self._words.text("app-entry-foot"), classes="popup-foot", markup=False)

    async def on_mount(self) -> None:
        """Shows the first one."""
        self.query_one(FoundList).focus()
        await self._show(self._item)

    async def _show(self, item: Item) -> None:
        self.query_one(".popup-title", Static).update(f"{SIGNS[item.kind]} {item.title}")
        await self.query_one(Prose).show(entry_page(item, self._words))
        self.query_one(FoundList).show(lambda width: entry_links(item, self._index, width, self._words))

    async def on_found_list_followed(self, event: FoundList.Followed) -> None:
        """A link was chosen: a step is gone to, another term shown in place of this one."""
        event.stop()
        if event.line.place is not None:
            self.dismiss(event.line.place)
        elif event.line.item is not None:
            await self._show(event.line.item)

    def action_close(self) -> None:
        """Goes back without a result."""
        self.dismiss(None)
