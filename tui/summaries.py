"""Observed values in words: what a summary of the grader says in one line, and its values as plain lists.

Owns the reading of `grader.verdict.Summary`, which is trusted in nothing: a field that is not as it should
be counts as not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.problem import harmless

if TYPE_CHECKING:
    from grader.verdict import Summary

LONGEST = 200
"""Characters of a value told in one line."""

FEW = 4
"""Elements of a vector that are told in one line."""

_SCALARS = frozenset({"int", "float", "bool", "str", "None", "complex", "bytes", "dtype", "device", "Size"})
_NO_VALUE = frozenset({"undefined", "not_raised", "ellipsis"})


def is_array(summary: Summary | None) -> bool:
    """Whether it is a tensor or an array."""
    return summary is not None and summary.get("type") in ("tensor", "ndarray") and "shape" in summary


def is_container(summary: Summary | None) -> bool:
    """Whether it is a list, a dict or the like, of which the items are told."""
    return summary is not None and isinstance(summary.get("items"), list)


def is_scalar(summary: Summary | None) -> bool:
    """Whether it is a number, a string or another single value."""
    return summary is not None and summary.get("type") in _SCALARS and "value" in summary


def is_value(summary: Summary | None) -> bool:
    """Whether there is a value at all: a name that is not defined has none."""
    return summary is not None and summary.get("type") not in _NO_VALUE


def shape_of(summary: Summary) -> tuple[int, ...]:
    """The shape of an array."""
    return tuple(summary["shape"])


def shape_text(summary: Summary) -> str:
    """The shape of an array as Python writes it."""
    return str(shape_of(summary))


def values_of(summary: Summary) -> list[Any] | None:
    """The elements of an array in one list, row by row; None when there are too many to be known."""
    values = summary.get("values")
    if values is None:
        return None
    for _ in shape_of(summary)[1:]:
        values = [item for part in values for item in part]
    return values if isinstance(values, list) else [values]


def number_text(value: Any) -> str:
    """A number, or what stands for one, with as many digits as one wants to read at a glance."""
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def told(summary: Summary | None, depth: int = 0) -> str:
    """A value in one line: `tensor (3, 4) float32`, `[1, 2]`, `'abc'`, `ValueError: too short`."""
    return _cut(_told(summary, depth)) if summary is not None else "…"


def describe(summary: Summary) -> str:
    """A value in a few words of the field: `(3, 4) int64`, `Linear`, `int 3`, `list[2]`."""
    kind = str(summary.get("type"))
    if "shape" in summary:
        return _describe_tensor(kind, summary)
    if "length" in summary:
        return f"{kind}[{summary['length']}]"
    if kind == "None" or "value" not in summary:
        return kind
    value = summary["value"]
    shown = str(tuple(value)) if isinstance(value, list) else repr(value) if kind == "str" else str(value)
    return f"{kind} {shown if len(shown) <= 24 else shown[:23] + '…'}"


def _describe_tensor(kind: str, summary: Summary) -> str:
    device = str(summary.get("device", "cpu"))
    parts = ["" if kind == "tensor" else kind, shape_text(summary), str(summary.get("dtype", ""))]
    parts += ["" if device == "cpu" else device, "requires_grad" if summary.get("requires_grad") else ""]
    return " ".join(filter(None, parts))


def _told(summary: Summary, depth: int) -> str:
    kind = str(summary.get("type", "?"))
    if is_array(summary):
        return _array_told(summary)
    if is_scalar(summary):
        return _scalar_told(kind, summary["value"])
    if is_container(summary):
        return _container_told(kind, summary, depth)
    if "message" in summary:
        return f"{kind}: {summary['message']}" if summary["message"] else kind
    return kind


def _array_told(summary: Summary) -> str:
    values = values_of(summary)
    if shape_of(summary) == () and values:
        return f"{summary['type']}({number_text(values[0])}) {summary['dtype']}"
    if len(shape_of(summary)) == 1 and values and len(values) <= FEW:
        return f"{summary['type']}([{', '.join(map(number_text, values))}]) {summary['dtype']}"
    return f"{summary['type']} {shape_text(summary)} {summary['dtype']}"


def _scalar_told(kind: str, value: Any) -> str:
    if kind == "None":
        return "None"
    if kind == "Size":
        return f"Size({value})"
    if kind == "dtype":
        return f"torch.{value}"
    if kind in ("str", "device"):
        return repr(value)
    return str(value)


def _container_told(kind: str, summary: Summary, depth: int) -> str:
    if depth > 1:
        return f"{kind} ({summary.get('length')})"
    if kind == "dict":
        items = [f"{told(key, depth + 1)}: {told(value, depth + 1)}" for key, value in summary["items"]]
    else:
        items = [told(item, depth + 1) for item in summary["items"]]
    if len(items) < summary.get("length", 0):
        items.append("…")
    inside = ", ".join(items)
    if kind == "tuple":
        return f"({inside},)" if len(items) == 1 else f"({inside})"
    return f"[{inside}]" if kind == "list" else f"{{{inside}}}"


def _cut(text: str) -> str:
    line = harmless(text.replace("\n", "⏎"))
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
