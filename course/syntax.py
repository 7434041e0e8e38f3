"""What a YAML parser met, in words that tell an author what to change.

The two parsers of PyYAML word the same finding differently and point at different places; both are read here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from course.problem import quoted

Position = tuple[int, int]
"""Line and column, both from 1."""


def explain_syntax(error: yaml.YAMLError, text: str) -> tuple[Position | None, str]:
    """The place of a syntax error in `text`, None when the parser gave none, and a sentence about it."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return None, "this is not valid YAML"
    finding = _Finding(error, text)
    if tab := finding.indenting_tab():
        return tab, "a tab stands in the indentation; YAML is indented with spaces"
    told = f"{error.context or ''}: {error.problem or ''}"
    for pattern, explain in _EXPLANATIONS:
        if re.search(pattern, told):
            return explain(finding)
    return finding.at, f"this is not valid YAML: {error.problem or error.context or 'unknown error'}"


class _Finding:
    """A parser's error with the text it is about."""

    def __init__(self, error: yaml.MarkedYAMLError, text: str) -> None:
        self._lines = text.splitlines()
        self.at = _position(error.problem_mark) or _position(error.context_mark)
        self.began = _position(error.context_mark) or self.at

    def line(self, at: Position | None) -> str:
        """The text of the line at a place."""
        return self._lines[at[0] - 1] if at and at[0] <= len(self._lines) else ""

    def char(self, at: Position | None) -> str:
        """The character at a place, or nothing at the end of a line."""
        return self.line(at)[at[1] - 1 : at[1]] if at else ""

    def indenting_tab(self) -> Position | None:
        """The place of a tab in the indentation of the line at fault, or None."""
        blank = re.match(r"[ \t]*", self.line(self.at))
        if self.at is None or blank is None or "\t" not in blank.group():
            return None
        return self.at[0], blank.group().index("\t") + 1

    def since(self) -> str:
        """Where the enclosing thing began, as words to append."""
        return f" of line {self.began[0]}" if self.began else ""

    def at_end(self) -> bool:
        """Whether the parser ran out of text."""
        if self.at is None or self.at[0] < len(self._lines):
            return self.at is None
        return not self.line(self.at)[self.at[1] - 1 :].strip()


_Explained = tuple[Position | None, str]


def _stray_colon(finding: _Finding) -> _Explained:
    return finding.at, "a `:` may not stand here; quote text that holds `: `, or check the indentation"


def _bad_start(finding: _Finding) -> _Explained:
    char = finding.char(finding.at)
    if char == "\t":
        return finding.at, "a tab stands where YAML expects spaces"
    told = "a backtick" if char == "`" else quoted(char)
    return finding.at, f"text cannot begin with {told}; put it in quotes"


def _open_quote(finding: _Finding) -> _Explained:
    if finding.at_end():
        return finding.began, "the quote opened here is never closed"
    return finding.at, "this quoted text is interrupted; check its quotes and its indentation"


def _open_bracket(finding: _Finding) -> _Explained:
    if finding.at_end():
        return finding.began, f"the {quoted(finding.char(finding.began))} opened here is never closed"
    opened = quoted(finding.char(finding.began))
    return finding.at, f"the {opened}{finding.since()} needs a `,` or its end before this"


def _ill_fitting(finding: _Finding) -> _Explained:
    return (
        finding.at,
        f"this does not continue the mapping{finding.since()}; check the indentation and quotes",
    )


def _ill_fitting_item(finding: _Finding) -> _Explained:
    return finding.at, f"this does not continue the list{finding.since()}; check the indentation and the `- `"


def _says(sentence: str) -> Callable[[_Finding], _Explained]:
    return lambda finding: (finding.at, sentence)


_EXPLANATIONS: tuple[tuple[str, Callable[[_Finding], _Explained]], ...] = (
    (r"mapping values are not allowed", _stray_colon),
    (r"cannot start any token", _bad_start),
    (r"escape|hexdecimal|hexadecimal", _says("`\\` begins an escape in double quotes; write it as `\\\\`")),
    (r"quoted scalar", _open_quote),
    (r"flow (sequence|mapping|node)", _open_bracket),
    (r"sequence entries are not allowed", _says("a list cannot begin here; begin `- ` on a line of its own")),
    (r"expected ':'", _says("a key without a `:` stands here; check the indentation of this line")),
    (r"block mapping", _ill_fitting),
    (r"block (collection|sequence)", _ill_fitting_item),
    (r"incompatible YAML document", _says("this version of YAML is not supported; delete the `%YAML` line")),
    (r"document start", _says("text stands here after the end of the document")),
    (r"block scalar", _says("this cannot follow `|` or `>`; begin the text on the next line")),
    (r"tag handle|parsing a tag|scanning a tag", _says("text cannot begin with `!`; put it in quotes")),
    (r"anchor|alias", _says("text cannot begin with `&` or `*`; put it in quotes")),
    (r"directive", _says("a line cannot begin with `%`; put the text in quotes or indent it")),
    (r"node content", _says("a value is missing here, or it begins with a character that needs quotes")),
)


def _position(mark: Any) -> Position | None:
    return None if mark is None else (mark.line + 1, mark.column + 1)
