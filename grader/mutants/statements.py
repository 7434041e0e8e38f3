"""Mutants of statements: results that get lost, returns too early, lines forgotten."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutants.program import Change, Program, called, shortened

DECORATION = {"print", "show", "plot"}
"""Calls that no observation depends on, but for `print`, which is no step that one forgets."""


def prints(program: Program) -> Iterator[Change]:
    """A value printed that was to be returned."""
    for node in program.nodes(ast.Return):
        if node.value is not None:
            text = program.code[program.start(node) + len("return") : program.end(node)].strip()
            yield program.put(node, f"print({text})", "return", "print")


def lost_results(program: Program) -> Iterator[Change]:
    """What a method returns thrown away, as if the method worked in place."""
    for node in program.nodes(ast.Assign):
        call, target = node.value, node.targets[0]
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
            continue
        if isinstance(target, ast.Name) and program.root(call.func.value) == target.id:
            text = program.code[program.start(call) : program.end(node)]
            name = called(call)
            yield program.put(node, text, f"{target.id} = {target.id}.{name}()", f"{target.id}.{name}()")


def early_returns(program: Program) -> Iterator[Change]:
    """The return after a loop inside of it, after the first round."""
    for function in program.nodes(ast.FunctionDef):
        for loop, told in zip(function.body, function.body[1:], strict=False):
            if isinstance(loop, (ast.For, ast.While)) and isinstance(told, ast.Return):
                last = loop.body[-1]
                if isinstance(last, (ast.Assign, ast.AugAssign, ast.Expr)):
                    end = program.end(last)
                    text = f"; {program.text(told)}"
                    yield Change(end, end, text, "", "return", program.start(told))


def statements(program: Program) -> Iterator[Change]:
    """A call on a line of its own left out."""
    for node in program.nodes(ast.Expr):
        if isinstance(node.value, ast.Call) and called(node.value) not in DECORATION:
            yield program.put(node, "pass", shortened(program.text(node)), "")
