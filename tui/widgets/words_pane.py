"""The left side of a lesson: the words of a step, its choices, hints and reasons, and the button to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.notes import notes
from tui.setting import Wrapped
from tui.widgets.buttons import ActionButton
from tui.widgets.prose import Prose
from tui.widgets.quiz import Choices

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from tui.steps import StepView
    from tui.study import OpenStep


class WordsPane(VerticalScroll):
    """Shows one step's words; scrolls."""

    def compose(self) -> ComposeResult:
        """Heading, page, choices, notes, button."""
        yield Static(id="heading", markup=False)
        yield Prose(id="page")
        yield Prose(id="notes")
        yield ActionButton(action="next", id="next")

    async def show_step(self, opened: OpenStep) -> None:
        """Sets the page of another step."""
        self.query_one("#heading", Static).update(Wrapped(Content(opened.step.heading)))
        await self.query(Choices).remove()
        await self.query_one("#page", Prose).show(opened.page)
        if opened.step.kind == "quiz":
            await self.mount(Choices(opened.step.choices), after="#page")
        self.scroll_home(animate=False)

    async def show_view(
        self, view: StepView, right: int | None, next_label: Content, words: Catalogue
    ) -> None:
        """Sets what changes while the step is open; `right` is the index of the right choice, once known."""
        for choices in self.query(Choices):
            choices.show(view.choice, right)
        told = notes(view, words)
        prose = self.query_one("#notes", Prose)
        if prose.shown != told:
            await prose.show(told)
            if told:
                self.call_after_refresh(self.scroll_end, animate=False)
        button = self.query_one("#next", ActionButton)
        button.display = bool(next_label)
        button.update(next_label)
