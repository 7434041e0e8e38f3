"""An area of Python code: its colours, the mark at the line that failed, and what a search found.

Owns what is drawn; `tui.widgets.editor` adds what keys do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.document._document_navigator import DocumentNavigator
from textual.document._syntax_aware_document import SyntaxAwareDocument
from textual.document._wrapped_document import WrappedDocument
from textual.strip import Strip
from textual.widgets import TextArea

from tui.editing import readable
from tui.highlighting import CAPTURES, python_language, python_query
from tui.scanning import OUTSIDE, Place
from tui.themes import THEMES, editor_theme, known_theme

if TYPE_CHECKING:
    from rich.text import Text
    from tree_sitter import Node

    from tui.finding import Match

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


class Rows(WrappedDocument):
    """The lines as they are drawn. Textual counts all of them anew for each one that it draws."""

    @property
    def height(self) -> int:
        """How many there are."""
        return len(self._offset_to_line_info)


class CodeArea(TextArea):
    """Python code, in the colours of the app's theme."""

    DEFAULT_CSS = """
    CodeArea {
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
        self._found: dict[int, list[Match]] = {}
        """What a search found, by line."""
        super().__init__(
            soft_wrap=False, show_line_numbers=True, tab_behavior="indent", id=id, highlight_cursor_line=True
        )
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

    def _set_document(self, text: str, language: str | None) -> None:
        """Textual's own compiles a query for every document; this shares one."""
        self.document = SyntaxAwareDocument(readable(text), python_language())
        self.wrapped_document = Rows(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._highlights = self._colours
        self._build_highlight_map()
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()

    def _recompute_cursor_offset(self) -> None:
        """Textual's undo measures the text before it moves a cursor that may stand beyond its new end."""
        place = self.clamp_visitable(self.cursor_location)
        self._cursor_offset = self.wrapped_document.location_to_offset(place)

    def _build_highlight_map(self) -> None:
        """Called after every change of the text: what was drawn or marked may be true no longer."""
        self._line_cache.clear()
        self._colours.forget()
        self.failed_line = None
        self._found = {}

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

    def place_before(self, row: int) -> Place:
        """The place at the beginning of a line: in a string when one reaches into it from above."""
        assert isinstance(self.document, SyntaxAwareDocument)
        tree = self.document._syntax_tree
        node: Node | None = tree.root_node.descendant_for_point_range((row, 0), (row, 0))
        while node is not None and not (node.type == "string" and node.start_point.row < row):
            node = node.parent
        if node is None:
            return OUTSIDE
        opening = node.children[0]
        line = self.document.get_line(opening.start_point.row).encode()
        written = line[opening.start_point.column : opening.end_point.column].decode()
        quote = written.lstrip("rbfuRBFU")
        return Place(quote, formatted="f" in written.lower())

    # Marks

    def mark_failed(self, line: int | None) -> None:
        """Marks the line, from 1, at which the program failed; None takes the mark away."""
        self.failed_line = line - 1 if line is not None else None
        self._redraw()

    def mark_found(self, found: Iterable[Match]) -> None:
        """Marks what a search found, from top to bottom; nothing takes the marks away."""
        self._found = {row: list(group) for row, group in groupby(found, key=lambda match: match.row)}
        self._redraw()

    def _redraw(self) -> None:
        self._line_cache.clear()
        self.refresh()

    def get_line(self, line_index: int) -> Text:
        """A line's text, with marks where the program failed and where a search found something."""
        line = super().get_line(line_index)
        if line_index == self.failed_line:
            line.stylize(Style(underline=True))
        for match in self._found.get(line_index, ()):
            line.stylize(self._found_style(), match.start, match.end)
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

    def _found_style(self) -> Style:
        return Style(bgcolor=self.app.theme_variables.get("faint"), underline=True)
