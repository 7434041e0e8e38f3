"""Two programs compared line by line, for the history and beside the author's solution.

Owns which lines are alike; `tui.widgets.compared` shows them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from textual.content import Content

from tui.prose import code_block

LineMark = Literal["same", "comes", "goes", "differs", "only", "missing"]
"""`comes` and `goes` when one program takes the place of another; side by side, a line that is another one
there, that is only here, and the room for one that is only there."""


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of code in its colours."""

    mark: LineMark
    text: Content


def replaced(before: str, after: str) -> list[MarkedLine]:
    """The lines of both programs in one column: what goes when `after` takes the place of `before`, what comes."""
    old, new = _lines(before), _lines(after)
    found: list[MarkedLine] = []
    for kind, old_start, old_end, new_start, new_end in _changes(before, after):
        if kind == "equal":
            found += [MarkedLine("same", line) for line in new[new_start:new_end]]
        else:
            found += [MarkedLine("goes", line) for line in old[old_start:old_end]]
            found += [MarkedLine("comes", line) for line in new[new_start:new_end]]
    return found


def beside(left: str, right: str) -> tuple[list[MarkedLine], list[MarkedLine]]:
    """Two programs in two columns of equally many lines, like lines at like heights."""
    ours, theirs = _lines(left), _lines(right)
    columns: tuple[list[MarkedLine], list[MarkedLine]] = ([], [])
    for kind, left_start, left_end, right_start, right_end in _changes(left, right):
        here, there = ours[left_start:left_end], theirs[right_start:right_end]
        height = max(len(here), len(there))
        columns[0].extend(_filled(here, len(there), height, alike=kind == "equal"))
        columns[1].extend(_filled(there, len(here), height, alike=kind == "equal"))
    return columns


def _filled(lines: Sequence[Content], others: int, height: int, *, alike: bool) -> list[MarkedLine]:
    marks: list[LineMark] = [
        "same" if alike else "differs" if n < others else "only" for n in range(len(lines))
    ]
    made = [MarkedLine(mark, line) for mark, line in zip(marks, lines, strict=True)]
    return made + [MarkedLine("missing", Content(""))] * (height - len(lines))


def _changes(before: str, after: str) -> list[tuple[str, int, int, int, int]]:
    matcher = SequenceMatcher(None, _bare(before), _bare(after), autojunk=False)
    return list(matcher.get_opcodes())


def _bare(code: str) -> list[str]:
    """The lines less the blanks at their ends, which make no difference."""
    return [line.rstrip() for line in code.rstrip("\n").split("\n")]


def _lines(code: str) -> list[Content]:
    return code_block(code).split("\n", allow_blank=True) or [Content("")]
