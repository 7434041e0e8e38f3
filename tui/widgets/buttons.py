"""Things to press: by mouse, or with Enter when they have the focus."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static


class ActionButton(Static, can_focus=True):
    """Words that run an action of the screen when pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "press", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    DEFAULT_CSS = """
    ActionButton { height: auto; width: auto; pointer: pointer; }
    """

    def __init__(self, content: Content | str = "", *, action: str, id: str | None = None) -> None:
        super().__init__(content, id=id, markup=False)
        self._action = action

    async def action_press(self) -> None:
        """Runs the action."""
        await self.screen.run_action(self._action)

    async def on_click(self, event: events.Click) -> None:
        """Runs the action."""
        event.stop()
        await self.action_press()
