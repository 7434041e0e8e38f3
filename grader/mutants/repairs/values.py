"""Repairs of single values: something less, something more, another name, number, argument or operator."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutants.arithmetic import operations, put_sign
from grader.mutants.program import Change, Program, called, keyword, number, shortened
from grader.mutants.reductions import ALONG, REDUCTIONS
from grader.mutants.repairs.places import bound, given, is_value

_PUT = ("+", "-", "*", "/", "@", "**")
_HANDING_ON = (ast.Return, ast.Assign, ast.AugAssign, ast.Call, ast.BinOp, ast.Attribute, ast.Compare)
_LONG = 8
"""Arguments beyond which a call is left as it is."""
_SUFFIXES = (
    ".T",
    ".values",
    ".indices",
    ".float()",
    ".long()",
    ".abs()",
    ".sqrt()",
    ".exp()",
    ".log()",
    ".sum()",
    ".mean()",
    ".detach()",
    ".clone()",
    ".squeeze()",
    ".unsqueeze(0)",
    ".unsqueeze(1)",
    ".unsqueeze(-1)",
    ".item()",
    ".square()",
    ".argsort()",
    ".clamp(min=0)",
    "[0]",
    "[1:]",
    "[:-1]",
)
"""What is forgotten of a value in any program."""
_NUMBERS = (0, 1, -1, 2, 3)
_LARGEST = 1e12
"""Numbers up to which others are tried in their place."""
_INFINITIES = ("float('-inf')", "float('inf')")
_DTYPES = ("float32", "float64", "int64", "bool")
_ARGUMENTS = {
    "sort": ("descending=True",),
    "argsort": ("descending=True",),
    "topk": ("largest=False",),
    "mse_loss": ('reduction="sum"',),
    "MSELoss": ('reduction="sum"',),
    "cross_entropy": ('reduction="sum"',),
    "CrossEntropyLoss": ('reduction="sum"',),
    "var": ("correction=0",),
    "std": ("correction=0",),
}
"""Arguments that are forgotten in any program."""


def dropped(program: Program) -> Iterator[Change]:
    """An operation, an argument or a statement less."""
    for call in program.nodes(ast.Call):
        bare = program.bare(call)
        if bare is not None:
            yield Change(bare.start, bare.end, bare.text, f"{called(call)}(...)", "", bare.anchor)
        more: list[ast.expr | ast.keyword] = [*call.keywords, *call.args[1 - program.is_method(call) :]]
        for one in more:
            if len(call.args) + len(call.keywords) <= _LONG and not isinstance(one, ast.Starred):
                yield program.without(call, one, shortened(program.text(one)))
    for operation, sign in operations(program):
        left, at, right = program.sides(operation, sign)
        start, end = program.start(operation), program.end(operation)
        yield Change(start + len(left), end, "", shortened(f"{sign} {right}"), "", at)
        yield Change(start, end - len(right), "", shortened(f"{left} {sign}"), "", at)
    for node in program.nodes(ast.Subscript):
        if isinstance(node.ctx, ast.Load):
            end = program.end(node.value)
            found = program.code[end : program.end(node)]
            yield Change(end, program.end(node), "", shortened(found), "", program.start(node.slice))
    for negated in program.nodes(ast.UnaryOp):
        start = program.start(negated)
        sign = "not" if isinstance(negated.op, ast.Not) else program.code[start]
        yield Change(start, start + len(sign), "", sign, "", start)
    for statement in program.nodes(ast.stmt):
        if isinstance(statement, (ast.Assign, ast.AugAssign, ast.Expr)):
            yield program.put(statement, "pass", shortened(program.text(statement)), "")


def arguments(program: Program) -> Iterator[Change]:
    """An argument more that is often forgotten."""
    for call in program.nodes(ast.Call):
        for text in _ARGUMENTS.get(called(call), ()):
            if keyword(call, text.partition("=")[0]) is None:
                yield program.with_argument(call, text)
        is_alone = len(call.args) == 1 - program.is_method(call) and keyword(call, "dim") is None
        if called(call) in ALONG and is_alone:
            kept = (", keepdim=True", "") if called(call) in REDUCTIONS else ("",)
            yield from (
                program.with_argument(call, f"dim={dim}{more}") for dim in (0, 1, -1) for more in kept
            )
        if called(call) == "range" and len(call.args) in (1, 2) and not call.keywords:
            yield from _stepped(program, call)


def _stepped(program: Program, call: ast.Call) -> Iterator[Change]:
    """A range that goes in steps of one of the function's names."""
    start = "" if len(call.args) > 1 else "0, "
    text = ", ".join(program.text(given) for given in call.args)
    for name in dict.fromkeys(
        name for function in program.nodes(ast.FunctionDef) for name in given(function)
    ):
        found = program.text(call)
        yield program.put(call, f"range({start}{text}, {name})", shortened(found), f"range(..., {name})")


