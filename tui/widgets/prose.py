"""Pages of words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.selection import Selection
from textual.widgets import Static

from tui.bars import CLICK
from tui.prose import Block
from tui.setting import LaidOut, Wrapped, WrappedTable


class BlockView(Static):
    """One block of a page."""

    def __init__(self, block: Block, *, classes: str = "") -> None:
        super().__init__(_visual(block), classes=f"-{block.kind} {classes}", markup=False)
        inset = 2 * max(0, block.depth - (1 if block.marker else 0))
        self.styles.margin = (0, 0, 0 if block.tight else 1, inset)
        self.set_class(block.quoted, "-quoted")

    async def on_click(self, event: events.Click) -> None:
        """Runs what the words under the mouse stand for."""
        action = event.style.meta.get(CLICK)
        if action:
            event.stop()
            await self.run_action(action)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The chosen words, as they are set."""
        visual = self.visual
        if isinstance(visual, Wrapped):
            return selection.extract(visual.at(self.content_size.width).plain), "\n"
        return super().get_selection(selection)


class Prose(Vertical):
    """A page: blocks below each other."""

    DEFAULT_CSS = """
    Prose { height: auto; }
    Prose BlockView { width: 1fr; height: auto; }
    Prose .-heading { text-style: bold; }
    Prose .-code { background: $raised; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    Prose .-advice { text-style: bold; }
    Prose .-rule { height: 1; }
    Prose .-quoted { color: $muted; padding-left: 2; }
    """

    def __init__(
        self, shown: Sequence[Block] = (), *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.shown = tuple(shown)
        """The blocks on the page."""

    def compose(self) -> Iterable[BlockView]:
        """The first page."""
        return [BlockView(block) for block in self.shown]

    async def show(self, blocks: Sequence[Block]) -> None:
        """Another page in place of this one, without a paint between."""
        self.shown = tuple(blocks)
        with self.app.batch_update():
            await self.remove_children()
            await self.mount_all([BlockView(block) for block in blocks])


def _visual(block: Block) -> Content | Wrapped:
    if block.layout is not None:
        return LaidOut(block.layout)
    if block.kind == "table":
        return WrappedTable(block.rows)
    if block.kind == "code":
        return block.text
    return Wrapped(block.text, block.marker)
