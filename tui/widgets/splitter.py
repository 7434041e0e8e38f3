"""The border between two panes, which the mouse can move."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.splitting import Direction

GRIP = 5
"""Cells of the mark that tells that the border can be taken hold of."""


class Splitter(Widget):
    """A line of one cell; dragging it tells where to, a double click that it shall go back."""

    DEFAULT_CSS = """
    Splitter { color: $faint; background: $ground; }
    Splitter.-across { width: 1; height: 1fr; pointer: ew-resize; }
    Splitter.-down { width: 1fr; height: 1; pointer: ns-resize; }
    Splitter:hover, Splitter.-held { color: $accent; }
    """

    class Dragged(Message):
        """The border is to be elsewhere."""

        def __init__(self, direction: Direction, size: int | None, *, held: bool) -> None:
            super().__init__()
            self.direction = direction
            self.size = size
            """Cells before the border; None means as it was at first."""
            self.held = held
            """Whether the mouse still holds it."""

    def __init__(self, direction: Direction, *, id: str | None = None) -> None:
        super().__init__(id=id, classes=f"-{direction}")
        self.direction: Direction = direction

    def render(self) -> Content:
        """A mark in the middle; the whole line while it is held, or where no ground tells the panes apart."""
        length = self.size.height if self.direction == "across" else self.size.width
        grip = length if self.app.no_color or self.has_class("-held") else min(GRIP, length)
        before = (length - grip) // 2
        if self.direction == "down":
            return Content(" " * before + "─" * grip)
        return Content("\n".join([" "] * before + ["│"] * grip))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Takes hold."""
        event.stop()
        self.set_class(True, "-held")
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follows the mouse."""
        if self.has_class("-held"):
            event.stop()
            self._tell(event, held=True)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Lets go."""
        if self.has_class("-held"):
            event.stop()
            self.set_class(False, "-held")
            self.release_mouse()
            self._tell(event, held=False)

    def on_click(self, event: events.Click) -> None:
        """Twice: back to the first place."""
        event.stop()
        if event.chain == 2:
            self.post_message(self.Dragged(self.direction, None, held=False))

    def _tell(self, event: events.MouseEvent, *, held: bool) -> None:
        assert self.parent is not None
        around = self.query_ancestor(Widget).region
        across = self.direction == "across"
        size = int(event.screen_x) - around.x if across else int(event.screen_y) - around.y
        self.post_message(self.Dragged(self.direction, size, held=held))
