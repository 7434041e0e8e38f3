"""What the editor does to Python text: indentation, comments, blocks of lines, and what a paste brings.

Owns the rules as functions on strings, so that they are tested without a widget; `tui.widgets.editor`
applies them. Brackets and quotes have rules of their own, in `tui.pairing`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.pairing import splits_pair
from tui.scanning import place_after

INDENT = 4
"""Spaces of one level."""

_ENDS_BLOCK = ("return", "pass", "break", "continue", "raise")

_HEADS = {
    "else": ("if", "elif", "for", "while", "try", "except"),
    "elif": ("if", "elif"),
    "except": ("try", "except"),
    "finally": ("try", "except", "else"),
    "case": ("case",),
}
"""The words that begin the blocks which each of these words ends."""

_CLAUSE = re.compile(r"(?:(?:else|finally)\s*|(?:elif|case)\b.*\S\s*|except\b.*):$")
_WORD = re.compile(r"\s*(?:async\s+)?(\w*)")

_UNWANTED = re.compile("[\x00-\x08\x0e-\x1b\x7f\u200b\u2060\ufeff]")
"""Characters that a page or a terminal may bring along, and that no one sees and Python refuses."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def indent_of(line: str) -> str:
    """The blanks at the start of a line."""
    return line[: len(line) - len(line.lstrip(" \t"))]


def without_comment(line: str) -> str:
    """The code of one line, less a trailing comment and blanks; a `#` inside quotes stays."""
    return line[: place_after(line).comment].rstrip()


def opens_bracket(code: str) -> bool:
    """Whether a line of code leaves brackets open; brackets in quotes do not count."""
    return bool(place_after(code).brackets)


def line_break(before: str) -> str:
    """What Enter inserts after `before`, the line left of the cursor: a newline and the indentation."""
    code, indent = without_comment(before), indent_of(before)
    if code.endswith(("(", "[", "{")) or (code.endswith(":") and not opens_bracket(code)):
        return "\n" + indent + " " * INDENT
    if code.strip().split(" ")[0].split("(")[0] in _ENDS_BLOCK and not opens_bracket(code):
        return "\n" + indent[: max(0, len(indent) - INDENT)]
    return "\n" + indent


def closing_break(before: str, after: str) -> str:
    """What Enter inserts right of the cursor: between a bracket and its closer, a line for the closer."""
    return "\n" + indent_of(before) if splits_pair(before, after) else ""


def clause_indent(line: str, above: Sequence[str]) -> str | None:
    """Where a line such as `else:` belongs, when that is less deep than it stands; else None.

    Looks up the lines above for the block that it ends: the nearest one that is not closed at that depth.
    """
    code, indent = without_comment(line), indent_of(line)
    if not _CLAUSE.match(code.lstrip()) or opens_bracket(code):
        return None
    heads, reach = _HEADS[_first_word(code)], len(indent) + 1
    for candidate in reversed(above):
        depth = indent_of(candidate)
        if len(depth) >= reach or not without_comment(candidate).strip():
            continue
        if _first_word(candidate) in heads:
            return depth if len(depth) < len(indent) else None
        reach = len(depth)
    return None


def _first_word(line: str) -> str:
    match = _WORD.match(line)
    return match[1] if match else ""


def backspace_width(before: str) -> int:
    """How many characters Backspace takes: a level of indentation when only spaces stand before it."""
    if before and not before.strip(" "):
        return (len(before) - 1) % INDENT + 1
    return min(1, len(before))


def indent_lines(lines: Sequence[str]) -> list[str]:
    """The lines one level deeper; empty lines stay empty."""
    return [" " * INDENT + line if line.strip() else line for line in lines]


def dedent_lines(lines: Sequence[str]) -> list[str]:
    """The lines one level shallower, as far as each has blanks to give."""
    return [line[min(INDENT, len(line) - len(line.lstrip(" "))) :] for line in lines]


def toggle_comment(lines: Sequence[str]) -> list[str]:
    """The lines as comments, or uncommented when every one that says something is a comment already."""
    told = [line for line in lines if line.strip()]
    if not told:
        return list(lines)
    if all(line.lstrip().startswith("#") for line in told):
        return [_uncommented(line) for line in lines]
    column = min(len(indent_of(line)) for line in told)
    return [f"{line[:column]}# {line[column:]}" if line.strip() else line for line in lines]


def _uncommented(line: str) -> str:
    indent, rest = indent_of(line), line.lstrip()
    if not rest.startswith("#"):
        return line
    return indent + (rest[2:] if rest.startswith("# ") else rest[1:])


def readable(text: str) -> str:
    """The text as the editor can hold it: lines end in a newline alone, halves of characters are replaced."""
    if text.isascii() and "\r" not in text:
        return text
    return _SURROGATE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def pasted(text: str) -> str:
    """What a paste puts in: hard blanks become blanks, tabs that indent become spaces, the unseen goes."""
    lines = _UNWANTED.sub("", readable(text)).replace("\xa0", " ").split("\n")
    return "\n".join(indent_of(line).expandtabs(INDENT) + line.lstrip(" \t") for line in lines)
