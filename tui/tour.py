"""The tour of the first start: its cards, which of them are due, and where a card lies beside what it tells of.

Owns these decisions; `tui.screens.tour` shows the cards. What was seen is kept as a setting, so that nothing
comes twice unless it is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from textual.geometry import Offset, Region, Size

if TYPE_CHECKING:
    from tui.keeping import Keeper

SETTING = "tour"
"""The name of the setting that keeps which stages were seen."""

Stage = Literal["home", "lesson"]


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to tell."""

    id: str
    """Its words are `app-tour-ID` in the catalogue, its heading `app-tour-ID-title`."""
    targets: tuple[str, ...]
    """Selectors of what it tells of; the first that is on the screen counts."""


STAGES: dict[Stage, tuple[Card, ...]] = {
    "home": (Card("map", ("#map",)), Card("keys", ("#keys",))),
    "lesson": (
        Card("words", ("#words", "#pane-tabs")),
        Card("work", ("#work", "#pane-tabs", "#keys")),
        Card("hints", ("#keys",)),
    ),
}
"""What is told on which screen."""

COUNT = sum(len(cards) for cards in STAGES.values())


def first_number(stage: Stage) -> int:
    """The number of the first card of a stage among all, from 1."""
    return 1 if stage == "home" else 1 + len(STAGES["home"])


@dataclass(slots=True)
class Tour:
    """What of the tour was seen."""

    keeper: Keeper
    seen: set[str] = field(default_factory=set)

    @classmethod
    async def begin(cls, keeper: Keeper) -> Tour:
        """The tour as the store knows it."""
        return cls(keeper, set((await keeper.setting(SETTING) or "").split()))

    def due(self, stage: Stage) -> bool:
        """Whether a stage is still to be shown."""
        return stage not in self.seen

    def saw(self, stage: Stage) -> None:
        """The learner went through a stage."""
        self._keep({*self.seen, stage})

    def skip(self) -> None:
        """The learner wants no more of it."""
        self._keep(set(STAGES))

    def repeat(self) -> None:
        """The learner wants all of it again."""
        self._keep(set())

    def _keep(self, seen: set[str]) -> None:
        self.seen = seen
        self.keeper.set(SETTING, " ".join(sorted(seen)))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a card lies, and the arrow that points from it."""

    card: Offset
    arrow: Offset
    sign: str


def spot(target: Region, card: Size, screen: Size) -> Spot:
    """The place of a card: below its target, above it, at its right or left, or else over its middle."""
    width, height = card
    if target.bottom + height < screen.height:
        return _under(target, target.bottom, card, screen)
    if target.y > height:
        x = _within(target.x + 2, width, screen.width)
        y = target.y - height - 1
        return Spot(Offset(x, y), Offset(x + 2, target.y - 1), "▼")
    y = _within(target.y + target.height // 4, height, screen.height)
    if target.right + width + 2 <= screen.width:
        return Spot(Offset(target.right + 2, y), Offset(target.right, y + 1), "◀")
    if target.x >= width + 2:
        return Spot(Offset(target.x - width - 2, y), Offset(target.x - 2, y + 1), "▶")
    return _under(target, target.y + (target.height - height) // 2, card, screen)


def _under(target: Region, top: int, card: Size, screen: Size) -> Spot:
    """A card below a row, with its arrow on that row."""
    x = _within(target.x + 2, card.width, screen.width)
    y = _within(top + 1, card.height, screen.height)
    return Spot(Offset(x, y), Offset(x + 2, y - 1), "▲")


def _within(start: int, length: int, room: int) -> int:
    return max(0, min(start, room - length))
