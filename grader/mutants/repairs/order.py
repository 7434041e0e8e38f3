"""Repairs of what is done first and what is where: brackets, nested calls, things in each other's place."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Callable, Iterator, Sequence

from grader.mutants.arithmetic import SIGNS, operations
from grader.mutants.program import Change, Program, called, shortened
from grader.mutants.repairs.places import given

_MOST_PAIRED = 8
"""Calls, or factors, of which every two are exchanged."""


def brackets(program: Program) -> Iterator[Change]:
    """Operations one after the other grouped otherwise: the latest done first."""
    for outer, sign in operations(program):
        left, _at, right = program.sides(outer, sign)
        for inner, inner_sign in _spine(program, outer.right, first=True):
            operand, inner_at, _rest = program.sides(inner, inner_sign)
            rest = program.code[inner_at : program.end(outer)]
            yield _grouped(program, outer, f"({left} {sign} {operand}) {rest}")
        for inner, inner_sign in _spine(program, outer.left, first=False):
            _left, inner_at, operand = program.sides(inner, inner_sign)
            before = program.code[program.start(outer) : inner_at + len(inner_sign)]
            yield _grouped(program, outer, f"{before} ({operand} {sign} {right})")


def _grouped(program: Program, outer: ast.BinOp, text: str) -> Change:
    return program.put(outer, text, shortened(program.text(outer)), shortened(text))


def _spine(program: Program, node: ast.expr, *, first: bool) -> Iterator[tuple[ast.BinOp, str]]:
    """The operations at the first or the last edge of an operand, as far as no brackets are around them."""
    signs = dict(operations(program))
    while isinstance(node, ast.BinOp) and node in signs and not _is_bracketed(program, node):
        yield node, signs[node]
        node = node.left if first else node.right


def _is_bracketed(program: Program, node: ast.expr) -> bool:
    before, after = program.code[: program.start(node)].rstrip(), program.code[program.end(node) :].lstrip()
    parent = program.parent(node)
    is_argument = isinstance(parent, ast.Call) or not isinstance(parent, ast.expr)
    return before.endswith("(") and after.startswith(")") and not is_argument


def nested(program: Program) -> Iterator[Change]:
    """Two calls one around the other done the other way round; a call before the operation it was done after."""
    for call in program.nodes(ast.Call):
        applied = _applied(program, call)
        if applied is None:
            continue
        value, outer = applied
        within = _applied(program, value) if isinstance(value, ast.Call) else None
        if within is not None:
            deepest, inner = within
            text = inner(outer(program.factor(deepest)))
            yield program.put(call, text, shortened(program.text(call)), shortened(text))
        if isinstance(value, ast.BinOp) and (sign := SIGNS.get(type(value.op))):
            left, _at, right = program.sides(value, sign)
            for text in (f"({outer(f'({left})')} {sign} {right})", f"({left} {sign} {outer(f'({right})')})"):
                yield program.put(call, text, shortened(program.text(call)), shortened(text))
    for node, sign in operations(program):
        left, _at, right = program.sides(node, sign)
        for side in (node.left, node.right):
            applied = _applied(program, side) if isinstance(side, ast.Call) else None
            if applied is not None:
                value, outer = applied
                bare = program.factor(value)
                text = outer(f"({bare} {sign} {right})" if side is node.left else f"({left} {sign} {bare})")
                yield program.put(node, text, shortened(program.text(node)), shortened(text))


def _applied(program: Program, call: ast.Call) -> tuple[ast.expr, Callable[[str], str]] | None:
    """What a method is called of or a function is given first, and how either is written around something else."""
    if isinstance(call.func, ast.Attribute) and program.is_method(call):
        start = program.behind_brackets(program.start(call), program.end(call.func.value))
        suffix = program.code[start : program.end(call)].lstrip()
        return call.func.value, lambda text: f"{text}{suffix}"
    if isinstance(call.func, ast.Attribute) and call.args and not isinstance(call.args[0], ast.Starred):
        before = program.code[program.start(call) : program.start(call.args[0])]
        after = program.code[program.end(call.args[0]) : program.end(call)]
        return call.args[0], lambda text: f"{before}{text}{after}"
    return None


def exchanged(program: Program) -> Iterator[Change]:
    """Two parameters, two calls or two factors of a function in each other's place."""
    for function in program.nodes(ast.FunctionDef):
        nodes = [node for node in ast.walk(function) if isinstance(node, ast.expr)]
        for one, other in itertools.combinations(given(function), 2):
            places = [
                (node, other if node.id == one else one)
                for node in nodes
                if isinstance(node, ast.Name) and node.id in (one, other)
            ]
            yield from _swapped(program, places, f"{one}, {other}")
        calls = [
            node for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        ]
        for first, second in itertools.combinations(calls[:_MOST_PAIRED], 2):
            one, other = called(first), called(second)
            renamed = [
                (first.func, f"{program.text(first.func).removesuffix(one)}{other}"),
                (second.func, f"{program.text(second.func).removesuffix(other)}{one}"),
            ]
            yield from _swapped(program, renamed, f"{one}, {other}")
    factors = [side for node, sign in operations(program) if sign == "*" for side in (node.left, node.right)]
    for one_side, other_side in itertools.combinations(factors[:_MOST_PAIRED], 2):
        sides = [(one_side, program.factor(other_side)), (other_side, program.factor(one_side))]
        yield from _swapped(program, sides, f"{program.text(one_side)}, {program.text(other_side)}")


def _swapped(program: Program, places: Sequence[tuple[ast.expr, str]], found: str) -> Iterator[Change]:
    """Other texts in several places, unless one lies within another."""
    spans = sorted((program.start(node), program.end(node), text) for node, text in places)
    if len(spans) < 2 or any(one[1] > other[0] for one, other in itertools.pairwise(spans)):
        return
    at, text = spans[0][0], ""
    for start, end, own in spans:
        text += program.code[at:start] + own
        at = end
    yield Change(spans[0][0], at, text, shortened(found), "exchanged", spans[0][0])
