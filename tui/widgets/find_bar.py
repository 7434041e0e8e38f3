"""The line under the code in which one finds and replaces.

Owns the fields and what their keys do; finding itself is `tui.finding`, and the code stays the editor's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.document._document import Selection
from textual.message import Message
from textual.widgets import Input, Static

from tui import finding
from tui.actions import key_label
from tui.bars import CLICK, Key, key_entry
from tui.finding import Match

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from tui.widgets.editor import Editor

REPLACE_ALL = "ctrl+l"
"""The key that replaces every match."""


class FindBar(Horizontal):
    """Finds a text in an editor and puts another in its place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,shift+enter", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("tab,shift+tab", "other_field", show=False),
        Binding("ctrl+f", "query", show=False),
        Binding(REPLACE_ALL, "replace_all", show=False),
        Binding("escape", "close", show=False),
    ]

    class Closed(Message):
        """The bar is done with."""

    def __init__(self, editor: Editor, *, id: str | None = None) -> None:
        super().__init__(id=id, classes="code-bar")
        self._editor = editor
        self._words: Catalogue | None = None
        self._found: list[Match] = []
        self._origin = (0, 0)
        """Where the search began."""

    def compose(self) -> ComposeResult:
        """What to find, how often it is there, what to put in its place."""
        yield Input(compact=True, id="query")
        yield Static(id="count", markup=False)
        yield Input(compact=True, id="replacement")
        yield Static(id="find-keys", markup=False)

    @property
    def _query(self) -> Input:
        return self.query_one("#query", Input)

    @property
    def _replacement(self) -> Input:
        return self.query_one("#replacement", Input)

    def open(self, words: Catalogue) -> None:
        """Begins a search with what is chosen in the editor, or with the last query."""
        editor, self._words = self._editor, words
        chosen = editor.selected_text
        self._origin = min(editor.selection)
        self._query.placeholder = words.text("app-find-query")
        self._replacement.placeholder = words.text("app-find-replacement")
        self._replacement.display = not editor.read_only
        self.query_one("#find-keys", Static).update(self._keys(words))
        with self.prevent(Input.Changed):
            self._query.value = chosen if chosen and "\n" not in chosen else self._query.value
        self.action_query()
        self._search()

    def search_again(self) -> None:
        """Finds anew, since the text changed; the cursor stays."""
        self._found = finding.matches(self._editor.document.lines, self._query.value)
        self._show()

    def _search(self) -> None:
        """Finds, and goes to the first match from where the search began."""
        self._found = finding.matches(self._editor.document.lines, self._query.value)
        self._choose(finding.index_from(self._found, *self._origin))

    def _choose(self, position: int | None) -> None:
        if position is not None:
            match = self._found[position]
            self._editor.selection = Selection((match.row, match.start), (match.row, match.end))
        self._show()

    def _chosen(self) -> int | None:
        """The position of the match that is chosen in the editor; None when none is."""
        (row, start), (last, end) = sorted(self._editor.selection)
        match = Match(row, start, end)
        position = finding.index_from(self._found, row, start)
        return position if row == last and position is not None and self._found[position] == match else None

    def _show(self) -> None:
        chosen = self._chosen()
        self._editor.mark_found(match for index, match in enumerate(self._found) if index != chosen)
        self.query_one("#count", Static).update(self._count(chosen))

    def _count(self, chosen: int | None) -> Content:
        """Which match of how many, between two arrows to click."""
        assert self._words is not None
        if not self._query.value:
            return Content("")
        if not self._found:
            return Content(f"! {self._words.text('app-find-none')}").stylize("$warn")
        total = len(self._found)
        told = (
            self._words.text("app-find-total", count=total)
            if chosen is None
            else self._words.text("app-count", done=chosen + 1, total=total)
        )
        before, after = key_entry(Key("↑", "", "step(-1)")), key_entry(Key("↓", "", "step(1)"))
        return Content.assemble(before, told, " ", after)

    def _keys(self, words: Catalogue) -> Content:
        """What can be clicked, each with its key."""
        everything = Key(key_label(REPLACE_ALL), words.text("app-find-all"), "replace_all")
        close = Key(key_label("escape"), words.text("app-find-close"), "close")
        return Content("  ").join(map(key_entry, (close,) if self._editor.read_only else (everything, close)))

    # Events

    def on_input_changed(self, event: Input.Changed) -> None:
        """Finds while the query is written."""
        event.stop()
        if event.input is self._query and self._words is not None:
            self._search()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Goes to the next match; in the second field, replaces this one before."""
        event.stop()
        chosen = self._chosen()
        if event.input is self._replacement and chosen is not None and not self._editor.read_only:
            self._replace(self._found[chosen])
        self.action_step(1)

    def _replace(self, match: Match) -> None:
        """Puts the second field's text in a match's place; the cursor stands after it."""
        new = self._replacement.value
        after = Selection.cursor((match.row, match.start + len(new)))
        self._editor.put(new, (match.row, match.start), (match.row, match.end), after)
        self.search_again()

    async def on_click(self, event: events.Click) -> None:
        """Does what the entry under the mouse stands for."""
        action = event.style.meta.get(CLICK)
        if action:
            await self.run_action(action)

    # Actions

    def action_step(self, direction: int) -> None:
        """Goes to the next match, or to the one before."""
        at = min(self._editor.selection)
        self._choose(finding.stepped(self._found, *at, direction))

    def action_other_field(self) -> None:
        """Goes to the other field, if there is one."""
        other = self._replacement if self._query.has_focus else self._query
        if other.display:
            other.focus()

    def action_query(self) -> None:
        """Goes to the query, all of it chosen."""
        self._query.focus()
        self._query.select_all()

    def action_replace_all(self) -> None:
        """Replaces every match, as one step of undo."""
        if self._editor.read_only or not self._found:
            return
        first, last = self._found[0], self._found[-1]
        old = self._editor.document[first.row : last.row + 1]
        moved = [Match(match.row - first.row, match.start, match.end) for match in self._found]
        new = finding.replaced(old, moved, self._replacement.value)
        after = Selection.cursor((first.row, first.start))
        self._editor.put("\n".join(new), (first.row, 0), (last.row, len(old[-1])), after)
        self._tell_replaced(len(moved))

    def _tell_replaced(self, count: int) -> None:
        assert self._words is not None
        self.notify(self._words.text("app-find-replaced", count=count), markup=False)

    def action_close(self) -> None:
        """Closes the bar; the match stays chosen."""
        self._editor.mark_found(())
        self.post_message(self.Closed())
