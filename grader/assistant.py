"""The assistant: completes half-written code over live torch modules. Runs none of that code.

What the code imports of well-known modules is imported here and looked at alive, which jedi answers in
milliseconds where reading torch's sources takes it seconds. The names of the last run come as shapes and dtypes
and become tensors without data.
"""

from __future__ import annotations

import importlib
import inspect
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jedi
import parso
import torch

from grader.naming import typed_name
from grader.wire import BlockingChannel, Header
from grader.worker import Descriptors

LIVE = ("torch", "numpy", "math", "random", "itertools", "functools", "collections", "time", "copy", "blitz")
"""Modules that may be imported because code mentions them; any other is left to jedi, which only reads."""
MAX_ITEMS = 300
MAX_DETAIL = 300
SOME_TENSOR = "some_tensor__"
"""A name bound to a tensor, asked about where nothing is known of a value: in this course it mostly is one."""


def complete(code: str, line: int, column: int, names: list[list[Any]]) -> Header:
    """What may stand at a place.

    Args:
        code: a program, finished or not.
        line: from 1.
        column: in characters, from 0.
        names: name, shape and dtype of tensors known from the last run.

    Returns:
        `items` (name and kind of each), `typed` (how many characters of them stand there), `signature` or None.
    """
    namespace, plain = _alive(code, line)
    namespace = {**_tensors(names), **namespace}
    call = next(iter(jedi.Interpreter(plain, [namespace]).get_signatures(line, column)), None)
    found = jedi.Interpreter(plain, [namespace]).complete(line, column)
    if not found:
        plain, column = _about_some_tensor(plain, line, column)
        some = {**namespace, SOME_TENSOR: torch.empty(0, device="meta")}
        found = jedi.Interpreter(plain, [some]).complete(line, column)
    typed = typed_name(plain.split("\n")[line - 1][:column])
    items = [[item.name, item.type] for item in found if typed or not item.name.startswith("_")]
    keywords = _keywords(call, plain.split("\n")[line - 1][:column]) if call is not None else []
    return {
        "items": [*keywords, *items][:MAX_ITEMS],
        "typed": len(typed),
        "signature": call.to_string()[:MAX_DETAIL] if call is not None else None,
    }


def _keywords(call: Any, before: str) -> list[list[str]]:
    """The arguments of a call that may be given by name here, each with its sign of equality."""
    typed = typed_name(before)
    if before.removesuffix(typed).rstrip()[-1:] not in ("(", ","):
        return []
    starred = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    names = [parameter.name for parameter in call.params if parameter.kind not in starred]
    return [[f"{name}=", "param"] for name in names if name.isidentifier() and name.startswith(typed)]


def _tensors(names: list[list[Any]]) -> dict[str, Any]:
    """Tensors without data, of the shapes and dtypes told."""
    made = {}
    for name, shape, dtype in names:
        kind = getattr(torch, dtype, None)
        if isinstance(kind, torch.dtype):
            made[name] = torch.empty(shape, dtype=kind, device="meta")
    return made


def _alive(code: str, line: int) -> tuple[dict[str, Any], str]:
    """What the imports of a program bind, and the program with those imports blanked out; not the one at `line`."""
    bound: dict[str, Any] = {}
    lines = code.split("\n")
    tree: Any = parso.parse(code)  # type: ignore[no-untyped-call]
    for statement in tree.iter_imports():
        first, last = statement.start_pos[0], statement.end_pos[0]
        made = dict(_imported(statement))
        if first <= line <= last or not made:
            continue
        bound |= made
        lines[first - 1 : last] = ["pass", *[""] * (last - first)]
    return bound, "\n".join(lines)


def _imported(statement: Any) -> Iterator[tuple[str, Any]]:
    """The names that an import binds, as far as they belong to the modules that are looked at alive."""
    for name in statement.get_defined_names():
        path = [part.value for part in statement.get_path_for_name(name)]
        if path[0] in LIVE and not statement.level:
            renamed = path[-1] != name.value or statement.type == "import_from"
            value = _find(path if renamed else path[:1], path)
            if value is not None:
                yield name.value, value


def _find(path: list[str], imported: list[str]) -> Any:
    """The object at a dotted path, once the modules imported with it are there; None where there is none."""
    for length in range(len(imported), 0, -1):
        try:
            importlib.import_module(".".join(imported[:length]))
            break
        except Exception:
            continue
    try:
        value = importlib.import_module(path[0])
        for part in path[1:]:
            value = getattr(value, part)
    except Exception:
        return None
    return value


def _about_some_tensor(code: str, line: int, column: int) -> tuple[str, int]:
    """The program with a tensor in place of the value before the last dot, and the column in it."""
    lines = code.split("\n")
    before, after = lines[line - 1][:column], lines[line - 1][column:]
    value, dot, prefix = before.rpartition(".")
    start = _start_of_value(value)
    if not dot or start == len(value) or (prefix and not prefix.isidentifier()):
        return code, column
    lines[line - 1] = f"{value[:start]}{SOME_TENSOR}.{prefix}{after}"
    return "\n".join(lines), column + len(SOME_TENSOR) - (len(value) - start)


def _start_of_value(text: str) -> int:
    """Where the value begins that ends a text: names, dots and whole brackets belong to it."""
    start, depth = len(text), 0
    for position in range(len(text) - 1, -1, -1):
        character = text[position]
        if character in ")]":
            depth += 1
        elif character in "([":
            depth -= 1
        if depth < 0 or (depth == 0 and not (character in ".([" or f"_{character}".isidentifier())):
            break
        if depth == 0:
            start = position
    return start


def main(descriptors: Descriptors) -> Any:
    """Serves as the assistant; never returns."""
    jedi.settings.cache_directory = str(Path.cwd() / "jedi")
    channel = BlockingChannel(descriptors.answers)
    while (request := channel.receive()) is not None:
        header, _ = request
        try:
            answer = complete(header["code"], header["line"], header["column"], header["names"])
        except Exception:  # half-written code makes jedi fail in many ways; then there is nothing to offer
            answer = {"items": [], "typed": 0, "signature": None}
        channel.send(answer)
    os._exit(0)
