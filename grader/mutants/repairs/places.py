"""What repairs look for in a program: its functions' names, its blocks, where values stand."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutants.program import Program

_LASTING = (ast.Call, ast.BinOp, ast.Attribute, ast.Subscript, ast.UnaryOp, ast.Compare, ast.Name)


def given(function: ast.FunctionDef) -> Iterator[str]:
    """The parameters of a function."""
    own = function.args
    return (argument.arg for argument in (*own.posonlyargs, *own.args, *own.kwonlyargs))


def bound(function: ast.FunctionDef) -> Iterator[str]:
    """The names of a function: what it is given, and what it binds."""
    yield from given(function)
    stored = (node for node in ast.walk(function) if isinstance(node, ast.Name))
    yield from dict.fromkeys(node.id for node in stored if isinstance(node.ctx, ast.Store))


def blocks(program: Program) -> Iterator[list[ast.stmt]]:
    """The statements that follow each other, wherever they stand."""
    yield program.tree.body
    for node in program.nodes(ast.stmt):
        for name in ("body", "orelse"):
            if isinstance(getattr(node, name, None), list):
                yield getattr(node, name)


def indent(program: Program, statement: ast.stmt) -> str:
    """What stands before a statement on its line, less code before it."""
    start = program.start(statement)
    before = program.code[program.code.rfind("\n", 0, start) + 1 : start]
    return before if not before.strip() else " " * 4


def is_value(program: Program, node: ast.AST) -> bool:
    """Whether something is computed or held there; what is called, a module and a plain number are not meant."""
    parent = program.parent(node)
    is_called = isinstance(parent, ast.Call) and parent.func is node
    is_module = isinstance(node, (ast.Name, ast.Attribute)) and program.root(node) in program.modules
    return isinstance(node, _LASTING) and not is_called and not is_module
