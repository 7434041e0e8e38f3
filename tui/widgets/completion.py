"""The completion popup of an editor: shows what is offered, at the cursor, and takes the keys that choose from it.

Owns the popup and the asking; what is offered and what a key does is decided in `tui.completing`.
"""

from __future__ import annotations

import textwrap
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from grader.naming import typed_name
from tui import completing

if TYPE_CHECKING:
    from grader.completing import Completions
    from tui.completing import Offer

Complete = Callable[[str, int, int], Awaitable["Completions"]]
"""Asks what may stand in a program at a line, from 1, and a column, from 0."""

ROWS = 8
"""Names shown at once."""
WIDTH = 44
"""Cells."""
SIGNATURE_ROWS = 3


class CompletionPopup(Vertical):
    """The list at the cursor; the editor keeps the focus."""

    DEFAULT_CSS = """
    CompletionPopup {
        overlay: screen; position: absolute; constrain: inside; layer: completion;
        width: auto; height: auto; background: $bar; display: none;
        & OptionList {
            width: 44; border: none; padding: 0; background: $bar;
            scrollbar-size-vertical: 1; scrollbar-background: $bar;
            & > .option-list--option-highlighted { background: $accent 35%; color: $ink; text-style: bold; }
        }
        & Static { width: 44; height: auto; color: $muted; padding: 0 1; background: $raised; }
    }
    """

    def __init__(self, choose: Callable[[int], None]) -> None:
        super().__init__()
        self._choose = choose
        """Called with the place of a name that was clicked."""

    def compose(self) -> ComposeResult:
        """How the call is written, and the names."""
        yield Static(id="signature", markup=False)
        names = OptionList(id="names", markup=False)
        names.can_focus = False
        yield names

    def show(self, offer: Offer, cursor: Offset) -> None:
        """Draws an offer below the cursor, or above it where there is no room below."""
        names, signature = self.query_one(OptionList), self.query_one("#signature", Static)
        names.set_options([Option(_row(item.name, item.kind)) for item in offer.items])
        lines = _signature_lines(offer.signature)
        signature.display = bool(lines)
        signature.update("\n".join(lines))
        rows = min(ROWS, len(offer.items))
        names.styles.height = rows
        self.mark(offer.index)
        height = rows + len(lines)
        below = cursor.y + 1 + height <= self.screen.size.height or cursor.y < height
        top = cursor.y + 1 if below else cursor.y - height
        self.absolute_offset = Offset(cursor.x - len(offer.typed), top)
        self.display = True

    def mark(self, index: int) -> None:
        """Puts the mark on a name."""
        self.query_one(OptionList).highlighted = index

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A name was clicked."""
        event.stop()
        self._choose(event.option_index)


class Completing:
    """Completion in one editor, through a function that knows what may be typed."""

    def __init__(self, editor: TextArea) -> None:
        self.complete: Complete | None = None
        """None where nothing completes."""
        self._editor = editor
        self._popup = CompletionPopup(self.choose)
        self._offer: Offer | None = None
        self._row = 0
        self._awaited: bool | None = None
        """Whether the learner asked for what is being looked for now; None when nothing is."""

    @property
    def open(self) -> bool:
        """Whether the popup is there."""
        return self._offer is not None

    def ask(self, *, asked: bool) -> None:
        """Asks what may stand at the cursor; the popup comes with the answer."""
        if self.complete is not None and not self._editor.read_only:
            self._awaited = asked
            # A function and no coroutine: one that is cancelled before its first step would complain.
            work: Any = partial(self._ask, self.complete, asked=asked)
            self._editor.run_worker(work, group="completion", exclusive=True, exit_on_error=False)

    def close(self) -> None:
        """Takes the popup away."""
        self._editor.workers.cancel_group(self._editor, "completion")
        self._offer = self._awaited = None
        self._popup.display = False

    def take_key(self, event: events.Key) -> bool:
        """Does with a key what the popup does with it; False when the key is the editor's."""
        if self._offer is None:
            return False
        if event.key in ("down", "up"):
            self._offer = completing.moved(self._offer, 1 if event.key == "down" else -1)
            self._popup.mark(self._offer.index)
        elif event.key == "tab" or (event.key == "enter" and self._offer.takes_enter):
            self.accept()
        elif event.key == "escape":
            self.close()
        else:
            return False
        return True

    def accept(self) -> None:
        """Puts the chosen name in place of what was typed of it."""
        offer = self._offer
        if offer is None:
            return
        self.close()
        row, column = self._editor.selection.end
        self._editor.replace(offer.chosen.name, (row, column - len(offer.typed)), (row, column))

    def choose(self, index: int) -> None:
        """Takes a name that was clicked."""
        if self._offer is not None:
            self._offer = completing.moved(self._offer, index - self._offer.index)
            self.accept()

    def follow_text(self) -> None:
        """The text changed: opens, or goes along with what is typed."""
        before = self._before()
        if self._offer is not None:
            self.follow_cursor()
        elif self._awaited is not None and typed_name(before):
            self.ask(asked=self._awaited)
        elif completing.opens_by_itself(before):
            self.ask(asked=False)
        elif self._awaited is not None:
            self.close()  # what comes now would be about a name that is finished

    def follow_cursor(self) -> None:
        """The cursor moved: what is offered fits another text, or nothing any more."""
        offer, before = self._offer, self._before()
        if offer is None:
            return
        typed = typed_name(before)
        stays = self._editor.selection.is_empty and self._editor.selection.end[0] == self._row
        if not stays or not typed.startswith(offer.typed):
            self.close()
        elif typed != offer.typed:
            self.ask(asked=offer.asked)

    async def _ask(self, complete: Complete, *, asked: bool) -> None:
        before, (row, column) = self._before(), self._editor.selection.end
        found = await complete(self._editor.text, row + 1, column)
        if self._before() != before or not self._editor.has_focus:
            return
        self._awaited = None
        self._row, self._offer = row, completing.offer(found, before, asked=asked)
        if self._offer is None:
            self.close()
            return
        if not self._popup.is_attached:
            await self._editor.screen.mount(self._popup)
        self._popup.show(self._offer, self._editor.cursor_screen_offset)

    def _before(self) -> str:
        row, column = self._editor.selection.end
        return self._editor.document.get_line(row)[:column]


def _signature_lines(signature: str | None) -> list[str]:
    """The signature set in the popup's width, three lines at most."""
    lines = textwrap.wrap(signature or "", WIDTH - 2)
    return lines if len(lines) <= SIGNATURE_ROWS else [*lines[: SIGNATURE_ROWS - 1], "…"]


def _row(name: str, kind: str) -> Content:
    room = WIDTH - 3 - len(kind)
    shown = Content(f" {name}").truncate(room, ellipsis=True)
    return shown.pad_right(room - shown.cell_length) + Content(f" {kind} ").stylize("$muted")
