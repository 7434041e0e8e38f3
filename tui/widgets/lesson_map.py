"""The list of lessons, each of which unfolds into its steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.session import Place

Draw = Callable[[int, Set[str]], Sequence[tuple[str, Content]]]
"""Gives names and lines for a width in cells and the ids of the unfolded lessons."""


class LessonMap(OptionList):
    """The lessons; Enter or a click opens one, Space shows its steps."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", show=False),
        Binding("right", "unfold", show=False),
        Binding("left", "fold", show=False),
    ]

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
        """A lesson was chosen, or a step of it."""

        def __init__(self, lesson_id: str, step_id: str | None) -> None:
            super().__init__()
            self.lesson_id = lesson_id
            self.step_id = step_id
            """None when the lesson itself was chosen."""

    class Pointed(Message):
        """The cursor is on a lesson, or on a step of it."""

        def __init__(self, lesson_id: str, step_id: str | None) -> None:
            super().__init__()
            self.lesson_id = lesson_id
            self.step_id = step_id
            """None when it is on the lesson itself."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._draw: Draw = lambda *_: ()
        self._unfolded: set[str] = set()
        self._wanted: str | None = None
        """The line to put the cursor on once there is room to draw; None when it is there."""

    @property
    def pointed(self) -> tuple[str, str | None] | None:
        """The lesson at the cursor, and its step where the cursor is on one; None in an empty list."""
        return _parsed(self._cursor_name) if self._cursor_name is not None else None

    @property
    def _cursor_name(self) -> str | None:
        return self.highlighted_option.id if self.highlighted_option is not None else None

    def show(self, draw: Draw) -> None:
        """Sets what is drawn; the cursor stays where it is."""
        self._draw = draw
        self._fill(self._cursor_name)

    def point(self, lesson_id: str) -> None:
        """Puts the cursor on a lesson."""
        self._fill(lesson_id)

    def choose(self, place: Place) -> None:
        """Unfolds the lesson of a step and puts the cursor on the step."""
        self._unfolded.add(place.lesson)
        self._fill(place.ref)

    def unfold(self, lesson_id: str) -> None:
        """Shows the steps of a lesson."""
        self._unfolded.add(lesson_id)
        self._fill(self._cursor_name)

    def action_turn(self) -> None:
        """Shows the steps of the lesson at the cursor, or hides them."""
        if self.pointed is not None:
            self._unfolded ^= {self.pointed[0]}
            self._fill(self.pointed[0])

    def action_unfold(self) -> None:
        """Shows the steps of the lesson at the cursor."""
        if self.pointed is not None:
            self.unfold(self.pointed[0])

    def action_fold(self) -> None:
        """Hides the steps of the lesson at the cursor."""
        if self.pointed is not None:
            self._unfolded.discard(self.pointed[0])
            self._fill(self.pointed[0])

    def action_cursor_up(self) -> None:
        """Goes up; from the first lesson to what stands above the list."""
        if self.highlighted in (None, 0):
            self.screen.focus_previous()
        else:
            super().action_cursor_up()

    def _on_resize(self) -> None:
        self._fill(self._wanted or self._cursor_name)

    def _fill(self, at: str | None) -> None:
        """Sets the lines anew for the width of now, with the cursor on the line of a name."""
        width = self.scrollable_content_region.width - 2
        lines = self._draw(width, self._unfolded) if width > 0 else ()
        self._wanted = None if lines else at
        if not lines:
            return
        top = self.scroll_offset.y
        self.set_options([Option(line, id=name) for name, line in lines])
        names = [name for name, _ in lines]
        self.scroll_to(y=top, animate=False, force=True)
        self.highlighted = names.index(at) if at in names else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tells what was chosen."""
        event.stop()
        if event.option_id is not None:
            self.post_message(self.Opened(*_parsed(event.option_id)))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tells where the cursor is."""
        event.stop()
        if event.option_id is not None:
            self.post_message(self.Pointed(*_parsed(event.option_id)))


def _parsed(name: str) -> tuple[str, str | None]:
    lesson, _, step = name.partition("/")
    return lesson, step or None
