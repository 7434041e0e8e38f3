"""The names of torch that a piece of code or of text uses, for the search.

Owns the reading of code for this purpose: `torch.zeros` by its full name, whatever it was imported as, and a
method or attribute of anything by its own, as `.view`. Code that does not parse names nothing.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator

_FENCE = re.compile(r"^( *)```(?:python|py)?\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
_TICKS = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)


def calls_in_code(code: str) -> set[str]:
    """The names of torch in a program."""
    tree = _parsed(code)
    return set(_names(tree, _imports(tree))) if tree is not None else set()


def calls_in_text(text: str) -> set[str]:
    """The names of torch in what a Markdown text marks as code."""
    calls: set[str] = set()
    for _, code in _FENCE.findall(text):
        calls |= calls_in_code(code)
    for _, code in _TICKS.findall(_FENCE.sub("", text)):
        calls |= calls_in_code(code.strip())
    return calls


def _parsed(code: str) -> ast.Module | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a strange literal in a lesson is no news here
        try:
            return ast.parse(_dedented(code))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None


def _dedented(code: str) -> str:
    lines = code.splitlines()
    inset = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[inset:] for line in lines)


def _imports(tree: ast.Module) -> dict[str, str]:
    """What the names of modules stand for; `torch` stands for itself even where it is not imported."""
    meant = {"torch": "torch", "nn": "torch.nn", "F": "torch.nn.functional"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                meant[name.asname or name.name.split(".")[0]] = (
                    name.name if name.asname else name.name.split(".")[0]
                )
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            for name in node.names:
                meant[name.asname or name.name] = f"{node.module}.{name.name}"
    return meant


def _names(tree: ast.AST, meant: dict[str, str]) -> Iterator[str]:
    """The outermost dotted name of each chain, and the methods on the way to it."""
    if isinstance(tree, ast.Attribute):
        dotted = _dotted(tree, meant)
        if dotted is not None:
            if dotted.startswith("torch."):
                yield dotted
            return
        own = isinstance(tree.value, ast.Name) and tree.value.id == "self"
        if not own and not tree.attr.startswith("_"):
            yield f".{tree.attr}"
    elif isinstance(tree, ast.Name) and meant.get(tree.id, "").startswith("torch."):
        yield meant[tree.id]
    for child in ast.iter_child_nodes(tree):
        yield from _names(child, meant)


def _dotted(node: ast.Attribute, meant: dict[str, str]) -> str | None:
    """The full name of an attribute of a module; None when it is an attribute of something else."""
    names: list[str] = []
    inner: ast.expr = node
    while isinstance(inner, ast.Attribute):
        names.append(inner.attr)
        inner = inner.value
    if not isinstance(inner, ast.Name) or inner.id not in meant:
        return None
    return ".".join((meant[inner.id], *reversed(names)))
