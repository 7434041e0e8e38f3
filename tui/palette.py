"""The palette: every command of the table, found by its name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

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
        for item in (item for place in ORDER for item in commands_at(place)):
            if item.palette and applies(item, self.screen):
                yield item, study.words

    async def _run(self, item: Command) -> None:
        node = target(item, self.screen)
        if node is not None:
            await node.run_action(item.action)

    def _help(self, item: Command, words: Catalogue) -> str:
        keys = keys_label(item)
        return f"{words.text(item.help)}  {keys}" if keys else words.text(item.help)


def palette(words: Catalogue) -> CommandPalette:
    """The palette, in the words of a language."""
    return CommandPalette([TableProvider], placeholder=words.text("app-palette-search"))
