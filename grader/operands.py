"""The values that a failing line works with, found without running any of its code.

Names are looked up in the frame, then plain attributes and constant keys; what would call something is left out. A
layer is told by its weight. Where torch failed below a layer or a function of its own, the arguments there are told
too.
"""

from __future__ import annotations

import ast
import contextlib
import linecache
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from types import FrameType, ModuleType
from typing import Any

import numpy as np
import torch

from grader.bindings import bound_names
from grader.verdict import MAX_OPERANDS

MAX_ITEMS = 4
"""Tensors of one list that are told."""
MAX_VALUE = 60
"""Characters of a text that is told."""
_MISSING = object()
_TOLD = ("type", "shape", "dtype", "device", "requires_grad", "value", "length")
"""What is told of a value; its elements are not."""
_OF_TENSORS = ("grad", "T", "mT", "data")
"""Attributes of a tensor that are looked at."""
_PLAIN = (type(None), bool, int, float, str, list, tuple, dict)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a program that runs."""

    frame: FrameType
    lines: tuple[int, int]
    """First and last line of the expression, from 1."""
    columns: tuple[int, int] | None
    """Its first and last column in those lines, in bytes; None when that is not known."""


def operands_at(spot: Spot, innermost: FrameType | None) -> list[list[Any]]:
    """Pairs of name and summary, those of the failing expression first.

    Args:
        spot: the learner's innermost line.
        innermost: where the exception came from, perhaps far inside torch; None for a warning.
    """
    with contextlib.suppress(Exception), warnings.catch_warnings(), torch._C.DisableTorchFunction():
        warnings.simplefilter("ignore")  # looking can warn, and would be told as the learner's doing
        found: dict[str, Any] = {}
        for name, value in [*_written(spot), *_below(spot, innermost)]:
            if len(found) < MAX_OPERANDS and not any(value is known for known in found.values()):
                found.setdefault(name, value)
        return [[name, _summary(value)] for name, value in found.items()]
    return []


def nodes_at(spot: Spot) -> list[ast.expr]:
    """The expressions in the lines of a spot, those inside the failing one first, and each before its parts."""
    first, last = spot.lines
    filename = spot.frame.f_code.co_filename
    tree = ast.parse("".join(linecache.getlines(filename)))
    nodes = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.expr) and first <= node.lineno and (node.end_lineno or node.lineno) <= last
    ]
    return sorted(nodes, key=lambda node: (not _is_inside(node, spot), node.lineno, node.col_offset))


def look_up(node: ast.expr, frame: FrameType) -> Any:
    """The value of a name, a plain attribute or a constant key; `MISSING` when code would have to run for it."""
    if isinstance(node, ast.Name):
        return frame.f_locals.get(node.id, frame.f_globals.get(node.id, _MISSING))
    if isinstance(node, ast.Attribute):
        return _attribute(look_up(node.value, frame), node.attr)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        holder, key = look_up(node.value, frame), node.slice.value
        if type(holder) is torch.nn.Sequential and type(key) is int:
            return holder._modules.get(str(key), _MISSING)
        if type(holder) in (list, tuple, dict) and isinstance(key, str | int):
            with contextlib.suppress(LookupError, TypeError):
                return holder[key]
    return _MISSING


def is_found(value: Any) -> bool:
    """Whether `look_up` found something."""
    return value is not _MISSING


def _is_inside(node: ast.expr, spot: Spot) -> bool:
    if spot.columns is None:
        return False
    start, end = (spot.lines[0], spot.columns[0]), (spot.lines[1], spot.columns[1])
    return start <= (node.lineno, node.col_offset) and (node.end_lineno or 0, node.end_col_offset or 0) <= end


def _attribute(holder: Any, name: str) -> Any:
    """An attribute that stands there as data."""
    if holder is _MISSING:
        return _MISSING
    if isinstance(holder, ModuleType):
        return vars(holder).get(name, _MISSING)
    if isinstance(holder, torch.Tensor):
        return getattr(holder, name) if name in _OF_TENSORS else _MISSING
    own = getattr(holder, "__dict__", {}) if not isinstance(holder, type) else {}
    places = [own, *(own.get(place) or {} for place in ("_parameters", "_buffers", "_modules"))]
    return next((place[name] for place in places if name in place), _MISSING)


def _written(spot: Spot) -> Iterator[tuple[str, Any]]:
    """What the line names, each by its longest name."""
    seen: list[ast.expr] = []
    for node in nodes_at(spot):
        if any(node in ast.walk(whole) for whole in seen):
            continue
        value = look_up(node, spot.frame)
        if value is _MISSING or isinstance(node, ast.Constant):
            continue
        name = ast.unparse(node)
        for told, shown in _shown(name, value):
            seen.append(node)
            yield told, shown


def _shown(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """What of a value is told, under which name; nothing of modules and functions."""
    if isinstance(value, torch.nn.Module):
        weight = value._parameters.get("weight")
        if weight is not None:
            yield f"{name}.weight", weight
    elif type(value) in (list, tuple) and any(isinstance(item, torch.Tensor) for item in value):
        for position, item in enumerate(value[:MAX_ITEMS]):
            yield f"{name}[{position}]", item
    elif isinstance(value, torch.Tensor | np.ndarray) or type(value) in _PLAIN:
        yield name, value


def _below(spot: Spot, innermost: FrameType | None) -> Iterator[tuple[str, Any]]:
    """The tensors that torch's own function worked with, and the weight of the layer it belongs to."""
    if innermost is None or innermost is spot.frame:
        return
    code = innermost.f_code
    arguments = {name: innermost.f_locals.get(name) for name in code.co_varnames[: code.co_argcount]}
    layer = arguments.pop("self", None)
    for name, value in arguments.items():
        if isinstance(value, torch.Tensor):
            yield name, value
    if isinstance(layer, torch.nn.Module):
        yield from _shown(_layer_name(layer, spot), layer)


def _layer_name(layer: torch.nn.Module, spot: Spot) -> str:
    """What the learner would call a layer: by the module on the line that it is a part of."""
    for node in nodes_at(spot):
        whole = look_up(node, spot.frame)
        if isinstance(whole, torch.nn.Module):
            for path, part in whole.named_modules():
                if part is layer:
                    return ast.unparse(node) + "".join(
                        f"[{step}]" if step.isdigit() else f".{step}" for step in path.split(".") if step
                    )
    return type(layer).__name__


def _summary(value: Any) -> dict[str, Any]:
    """A value in a few plain words, without its elements."""
    ((_, summary),) = bound_names({"value": value})
    told = {key: summary[key] for key in _TOLD if key in summary}
    if isinstance(told.get("value"), str):
        told["value"] = told["value"][:MAX_VALUE]
    return told
