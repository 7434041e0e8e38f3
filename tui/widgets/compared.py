"""Code whose lines are marked by a sign and a ground, to read, scroll and copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.selection import Selection
from textual.widgets import Static

from tui.differences import LineMark, MarkedLine

_MARKS: dict[LineMark, tuple[str, str, str]] = {
    "same": (" ", "$muted", ""),
    "comes": ("+", "bold $good", "on $good 15%"),
    "goes": ("-", "bold $bad", "on $bad 15%"),
    "differs": ("~", "bold $ink", "on $bar"),
    "only": ("+", "bold $ink", "on $bar"),
    "missing": (" ", "$muted", ""),
}
"""Sign, its style, and the ground of the line."""


class Signs(Static):
    """The signs, which are not part of the code."""

    ALLOW_SELECT: ClassVar[bool] = False


class CodeLines(Static):
    """The code; what is chosen of it comes without the blanks that only carry the ground."""

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The chosen code."""
        found = super().get_selection(selection)
        if found is None:
            return None
        text, ending = found
        return "\n".join(line.rstrip() for line in text.split("\n")), ending


class ComparedCode(ScrollableContainer, can_focus=True):
    """Marked lines of code; scrolls both ways."""

    DEFAULT_CSS = """
    ComparedCode {
        layout: horizontal; width: 1fr; height: 1fr; background: $raised; scrollbar-size: 1 1;
        border-left: blank;
        &:focus { border-left: heavy $muted; }
        & > Static { width: auto; height: auto; text-wrap: nowrap; }
    }
    """

    def __init__(self, lines: Sequence[MarkedLine] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines = tuple(lines)
        """What is shown."""

    def compose(self) -> ComposeResult:
        """Signs and code."""
        yield Signs(markup=False)
        yield CodeLines(markup=False)

    def show(self, lines: Sequence[MarkedLine]) -> None:
        """Sets other lines, from their beginning."""
        self.lines = tuple(lines)
        self._draw()
        self.scroll_home(animate=False)

    def _on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        """Sets the lines as wide as the pane, so that their grounds reach its end."""
        longest = max((line.text.cell_length for line in self.lines), default=0)
        width = max(longest, self.scrollable_content_region.width - 2)
        signs, code = [], []
        for line in self.lines:
            sign, style, ground = _MARKS[line.mark]
            padded = line.text.pad_right(width - line.text.cell_length)
            signs.append(Content(f"{sign} ").stylize(style).stylize_before(ground))
            code.append(padded.stylize_before(ground))
        self.query_one(Signs).update(Content("\n").join(signs))
        self.query_one(CodeLines).update(Content("\n").join(code))
