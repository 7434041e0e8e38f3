"""The prompt of the scratch page: an editor of a few lines whose Enter runs what is complete.

Owns the keys; the rules are `tui.prompt`, and the line breaks and all else are the editor's.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.actions import SkipAction
from textual.message import Message

from tui.prompt import History, enter_runs, tidy
from tui.widgets.editor import Editor

_WITHOUT = ("find", "go_to_line", "saved")
"""Actions of an editor that need what is around it in a lesson."""


class TryCode(Message):
    """Asks the app for the scratch page, with code in its prompt."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code


class Prompt(Editor):
    """An input, which grows with its content."""

    DEFAULT_CSS = """
    Prompt { height: auto; max-height: 10; scrollbar-size: 0 1; }
    Prompt .text-area--cursor-line { background: $raised; }
    """

    class Paged(Message):
        """A key asked for the page before (-1) or after (1) of what lies above the prompt."""

        def __init__(self, direction: int) -> None:
            super().__init__()
            self.direction = direction

    def __init__(self, accept: Callable[[str], bool], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.show_line_numbers = False
        self.inputs = History()
        """The inputs before."""
        self._accept = accept
        """Takes an input to run; False when it cannot be taken now. Called at once, so that what is typed next
        is not lost."""

    def submit(self) -> None:
        """Runs the input; it stays while it cannot be taken."""
        code = tidy(self.text)
        if code.strip() and self._accept(code):
            self.inputs.add(code)
            self.replace_all("")

    def offer(self, code: str) -> None:
        """Puts code in place of the input, with the cursor at its end; Ctrl+Z takes it back."""
        self.replace_all(code)
        self.move_cursor(self.document.end)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command makes sense now; there is no bar here to find or go to a line in."""
        return action not in _WITHOUT and super().check_action(action, parameters)

    def _enter(self) -> None:
        if self.selection.is_empty and enter_runs(self.text, *self.selection.end):
            self.submit()
        else:
            super()._enter()

    def action_cursor_up(self, select: bool = False) -> None:
        """Moves up; at the first line to the input before."""
        if select or not self.cursor_at_first_line:
            super().action_cursor_up(select)
            return
        older = self.inputs.older(self.text)
        if older is not None:
            self.offer(older)

    def action_cursor_down(self, select: bool = False) -> None:
        """Moves down; at the last line to the input after."""
        if select or not self.cursor_at_last_line:
            super().action_cursor_down(select)
            return
        newer = self.inputs.newer()
        if newer is not None:
            self.offer(newer)

    def action_cursor_page_up(self) -> None:
        """Turns what lies above a page back."""
        self.post_message(self.Paged(-1))

    def action_cursor_page_down(self) -> None:
        """Turns what lies above a page on."""
        self.post_message(self.Paged(1))

    def action_copy(self) -> None:
        """Copies what is selected here, else what is selected elsewhere on the screen."""
        if self.selected_text:
            super().action_copy()
        elif self.screen.get_selected_text():
            self.screen.action_copy_text()
        else:
            raise SkipAction
