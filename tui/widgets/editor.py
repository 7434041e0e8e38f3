"""The code editor: Textual's text area, with Python's colours, indentation and a mark at the line that
failed.

Owns what needs a widget; the rules of indentation are `tui.editing`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.document._document import Selection
from textual.document._document_navigator import DocumentNavigator
from textual.document._syntax_aware_document import SyntaxAwareDocument
from textual.document._wrapped_document import WrappedDocument
from textual.strip import Strip
from textual.widgets import TextArea

from tui import editing
from tui.actions import bindings
from tui.highlighting import CAPTURES, python_language, python_query
from tui.themes import THEMES, editor_theme, known_theme
from tui.widgets.completion import Completing

if TYPE_CHECKING:
    from rich.text import Text

BLOCK = 64
"""Lines whose colours are asked for at once."""


class LineColours(defaultdict[int, list[tuple[int, int | None, str]]]):
    """The coloured ranges of each line, asked of the tree when a line is first drawn.

    Textual asks for the whole document at every edit: 25 ms for 1,000 lines; a block takes less than one.
    """

    def __init__(self, query_block: Callable[[int], None]) -> None:
        super().__init__(list)
        self._query_block = query_block
        self._known: set[int] = set()

    def __bool__(self) -> bool:
        return True

    def __getitem__(self, line: int) -> list[tuple[int, int | None, str]]:
        block = line // BLOCK
        if block not in self._known:
            self._known.add(block)
            self._query_block(block)
        return super().__getitem__(line)

    def forget(self) -> None:
        """Forgets all colours, since the text changed."""
        self.clear()
        self._known.clear()


class Editor(TextArea):
    """Python code that the learner edits."""

    BINDINGS = bindings("editor")

    DEFAULT_CSS = """
    Editor {
        border: none; padding: 0; background: $raised; color: $ink;
        &:focus { border: none; }
        & .text-area--gutter { color: $muted; background: $raised; }
        & .text-area--cursor-line { background: $bar 60%; }
        & .text-area--cursor-gutter { color: $ink; background: $bar 60%; }
        & .text-area--cursor { background: $ink; color: $raised; }
        & .text-area--selection { background: $accent 30%; }
        & .text-area--matching-bracket { background: $faint; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        self._colours = LineColours(self._colour_block)
        self.failed_line: int | None = None
        """The line that raised, from 0; None when none did or the text changed since."""
        self.completing = Completing(self)
        super().__init__(
            soft_wrap=False, show_line_numbers=True, tab_behavior="indent", id=id, highlight_cursor_line=True
        )
        self._bindings.key_to_bindings.pop("f6")  # the screen's; Textual would select the line
        for name in THEMES:
            self.register_theme(editor_theme(name))

    def _on_mount(self, event: events.Mount) -> None:
        # Textual calls the handlers of the base classes by itself, after this one.
        self._app_theme_changed()

    def _app_theme_changed(self) -> None:
        self.theme = known_theme(self.app.theme)
        self._set_theme(self.theme)
        self._line_cache.clear()

    # The text

    def replace_all(self, text: str) -> None:
        """Puts another text in place of all, as one edit that can be undone."""
        self.history.checkpoint()
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)
        self.history.checkpoint()
        self.move_cursor((0, 0))

    def mark_failed(self, line: int | None) -> None:
        """Marks the line, from 1, at which the program failed; None takes the mark away."""
        self.failed_line = line - 1 if line is not None else None
        self._line_cache.clear()
        self.refresh()

    def _set_document(self, text: str, language: str | None) -> None:
        """Textual's own compiles a query for every document; this shares one."""
        self.document = SyntaxAwareDocument(text, python_language())
        self.wrapped_document = WrappedDocument(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._highlights = self._colours
        self._build_highlight_map()
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()

    def _build_highlight_map(self) -> None:
        self._line_cache.clear()
        self._colours.forget()

    def _colour_block(self, block: int) -> None:
        assert isinstance(self.document, SyntaxAwareDocument)
        first, last = block * BLOCK, block * BLOCK + BLOCK
        captures = self.document.query_syntax_tree(python_query(), (first, 0), (last, 0))
        for name in CAPTURES:
            for node in captures.get(name, ()):
                start, end = node.start_point, node.end_point
                for row in range(max(start.row, first), min(end.row + 1, last)):
                    left = start.column if row == start.row else 0
                    right = end.column if row == end.row else None
                    dict.setdefault(self._colours, row, []).append((left, right, name))

    def get_line(self, line_index: int) -> Text:
        """A line's text, with a ground of its own where the program failed."""
        line = super().get_line(line_index)
        if line_index == self.failed_line:
            line.stylize(Style(underline=True))
        return line

    def _render_line(self, y: int) -> Strip:
        strip = super()._render_line(y)
        if self.failed_line is None or self._line_at(y) != self.failed_line:
            return strip
        segments = list(strip)
        number = segments[0]
        mark = Segment(f"{number.text[:-2]}✗ ", (number.style or Style()) + self._failed_style())
        return Strip([mark, *segments[1:]], strip.cell_length)

    def _line_at(self, y: int) -> int | None:
        rows = self.wrapped_document._offset_to_line_info
        row = y + self.scroll_offset.y
        return rows[row][0] if row < len(rows) else None

    def _failed_style(self) -> Style:
        return Style(color=self.app.theme_variables.get("bad", "red"), bold=True)

    # Keys

    async def _on_key(self, event: events.Key) -> None:
        if self.completing.take_key(event):
            event.stop()
            event.prevent_default()
        elif event.key == "escape":
            event.prevent_default()  # Textual's would go to the next widget; the screen decides
        elif not self.read_only and event.key in ("enter", "tab"):
            event.stop()
            event.prevent_default()
            self._enter() if event.key == "enter" else self._tab()
        else:
            await self._act_at_once(event)

    async def _act_at_once(self, event: events.Key) -> None:
        """Carries out the editor's own binding of a key now.

        Textual would do so only when the key has bubbled up to the app; of keys that come fast, a letter would
        overtake the Backspace before it.
        """
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            event.stop()
            event.prevent_default()
            await self.run_action(binding.action)
            return

    def _enter(self) -> None:
        start, end = sorted(self.selection)
        before = self.document.get_line(start[0])[: start[1]]
        self._replace_via_keyboard(editing.line_break(before), start, end)

    def _tab(self) -> None:
        start, end = sorted(self.selection)
        if start[0] != end[0]:
            self._change_lines(editing.indent_lines)
            return
        self._replace_via_keyboard(" " * self._find_columns_to_next_tab_stop(), start, end)

    def action_delete_left(self) -> None:
        """Deletes a character, or a level of indentation."""
        row, column = self.selection.end
        if not self.selection.is_empty or column == 0:
            super().action_delete_left()
            return
        width = editing.backspace_width(self.document.get_line(row)[:column])
        self._delete_via_keyboard((row, column - width), (row, column))

    def action_complete(self) -> None:
        """Offers what may be typed at the cursor."""
        self.completing.ask(asked=True)

    def on_text_area_changed(self) -> None:
        """The completion goes along."""
        self.completing.follow_text()

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

    def action_comment(self) -> None:
        """Makes comments of the chosen lines, or code of comments."""
        self._change_lines(editing.toggle_comment)

    def action_outdent(self) -> None:
        """Moves the chosen lines one level to the left."""
        self._change_lines(editing.dedent_lines)

    def _change_lines(self, change: Callable[[Sequence[str]], list[str]]) -> None:
        """Changes the chosen lines as one edit; the choice stays on the same lines."""
        if self.read_only:
            return
        (first, left), (last, right) = self.selection
        top, bottom = sorted((first, last))
        if top != bottom and max(self.selection)[1] == 0:
            bottom -= 1
        old = [self.document.get_line(row) for row in range(top, bottom + 1)]
        new = change(old)
        self.history.checkpoint()
        end = (bottom, len(old[-1]))
        self.replace("\n".join(new), (top, 0), end, maintain_selection_offset=False)
        self.history.checkpoint()
        grown = [len(after) - len(before) for before, after in zip(old, new, strict=True)]

        def moved(row: int, column: int) -> tuple[int, int]:
            inside = top <= row <= bottom and column > 0
            return row, max(0, column + grown[row - top]) if inside else column

        self.selection = Selection(moved(first, left), moved(last, right))
