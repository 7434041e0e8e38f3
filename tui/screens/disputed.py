"""Where the report of a wrong verdict lies, and what to do with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.setting import Wrapped
from tui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from tui.attempts import Played
    from tui.session import Place
    from tui.study import Study


async def write_dispute(app: App[Any], study: Study, place: Place, played: Played) -> None:
    """Writes a report of a check's verdict, and shows where it lies or why it could not be written."""
    assert played.verdict is not None
    try:
        file = await study.dispute(place, played.code, played.verdict)
    except OSError as error:
        told = study.words.text("dispute-failed", why=str(error))
        app.notify(told, severity="warning", timeout=20, markup=False)
        return
    app.push_screen(DisputedScreen(file, study.words))


class DisputedScreen(ModalScreen[None]):
    """Stays until the learner closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", show=False),
        Binding("c", "copy", show=False),
    ]

    def __init__(self, file: Path, words: Catalogue) -> None:
        super().__init__()
        self._file = file
        self._words = words

    def compose(self) -> ComposeResult:
        """The path, the advice, a button that copies the path."""
        with Vertical(classes="popup"):
            yield Static(self._words.text("dispute-title"), classes="popup-title", markup=False)
            yield Static(Wrapped(Content(str(self._file)).stylize("$code")), classes="popup-words")
            yield Static(Wrapped(Content(self._words.text("dispute-advice"))), classes="popup-words")
            yield ActionButton(f" {self._words.text('dispute-copy')}  c ", action="copy", id="copy")
            yield Static(self._words.text("app-popup-close"), classes="popup-foot", markup=False)

    def action_copy(self) -> None:
        """Copies the path."""
        self.app.copy_to_clipboard(str(self._file))
        self.notify(self._words.text("dispute-copied"), markup=False)
