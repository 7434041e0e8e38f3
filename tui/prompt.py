"""An input of the scratch page before it runs: what Enter does, how pasted text is tidied, the inputs before.

Owns the rules of a Python prompt as functions on strings; `tui.widgets.prompt` applies them.
"""

from __future__ import annotations

import ast
import codeop
import json
import textwrap
import warnings
from collections.abc import Iterable

MOST_KEPT = 500
"""Inputs of the history; the oldest go first."""
LONGEST_KEPT = 20_000
"""Characters of an input that the history keeps; a longer one was pasted and is not typed again."""
LONGEST_READ = 10_000
"""Characters that Enter reads to see whether they are complete; of a longer input it only breaks the line."""

SUGGESTIONS = (
    "torch.arange(12).view(3, 4)",
    "torch.rand(3, 4).mean(dim=1)",
    "x = torch.ones(3, requires_grad=True)\n(x ** 2).sum().backward()\nx.grad",
)
"""What the page proposes to try, oldest first."""

_PAIRS = ("()", "[]", "{}")


def enter_runs(code: str, row: int, column: int) -> bool:
    """Whether Enter runs the code, or breaks the line at the cursor.

    It runs what is complete, from its last line; a block of several lines is complete with an empty line below
    it. What can never become Python runs too, so that the interpreter says why.
    """
    lines = code.split("\n")
    if not code.strip() or len(code) > LONGEST_READ:
        return False
    if row < len(lines) - 1 and any(line.strip() for line in lines[row + 1 :]):
        return False
    if lines[row][max(0, column - 1) : column + 1] in _PAIRS:
        return False
    return _is_complete(code)


def _is_complete(code: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            if codeop.compile_command(code, symbol="exec") is None:
                return False
            body = ast.parse(code).body
        except (SyntaxError, ValueError, OverflowError, MemoryError, RecursionError):
            return True
    last_line = code.rsplit("\n", 1)[-1]
    return not last_line.strip() or not (body and _goes_on(body[-1]))


def _goes_on(statement: ast.stmt) -> bool:
    """Whether a statement is a block that another line may belong to."""
    inner = getattr(statement, "body", None) or getattr(statement, "cases", None)
    return bool(inner) and statement.end_lineno != statement.lineno


def tidy(code: str) -> str:
    """An input without the blank lines around it, common indentation, and the signs of a copied session."""
    lines = textwrap.dedent(code).strip("\n").rstrip().split("\n")
    if lines[0].startswith(">>> "):
        lines = [line[4:] for line in lines if line.startswith((">>>", "..."))]
    return "\n".join(lines)


class History:
    """The inputs before, oldest first, and where a walk through them stands."""

    def __init__(self, entries: Iterable[str] = ()) -> None:
        self.entries = [entry for entry in entries if len(entry) <= LONGEST_KEPT][-MOST_KEPT:]
        self._place: int | None = None
        """The index of the entry shown; None outside a walk."""
        self._present = ""
        """What was being written when the walk began."""

    @classmethod
    def of(cls, kept: str | None) -> History:
        """The history that was kept; an empty one when there is none, or it cannot be read."""
        try:
            entries = json.loads(kept or "[]")
        except ValueError:
            entries = []
        return (
            cls(entry for entry in entries if isinstance(entry, str)) if isinstance(entries, list) else cls()
        )

    def to_keep(self) -> str:
        """The history as `of` reads it."""
        return json.dumps(self.entries, ensure_ascii=False)

    def add(self, code: str) -> None:
        """Takes an input that was run; one that is there already moves to the end."""
        self._place = None
        kept = [entry for entry in self.entries if entry != code]
        self.entries = [*kept, *([code] if len(code) <= LONGEST_KEPT else [])][-MOST_KEPT:]

    def older(self, shown: str) -> str | None:
        """The input before the one shown, or a suggestion while there is no history; None at the oldest."""
        walked = self._walked
        if self._place is None:
            self._present, self._place = shown, len(walked)
        if self._place == 0:
            return None
        self._place -= 1
        return walked[self._place]

    def newer(self) -> str | None:
        """The input after the one shown; in the end what was being written, then None."""
        if self._place is None:
            return None
        self._place += 1
        if self._place < len(self._walked):
            return self._walked[self._place]
        self._place = None
        return self._present

    @property
    def _walked(self) -> list[str]:
        return self.entries or list(reversed(SUGGESTIONS))
