"""Repairs of what a program does one after the other: what it hands on, keeps, forgets, and when."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator

from grader.mutants.program import Change, Program, called, shortened
from grader.mutants.repairs.places import blocks, bound, indent, is_value

_SIMPLE = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr, ast.Return)
_LOOPS = (ast.For, ast.While)
_NETWORKS = ("net", "model", "network")
"""Names that mostly stand for a network."""


def returned(program: Program) -> Iterator[Change]:
    """Something that is known on the way handed on: a part of what is, an earlier name, or what was only printed."""
    for told in program.nodes(ast.Return):
        for part in _parts(program, told.value) if told.value is not None else ():
            yield program.put(told.value or part, program.text(part), shortened(program.text(part)), "return")
    for function in program.nodes(ast.FunctionDef):
        names = list(bound(function))
        for told in (node for node in ast.walk(function) if isinstance(node, ast.Return)):
            for name in names if told.value is not None else ():
                yield program.put(told, f"return {name}", name, "return")
        last = function.body[-1]
        if isinstance(last, ast.Expr) and isinstance(last.value, ast.Call) and called(last.value) == "print":
            for shown in last.value.args[:1]:
                text = program.text(shown)
                yield program.put(last, f"return {text}", shortened(text), "return")
        if not isinstance(last, (ast.Return, ast.Raise)):
            for name in names:
                end = program.end(last)
                is_inline = function.body[0].lineno == function.lineno
                before = "; " if is_inline else f"\n{indent(program, function.body[0])}"
                text = f"{before}return {name}"
                yield Change(end, end, text, name, "return", program.start(last))


def _parts(program: Program, value: ast.expr) -> Iterator[ast.expr]:
    """What a value is made of, with the value itself left out."""
    for node in ast.walk(value):
        if isinstance(node, ast.expr) and node is not value and is_value(program, node):
            yield node


def kept(program: Program) -> Iterator[Change]:
    """What a method returns, kept in the name that it was called of; of a pair its values."""
    for node in program.nodes(ast.Expr):
        call = node.value
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and isinstance(call.func.value, ast.Name)
        ):
            text, name = program.text(node), call.func.value.id
            for kept_part in ("", ".values"):
                yield program.put(node, f"{name} = {text}{kept_part}", shortened(text), name)


def steps(program: Program) -> Iterator[Change]:
    """A step that is forgotten in training or evaluation, before any statement."""
    wanted: dict[str, None] = {}
    for call in program.nodes(ast.Call):
        if called(call) == "step" and isinstance(call.func, ast.Attribute):
            wanted[f"{program.text(call.func.value)}.zero_grad()"] = None
        elif isinstance(call.func, ast.Name) and call.func.id in _NETWORKS:
            wanted[f"{call.func.id}.eval()"] = None
    for used in program.nodes(ast.Attribute):
        if used.attr == "grad" and isinstance(used.value, ast.Name):
            wanted[f"{used.value.id}.grad.zero_()"] = None
    for block in blocks(program) if wanted else ():
        for statement in block:
            if not isinstance(statement, (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)):
                start = program.start(statement)
                for text in wanted:
                    yield Change(start, start, f"{text}\n{indent(program, statement)}", "", text, start)


def moved(program: Program) -> Iterator[Change]:
    """A statement one place further up or down, into a loop or out of it."""
    for block in blocks(program):
        for first, second in itertools.pairwise(block):
            if isinstance(first, _SIMPLE) and isinstance(second, _SIMPLE):
                between = program.code[program.end(first) : program.start(second)]
                text = f"{program.text(second)}{between}{program.text(first)}"
                yield _rearranged(program, first, program.start(first), program.end(second), text)
            if isinstance(second, _LOOPS) and isinstance(first, _SIMPLE):
                yield _into_front(program, first, second)
            if isinstance(first, _LOOPS) and isinstance(second, _SIMPLE):
                end = program.end(first.body[-1])
                text = f"\n{indent(program, first.body[0])}{program.text(second)}"
                yield _rearranged(program, second, end, program.end(second), text)
    loops: list[ast.For | ast.While] = [*program.nodes(ast.For), *program.nodes(ast.While)]
    for loop in loops:
        if len(loop.body) > 1 and not loop.orelse:
            yield from _out_of(program, loop)


def _into_front(program: Program, statement: ast.stmt, loop: ast.For | ast.While) -> Change:
    """A statement before a loop as the first of it."""
    inside = program.start(loop.body[0])
    head = program.code[program.start(loop) : inside]
    text = f"{head}{program.text(statement)}\n{indent(program, loop.body[0])}"
    return _rearranged(program, statement, program.start(statement), inside, text)


def _out_of(program: Program, loop: ast.For | ast.While) -> Iterator[Change]:
    """The first statement of a loop before it, and the last one after it."""
    first, second, before, last = (*loop.body[:2], *loop.body[-2:])
    outside = indent(program, loop)
    if isinstance(first, _SIMPLE):
        start = program.start(loop)
        head = program.code[start : program.start(first)]
        text = f"{program.text(first)}\n{outside}{head}"
        yield _rearranged(program, first, start, program.start(second), text)
    if isinstance(last, _SIMPLE):
        text = f"\n{outside}{program.text(last)}"
        yield _rearranged(program, last, program.end(before), program.end(last), text)


def _rearranged(program: Program, statement: ast.stmt, start: int, end: int, text: str) -> Change:
    found = shortened(program.text(statement))
    return Change(start, end, text, found, found, program.start(statement))