def names(program: Program) -> Iterator[Change]:
    """Another of the function's names."""
    for function in program.nodes(ast.FunctionDef):
        known = list(bound(function))
        for node in ast.walk(function):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in known:
                for other in known:
                    if other != node.id:
                        yield program.put(node, other, node.id, other)


def numbers(program: Program) -> Iterator[Change]:
    """Another number, a small one or one of another size; infinity for a number; another dtype."""
    for node in program.nodes(ast.expr):
        old = number(node) if _is_constant(program, node) else None
        if old is not None and abs(old) < _LARGEST:
            others = (
                *map(str, _NUMBERS),
                *(repr(_scaled(old, by)) for by in (10, 0.1, 2, 0.5)),
                *_INFINITIES,
            )
            for text in dict.fromkeys(others):
                if text != program.text(node):
                    put = f"({text})" if text.startswith("-") else text
                    yield program.put(node, put, program.text(node), text)
        elif (
            isinstance(node, ast.Attribute) and node.attr in _DTYPES and program.root(node) in program.modules
        ):
            for other in _DTYPES:
                if other != node.attr:
                    text = f"{program.text(node.value)}.{other}"
                    yield program.put(node, text, shortened(program.text(node)), text)


def _scaled(old: int | float, by: float) -> int | float:
    scaled = float(f"{old * by:.12g}")
    return int(scaled) if isinstance(old, int) and scaled.is_integer() else scaled


def _is_constant(program: Program, node: ast.expr) -> bool:
    """Whether a number stands there with its sign, not only its amount."""
    parent = program.parent(node)
    return not (isinstance(parent, ast.UnaryOp) and number(parent) is not None) and number(node) is not None


def signs(program: Program) -> Iterator[Change]:
    """Another operator."""
    for node, sign in operations(program):
        for other in _PUT:
            if other != sign:
                yield put_sign(program, node, sign, other)


def ranges(program: Program) -> Iterator[Change]:
    """A range that begins or ends one earlier or later, or both."""
    for call in program.nodes(ast.Call):
        if called(call) not in {"range", "arange"} or len(call.args) not in (1, 2):
            continue
        first, last = (["0"] if len(call.args) == 1 else []) + [program.text(one) for one in call.args]
        start, end = program.start(call.args[0]), program.end(call.args[-1])
        for by_first, by_last in ((1, 1), (-1, -1), (1, 0), (-1, 0), (0, 1), (0, -1)):
            bounds = [_plus(first, by_first), _plus(last, by_last)]
            found = shortened(program.text(call))
            yield Change(
                start, end, ", ".join(bounds), found, shortened(", ".join(bounds)), program.start(call)
            )


def _plus(text: str, by: int) -> str:
    """A number or an expression with another number added."""
    if not by:
        return text
    return str(int(text) + by) if text.isdigit() else f"{text} {'+' if by > 0 else '-'} 1"


def missing(program: Program) -> Iterator[Change]:
    """A call, an index or a minus more, with any value."""
    for node in _values(program):
        text, found = program.factor(node), shortened(program.text(node))
        for suffix in _SUFFIXES:
            yield program.put(node, f"{text}{suffix}", found, f"{text}{suffix}")
        yield program.put(node, f"-{text}", found, "-")


def _values(program: Program) -> Iterator[ast.expr]:
    """Where a value is handed on: returned, bound, given, compared or operated with."""
    for node in program.nodes(ast.expr):
        is_read = isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
        if isinstance(program.parent(node), _HANDING_ON) and is_read and is_value(program, node):
            yield node
