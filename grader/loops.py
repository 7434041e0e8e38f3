"""Where a program goes round and round to make a value: its loops and comprehensions, less those that only print.

Owns the reading of the text; what a loop did is known by the trace of calls.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

_LOOPS = (ast.For, ast.While, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_SHOWING = frozenset({"print", "show", "plot"})


@dataclass(frozen=True, slots=True)
class Loop:
    """One loop."""

    line: int
    """Its first line, from 1."""
    end: int
    """Its last line."""


def loops(code: str) -> list[Loop]:
    """The outermost loops of a program that make something.

    Raises:
        SyntaxError, ValueError, RecursionError, MemoryError: it cannot be parsed.
    """
    return list(_below(ast.parse(code)))


def _below(node: ast.AST) -> Iterator[Loop]:
    if _shows(node):
        return
    if isinstance(node, _LOOPS):
        if not isinstance(node, ast.For | ast.While) or not all(map(_is_idle, node.body)):
            yield Loop(node.lineno, node.end_lineno or node.lineno)
        return
    for child in ast.iter_child_nodes(node):
        yield from _below(child)


def _is_idle(statement: ast.AST) -> bool:
    """Whether a statement makes nothing: it prints, asserts, or loops or branches over what does."""
    if isinstance(statement, ast.For | ast.While | ast.If):
        return all(map(_is_idle, [*statement.body, *statement.orelse]))
    return _shows(statement) or isinstance(statement, ast.Assert | ast.Pass | ast.Break | ast.Continue)


def _shows(node: ast.AST) -> bool:
    """Whether a statement only prints or draws."""
    called = node.value.func if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) else None
    return isinstance(called, ast.Name) and called.id in _SHOWING
