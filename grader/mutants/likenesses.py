"""Mutants of calls and slices that look like others: another function of its family, an argument forgotten or
exchanged, the other end of a slice, the other axis of an index.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator

from grader.mutants.program import Change, Program, called, keyword, number, shortened
from grader.mutants.statements import DECORATION

_FAMILIES = (
    ("max_pool2d", "avg_pool2d"),
    ("MaxPool2d", "AvgPool2d"),
    ("repeat", "repeat_interleave"),
    ("cumsum", "cumprod"),
    ("mse_loss", "l1_loss"),
    ("MSELoss", "L1Loss"),
    ("SGD", "Adam"),
    ("ReLU", "Sigmoid", "Tanh"),
    ("maximum", "minimum"),
    ("log", "log2", "log10"),
    ("sin", "cos"),
    ("floor", "ceil", "round"),
    ("rot90", "flip"),
)
_FORGOTTEN = ("momentum", "descending", "weight_decay", "reverse", "bias")


def families(program: Program) -> Iterator[Change]:
    """Another function of the same family."""
    for call in program.nodes(ast.Call):
        name = called(call)
        for family in _FAMILIES:
            if name in family:
                yield from (program.rename(call, other) for other in family if other != name)


def forgotten(program: Program) -> Iterator[Change]:
    """An argument that changes what a call does, left out."""
    for call in program.nodes(ast.Call):
        for name in _FORGOTTEN:
            given = keyword(call, name)
            if given is not None:
                yield program.without(call, given, program.text(given))


def layers(program: Program) -> Iterator[Change]:
    """One of several calls that are passed on together, such as a layer, left out."""
    for call in program.nodes(ast.Call):
        if len(call.args) > 2 and all(isinstance(argument, ast.Call) for argument in call.args):
            for argument in call.args:
                if isinstance(argument, ast.Call):
                    yield program.without(call, argument, called(argument))


def filters(program: Program) -> Iterator[Change]:
    """A condition on the items that a comprehension goes through, left out."""
    for loop in program.nodes(ast.comprehension):
        for condition in loop.ifs:
            word = program.code.rindex("if", 0, program.start(condition))
            end = program.behind_brackets(word, program.end(condition))
            start = len(program.code[:word].rstrip())
            yield Change(start, end, "", shortened(program.code[word:end]), "", word)


def bounds(program: Program) -> Iterator[Change]:
    """The upper bound for the lower, or the other way round."""
    for call in program.nodes(ast.Call):
        for name, other in (("min", "max"), ("max", "min")):
            given = keyword(call, name)
            if given is not None and keyword(call, other) is None:
                text = f"{other}={program.text(given.value)}"
                yield program.put(given, text, program.text(given), text)


def exchanged(program: Program) -> Iterator[Change]:
    """Two numbers or names that follow each other in a call or a list, exchanged."""
    same = {
        id(target)
        for node in program.nodes(ast.Assign)
        if _is_repeated(node.value)
        for target in node.targets
    }
    for node in program.nodes(ast.expr):
        for left, right in itertools.pairwise(_ordered(node) if id(node) not in same else ()):
            if isinstance(left, (ast.Name, ast.Constant)) and isinstance(right, (ast.Name, ast.Constant)):
                start, end = program.start(left), program.end(right)
                between = program.code[program.end(left) : program.start(right)]
                text = f"{program.text(right)}{between}{program.text(left)}"
                yield Change(start, end, text, program.code[start:end], text, start)


def _is_repeated(value: ast.expr) -> bool:
    """Whether it is one and the same expression several times, so that it is no matter which name gets which."""
    return isinstance(value, ast.Tuple) and len({ast.dump(part) for part in value.elts}) == 1


def _ordered(node: ast.expr) -> list[ast.expr]:
    """The parts whose order matters: the arguments of a call, unless it only shows them, and what is in a list."""
    if isinstance(node, ast.Call):
        return [] if called(node) in DECORATION else node.args
    return node.elts if isinstance(node, (ast.List, ast.Tuple)) else []


def ends(program: Program) -> Iterator[Change]:
    """A bound of a slice forgotten, or counted from the other end."""
    for node in program.nodes(ast.Slice):
        for bound, before in ((node.lower, False), (node.upper, True)):
            if bound is None:
                continue
            other = node.upper if not before else node.lower
            if other is not None:
                yield program.put(bound, "", _slice(program, node), _slice(program, node, without=bound))
            value = number(bound)
            if isinstance(value, int) and value and node.step is None and other is None:
                start, end = program.start(node), program.end(node)
                text = f":{-value}" if not before else f"{-value}:"
                yield Change(start, end, text, program.code[start:end], text, start)


def axes(program: Program) -> Iterator[Change]:
    """An index that leaves out the `:` before it, and so counts along the first dimension."""
    for node in program.nodes(ast.Subscript):
        if isinstance(node.slice, ast.Tuple) and len(node.slice.elts) > 1:
            first, second = node.slice.elts[:2]
            if isinstance(first, ast.Slice) and first.lower is first.upper is first.step is None:
                start, end = program.start(first), program.start(second)
                found = program.text(node.slice)
                yield Change(start, end, "", found, program.code[end : program.end(node.slice)], start)


def _slice(program: Program, node: ast.Slice, without: ast.expr | None = None) -> str:
    lower, upper = (
        "" if part is None or part is without else program.text(part) for part in (node.lower, node.upper)
    )
    return f"{lower}:{upper}"
