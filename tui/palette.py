"""The palette: every command of the table, found by its name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.widget import Widget

from tui.actions import Command, Where, commands_at, keys_label

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from tui.app import CourseApp


WIDGETS: dict[Where, str] = {"editor": "Editor", "panes": "Panes"}
"""The widgets of a screen that carry out commands of their own."""


class TableProvider(Provider):
    """Finds the commands that can be done on the screen below the palette."""

    async def discover(self) -> Hits:
        """All of them."""
        for item, words in self._found():
            yield DiscoveryHit(words.text(item.label), partial(self._run, item), help=self._help(item, words))

    async def search(self, query: str) -> Hits:
        """Those whose name fits the query."""
        matcher = self.matcher(query)
        for item, words in self._found():
            name = words.text(item.label)
            score = matcher.match(name)
            if score > 0:
                yield Hit(
                    score, matcher.highlight(name), partial(self._run, item), help=self._help(item, words)
                )

    def _found(self) -> Iterator[tuple[Command, Catalogue]]:
        study = cast("CourseApp", self.app).study
        if study is None:
            return
        for item in commands_at("lesson", "scratch", "editor", "panes", "home", "app"):
            target = self._target(item)
            if item.palette and target is not None and target.check_action(item.action, ()):
                yield item, study.words

    def _target(self, item: Command) -> Widget | None:
        """The widget that carries the command out; None when it is not there."""
        if item.where == "app":
            return cast(Widget, self.app)
        if item.where in WIDGETS:
            found = self.screen.query(WIDGETS[item.where])
            return found.first(Widget) if found else None
        return self.screen if hasattr(self.screen, f"action_{item.action}") else None

    async def _run(self, item: Command) -> None:
        target = self._target(item)
        if target is not None:
            await target.run_action(item.action)

    def _help(self, item: Command, words: Catalogue) -> str:
        keys = keys_label(item)
        return f"{words.text(item.help)}  {keys}" if keys else words.text(item.help)


def palette(words: Catalogue) -> CommandPalette:
    """The palette, in the words of a language."""
    return CommandPalette([TableProvider], placeholder=words.text("app-palette-search"))
