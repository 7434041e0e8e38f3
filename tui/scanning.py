"""Where a position in a line of Python stands: in a string, in a comment, within which open brackets.

Owns the one scan that indentation (`tui.editing`) and pairs (`tui.pairing`) both ask; it looks at a single
line, and is told of a string that began in a line above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

QUOTES = "\"'"
OPENERS = {"(": ")", "[": "]", "{": "}"}
"""What closes each bracket."""

_TOKEN = re.compile(r"""\\.|\"{3}|'{3}|["'#()\[\]{}]""")
_PREFIX = re.compile(r"(?<!\w)[rbfu]{1,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """What surrounds a position."""

    quote: str = ""
    """The quotes of the string it is in; empty outside of strings."""
    formatted: bool = False
    """Whether that string is an f-string."""
    comment: int | None = None
    """Where the comment began that it is in; None outside of comments."""
    brackets: str = ""
    """The brackets opened in the line and not closed, the outermost first."""

    @property
    def in_code(self) -> bool:
        """Whether it is neither in a string nor in a comment."""
        return not self.quote and self.comment is None


OUTSIDE = Place()
"""The start of a line that no string reaches into."""


def place_after(text: str, start: Place = OUTSIDE) -> Place:
    """The place at the end of `text`, which begins a line; `start` is the place at its beginning."""
    quote, formatted, brackets = start.quote, start.formatted, ""
    for match in _TOKEN.finditer(text):
        token = match[0]
        if quote:
            quote = "" if token.startswith(quote) else quote
        elif token[0] in QUOTES:
            quote, formatted = token, "f" in prefix(text[: match.start()]).lower()
        elif token == "#":
            return Place(comment=match.start(), brackets=brackets)
        elif token in OPENERS:
            brackets += token
        elif brackets and token == OPENERS[brackets[-1]]:
            brackets = brackets[:-1]
    return Place(quote, formatted and bool(quote), None, brackets)


def prefix(before: str) -> str:
    """The letters before a quote that belong to its string, such as `f`; empty when there are none."""
    match = _PREFIX.search(before)
    return match[0] if match else ""
