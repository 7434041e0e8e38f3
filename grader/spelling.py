"""The nearest known name to one that is not known: a variable, an attribute, an argument, a key, a module."""

from __future__ import annotations

import ast
import contextlib
import difflib
import inspect
import re
import sys
import warnings
from collections.abc import Iterable, Iterator
from typing import Any

import torch

from grader.operands import Spot, is_found, look_up, nodes_at

CLOSE = 0.66
"""How alike names must be, from 0 to 1 (`difflib`)."""
MAX_NAME = 80
_KEYWORD = re.compile(r"got an unexpected keyword argument '(\w+)'")
_OVERLOADS = re.compile(
    r"received an invalid combination of arguments - got \((.*?)\), but expected (.*)", re.S
)


def near_name(error: BaseException, spot: Spot | None) -> list[str] | None:
    """The unknown name in an exception and the known one nearest to it; None when there is no such pair."""
    with contextlib.suppress(Exception), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for wrong, known in _unknown(error, spot):
            found = nearest(wrong, known)
            if found is not None:
                return [wrong, found]
    return None


def nearest(wrong: str, known: Iterable[str]) -> str | None:
    """The name most like a wrong one; hidden names only for one that begins like them."""
    names = {name for name in known if name != wrong and len(name) <= MAX_NAME}
    names = {name for name in names if wrong.startswith("_") or not name.startswith("_")}
    folded = {_folded(name): name for name in sorted(names, key=len, reverse=True)}
    close = difflib.get_close_matches(_folded(wrong), folded, 1, CLOSE)
    return folded[close[0]] if close and len(wrong) > 1 else None


def _folded(name: str) -> str:
    return name.casefold().replace("_", "")


def _unknown(error: BaseException, spot: Spot | None) -> Iterator[tuple[str, Iterable[str]]]:
    """Names that are not known, each with those known in their place."""
    match error:
        case ModuleNotFoundError() if error.name:
            yield error.name, {*sys.stdlib_module_names, *(name.partition(".")[0] for name in sys.modules)}
        case ImportError() if error.name in sys.modules:
            wanted = re.match(r"cannot import name '(\w+)'", str(error))
            if wanted is not None and error.name is not None:
                yield wanted[1], dir(sys.modules[error.name])
        case NameError() if error.name and spot is not None:
            frame = spot.frame
            yield error.name, [*frame.f_locals, *frame.f_globals, *frame.f_builtins]
        case AttributeError() if error.name:
            yield error.name, dir(error.obj)
        case KeyError() if spot is not None and error.args and isinstance(error.args[0], str):
            yield from ((error.args[0], keys) for keys in _keys(spot))
        case TypeError():
            yield from _arguments(str(error), spot)


def _keys(spot: Spot) -> Iterator[list[str]]:
    """The keys of the dicts on the line."""
    for node in nodes_at(spot):
        value = look_up(node, spot.frame)
        if isinstance(value, dict):
            yield [key for key in value if isinstance(key, str)]


def _arguments(message: str, spot: Spot | None) -> Iterator[tuple[str, Iterable[str]]]:
    """An argument by name that a function does not have, with those that it has."""
    if found := _OVERLOADS.search(message):
        known = re.findall(r"\b([a-z_]\w*)(?= =|,|\))", found[2])
        yield from ((wrong, known) for wrong in re.findall(r"(\w+)=", found[1]) if wrong not in known)
    if (found := _KEYWORD.search(message)) and spot is not None:
        for node in nodes_at(spot):
            if isinstance(node, ast.Call) and found[1] in (keyword.arg for keyword in node.keywords):
                yield found[1], _parameters(_called(node.func, spot))


def _called(node: ast.expr, spot: Spot) -> Any:
    """The function that a call means: of a layer its `forward`, of anything else also what its class defines."""
    function = look_up(node, spot.frame)
    if isinstance(function, torch.nn.Module):
        return type(function).forward
    if not is_found(function) and isinstance(node, ast.Attribute):
        return inspect.getattr_static(type(look_up(node.value, spot.frame)), node.attr)
    return function


def _parameters(function: Any) -> list[str]:
    """The names of a function's parameters; those of one written in C stand in the first line of its words."""
    if not is_found(function):
        return []
    try:
        return list(inspect.signature(function).parameters)
    except (TypeError, ValueError):
        head = (inspect.getdoc(function) or "").partition("\n")[0]
        return re.findall(r"\b([a-z_]\w*)(?==|,|\))", head)
