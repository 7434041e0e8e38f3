"""What a typed line asks for.

Owns the reading of a line: the command's word in either language or its letter, then the rest.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from tui.plain.commands import Spoken


class Typed(NamedTuple):
    """A line as a command."""

    word: str
    """As it was typed, less what differs between keyboards: capitals, wide letters."""
    rest: str
    """What follows, with its blanks but for the first; empty when nothing does."""


def typed(line: str) -> Typed:
    """The parts of a line; a number alone is an answer."""
    word, _, rest = line.strip(" \t\r\n").partition(" ")
    word = unicodedata.normalize("NFKC", word).casefold()
    return Typed(word, rest) if whole_number(word) is None else Typed("answer", word)


def whole_number(text: str) -> int | None:
    """A typed number; None when it is none, or more than anything here could count."""
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) < 10 else None


def found(word: str, commands: Sequence[Spoken], words: Catalogue) -> Spoken | None:
    """The command that a word or a letter names."""
    return next((command for command in commands if word in _names(command, words)), None)


def nearest(word: str, commands: Sequence[Spoken], words: Catalogue) -> str | None:
    """The name that a mistyped word may have meant; None when none is near."""
    known = [name for command in commands for name in _names(command, words) if len(name) > 1]
    near = difflib.get_close_matches(word, known, n=1)
    return near[0] if near else None


def names_told(command: Spoken, words: Catalogue) -> str:
    """The names of a command as help tells them: its word, that of the language, its letter."""
    told = dict.fromkeys((command.id, words.text(command.label), command.letter or command.id))
    return words.text("plain-list").join(told)


def _names(command: Spoken, words: Catalogue) -> tuple[str, ...]:
    letter = (command.letter,) if command.letter is not None else ()
    return (command.id, words.text(command.label).casefold(), *letter, *command.also)
