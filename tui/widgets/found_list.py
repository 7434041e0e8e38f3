"""A list of lines that lead somewhere, under headings that do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.found import Line

Draw = Callable[[int], Sequence[Line]]
"""Gives the lines for a width in cells."""


class FoundList(OptionList):
    """What was found, or the links of a page; Enter or a click follows one."""

    DEFAULT_CSS = """
    FoundList {
        height: auto; max-height: 100%; padding: 0; background: $raised; border: none; color: $ink;
        scrollbar-size-vertical: 1; scrollbar-background: $raised;
        &:focus { border: none; background-tint: $ground 0%; }
        & > .option-list--option-disabled { color: $muted; }
        & > .option-list--option-highlighted { background: $bar; color: $ink; text-style: none; }
        &:focus > .option-list--option-highlighted { background: $bar; color: $ink; text-style: none; }
        & > .option-list--option-hover { background: $ground; }
    }
    """

    class Followed(Message):
        """A line was chosen."""

        def __init__(self, line: Line) -> None:
            super().__init__()
            self.line = line

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._draw: Draw = lambda _: ()
        self._listed: Sequence[Line] = ()
        self._width = 0

    def show(self, draw: Draw) -> None:
        """Sets the lines, with the cursor on the first that leads somewhere."""
        self._draw = draw
        self._fill()

    def _on_resize(self) -> None:
        if self.size.width != self._width:
            self._fill()

    def _fill(self) -> None:
        self._width = self.size.width
        width = self._width - 1 - self.styles.scrollbar_size_vertical
        self._listed = self._draw(width) if width > 0 else ()
        self.set_options([Option(line.text, disabled=not line.leads) for line in self._listed])
        self.action_first()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tells which line was chosen."""
        event.stop()
        self.post_message(self.Followed(self._listed[event.option_index]))
