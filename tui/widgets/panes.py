"""The panes of a lesson: side by side, or one at a time where the screen is narrow or one has it all.

Owns which pane is in front and how the panes share the screen; the sizes are `tui.splitting`'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message

from tui.actions import bindings, command, keys_label, of_action
from tui.splitting import SIDE_BY_SIDE, Direction, first_size, share_of, stepped
from tui.waiting import Wait
from tui.widgets.code_pane import CodePane
from tui.widgets.results import Results
from tui.widgets.splitter import Splitter
from tui.widgets.tabs import TabRow
from tui.widgets.waiting import WaitingLine
from tui.widgets.words_pane import WordsPane
from tui.widgets.work_pane import WorkPane

if TYPE_CHECKING:
    from course.catalogue import Catalogue

PANES = {"words": "#words", "code": "#editor", "results": "#results"}
"""The panes by name, and what in each takes the focus."""


class Panes(Vertical):
    """Words, code and results; the style sheet hides all but the one in front where only one has room."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("panes")

    class Shared(Message):
        """The learner moved a border."""

        def __init__(self, direction: Direction, share: float | None) -> None:
            super().__init__()
            self.direction = direction
            self.share = share
            """The first pane's part of the room; None means as it was at first."""

    def __init__(self, words: Catalogue, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.words = words
        """The catalogue in use."""
        self.front = "words"
        """The pane in front."""
        self._shares: dict[Direction, float | None] = {"across": None, "down": None}

    def compose(self) -> ComposeResult:
        """Tabs, words, work."""
        yield WaitingLine(id="opening")
        yield TabRow(keys_label(command("pane")), id="pane-tabs")
        with Horizontal():
            yield WordsPane(id="words")
            yield Splitter("across")
            yield WorkPane(self.words, id="work")

    def speak(self, words: Catalogue) -> None:
        """Takes another catalogue."""
        self.words = self.query_one(WorkPane).words = words
        self.query_one(CodePane).speak(words)

    def wait(self) -> None:
        """Another step is being opened; that is shown when it takes long."""
        line = self.query_one("#opening", WaitingLine)
        line.wait(Wait("opening"), self.words, slow=lambda: self._show_waiting(shown=True))

    def settle(self) -> None:
        """The step is open."""
        line = self.query_one("#opening", WaitingLine)
        line.tell(Content(""))
        self._show_waiting(shown=False)

    def _show_waiting(self, *, shown: bool) -> None:
        self.query_one("#opening").set_class(shown, "-long")

    def set_code(self, *, shown: bool) -> None:
        """Says whether the step has code; without, the words have the screen to themselves."""
        self.set_class(not shown, "-no-code")
        self._lay_out()

    # One in front

    def bring(self, pane: str, *, focus: bool = False) -> None:
        """Brings a pane to the front, with the focus where no other pane is in sight."""
        self.front = pane
        names = [(name, Content(self.words.text(f"app-pane-{name}"))) for name in PANES]
        self.query_one("#pane-tabs", TabRow).show(names, pane)
        for name in PANES:
            self.set_class(name == pane, f"-{name}")
        if focus or not self.side_by_side:
            if pane == "results":
                self.query_one(Results).take_focus()
            else:
                self.query_one(PANES[pane]).focus()

    def bring_next(self) -> None:
        """Brings the pane after the one with the focus to the front, with the focus."""
        names = ["words"] if self.has_class("-no-code") else list(PANES)
        present = self._focused_pane() if self.side_by_side else self.front
        self.bring(
            names[(names.index(present) + 1) % len(names)] if present in names else "words", focus=True
        )

    def on_tab_row_chosen(self, event: TabRow.Chosen) -> None:
        """A pane was chosen."""
        event.stop()
        self.bring(event.tab, focus=True)

    def action_zoom(self) -> None:
        """Gives the pane with the focus all the room, or takes it back."""
        if not self.has_class("-zoomed"):
            self.bring(self._focused_pane())
        self.toggle_class("-zoomed")
        self._lay_out()

    def _focused_pane(self) -> str:
        focused = self.screen.focused
        around = {widget.id for widget in focused.ancestors_with_self} if focused is not None else set()
        if "results" in around:
            return "results"
        return "code" if "work" in around else "words"

    # Sharing the room

    @property
    def side_by_side(self) -> bool:
        """Whether there is a border to be moved."""
        one = self.has_class("-zoomed") or self.has_class("-no-code")
        return not one and self.size.width >= SIDE_BY_SIDE

    def set_shares(self, shares: Mapping[Direction, float | None]) -> None:
        """Puts the borders where the learner had them."""
        self._shares.update(shares)
        self._lay_out()

    def on_resize(self) -> None:
        """The screen has another size."""
        self._lay_out()

    def _lay_out(self) -> None:
        words, code = self.query_one(WordsPane), self.query_one(CodePane)
        if not self.side_by_side:
            words.styles.width = code.styles.height = None
            return
        words.styles.width = first_size("across", self._shares["across"], self._room("across"))
        code.styles.height = first_size("down", self._shares["down"], self._room("down"))

    def _room(self, direction: Direction) -> int:
        """The cells that the two panes share; the border between them has one."""
        if direction == "across":
            return self.size.width - 1
        return self.size.height - 1

    def on_splitter_dragged(self, event: Splitter.Dragged) -> None:
        """Moves a border; where it is let go, it stays."""
        event.stop()
        share = None
        if event.size is not None:
            share = share_of(event.direction, event.size, self._room(event.direction))
        self._share(event.direction, share, settled=not event.held)

    def _step(self, direction: Direction, steps: int) -> None:
        self._share(direction, stepped(direction, self._shares[direction], self._room(direction), steps))

    def _share(self, direction: Direction, share: float | None, *, settled: bool = True) -> None:
        self._shares[direction] = share
        self._lay_out()
        if settled:
            self.post_message(self.Shared(direction, share))

    def action_wider_words(self) -> None:
        """Gives the words more room."""
        self._step("across", 1)

    def action_wider_code(self) -> None:
        """Gives the code more room beside the words."""
        self._step("across", -1)

    def action_taller_code(self) -> None:
        """Gives the code more room above the results."""
        self._step("down", 1)

    def action_taller_results(self) -> None:
        """Gives the results more room."""
        self._step("down", -1)

    def action_even_panes(self) -> None:
        """Puts the borders back to where they were at first."""
        self._share("across", None)
        self._share("down", None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command makes sense now."""
        item = of_action(action)
        if item is None or item.where != "panes":
            return True
        return self.side_by_side or (item.id == "zoom" and self.has_class("-zoomed"))
