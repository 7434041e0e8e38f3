"""The choices of a quiz."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.marks import BAD, GOOD
from tui.prose import inline
from tui.setting import Wrapped


class Choice(Static):
    """One choice, which a click makes."""

    class Made(Message):
        """The choice was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, index: int, text: str) -> None:
        self.index = index
        self._text = inline(text)
        super().__init__(self._set(" ", ""), markup=False)

    def show(self, sign: str, style: str) -> None:
        """Draws the choice with a sign before it; both are empty before an answer."""
        self.set_class(bool(style), "-told")
        self.update(self._set(sign, style))

    def _set(self, sign: str, style: str) -> Wrapped:
        marker = Content(f"{sign or ' '} ").stylize(f"bold {style}") + Content(f"{self.index + 1}  ").stylize(
            "bold"
        )
        return Wrapped(self._text.stylize_before(style) if style else self._text, marker)

    def on_click(self, event: events.Click) -> None:
        """Tells which choice was made."""
        event.stop()
        self.post_message(self.Made(self.index))


class Choices(Vertical):
    """All choices of a quiz, below each other."""

    DEFAULT_CSS = """
    Choices { height: auto; margin: 0 0 1 0; }
    Choices Choice { height: auto; padding: 0 1; margin: 0 0 0 0; background: $raised; }
    Choices Choice:hover { background: $bar; }
    """

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__()
        self._choices = tuple(choices)

    def compose(self) -> ComposeResult:
        """A line or more for each choice."""
        for index, text in enumerate(self._choices):
            yield Choice(index, text)

    def show(self, chosen: int | None, right: int | None, *, unknown: bool = False) -> None:
        """Marks the choice made and, when it is known, the right one."""
        for choice in self.query(Choice):
            if choice.index == right:
                choice.show(GOOD, "$good")
            elif choice.index == chosen:
                choice.show("●" if right is None else BAD, "$ink" if right is None else "$bad")
            else:
                choice.show("", "")
