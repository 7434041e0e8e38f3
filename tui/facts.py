"""A failed check as facts, numbers and lines: the form of a comparison.

Owns the form alone; `tui.comparison` and `tui.measured` make it, `tui.side_by_side` sets it into a width.
"""

from __future__ import annotations

from dataclasses import dataclass

from course.message import Message
from tui.grids import Grid


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing in which two values agree or differ."""

    name: str
    """One of the catalogue's `app-fact-NAME`, or a name of the program."""
    actual: str | Message
    expected: str | None
    """None when what was expected is not known, or not worth a word."""
    agrees: bool | None
    """None when nothing is known to compare with."""
    named: bool = False
    """Whether the name is one of the program."""


@dataclass(frozen=True, slots=True)
class GridPair:
    """The numbers of both sides."""

    actual: Grid
    expected: Grid | None
    """None when what was expected is not known."""
    difference: Grid | None = None
    """None where it was not measured."""
    name: str = ""
    """Which item of a list, or part of a tensor, it is, as `[1]`; empty for the value itself."""


@dataclass(frozen=True, slots=True)
class LinePair:
    """A line of text on both sides; None where one side has no such line."""

    number: int
    """From 1."""
    actual: str | None
    expected: str | None

    @property
    def agrees(self) -> bool:
        """Whether both are the same but for blanks at the end."""
        if self.actual is None or self.expected is None:
            return False
        return self.actual.rstrip() == self.expected.rstrip()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What can be shown of a failed check."""

    facts: tuple[Fact, ...] = ()
    """Those that differ first."""
    grids: GridPair | None = None
    lines: tuple[LinePair, ...] = ()
    """Of texts of more than one line, the part around the first difference."""

    @property
    def has_numbers(self) -> bool:
        """Whether there are values to show beside each other."""
        return self.grids is not None or bool(self.lines)

    def tells(self, reason: str | None) -> bool:
        """Whether the facts alone say what a reason says, so that no sentence need repeat it."""
        names = ("value", "values") if reason == "values" else (reason,)
        return any(fact.name in names and fact.agrees is False for fact in self.facts)
