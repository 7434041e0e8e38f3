"""The table of spoken commands: word, letter, where it makes sense, what it does.

Owns what can be typed. Commands that the app has too share its words and the rule of `tui.steps` that says
where they make sense; a command's own words are `plain-do-ID` and `plain-do-ID-help` in the catalogue.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.plain import moving, trying, writing
from tui.steps import offered

if TYPE_CHECKING:
    from tui.plain.reader import Reader
    from tui.steps import StepView


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something that can be typed."""

    id: str
    """The word, in any language."""
    letter: str | None
    """The short form; None where a slip would cost something, or the word is rare."""
    do: Callable[[Reader, str], Awaitable[None]]
    """Takes the rest of the line."""
    like: str | None = None
    """The command of the app that makes sense at the same steps; None means every step."""
    shared: bool = False
    """Whether the app has the same command, with the same words."""
    anywhere: bool = False
    """Whether it needs no open step."""
    also: tuple[str, ...] = ()
    """Other words that people try."""

    @property
    def label(self) -> str:
        """The catalogue's key of its word in a language."""
        return f"{'app' if self.shared else 'plain'}-do-{self.id}"

    @property
    def help(self) -> str:
        """The catalogue's key of the sentence that tells what it does."""
        return f"{self.label}-help"

    def fits(self, view: StepView) -> bool:
        """Whether it does something at a step."""
        return self.like is None or self.like in offered(view)


COMMANDS: tuple[Spoken, ...] = (
    Spoken("next", "n", moving.go_on, shared=True),
    Spoken("back", "b", moving.go_back, shared=True),
    Spoken("again", "a", moving.read_again),
    Spoken("answer", None, trying.answer, like="choose"),
    Spoken("code", "l", writing.read_code),
    Spoken("type", "t", writing.type_code, like="reset"),
    Spoken("insert", None, writing.insert_lines, like="reset"),
    Spoken("delete", None, writing.delete_lines, like="reset"),
    Spoken("edit", "e", writing.edit, like="reset"),
    Spoken("undo", "u", writing.undo, like="reset"),
    Spoken("reset", None, writing.start_over, like="reset"),
    Spoken("run", "r", trying.run, like="run", shared=True),
    Spoken("output", "o", trying.read_output),
    Spoken("check", "c", trying.check, like="check", shared=True),
    Spoken("results", "w", trying.read_results),
    Spoken("original", None, trying.read_original),
    Spoken("given", "f", trying.read_given, like="check"),
    Spoken("hint", "i", trying.give_hint, like="check", shared=True),
    Spoken("solution", "s", trying.give_solution, like="check", shared=True),
    Spoken("map", "m", moving.read_map, anywhere=True),
    Spoken("go", "g", moving.go_to, anywhere=True),
    Spoken("language", None, moving.change_language, anywhere=True),
    Spoken("where", None, moving.tell_where, anywhere=True),
    Spoken("help", "h", moving.give_help, anywhere=True, also=("?",)),
    Spoken("quit", "q", moving.leave, shared=True, anywhere=True, also=("exit",)),
)
