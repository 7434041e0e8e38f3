"""Repairs of a learner's program: one change each, of which one may make it right.

They go beside the kinds of slips that turn themselves back. What is added is what is forgotten in any program: nothing
comes from the solution, for these programs run in a learner's worker, which must never hold a piece of it.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Callable, Iterator, Sequence

from grader.mutants.arithmetic import SIGNS, operations, put_sign
from grader.mutants.program import Change, Program, called, keyword, number, shortened
from grader.mutants.reductions import ALONG, REDUCTIONS

_SIMPLE = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr, ast.Return)
_LOOPS = (ast.For, ast.While)
_LASTING = (ast.Call, ast.BinOp, ast.Attribute, ast.Subscript, ast.UnaryOp, ast.Compare, ast.Name)
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
_OPERATORS = ("+", "-", "*", "/", "@", "**")
_NETWORKS = ("net", "model", "network")
"""Names that mostly stand for a network."""
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


def returned(program: Program) -> Iterator[Change]:
    """Something that is known on the way handed on: a part of what is, an earlier name, or what was only printed."""
    for told in program.nodes(ast.Return):
        for part in _parts(program, told.value) if told.value is not None else ():
            yield program.put(told.value or part, program.text(part), shortened(program.text(part)), "return")
    for function in program.nodes(ast.FunctionDef):
        names = list(_bound(function))
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
                before = "; " if is_inline else f"\n{_indent(program, function.body[0])}"
                text = f"{before}return {name}"
                yield Change(end, end, text, name, "return", program.start(last))


def _parts(program: Program, value: ast.expr) -> Iterator[ast.expr]:
    """What a value is made of, with the value itself left out; no function or module, and no plain number."""
    for node in ast.walk(value):
        parent = program.parent(node)
        is_called = isinstance(parent, ast.Call) and parent.func is node
        is_module = isinstance(node, (ast.Name, ast.Attribute)) and program.root(node) in program.modules
        if isinstance(node, _LASTING) and node is not value and not is_called and not is_module:
            yield node


def _given(function: ast.FunctionDef) -> Iterator[str]:
    """The parameters of a function."""
    given = function.args
    return (argument.arg for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs))


def _bound(function: ast.FunctionDef) -> Iterator[str]:
    """The names of a function: what it is given, and what it binds."""
    yield from _given(function)
    stored = (node for node in ast.walk(function) if isinstance(node, ast.Name))
    yield from dict.fromkeys(node.id for node in stored if isinstance(node.ctx, ast.Store))


def dropped(program: Program) -> Iterator[Change]:
    """An operation, an argument or a statement less."""
    for call in program.nodes(ast.Call):
        bare = program.bare(call)
        if bare is not None:
            yield Change(bare.start, bare.end, bare.text, f"{called(call)}(...)", "", bare.anchor)
        given_more: list[ast.expr | ast.keyword] = [*call.keywords, *call.args[1 - program.is_method(call) :]]
        for given in given_more:
            if len(call.args) + len(call.keywords) <= _LONG and not isinstance(given, ast.Starred):
                yield program.without(call, given, shortened(program.text(given)))
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


_LONG = 8
"""Arguments beyond which a call is left as it is."""
_MOST_PAIRED = 8
"""Calls, or factors, of which every two are exchanged."""


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


def exchanged(program: Program) -> Iterator[Change]:
    """Two parameters, two calls or two factors of a function in each other's place."""
    for function in program.nodes(ast.FunctionDef):
        nodes = [node for node in ast.walk(function) if isinstance(node, ast.expr)]
        for one, other in itertools.combinations(_given(function), 2):
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


def names(program: Program) -> Iterator[Change]:
    """Another of the function's names."""
    for function in program.nodes(ast.FunctionDef):
        known = list(_bound(function))
        for node in ast.walk(function):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in known:
                for other in known:
                    if other != node.id:
                        yield program.put(node, other, node.id, other)


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
    for block in _blocks(program) if wanted else ():
        for statement in block:
            if not isinstance(statement, (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)):
                start = program.start(statement)
                for text in wanted:
                    yield Change(start, start, f"{text}\n{_indent(program, statement)}", "", text, start)


