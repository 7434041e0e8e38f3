"""Mutants of reductions: over which dimension, whether it stays, and what is made of the elements."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutants.program import Change, Program, called, keyword, number

REDUCTIONS = frozenset(
    {
        "sum",
        "mean",
        "max",
        "min",
        "prod",
        "amax",
        "amin",
        "argmax",
        "argmin",
        "std",
        "var",
        "median",
        "all",
        "any",
        "logsumexp",
        "norm",
    }
)
"""Calls that make fewer elements of many."""
ALONG = REDUCTIONS | frozenset(
    {
        "softmax",
        "log_softmax",
        "cumsum",
        "cumprod",
        "sort",
        "argsort",
        "stack",
        "cat",
        "concat",
        "unsqueeze",
        "squeeze",
        "flip",
    }
)
"""Calls that work along a dimension."""
_WITHOUT_DIM_FIRST = {"norm"}
"""Their first argument is something else."""
_OTHERS = {
    "sum": ("mean", "prod"),
    "mean": ("sum", "median"),
    "max": ("min", "argmax"),
    "min": ("max", "argmin"),
    "amax": ("amin", "argmax"),
    "amin": ("amax", "argmin"),
    "argmax": ("argmin", "amax"),
    "argmin": ("argmax", "amin"),
    "prod": ("sum",),
    "std": ("var",),
    "var": ("std",),
    "median": ("mean",),
    "all": ("any",),
    "any": ("all",),
}
_DIMS = (0, 1, -1)


def dims(program: Program) -> Iterator[Change]:
    """Another dimension, or none."""
    for call in program.nodes(ast.Call):
        given = _dim(program, call)
        if given is None:
            continue
        value = given.value if isinstance(given, ast.keyword) else given
        old = number(value)
        found = f"dim={program.text(value)}"
        for other in _DIMS if old is not None else ():
            if other != old:
                yield program.put(value, str(other), found, f"dim={other}")
        if called(call) in REDUCTIONS:
            yield program.without(call, given, found)


def _dim(program: Program, call: ast.Call) -> ast.expr | ast.keyword | None:
    """The argument that says along which dimension."""
    named = keyword(call, "dim")
    if named is not None or called(call) not in ALONG - _WITHOUT_DIM_FIRST:
        return named
    position = 0 if program.is_method(call) else 1
    return call.args[position] if position < len(call.args) else None


def keepdims(program: Program) -> Iterator[Change]:
    """`keepdim=True` dropped or added."""
    for call in program.nodes(ast.Call):
        kept = keyword(call, "keepdim")
        if kept is not None:
            yield program.without(call, kept, "keepdim=True")
        elif called(call) in REDUCTIONS and _dim(program, call) is not None:
            yield program.with_argument(call, "keepdim=True")


def reductions(program: Program) -> Iterator[Change]:
    """Another reduction."""
    for call in program.nodes(ast.Call):
        if isinstance(call.func, ast.Attribute) or called(call) in {"max", "min"}:
            for other in _OTHERS.get(called(call), ()):
                if other not in {"argmax", "argmin"} or isinstance(call.func, ast.Attribute):
                    yield program.rename(call, other)


def pairs(program: Program) -> Iterator[Change]:
    """The pair of values and indices that `max(dim)` gives, for one of the two; or the other of them."""
    other = {"values": "indices", "indices": "values"}
    for node in program.nodes(ast.Attribute):
        if node.attr in other:
            start = program.end(node) - len(node.attr)
            yield Change(start - 1, program.end(node), "", f".{node.attr}", "", start - 1)
            instead = other[node.attr]
            yield Change(start, program.end(node), instead, f".{node.attr}", f".{instead}", start - 1)


def corrections(program: Program) -> Iterator[Change]:
    """Which of n and n - 1 divides, left to the default."""
    for call in program.nodes(ast.Call):
        for name in ("correction", "unbiased"):
            given = keyword(call, name)
            if given is not None:
                yield program.without(call, given, program.text(given))
