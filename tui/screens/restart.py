"""Beginning a lesson or the course anew: the question, and the message that asks the app for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.setting import Wrapped
from tui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from tui.study import Study


class Restart(Message):
    """Asks the app to begin a lesson anew, once the learner has confirmed it."""

    def __init__(self, lesson_id: str) -> None:
        super().__init__()
        self.lesson_id = lesson_id


async def confirm_restart(app: App[Any], study: Study, lesson_id: str | None) -> bool:
    """Asks whether a lesson, or with None the course, shall begin anew."""
    if lesson_id is None:
        title = study.words.text("restart-course-sure", title=study.course.title)
    else:
        title = study.words.text("restart-lesson-sure", title=study.outline(lesson_id).title)
    return await app.push_screen_wait(RestartScreen(title, study.words)) or False


class RestartScreen(ModalScreen[bool]):
    """Says what will happen, and ends with whether it shall; No unless the learner chooses otherwise."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n,q", "answer(False)", show=False),
        Binding("y", "answer(True)", show=False),
        Binding("right", "app.focus_next", show=False),
        Binding("left", "app.focus_previous", show=False),
    ]

    def __init__(self, title: str, words: Catalogue) -> None:
        super().__init__()
        self._title = title
        self._words = words

    def compose(self) -> ComposeResult:
        """The question, what it means, two answers."""
        with Vertical(classes="popup"):
            yield Static(Wrapped(Content(self._title)), classes="popup-title")
            yield Static(Wrapped(Content(self._words.text("restart-means"))), classes="popup-words")
            with Horizontal(classes="answers"):
                yield ActionButton(f" {self._words.text('restart-no')}  n ", action="answer(False)", id="no")
                yield ActionButton(f" {self._words.text('restart-yes')}  y ", action="answer(True)", id="yes")

    def on_mount(self) -> None:
        """Enter alone changes nothing."""
        self.query_one("#no").focus()

    def action_answer(self, answer: bool) -> None:
        """Ends with an answer."""
        self.dismiss(answer)