def moved(program: Program) -> Iterator[Change]:
    """A statement one place further up or down, into a loop or out of it."""
    for block in _blocks(program):
        for first, second in itertools.pairwise(block):
            if isinstance(first, _SIMPLE) and isinstance(second, _SIMPLE):
                between = program.code[program.end(first) : program.start(second)]
                text = f"{program.text(second)}{between}{program.text(first)}"
                yield _rearranged(program, first, program.start(first), program.end(second), text)
            if isinstance(second, _LOOPS) and isinstance(first, _SIMPLE):
                yield _into_front(program, first, second)
            if isinstance(first, _LOOPS) and isinstance(second, _SIMPLE):
                end = program.end(first.body[-1])
                text = f"\n{_indent(program, first.body[0])}{program.text(second)}"
                yield _rearranged(program, second, end, program.end(second), text)
    loops: list[ast.For | ast.While] = [*program.nodes(ast.For), *program.nodes(ast.While)]
    for loop in loops:
        if len(loop.body) > 1 and not loop.orelse:
            yield from _out_of(program, loop)


def _blocks(program: Program) -> Iterator[list[ast.stmt]]:
    yield program.tree.body
    for node in program.nodes(ast.stmt):
        for name in ("body", "orelse"):
            if isinstance(getattr(node, name, None), list):
                yield getattr(node, name)


def _into_front(program: Program, statement: ast.stmt, loop: ast.For | ast.While) -> Change:
    """A statement before a loop as the first of it."""
    inside = program.start(loop.body[0])
    head = program.code[program.start(loop) : inside]
    text = f"{head}{program.text(statement)}\n{_indent(program, loop.body[0])}"
    return _rearranged(program, statement, program.start(statement), inside, text)


def _out_of(program: Program, loop: ast.For | ast.While) -> Iterator[Change]:
    """The first statement of a loop before it, and the last one after it."""
    first, second, before, last = (*loop.body[:2], *loop.body[-2:])
    indent = _indent(program, loop)
    if isinstance(first, _SIMPLE):
        start = program.start(loop)
        head = program.code[start : program.start(first)]
        text = f"{program.text(first)}\n{indent}{head}"
        yield _rearranged(program, first, start, program.start(second), text)
    if isinstance(last, _SIMPLE):
        text = f"\n{indent}{program.text(last)}"
        yield _rearranged(program, last, program.end(before), program.end(last), text)


def _rearranged(program: Program, statement: ast.stmt, start: int, end: int, text: str) -> Change:
    found = shortened(program.text(statement))
    return Change(start, end, text, found, found, program.start(statement))


def _indent(program: Program, statement: ast.stmt) -> str:
    """What stands before a statement on its line, less code before it."""
    start = program.start(statement)
    before = program.code[program.code.rfind("\n", 0, start) + 1 : start]
    return before if not before.strip() else " " * 4


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
        name for function in program.nodes(ast.FunctionDef) for name in _given(function)
    ):
        found = program.text(call)
        yield program.put(call, f"range({start}{text}, {name})", shortened(found), f"range(..., {name})")


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
        for other in _OPERATORS:
            if other != sign:
                yield put_sign(program, node, sign, other)


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
    """Where a value is handed on: returned, bound, given or operated with."""
    for node in program.nodes(ast.expr):
        parent = program.parent(node)
        is_called = isinstance(parent, ast.Call) and parent.func is node
        is_kept = isinstance(
            parent, (ast.Return, ast.Assign, ast.AugAssign, ast.Call, ast.BinOp, ast.Attribute, ast.Compare)
        )
        is_read = isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
        is_module = isinstance(node, (ast.Name, ast.Attribute)) and program.root(node) in program.modules
        if isinstance(node, _LASTING) and is_kept and is_read and not is_called and not is_module:
            yield node
