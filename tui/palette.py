"""The palette: every command of the table, found by its name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.actions import Command, commands_at, keys_label
from tui.guidance import ORDER
from tui.targets import applies, target

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from tui.app import CourseApp


class TableProvider(Provider):
    """Finds the commands that can be done on the screen below the palette."""

    async def discover(self) -> Hits:
        """All of them."""
        for item, words in self._found():
            name = words.text(item.label)
            shown = _with_keys(Content(name), item)
            yield DiscoveryHit(shown, partial(self._run, item), name, words.text(item.help))

    async def search(self, query: str) -> Hits:
        """Those whose name fits the query."""
        matcher = self.matcher(query)
        for item, words in self._found():
            name = words.text(item.label)
            score = matcher.match(name)
            if score > 0:
                shown = _with_keys(matcher.highlight(name), item)
                yield Hit(score, shown, partial(self._run, item), name, words.text(item.help))

    def _found(self) -> Iterator[tuple[Command, Catalogue]]:
        study = cast("CourseApp", self.app).study
        if study is None:
            return
        for item in (item for place in ORDER for item in commands_at(place)):
            if item.palette and applies(item, self.screen):
                yield item, study.words

    async def _run(self, item: Command) -> None:
        node = target(item, self.screen)
        if node is not None:
            await node.run_action(item.action)


def _with_keys(name: Content, item: Command) -> Content:
    """The name of a command, and its key."""
    keys = keys_label(item)
    return name + Content(f"   {keys}").stylize("not bold $muted") if keys else name


def palette(words: Catalogue) -> CommandPalette:
    """The palette, in the words of a language."""
    return CommandPalette([TableProvider], placeholder=words.text("app-palette-search"))
