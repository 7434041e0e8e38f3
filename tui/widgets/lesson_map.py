"""The list of lessons on the first screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class LessonMap(OptionList):
    """The lessons; Enter or a click opens one."""

    DEFAULT_CSS = """
    LessonMap {
        height: 1fr; padding: 0 1; background: $ground; border: none; color: $ink;
        border-left: blank; scrollbar-size-vertical: 1;
        &:focus { border: none; border-left: heavy $muted; background-tint: $ground 0%; }
        & > .option-list--option-highlighted { background: $ground; color: $ink; text-style: none; }
        &:focus > .option-list--option-highlighted { background: $bar; color: $ink; text-style: none; }
        & > .option-list--option-hover { background: $raised; }
    }
    """

    class Opened(Message):
        """A lesson was chosen."""

        def __init__(self, lesson_id: str) -> None:
            super().__init__()
            self.lesson_id = lesson_id

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._lesson_ids: list[str] = []
        self._draw: Callable[[int], Sequence[Content]] = lambda _: ()

    def show(self, ids: Sequence[str], lines: Callable[[int], Sequence[Content]]) -> None:
        """Sets the lessons; `lines` gives their lines for a width in cells."""
        self._lesson_ids, self._draw = list(ids), lines
        self._fill()

    @property
    def chosen(self) -> str | None:
        """The id of the lesson under the cursor; None while there are no lessons."""
        return self._lesson_ids[self.highlighted] if self.highlighted is not None else None

    def choose(self, lesson_id: str) -> None:
        """Puts the cursor on a lesson."""
        if lesson_id in self._lesson_ids:
            self.highlighted = self._lesson_ids.index(lesson_id)

    def action_cursor_up(self) -> None:
        """Goes up; from the first lesson to what stands above the list."""
        if self.highlighted in (None, 0):
            self.screen.focus_previous()
        else:
            super().action_cursor_up()

    def _on_resize(self) -> None:
        self._fill()

    def _fill(self) -> None:
        """Sets the lines anew for the width of now; the cursor stays on its lesson."""
        width = self.scrollable_content_region.width - 2
        if width <= 0 or not self._lesson_ids:
            return
        kept = self.highlighted
        lines = self._draw(width)
        self.set_options([Option(line, id=name) for line, name in zip(lines, self._lesson_ids, strict=True)])
        self.highlighted = kept if kept is not None else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tells which lesson was chosen."""
        event.stop()
        if event.option_id is not None:
            self.post_message(self.Opened(event.option_id))
