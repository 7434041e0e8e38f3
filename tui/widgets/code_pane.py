"""The code with what opens under it: the editor, finding and replacing, going to a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import TextArea

from tui.widgets.editor import Editor
from tui.widgets.find_bar import FindBar
from tui.widgets.line_bar import LineBar

if TYPE_CHECKING:
    from course.catalogue import Catalogue


class CodePane(Vertical):
    """An editor, and at most one bar under it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close_bar", show=False)]

    def __init__(self, words: Catalogue, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.words = words
        """The catalogue in use."""
        self._bar: FindBar | LineBar | None = None
        """The bar that is open."""

    def compose(self) -> ComposeResult:
        """The editor and its bars."""
        editor = Editor(id="editor")
        yield editor
        yield FindBar(editor, id="find-bar")
        yield LineBar(editor, id="line-bar")

    @property
    def editor(self) -> Editor:
        """The editor."""
        return self.query_one(Editor)

    def speak(self, words: Catalogue) -> None:
        """Takes another catalogue; a bar that is open in the words of the old one closes."""
        if words is not self.words:
            self.words = words
            self.action_close_bar()

    def begin(self, code: str, *, read_only: bool) -> None:
        """Sets another code, with nothing found or marked in it."""
        self._show_bar(None)
        self.editor.read_only = read_only
        self.editor.load_text(code)

    def on_editor_wanted(self, event: Editor.Wanted) -> None:
        """Does what the editor alone cannot."""
        event.stop()
        if event.command == "saved":
            self.notify(self.words.text("app-saved"), markup=False)
            return
        bar = self.query_one(FindBar) if event.command == "find" else self.query_one(LineBar)
        self._show_bar(bar)
        bar.open(self.words)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """What was found may be elsewhere now."""
        if isinstance(self._bar, FindBar):
            self._bar.search_again()

    def on_find_bar_closed(self, event: FindBar.Closed) -> None:
        """Back to the code."""
        self._close(event)

    def on_line_bar_closed(self, event: LineBar.Closed) -> None:
        """Back to the code."""
        self._close(event)

    def _close(self, event: FindBar.Closed | LineBar.Closed) -> None:
        event.stop()
        self._show_bar(None)
        self.editor.focus()

    def _show_bar(self, bar: FindBar | LineBar | None) -> None:
        self._bar = bar
        for one in self.query(".code-bar"):
            one.display = one is bar

    def action_close_bar(self) -> None:
        """Closes the open bar."""
        if self._bar is not None:
            self._bar.action_close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Esc is the screen's while no bar is open."""
        return action != "close_bar" or self._bar is not None
