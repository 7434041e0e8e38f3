"""The values of the last program: a list, and the chosen one below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import ScrollableContainer, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from course.problem import harmless
from grader.verdict import Defined
from tui.gallery import Gallery, Item, item_lines, number_lines, pictures
from tui.heat import SHADES, bounds
from tui.prose import ticked
from tui.summaries import is_array, number_text, told
from tui.widgets.heat import HeatMap

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import Shown


class TensorsView(Vertical):
    """Lists what a program bound and showed, and draws the chosen value."""

    DEFAULT_CSS = """
    TensorsView { height: 1fr; }
    TensorsView #tensors-nothing { padding: 0 2; color: $muted; height: auto; }
    TensorsView #tensor-list {
        height: auto; max-height: 50%; border: none; padding: 0; background: $ground; scrollbar-size: 1 1;
        border-left: blank; text-wrap: nowrap; text-overflow: ellipsis;
        &:focus { border: none; border-left: heavy $muted; }
        & > .option-list--option { padding: 0 1; color: $ink; }
        & > .option-list--option-highlighted { background: $bar; color: $ink; text-style: none; }
        & > .option-list--option-hover { background: $raised; }
    }
    TensorsView #tensor-values { height: 1fr; padding: 1 2; scrollbar-size: 1 1; border-left: blank;
        &:focus { border-left: heavy $muted; }
    }
    TensorsView #tensor-values Static { width: auto; height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.gallery = Gallery()
        """The values listed."""
        self._words: Catalogue | None = None

    def compose(self) -> ComposeResult:
        """What to do while there is nothing, the list, the chosen value."""
        yield Static(id="tensors-nothing", markup=False)
        yield OptionList(id="tensor-list", markup=False)
        yield ScrollableContainer(id="tensor-values")

    def renew(self, words: Catalogue) -> None:
        """Forgets the values; the screen keeps them until `flush`, so that nothing flickers."""
        self.gallery = Gallery()
        self._words = words

    def hear(self, event: Shown | Defined, unnamed: str) -> None:
        """Takes what a program showed or bound; drawn at the next `flush`."""
        if isinstance(event, Defined):
            self.gallery.define(event)
        else:
            self.gallery.show(event, unnamed)

    def flush(self) -> None:
        """Draws the list anew; the first value is chosen."""
        items, words = self.gallery.items, self._words
        if words is None:
            return
        nothing = self.query_one("#tensors-nothing", Static)
        nothing.update(ticked(words.text("app-tensors-empty")).stylize_before("$muted"))
        nothing.display = not items
        options = self.query_one("#tensor-list", OptionList)
        options.display = self.query_one("#tensor-values").display = bool(items)
        options.clear_options()
        options.add_options(item_lines(items, words))
        options.highlighted = 0 if items else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Draws the chosen value."""
        event.stop()
        items = self.gallery.items
        if event.option_index < len(items):
            self.run_worker(self._draw(items[event.option_index]), group="value", exclusive=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Goes to the chosen value, to scroll it."""
        event.stop()
        self.query_one("#tensor-values").focus()

    async def _draw(self, item: Item) -> None:
        pane = self.query_one("#tensor-values", ScrollableContainer)
        with self.app.batch_update():
            await pane.remove_children()
            await pane.mount_all(list(self._drawn(item)))
            pane.scroll_home(animate=False)

    def _drawn(self, item: Item) -> Iterator[Widget]:
        assert self._words is not None
        yield Static(Content(told(item.summary)).stylize("$muted"), markup=False)
        if item.drawn == "words":
            whole = item.summary.get("value")
            if isinstance(whole, str) and "\n" in whole:
                yield Static(harmless(whole), markup=False)
            elif is_array(item.summary) and item.values is None:
                unknown = Content(self._words.text("app-tensor-unknown")).stylize("$muted")
                yield Static(unknown, markup=False)
            return
        found = bounds(item.values or [])
        if found is not None:
            low, high = map(number_text, found)
            scale = Content(f"{SHADES[0]} {low}  …  {SHADES[-1]} {high}").stylize("$muted")
            yield Static(scale, markup=False)
        yield Static("")
        if item.drawn == "numbers":
            yield Static(Content("\n").join(number_lines(item)), markup=False)
            return
        for name, rows in pictures(item):
            if name:
                yield Static(Content(name).stylize("$muted"), markup=False)
            yield HeatMap(rows)
