"""The settings: colours, language, what is kept and where, and what leaves the machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.actions import COMMANDS
from tui.marks import WARN
from tui.privacy import privacy_lines
from tui.setting import Wrapped, table

if TYPE_CHECKING:
    from tui.study import Study

ROWS = ("theme", "language", "tour", "export", "import", "restart-course")
"""The commands of the app that stand on the screen."""


class SettingsScreen(ModalScreen[None]):
    """A list of the app's commands, each with its state; Enter or a click carries one out."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,comma,q", "dismiss", show=False)]

    def __init__(self, study: Study, file: Path) -> None:
        super().__init__()
        self._study = study
        self._file = file

    def compose(self) -> ComposeResult:
        """The list, and below it where everything is kept."""
        with Vertical(classes="popup", id="settings"):
            yield Static(id="settings-title", classes="popup-title", markup=False)
            yield OptionList(id="settings-list", markup=False)
            yield Static(id="settings-kept")
            yield Static(id="settings-foot", classes="popup-foot", markup=False)

    async def on_mount(self) -> None:
        """Fills the screen, again whenever the colours change."""
        self.watch(self.app, "theme", self._fill)

    async def speak(self) -> None:
        """Shows itself again, in the language of now."""
        self._fill()

    def _fill(self) -> None:
        words, rows = self._study.words, self.query_one("#settings-list", OptionList)
        known = [item for item in COMMANDS if item.where == "app" and item.id in ROWS]
        known.sort(key=lambda item: ROWS.index(item.id))
        lines = table([self._row(item.id) for item in known], 74, headed=False).split("\n")
        chosen = rows.highlighted or 0
        rows.set_options([Option(line, id=item.action) for line, item in zip(lines, known, strict=True)])
        rows.highlighted = chosen
        self.query_one("#settings-title", Static).update(words.text("settings-title"))
        self.query_one("#settings-foot", Static).update(words.text("settings-foot"))
        self.query_one("#settings-kept", Static).update(Wrapped(self._kept()))

    def _row(self, command_id: str) -> tuple[Content, Content]:
        words = self._study.words
        state = {"theme": f"theme-{self.app.theme}", "language": "settings-language-now"}.get(
            command_id, f"settings-{command_id}-means"
        )
        return Content(words.text(f"settings-{command_id}")), Content(words.text(state)).stylize("$muted")

    def _kept(self) -> Content:
        study = self._study
        told = Content("\n").join(
            Content(line).stylize("$muted")
            for line in privacy_lines(self._file, study.isolation, study.words)
        )
        if study.fault is None:
            return told
        fault = Content(f"{WARN} {study.words.render(study.fault)}").stylize("$warn")
        return Content("\n").join([fault, told])

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Carries a command out."""
        event.stop()
        await self.app.run_action(f"{event.option_id}")
