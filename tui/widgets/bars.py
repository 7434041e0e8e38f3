"""The bars at the top and at the bottom of a screen."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.widget import Widget

from tui.bars import CLICK, Key, key_line, spread


class TitleBar(Widget):
    """One line: where one is, how far, and what the grader is doing."""

    DEFAULT_CSS = """
    TitleBar { height: 1; padding: 0 1; background: $bar; color: $ink; }
    """

    def __init__(self, left: Content | str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._left = Content(left) if isinstance(left, str) else left
        self._middles: Sequence[Content] = ()
        self._right = Content("")

    def show(
        self,
        left: Content | None = None,
        middles: Sequence[Content] | None = None,
        right: Content | None = None,
    ) -> None:
        """Sets the parts that are given; of the middles, the first that has room is shown."""
        self._left = left if left is not None else self._left
        self._middles = middles if middles is not None else self._middles
        self._right = right if right is not None else self._right
        self.refresh()

    def render(self) -> Content:
        """The line, set in the width."""
        return spread(self._left, self._middles, self._right, self.content_size.width)


class KeyBar(Widget):
    """One line: what can be done now, with its keys; each entry can be clicked."""

    DEFAULT_CSS = """
    KeyBar { height: 1; padding: 0 1; background: $bar; color: $ink; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entries: Sequence[Key] = ()
        self._fixed: Sequence[Key] = ()

    def show(self, entries: Sequence[Key], fixed: Sequence[Key]) -> None:
        """Sets the entries, the most useful first, and those that always stand at the right."""
        self._entries, self._fixed = entries, fixed
        self.refresh()

    def render(self) -> Content:
        """The line, with as many entries as fit."""
        if not self._fixed:
            return Content("")
        return key_line(self._entries, self._fixed, self.content_size.width)

    async def on_click(self, event: events.Click) -> None:
        """Runs what the entry under the mouse stands for."""
        action = event.style.meta.get(CLICK)
        if action:
            await self.run_action(action)
