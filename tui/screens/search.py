"""The search: a field, and what fits it of lessons, steps, calls and terms."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.found import found_lines
from tui.screens.entry import EntryScreen
from tui.session import Place
from tui.setting import Wrapped
from tui.widgets.found_list import FoundList

if TYPE_CHECKING:
    from course.finding import Group
    from course.search import Index
    from tui.found import Line
    from tui.study import Study


class SearchScreen(ModalScreen[Place | None]):
    """Narrows as one types; its result is the step to go to, None when it was closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("down", "move('cursor_down')", show=False, priority=True),
        Binding("up", "move('cursor_up')", show=False, priority=True),
        Binding("pagedown", "move('page_down')", show=False, priority=True),
        Binding("pageup", "move('page_up')", show=False, priority=True),
    ]

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study
        self._index: Index | None = None
        """None until the lessons were read for it."""
        self._field = Input(placeholder=study.words.text("app-search-field"), id="search-field")
        self._found = FoundList(id="found")
        self._found.can_focus = False
        self._told = Static(id="search-told", markup=False)

    def compose(self) -> ComposeResult:
        """Field, list, and a word where there is no list."""
        with Vertical(classes="popup", id="search"):
            yield self._field
            yield self._told
            yield self._found
            yield Static(self._study.words.text("app-search-foot"), classes="popup-foot", markup=False)

    def on_mount(self) -> None:
        """Reads the lessons, then answers what was typed meanwhile."""
        self._found.display = False
        self._tell("app-search-reading")
        self.run_worker(self._read(), group="read")

    async def _read(self) -> None:
        self._index = await self._study.index()
        if self._index.problem is not None:
            self.notify(self._index.problem, severity="warning", timeout=15, markup=False)
        self._search()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another query."""
        event.stop()
        self._search()

    def _search(self) -> None:
        if self._index is not None:
            # A function and no coroutine: one that is cancelled before its first step would complain.
            answer: Any = partial(self._answer, self._index, self._field.value)
            self.run_worker(answer, group="find", exclusive=True)

    async def _answer(self, index: Index, query: str) -> None:
        from course.finding import find

        groups = await asyncio.to_thread(find, index, query)
        self._show(index, groups, query)

    def _show(self, index: Index, groups: tuple[Group, ...], query: str) -> None:
        self._found.display = bool(groups)
        words = self._study.words
        self._found.show(lambda width: found_lines(groups, index, width, words))
        if query.strip():
            self._tell("app-search-nothing")
        else:
            self._tell("app-search-hint")
        self._told.display = not groups

    def _tell(self, key: str) -> None:
        self._told.update(Wrapped(Content(self._study.words.text(key))))

    def action_move(self, action: str) -> None:
        """Moves the cursor of the list while the field keeps the focus."""
        getattr(self._found, f"action_{action}")()

    def action_close(self) -> None:
        """Goes back without a result."""
        self.dismiss(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Follows the line at the cursor."""
        event.stop()
        self._found.action_select()

    def on_found_list_followed(self, event: FoundList.Followed) -> None:
        """A line was chosen: a step is gone to, a term or a call shown."""
        event.stop()
        self._follow(event.line)

    def _follow(self, line: Line) -> None:
        if line.place is not None:
            self.dismiss(line.place)
        elif line.item is not None and self._index is not None:
            self.app.push_screen(EntryScreen(line.item, self._index, self._study.words), self._leave)

    def _leave(self, place: Place | None) -> None:
        if place is not None:
            self.dismiss(place)
