"""The cards of the tour, over the screen that they tell of."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tui.prose import ticked
from tui.setting import Wrapped
from tui.tour import COUNT, STAGES, Stage, first_number, spot

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from tui.tour import Card


class CardView(Vertical):
    """The card."""

    class Sized(Message):
        """The card has another size."""

    def on_resize(self) -> None:
        """Tells it."""
        self.post_message(self.Sized())


class TourScreen(ModalScreen[bool]):
    """Goes from card to card; its result is whether the learner went through to the end."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right,down", "on", show=False),
        Binding("left,up", "back", show=False),
        Binding("escape,q", "skip", show=False),
        Binding("ctrl+q", "app.quit", show=False),
    ]

    def __init__(self, stage: Stage, below: Screen[object], words: Catalogue) -> None:
        super().__init__()
        self._first = first_number(stage)
        self._cards = STAGES[stage]
        self._below = below
        """The screen that the cards tell of."""
        self._words = words
        self._at = 0
        """The position of the card that is shown."""

    def compose(self) -> ComposeResult:
        """The card and its arrow."""
        yield Static(id="tour-arrow", markup=False)
        with CardView(id="tour-card"):
            yield Static(id="tour-title", markup=False)
            yield Static(id="tour-words", markup=False)
            yield Static(id="tour-foot", markup=False)

    def on_mount(self) -> None:
        """Shows the first card."""
        self._show()

    def _show(self) -> None:
        card, words = self._cards[self._at], self._words
        count = words.text("app-count", done=self._first + self._at, total=COUNT)
        title = Content(words.text(f"app-tour-{card.id}-title")).stylize("bold $accent")
        self.query_one("#tour-title", Static).update(title + Content(f"   {count}").stylize("$muted"))
        self.query_one("#tour-words", Static).update(Wrapped(ticked(words.text(f"app-tour-{card.id}"))))
        self.query_one("#tour-foot", Static).update(words.text("app-tour-foot"))
        self.call_after_refresh(self._place)

    def _place(self) -> None:
        """Lays the card beside what it tells of."""
        card, arrow = self.query_one("#tour-card"), self.query_one("#tour-arrow", Static)
        found = spot(self._target(self._cards[self._at]), card.outer_size, self.size)
        card.styles.offset = found.card
        arrow.styles.offset = found.arrow
        arrow.update(Content(found.sign).stylize("$accent"))
        card.visible = arrow.visible = True

    def _target(self, card: Card) -> Region:
        """The region of what a card tells of; the whole screen when nothing of it is there."""
        for selector in card.targets:
            for widget in self._below.query(selector):
                if widget.region.area and all(one.display for one in widget.ancestors_with_self):
                    return widget.region
        return self.size.region

    def on_resize(self) -> None:
        """The screen has another size."""
        self.call_after_refresh(self._place)

    def on_card_view_sized(self) -> None:
        """The words of a card take more lines or fewer."""
        self._place()

    def on_click(self, event: events.Click) -> None:
        """A click goes on as Enter does."""
        event.stop()
        self.action_on()

    def action_on(self) -> None:
        """Goes to the next card, or ends."""
        if self._at + 1 == len(self._cards):
            self.dismiss(True)
            return
        self._at += 1
        self._show()

    def action_back(self) -> None:
        """Goes to the card before."""
        if self._at:
            self._at -= 1
            self._show()

    def action_skip(self) -> None:
        """Ends the whole tour."""
        self.dismiss(False)
