"""Observed values as lines: what it is, then its numbers row by row.

Owns the spoken form of `grader.verdict.Summary`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.summaries import shape_text

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import Summary

MOST_ROWS = 10
"""Rows of numbers that are said of one value."""

MOST_NUMBERS = 20
"""Numbers that are said of one row."""


def value_lines(name: str, summary: Summary, words: Catalogue) -> list[str]:
    """A value under its name: one line, and one for each row of a tensor that has several."""
    if "shape" not in summary:
        return [f"{words.text('plain-value', name=name)} {_told(summary)}"]
    told = words.text(
        "plain-tensor",
        name=name,
        kind=summary["type"],
        shape=shape_text(summary),
        dtype=summary.get("dtype", ""),
    )
    if "values" not in summary:
        return [told]
    rows = _rows(summary["values"], len(summary["shape"]))
    left = len(rows) - MOST_ROWS
    more = [words.text("plain-rows-more", count=left)] if left > 0 else []
    return [told, *(_row(row) for row in rows[:MOST_ROWS]), *more]


def _rows(values: Any, dimensions: int) -> list[Any]:
    """The rows of nested lists; a single number is a row."""
    if dimensions < 2:
        return [values]
    return [row for part in values for row in _rows(part, dimensions - 1)]


def _row(row: Any) -> str:
    if not isinstance(row, list):
        return _number(row)
    more = ", …" if len(row) > MOST_NUMBERS else ""
    return ", ".join(map(_number, row[:MOST_NUMBERS])) + more


def _number(value: Any) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _told(summary: Summary) -> str:
    """A value that is no tensor, as Python writes it where that is known."""
    kind = str(summary.get("type"))
    if "items" in summary:
        pairs = (item if isinstance(item, list) else [item] for item in summary["items"])
        return f"{kind} ({', '.join(': '.join(map(_told, pair)) for pair in pairs)})"
    if "shape" in summary:
        return f"{kind} {shape_text(summary)}"
    if "value" in summary:
        value = summary["value"]
        return repr(value) if kind == "str" else _number(value)
    return f"{kind}: {summary['message']}" if summary.get("message") else kind
