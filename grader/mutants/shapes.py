"""Mutants of shapes: products, transposes, views, joins."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutants.arithmetic import operations, put_sign
from grader.mutants.program import Change, Program, called

_TRANSPOSES = {"t", "transpose", "permute", "swapaxes", "movedim"}
_RESHAPES = {"view", "reshape"}
_FLATTENINGS = {"view", "reshape", "flatten", "ravel", "unflatten"}
_SIZED = {"zeros", "ones", "empty", "rand", "randn", "full", "new_zeros", "new_ones", "new_empty"} | _RESHAPES
_TRANSPOSED = {"T", "mT", "H", "mH"}


def products(program: Program) -> Iterator[Change]:
    """`*` for `@`, and the reverse."""
    for node, sign in operations(program):
        if sign in {"*", "@"} and not any(isinstance(side, ast.Constant) for side in (node.left, node.right)):
            yield put_sign(program, node, sign, "@" if sign == "*" else "*")
    for call in program.nodes(ast.Call):
        if called(call) in {"matmul", "mm", "mv", "bmm", "dot"}:
            yield program.rename(call, "mul")


def transposes(program: Program) -> Iterator[Change]:
    """A transpose dropped, or added to a side of a matrix product."""
    for node in program.nodes(ast.Attribute):
        if node.attr in _TRANSPOSED:
            end = program.end(node)
            start = end - len(node.attr) - 1
            yield Change(start, end, "", ".T", "", start)
    for call in program.nodes(ast.Call):
        if called(call) in _TRANSPOSES and (dropped := program.bare(call)) is not None:
            yield Change(dropped.start, dropped.end, dropped.text, ".T", "", dropped.anchor)
    for product, sign in operations(program):
        for side in (product.left, product.right) if sign == "@" else ():
            if isinstance(side, (ast.Name, ast.Attribute)) and not _is_transposed(side):
                end = program.end(side)
                yield Change(end, end, ".T", "", ".T", end)


def _is_transposed(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in _TRANSPOSED


def rearrangements(program: Program) -> Iterator[Change]:
    """A view of the same shape for a transpose, and a transpose for a view."""
    for node in (*program.nodes(ast.Attribute), *program.nodes(ast.Call)):
        value = _turned(program, node)
        if value is not None:
            text = f"{program.factor(value)}.reshape({program.text(node)}.shape)"
            yield program.put(node, text, "transpose", "reshape")
    for call in program.nodes(ast.Call):
        is_view = called(call) in _RESHAPES and program.is_method(call) and len(call.args) == 2
        if is_view and isinstance(call.func, ast.Attribute):
            yield program.put(call, f"{program.factor(call.func.value)}.T", "reshape", "transpose")


def _turned(program: Program, node: ast.expr) -> ast.expr | None:
    """What a transpose is taken of; None for anything else."""
    if isinstance(node, ast.Attribute):
        return node.value if node.attr in _TRANSPOSED else None
    if not isinstance(node, ast.Call) or called(node) not in _TRANSPOSES:
        return None
    if isinstance(node.func, ast.Attribute) and program.is_method(node):
        return node.func.value
    return node.args[0] if node.args else None


def joins(program: Program) -> Iterator[Change]:
    """`cat` for `stack`, and the reverse."""
    other = {"stack": "cat", "cat": "stack", "concat": "stack", "hstack": "vstack", "vstack": "hstack"}
    for call in program.nodes(ast.Call):
        if called(call) in other:
            yield program.rename(call, other[called(call)])


def squeezes(program: Program) -> Iterator[Change]:
    """`squeeze`, `unsqueeze` or a `None` in an index dropped."""
    for call in program.nodes(ast.Call):
        if called(call) in {"squeeze", "unsqueeze"} and (dropped := program.bare(call)) is not None:
            yield Change(dropped.start, dropped.end, dropped.text, f".{called(call)}()", "", dropped.anchor)
    for node in program.nodes(ast.Subscript):
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if any(isinstance(part, ast.Constant) and part.value is None for part in parts):
            kept = [program.text(part) for part in parts if getattr(part, "value", part) is not None]
            text = f"{program.factor(node.value)}[{', '.join(kept)}]" if kept else program.factor(node.value)
            yield program.put(node, text, "[None]", "")


def reshapes(program: Program) -> Iterator[Change]:
    """A change of shape left out."""
    for call in program.nodes(ast.Call):
        if called(call) in _FLATTENINGS and (dropped := program.bare(call)) is not None:
            yield dropped


def sizes(program: Program) -> Iterator[Change]:
    """The first two lengths of a shape changed round."""
    for call in program.nodes(ast.Call):
        if called(call) in _SIZED and len(call.args) >= 2:
            first, second = call.args[:2]
            a, b = program.text(first), program.text(second)
            between = program.code[program.end(first) : program.start(second)]
            start, end = program.start(first), program.end(second)
            yield Change(start, end, f"{b}{between}{a}", f"({a}, {b})", f"({b}, {a})", start)
