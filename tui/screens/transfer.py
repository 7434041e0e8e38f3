"""Export and import: a path, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.marks import WARN
from tui.setting import Wrapped

if TYPE_CHECKING:
    from course.archive import ArchiveError
    from tui.study import Study


class TransferScreen(ModalScreen[str | None]):
    """Asks for a path until it can be used; ends with the sentence to tell, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    kind: ClassVar[str]
    """The words' part of the catalogue's keys."""

    def __init__(self, study: Study) -> None:
        super().__init__()
        self.study = study

    def compose(self) -> ComposeResult:
        """What it is for, the path, what is wrong with it."""
        from course.archive import default_name

        words = self.study.words
        with Vertical(classes="popup"):
            yield Static(words.text(f"transfer-{self.kind}-title"), classes="popup-title", markup=False)
            yield Static(Wrapped(Content(words.text(f"transfer-{self.kind}-means"))), classes="popup-words")
            yield Input(str(Path("~", default_name())), id="path", select_on_focus=False)
            yield Static(id="path-problem")
            yield Static(words.text("transfer-foot"), classes="popup-foot", markup=False)

    def on_input_changed(self) -> None:
        """Another path, about which nothing is known yet."""
        self.query_one("#path-problem", Static).update("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The path is to be used."""
        event.stop()
        if event.value.strip():
            self.run_worker(self._try(event.value.strip()), exclusive=True)

    async def _try(self, text: str) -> None:
        from course.archive import ArchiveError

        try:
            told = await self.transfer(_path(text))
        except ArchiveError as error:
            self.tell(error)
        else:
            self.dismiss(told)

    async def transfer(self, path: Path) -> str:
        """Does it; returns what to tell. Raises ArchiveError."""
        raise NotImplementedError

    def tell(self, error: ArchiveError) -> None:
        """Says why it was not done."""
        told = Content(f"{WARN} {self.study.words.render(error.message)}").stylize("$warn")
        self.query_one("#path-problem", Static).update(Wrapped(told))


class ExportScreen(TransferScreen):
    """Writes all that is kept into a file; over another one only when Enter is pressed again."""

    kind = "export"
    _refused: Path | None = None
    """The file that is there already, of which the learner was told."""

    async def transfer(self, path: Path) -> str:
        """Writes the file."""
        from course.archive import file_at

        file = file_at(path)
        try:
            await self.study.export(file, replace=file == self._refused)
        finally:
            self._refused = file
        return self.study.words.text("export-done", path=str(file))

    def tell(self, error: ArchiveError) -> None:
        """Says why it was not done, and how it can be all the same."""
        super().tell(error)
        if error.message.key == "archive-exists":
            words = self.study.words
            told = f"{WARN} {words.render(error.message)} {words.text('export-again')}"
            self.query_one("#path-problem", Static).update(Wrapped(Content(told).stylize("$warn")))


class ImportScreen(TransferScreen):
    """Takes in what a file holds."""

    kind = "import"

    async def transfer(self, path: Path) -> str:
        """Reads the file."""
        united = await self.study.take_in(path)
        counts = {"drafts": united.drafts, "attempts": united.attempts, "steps": united.steps}
        return self.study.words.text("import-done" if any(counts.values()) else "import-nothing", **counts)


def _path(text: str) -> Path:
    """The path that a person wrote, with `~` for their home."""
    try:
        return Path(text).expanduser().absolute()
    except (RuntimeError, OSError):  # no such user; the file will not be found
        return Path(text).absolute()
