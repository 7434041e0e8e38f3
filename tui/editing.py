"""What the editor does to Python text: indentation, comments, blocks of lines.

Owns the rules as functions on strings, so that they are tested without a widget; `tui.widgets.editor`
applies them.
"""

from __future__ import annotations

from collections.abc import Sequence

INDENT = 4
"""Spaces of one level."""

_CLOSERS = {")": "(", "]": "[", "}": "{"}
_ENDS_BLOCK = ("return", "pass", "break", "continue", "raise")


def indent_of(line: str) -> str:
    """The blanks at the start of a line."""
    return line[: len(line) - len(line.lstrip(" \t"))]


def without_comment(line: str) -> str:
    """The code of one line, less a trailing comment and blanks; a `#` inside quotes stays."""
    quote = ""
    skip = False
    for position, character in enumerate(line):
        if skip:
            skip = False
        elif quote:
            skip = character == "\\"
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character == "#":
            return line[:position].rstrip()
    return line.rstrip()


def opens_bracket(code: str) -> bool:
    """Whether a line of code leaves more brackets open than it closes; brackets in quotes do not count."""
    depth, quote = 0, ""
    for character in code:
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character in "([{":
            depth += 1
        elif character in _CLOSERS:
            depth -= 1
    return depth > 0


def line_break(before: str) -> str:
    """What Enter inserts after `before`, the line left of the cursor: a newline and the indentation."""
    code, indent = without_comment(before), indent_of(before)
    if code.endswith(("(", "[", "{")) or (code.endswith(":") and not opens_bracket(code)):
        return "\n" + indent + " " * INDENT
    if code.strip().split(" ")[0].split("(")[0] in _ENDS_BLOCK and not opens_bracket(code):
        return "\n" + indent[: max(0, len(indent) - INDENT)]
    return "\n" + indent


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
