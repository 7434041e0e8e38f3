"""Mutants of arithmetic: signs, operators, operands, comparisons, constants and ranges."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.mutants.program import Change, Program, called, number, shortened

SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Pow: "**",
    ast.MatMult: "@",
}
"""The operators of arithmetic as they are written."""
_OTHER_OPERATORS = {"*": ("/",), "/": ("*", "//"), "//": ("/",), "**": ("*",)}
_COMPARISONS: dict[type[ast.cmpop], tuple[str, tuple[str, ...]]] = {
    ast.Lt: ("<", ("<=", ">")),
    ast.LtE: ("<=", ("<", ">=")),
    ast.Gt: (">", (">=", "<")),
    ast.GtE: (">=", (">", "<=")),
    ast.Eq: ("==", ("!=",)),
    ast.NotEq: ("!=", ("==",)),
}
_DIGIT = 10
"""Whole numbers below are counted, so that one more or less is a mistake; larger ones are chosen."""


def operations(program: Program) -> Iterator[tuple[ast.BinOp, str]]:
    """The binary operations with their signs."""
    for node in program.nodes(ast.BinOp):
        if type(node.op) in SIGNS:
            yield node, SIGNS[type(node.op)]


def put_sign(program: Program, node: ast.BinOp, sign: str, other: str) -> Change:
    """An operation with another sign."""
    _, at, _ = program.sides(node, sign)
    return Change(at, at + len(sign), other, sign, other, at)


def signs(program: Program) -> Iterator[Change]:
    """Plus for minus, minus for plus, a minus dropped."""
    other = {"+": "-", "-": "+"}
    for node, sign in operations(program):
        if sign in other:
            yield put_sign(program, node, sign, other[sign])
    for assignment in program.nodes(ast.AugAssign):
        sign = SIGNS.get(type(assignment.op), "")
        if sign in other:
            at = program.operator(program.end(assignment.target), f"{sign}=")
            yield Change(at, at + 2, f"{other[sign]}=", f"{sign}=", f"{other[sign]}=", at)
    for negated in program.nodes(ast.UnaryOp):
        if isinstance(negated.op, ast.USub):
            at = program.start(negated)
            yield Change(at, at + 1, "", "-", "", at)


def operators(program: Program) -> Iterator[Change]:
    """Times for divided by, `//` for `/`, a product for a power."""
    for node, sign in operations(program):
        for other in _OTHER_OPERATORS.get(sign, ()):
            yield put_sign(program, node, sign, other)


def terms(program: Program) -> Iterator[Change]:
    """A term of a sum left out."""
    yield from _dropped(program, {"+", "-"})


def factors(program: Program) -> Iterator[Change]:
    """A factor, a divisor or an exponent left out."""
    yield from _dropped(program, {"*", "/", "**"})


def _dropped(program: Program, signs_wanted: set[str]) -> Iterator[Change]:
    for node, sign in operations(program):
        if sign not in signs_wanted or (isinstance(node.left, ast.Constant) and sign == "**"):
            continue
        left, at, right = program.sides(node, sign)
        start, end = program.start(node), program.end(node)
        yield Change(start + len(left), end, "", shortened(f"{sign} {right}"), "", at)
        if sign in {"+", "*"}:
            yield Change(start, end - len(right), "", shortened(f"{left} {sign}"), "", at)


def order(program: Program) -> Iterator[Change]:
    """The two sides of an operation, or neighbours in a tuple that is returned, changed round."""
    for node, sign in operations(program):
        if sign in {"-", "/", "@"}:
            left, at, right = program.sides(node, sign)
            if isinstance(node.left, ast.BinOp):
                left = f"({left})"
            instead = f"{right} {sign} {left}"
            found = shortened(program.text(node))
            yield Change(program.start(node), program.end(node), instead, found, shortened(instead), at)
    for told in program.nodes(ast.Return):
        if isinstance(told.value, ast.Tuple):
            yield from _neighbours(program, told.value)


def _neighbours(program: Program, node: ast.Tuple) -> Iterator[Change]:
    for first, second in zip(node.elts, node.elts[1:], strict=False):
        a, b = program.text(first), program.text(second)
        start, end = program.start(first), program.end(second)
        between = program.code[program.end(first) : program.start(second)]
        if between.strip() == ",":
            found, instead = shortened(f"{a}, {b}"), shortened(f"{b}, {a}")
            yield Change(start, end, f"{b}{between}{a}", found, instead, start)


def comparisons(program: Program) -> Iterator[Change]:
    """A comparison turned round, or strict where it was not."""
    for node in program.nodes(ast.Compare):
        if type(node.ops[0]) in _COMPARISONS and len(node.ops) == 1:
            sign, others = _COMPARISONS[type(node.ops[0])]
            at = program.operator(program.end(node.left), sign)
            for other in others:
                yield Change(at, at + len(sign), other, sign, other, at)


def constants(program: Program) -> Iterator[Change]:
    """Another number; True for False."""
    for node in program.nodes(ast.Constant):
        for other in _others(node.value):
            if not isinstance(program.parent(node), ast.keyword) or isinstance(other, bool):
                yield program.put(node, repr(other), program.text(node), repr(other))


def _others(value: object) -> tuple[int | float | bool, ...]:
    """What a constant is taken for."""
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, int):
        if value >= _DIGIT:
            return (value // _DIGIT,)
        return (value + 1, value - 1) if value else (1,)
    if isinstance(value, float):
        return (1.0,) if value == 0 else (float(f"{value * _DIGIT:.12g}"),)
    return ()


def ranges(program: Program) -> Iterator[Change]:
    """One round, item or position too few or too many."""
    for call in program.nodes(ast.Call):
        if called(call) == "range" and len(call.args) == 1 and not call.keywords:
            yield from _range(program, call)
    for node in program.nodes(ast.Subscript):
        for part in node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]:
            if isinstance(part, ast.Slice):
                for bound in (part.lower, part.upper):
                    if bound is not None:
                        yield from _shifted(program, bound)
            elif isinstance(part, ast.expr):
                position = number(part)
                if isinstance(position, int):
                    yield from _shifted(program, part)


def _range(program: Program, call: ast.Call) -> Iterator[Change]:
    (bound,) = call.args
    if isinstance(bound, ast.Constant) and isinstance(bound.value, int) and bound.value >= _DIGIT:
        return
    for text in (f"1, {program.text(bound)}", _plus(program, bound, -1), _plus(program, bound, 1)):
        found = shortened(program.text(call))
        yield program.put(bound, text, found, shortened(f"range({text})"))


def _shifted(program: Program, bound: ast.expr) -> Iterator[Change]:
    position = number(bound)
    for by in (-1, 1):
        if position is not None and (position < 0) != (position + by < 0):
            continue
        text = _plus(program, bound, by)
        yield program.put(bound, text, program.text(bound), text)


def _plus(program: Program, bound: ast.expr, by: int) -> str:
    known = number(bound)
    if known is not None:
        return str(known + by)
    text = program.text(bound)
    undone = re.fullmatch(rf"(.*\S)\s*[{'+' if by < 0 else '-'}]\s*1", text, re.DOTALL)
    return undone.group(1) if undone else f"{text} {'+' if by > 0 else '-'} 1"
