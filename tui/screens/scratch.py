"""The scratch page: a Python prompt with an interpreter of its own, to try things that nobody checks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.actions import bindings, of_action
from tui.cells import PROMPT, busy_line, lost_block, renewed_block
from tui.keybar import fixed_entries, key_entries
from tui.prompt import SUGGESTIONS, History
from tui.scratch import Scratch
from tui.widgets.bars import KeyBar, TitleBar
from tui.widgets.cells import Cells
from tui.widgets.names import NamesPane
from tui.widgets.prompt import Prompt
from tui.widgets.suggestions import Suggestions

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from tui.study import Study

HISTORY = "scratch-history"
"""The setting that keeps the inputs of all sittings."""


class ScratchScreen(Screen[None]):
    """The page; the app keeps one, so that its interpreter and cells are there again when it is reopened."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("scratch")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012

    def __init__(self, study: Study, grader: Content) -> None:
        super().__init__()
        self.study = study
        self.scratch = Scratch(study.grader)
        self._grader = grader
        self._said: Catalogue | None = None
        """The words that the page was last drawn in."""

    def compose(self) -> ComposeResult:
        """Title, cells and names, prompt, keys."""
        yield TitleBar(id="title")
        with Horizontal(id="scratch"):
            with Vertical():
                yield Suggestions(id="suggestions")
                yield Cells(id="cells")
                with Horizontal(id="prompt-row"):
                    yield Static(PROMPT, id="prompt-sign", markup=False)
                    yield Prompt(self._accept, id="prompt")
            yield NamesPane(id="bound")
        yield KeyBar(id="keys")

    async def on_mount(self) -> None:
        """An empty page, and the inputs of earlier sittings."""
        self.add_class("-empty")
        self.prompt.focus()
        self.prompt.completing.complete = self.scratch.complete
        self.prompt.inputs = History.of(await self.study.keeper.setting(HISTORY))
        self._show_suggestions()

    async def on_screen_resume(self) -> None:
        """Back on the page, where the language may be another."""
        if self._said is not self.study.words:
            await self.speak()

    @property
    def prompt(self) -> Prompt:
        """Where the learner writes."""
        return self.query_one(Prompt)

    def offer(self, code: str) -> None:
        """Puts code into the prompt, which it does not run."""
        self.prompt.offer(code)
        self.prompt.focus()

    # Showing

    async def speak(self) -> None:
        """Shows the page in the language of now."""
        self._said = words = self.study.words
        await self.query_one(Cells).speak(words)
        self._show_suggestions()
        self._show_state()

    def show_grader(self, told: Content) -> None:
        """Sets the words about the grader."""
        self._grader = told
        if self.is_mounted:
            self._show_suggestions()
            self._show_state()

    def _show_state(self) -> None:
        """Draws what follows from the interpreter's state."""
        words = self.study.words
        name = Content(words.text("app-scratch-title")).stylize("bold")
        if self.study.grader.state != "failed":
            name = name + Content(f"   {words.text('app-scratch-about')}").stylize("$muted")
        self.query_one(TitleBar).show(name, right=self._grader)
        busy = self.scratch.busy
        offered = ("stop-cell",) if busy else ("run-cell", "leave-scratch")
        entries = key_entries((*offered, "earlier", "names", "clear-cells", "renew"), offered[0], words)
        self.query_one(KeyBar).show(entries, fixed_entries(words))
        self.query_one(NamesPane).show(self.scratch.names, words)
        self.query_one("#prompt-sign").set_class(busy, "-busy")
        self.refresh_bindings()

    def _show_suggestions(self) -> None:
        history = bool(self.prompt.inputs.entries)
        self.query_one(Suggestions).show(self.study.grader.state, self.study.words, history=history)

    # Running

    def action_run_cell(self) -> None:
        """Runs the input."""
        self.prompt.submit()

    def _accept(self, code: str) -> bool:
        """Takes an input to run; says so when another one runs."""
        if not self.scratch.take():
            self.notify(self.study.words.text("app-scratch-busy"), severity="warning", markup=False)
            return False
        self.run_worker(self._run(code), group="cell", exit_on_error=False)
        return True

    async def _run(self, code: str) -> None:
        """One cell from its beginning to its end."""
        scratch, words = self.scratch, self.study.words
        cells = self.query_one(Cells)
        self.remove_class("-empty")
        if scratch.was_lost:
            await cells.note(lost_block, words)
        cell = await cells.begin(code, words)
        cell.tick(self._busy_line)
        self._show_state()
        self.study.keeper.set(HISTORY, self.prompt.inputs.to_keep())
        await cell.end(await scratch.run(code, cell.hear))
        self._show_state()

    def _busy_line(self, seconds: float, frame: int) -> Content:
        torch_there = self.study.grader.info is not None
        return busy_line(self.scratch.phase, seconds, frame, torch_there=torch_there, words=self.study.words)

    def action_stop_cell(self) -> None:
        """Stops what runs."""
        self.run_worker(self.scratch.stop(), group="stop", exit_on_error=False)

    def action_renew(self) -> None:
        """Starts a new interpreter, and says what went with the old one."""
        self.run_worker(self._renew(), group="renew", exclusive=True, exit_on_error=False)

    async def _renew(self) -> None:
        lost = await self.scratch.end()
        self.remove_class("-empty")
        await self.query_one(Cells).note(partial(renewed_block, lost), self.study.words)
        self._show_state()

    # The page

    def action_suggest(self, index: int) -> None:
        """Puts a suggestion into the prompt."""
        self.offer(SUGGESTIONS[index])

    async def action_clear_cells(self) -> None:
        """Takes the cells away; the interpreter and its names stay."""
        cells = self.query_one(Cells)
        await cells.clear()
        self.set_class(not cells.children, "-empty")

    def action_names(self) -> None:
        """Shows or hides the names."""
        self.toggle_class("-names-turned")

    def action_leave_scratch(self) -> None:
        """Goes back to where the page was opened; all of it stays."""
        self.app.pop_screen()

    def on_prompt_paged(self, event: Prompt.Paged) -> None:
        """Turns the cells by a page."""
        cells = self.query_one(Cells)
        if event.direction < 0:
            cells.scroll_page_up(animate=False)
        else:
            cells.scroll_page_down(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command makes sense now."""
        item = of_action(action)
        if item is None or item.where != "scratch":
            return True
        if item.id in ("stop-cell", "leave-scratch"):
            return self.scratch.busy == (item.id == "stop-cell")
        return True
