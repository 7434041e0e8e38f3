"""What can be wrong with a course: problems with their places, and the exceptions that carry them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_COMMANDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What no line of words holds: control characters but tab and newline, and what turns the order of letters round."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one file, in a sentence for its author."""

    file: Path
    line: int | None
    """From 1; None when the problem has no place in the file."""
    column: int | None
    """In characters from 1; None when unknown."""
    message: str
    """One plain English sentence without a full stop."""

    def __str__(self) -> str:
        place = [str(self.file), *(str(n) for n in (self.line, self.column) if n is not None)]
        return printable(f"{':'.join(place)}: {self.message}")


class BlitzError(Exception):
    """The root of the exceptions of this package."""


class CourseError(BlitzError):
    """A course or lesson that cannot be used, with every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems), key=_order))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def printable(text: str) -> str:
    """`text` on one line, with whatever a terminal could mistake for a command written as an escape."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def harmless(text: str) -> str:
    """`text`, of however many lines, with whatever a terminal could take for a command written as an escape."""
    return _COMMANDS.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def quoted(value: object, limit: int = 60) -> str:
    """`value` in backticks, shortened: for naming in a sentence what stands in a file."""
    text = str(value).strip().split("\n", 1)[0]
    return f"`{text if len(text) <= limit else text[: limit - 1] + '…'}`"


def _order(problem: Problem) -> tuple[str, int, int, str]:
    return (str(problem.file), problem.line or 0, problem.column or 0, problem.message)
