"""The code editor: what keys do to Python code.

Owns what needs a widget. The rules are functions elsewhere: indentation in `tui.editing`, brackets and
quotes in `tui.pairing`, the steps of undo in `tui.undoing`; what is drawn is `tui.widgets.code_area`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from textual import events
from textual.document._document import EditResult, Selection
from textual.document._edit import Edit
from textual.message import Message

from tui import editing, pairing
from tui.actions import bindings
from tui.undoing import EditSteps, PlacedEdit
from tui.widgets.code_area import CodeArea
from tui.widgets.completion import Completing

Asked = Literal["find", "go-to-line", "saved"]
"""What the editor leaves to what is around it; the ids of the commands."""

Location = tuple[int, int]

_TEXTUALS_OWN = ("f6",)
"""Keys of Textual's text area that mean something else here."""

_CHANGES = frozenset({"comment", "outdent", "move_up", "move_down", "duplicate", "undo", "redo"})
"""Actions that make no sense where the code cannot be changed."""


class Editor(CodeArea):
    """Python code that the learner edits."""

    BINDINGS = bindings("editor")

    class Wanted(Message):
        """A command that needs more than the editor was given."""

        def __init__(self, command: Asked) -> None:
            super().__init__()
            self.command = command

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.completing = Completing(self)
        self.history = EditSteps()
        for key in _TEXTUALS_OWN:
            self._bindings.key_to_bindings.pop(key, None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command makes sense now: the code is to be seen, and can be changed if it changes it."""
        shown = all(node.display for node in self.ancestors_with_self)
        return shown and not (self.read_only and action in _CHANGES)

    # Changing the text

    def edit(self, edit: Edit) -> EditResult:
        """Makes an edit, with its text as the editor can hold it."""
        edit.text = editing.readable(edit.text)
        result = super().edit(edit)
        self.completing.follow_text()  # at once: keys that come fast are all in the text when it is told of
        return result

    def replace_all(self, text: str) -> None:
        """Puts another text in place of all, as one edit that can be undone."""
        self.put(text, (0, 0), self.document.end, Selection.cursor((0, 0)))
        self.scroll_home(animate=False)

    def put(self, text: str, start: Location, end: Location, placed: Selection) -> None:
        """Puts a text in place of a range as one step of undo, and chooses a place after it."""
        self.history.checkpoint()
        self.edit(PlacedEdit(text, start, end, maintain_selection_offset=False, placed=placed))
        self.history.checkpoint()

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if not self.read_only:
            self._paste(event.text)

    def action_paste(self) -> None:
        """Pastes what was copied or cut here."""
        if not self.read_only:
            self._paste(self.app.clipboard)

    def _paste(self, text: str) -> None:
        self.history.checkpoint()
        self._replace_via_keyboard(editing.pasted(text), *self.selection)
        self.history.checkpoint()

    # Keys

    async def _on_key(self, event: events.Key) -> None:
        if self.completing.take_key(event):
            event.stop()
            event.prevent_default()
        elif event.key == "escape":
            event.prevent_default()  # Textual's would go to the next widget; the screen decides
        elif not self.read_only and self._type(event):
            event.stop()
            event.prevent_default()
            self._restart_blink()
        else:
            await self._act_at_once(event)

    async def _act_at_once(self, event: events.Key) -> None:
        """Carries out the editor's own binding of a key now.

        Textual would do so only when the key has bubbled up to the app; of keys that come fast, a letter would
        overtake the Backspace before it.
        """
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()
            return

    def _type(self, event: events.Key) -> bool:
        """Does what a key means in Python; False leaves it to Textual."""
        if event.key == "enter":
            self._enter()
        elif event.key == "tab":
            self._tab()
        elif event.character == ":":
            self._colon()
        elif event.character is not None:
            return self._pair(event.character)
        else:
            return False
        return True

    def _around(self) -> tuple[str, str]:
        """The line left and right of what is chosen."""
        (top, left), (bottom, right) = sorted(self.selection)
        return self.document.get_line(top)[:left], self.document.get_line(bottom)[right:]

    def _enter(self) -> None:
        start, end = sorted(self.selection)
        before, after = self._around()
        broken, rest = editing.line_break(before), editing.closing_break(before, after)
        cursor = (start[0] + 1, len(broken) - 1)
        self.put(broken + rest, start, end, Selection.cursor(cursor))

    def _tab(self) -> None:
        if not self.selection.is_empty:
            self._change_lines(editing.indent_lines)
            return
        cursor = self.selection.end
        self._replace_via_keyboard(" " * self._find_columns_to_next_tab_stop(), cursor, cursor)

    def _colon(self) -> None:
        """A colon may end a word such as `else`, whose line then goes to its place as a step of its own."""
        self._replace_via_keyboard(":", *sorted(self.selection))
        row, column = self.selection.end
        line = self.document.get_line(row)
        indent = editing.clause_indent(line, self.document[:row]) if column == len(line) else None
        if indent is not None:
            old = len(editing.indent_of(line))
            cursor = Selection.cursor((row, column - old + len(indent)))
            self.put(indent, (row, 0), (row, old), cursor)

    def _pair(self, typed: str) -> bool:
        """Wraps, steps over or closes what `typed` opens; False when it is an ordinary character."""
        start, end = sorted(self.selection)
        if start != end:
            return self._wrap(typed, start, end)
        row, column = end
        (before, after), line_start = self._around(), self.place_before(row)
        if pairing.steps_over(typed, before, after, line_start):
            self.move_cursor((row, column + 1))
            return True
        added = pairing.closer(typed, before, after, line_start)
        if added:
            self.put(typed + added, end, end, Selection.cursor((row, column + 1)))
        return bool(added)

    def _wrap(self, typed: str, start: Location, end: Location) -> bool:
        if typed not in pairing.PAIRS:
            return False

        def shifted(place: Location) -> Location:
            return (place[0], place[1] + 1) if place[0] == start[0] else place

        inside = Selection(shifted(self.selection.start), shifted(self.selection.end))
        self.put(f"{typed}{self.selected_text}{pairing.PAIRS[typed]}", start, end, inside)
        return True

    def action_delete_left(self) -> None:
        """Deletes a character, a level of indentation, or a pair with nothing in it."""
        row, column = self.selection.end
        if not self.selection.is_empty or column == 0:
            super().action_delete_left()
            return
        before, after = self._around()
        width = editing.backspace_width(before)
        added = pairing.empty_pair(before, after, self.place_before(row))
        self._delete_via_keyboard((row, column - width), (row, column + added))

    # Completion

    def action_complete(self) -> None:
        """Offers what may be typed at the cursor."""
        self.completing.ask(asked=True)

    def on_text_area_selection_changed(self) -> None:
        """The completion goes along."""
        self.completing.follow_cursor()

    def _on_blur(self, event: events.Blur) -> None:
        self.completing.close()

    def action_to_start(self) -> None:
        """Goes to the first character of all."""
        self.move_cursor((0, 0))

    def action_to_end(self) -> None:
        """Goes behind the last character of all."""
        self.move_cursor(self.document.end)

    # Lines

    def action_comment(self) -> None:
        """Makes comments of the chosen lines, or code of comments."""
        self._change_lines(editing.toggle_comment)

    def action_outdent(self) -> None:
        """Moves the chosen lines one level to the left."""
        self._change_lines(editing.dedent_lines)

    def action_move_up(self) -> None:
        """Moves the chosen lines above the line before them."""
        top, bottom = self._rows()
        if top > 0:
            self._put_lines(top - 1, bottom, [*range(top, bottom + 1), top - 1], -1)

    def action_move_down(self) -> None:
        """Moves the chosen lines below the line after them."""
        top, bottom = self._rows()
        if bottom < self.document.line_count - 1:
            self._put_lines(top, bottom + 1, [bottom + 1, *range(top, bottom + 1)], 1)

    def action_duplicate(self) -> None:
        """Puts a copy of the chosen lines below them, and goes there."""
        top, bottom = self._rows()
        self._put_lines(top, bottom, [*range(top, bottom + 1)] * 2, bottom - top + 1)

    def _put_lines(self, top: int, bottom: int, order: Sequence[int], shift: int) -> None:
        """Puts lines, by their numbers, in place of a range of lines; the choice goes with them."""
        text = "\n".join(self.document.get_line(row) for row in order)
        (first, left), (last, right) = self.selection
        placed = Selection((first + shift, left), (last + shift, right))
        self.put(text, (top, 0), (bottom, len(self.document.get_line(bottom))), placed)

    def _rows(self) -> tuple[int, int]:
        """The first and last of the chosen lines; one whose beginning alone is chosen does not count."""
        (top, _), (bottom, column) = sorted(self.selection)
        return top, bottom - 1 if top != bottom and column == 0 else bottom

    def _change_lines(self, change: Callable[[Sequence[str]], list[str]]) -> None:
        """Changes the chosen lines as one edit; the choice stays on the same lines."""
        top, bottom = self._rows()
        old = [self.document.get_line(row) for row in range(top, bottom + 1)]
        new = change(old)
        if new == old:
            return
        grown = [len(after) - len(before) for before, after in zip(old, new, strict=True)]

        def moved(place: Location) -> Location:
            row, column = place
            inside = top <= row <= bottom and column > 0
            return row, max(0, column + grown[row - top]) if inside else column

        placed = Selection(moved(self.selection.start), moved(self.selection.end))
        self.put("\n".join(new), (top, 0), (bottom, len(old[-1])), placed)

    # What needs more than the editor

    def action_find(self) -> None:
        """Asks for a search."""
        self.post_message(self.Wanted("find"))

    def action_go_to_line(self) -> None:
        """Asks for a line's number."""
        self.post_message(self.Wanted("go-to-line"))

    def action_saved(self) -> None:
        """Asks to be told that nothing needs to be saved."""
        self.post_message(self.Wanted("saved"))
