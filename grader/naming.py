"""The name that a text ends with, of which a part may be typed: the assistant and the editor must agree on it."""

from __future__ import annotations


def typed_name(before: str) -> str:
    """The part of a name at the end of a text."""
    start = len(before)
    while start and f"_{before[start - 1 :]}".isidentifier():
        start -= 1
    return before[start:]
