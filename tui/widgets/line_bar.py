"""The line under the code in which one writes the number of the line to go to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.document._document import Selection
from textual.message import Message
from textual.widgets import Input, Static

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from tui.widgets.editor import Editor


class LineBar(Horizontal):
    """Goes to a line of an editor while its number is written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab,ctrl+g", "number", show=False),
        Binding("escape", "close", show=False),
    ]

    class Closed(Message):
        """The bar is done with."""

    def __init__(self, editor: Editor, *, id: str | None = None) -> None:
        super().__init__(id=id, classes="code-bar")
        self._editor = editor
        self._words: Catalogue | None = None
        self._origin = Selection()
        """What was chosen before, where Esc goes back to."""

    def compose(self) -> ComposeResult:
        """A name, the number, how many lines there are."""
        yield Static(id="line-name", markup=False)
        yield Input(compact=True, restrict=r"\d*", max_length=6, id="number")
        yield Static(id="line-count", markup=False)

    def open(self, words: Catalogue) -> None:
        """Asks for a number."""
        self._words, self._origin = words, self._editor.selection
        self.query_one("#line-name", Static).update(words.text("app-line-name"))
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self._tell(None)
        self.action_number()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Goes to the line written so far, or as far as there are lines."""
        event.stop()
        number = int(event.value) if re.fullmatch(r"\d+", event.value) else None
        self._tell(number)
        if number is None:
            self._editor.selection = self._origin
        else:
            self._editor.move_cursor(self._editor.clamp_visitable((number - 1, 0)), center=True)

    def _tell(self, number: int | None) -> None:
        assert self._words is not None
        count = self._editor.document.line_count
        beyond = number is not None and not 1 <= number <= count
        told = Content(self._words.text("app-line-beyond" if beyond else "app-line-count", count=count))
        if beyond:
            told = Content.assemble("! ", told).stylize("$warn")
        self.query_one("#line-count", Static).update(told)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Stays at the line."""
        event.stop()
        self.post_message(self.Closed())

    def action_number(self) -> None:
        """Goes to the number, all of it chosen."""
        self.query_one(Input).focus()
        self.query_one(Input).select_all()

    def action_close(self) -> None:
        """Goes back to where one was."""
        self._editor.selection = self._origin
        self.post_message(self.Closed())
