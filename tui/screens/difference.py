"""A difference over the whole screen, to be walked through cell by cell and slice by slice."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from course.problem import harmless
from tui.actions import bindings
from tui.keybar import fixed_entries, key_entries
from tui.magnified import count_text, errors_text, sheet_text, under_text
from tui.magnifier import Magnifier
from tui.widgets.bars import KeyBar, TitleBar
from tui.widgets.magnifier import MagnifierView

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.difference import TensorDifference

OFFERED = (
    "leave-difference",
    "closer",
    "farther",
    "differing-after",
    "differing-before",
    "slice-after",
    "slice-before",
)
"""The commands of the key bar."""
STEPS = ((0, -1), (-1, 0), (1, 0), (0, 1))
"""Rows and columns of the arrows, in the order of the command's keys."""


class DifferenceScreen(Screen[None]):
    """Shows the difference of one failed check; the app's own commands work here as well."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("difference")
    DEFAULT_CSS = """
    DifferenceScreen { background: $ground; }
    DifferenceScreen .told { height: auto; padding: 0 1; }
    DifferenceScreen #errors { color: $muted; }
    """

    def __init__(self, difference: TensorDifference, words: Catalogue) -> None:
        super().__init__()
        self._words = words
        self.glass = Magnifier.over(difference)
        """Where one looks."""

    def compose(self) -> ComposeResult:
        """What differs, the panels, the cell under the glass, the errors, the keys."""
        yield TitleBar(id="title")
        yield MagnifierView(self.glass, self._words, id="glass")
        yield Static(id="under", classes="told", markup=False)
        yield Static(id="errors", classes="told", markup=False)
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Draws the first view."""
        self.query_one("#errors", Static).update(errors_text(self.glass.difference, self._words))
        self._look(self.glass)

    def _look(self, glass: Magnifier) -> None:
        self.glass = glass
        words = self._words
        self.query_one(MagnifierView).show(glass)
        name = Content(harmless(glass.difference.name)).stylize("bold")
        told = Content(sheet_text(glass, words)).stylize("$muted")
        self.query_one(TitleBar).show(name + Content("   ") + told, right=Content(count_text(glass, words)))
        self.query_one("#under", Static).update(under_text(glass, words))
        self.query_one(KeyBar).show(key_entries(self._offered(), None, words), fixed_entries(words))
        self.refresh_bindings()

    def _offered(self) -> list[str]:
        return [item for item in OFFERED if self.check_action(item.replace("-", "_"), ())]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command does something here: there may be one slice only, or nothing that differs."""
        if action in ("slice_before", "slice_after"):
            return self.glass.sheets > 1
        if action in ("differing_before", "differing_after"):
            return bool(self.glass.difference.differing)
        return True

    def on_magnifier_view_wheel(self, event: MagnifierView.Wheel) -> None:
        """Moves with the wheel."""
        event.stop()
        self._look(self.glass.moved(event.rows, 0))

    def action_look_around(self, position: int) -> None:
        """Moves by a cell."""
        self._look(self.glass.moved(*STEPS[position]))

    def action_look_far(self, position: int) -> None:
        """Moves by what is in sight, or to the ends of the row."""
        window, sheet = self.query_one(MagnifierView).window, self.glass.sheet
        far = ((-window.rows, 0), (window.rows, 0), (0, -sheet.columns), (0, sheet.columns))
        self._look(self.glass.moved(*far[position]))

    def action_closer(self) -> None:
        """Shows more of fewer cells; from the closest back to all of them."""
        closer = self.glass.zoomed(1)
        self._look(closer if closer != self.glass else self.glass.zoomed(-2))

    def action_farther(self) -> None:
        """Shows less of more cells."""
        self._look(self.glass.zoomed(-1))

    def action_differing_after(self) -> None:
        """Goes to the next cell that differs."""
        self._look(self.glass.to_difference(1))

    def action_differing_before(self) -> None:
        """Goes to the cell before that differs."""
        self._look(self.glass.to_difference(-1))

    def action_slice_after(self) -> None:
        """Goes to the next slice."""
        self._look(self.glass.turned(1))

    def action_slice_before(self) -> None:
        """Goes to the slice before."""
        self._look(self.glass.turned(-1))

    def action_leave_difference(self) -> None:
        """Goes back."""
        self.dismiss()
