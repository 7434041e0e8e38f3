"""Repairs of a learner's program: one change each, of which one may make it right.

What kinds of slips turn back is tried, and what else one change can do; calls, arguments and numbers that are added
come from the solution. Torch-free, as all of this package.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Callable, Iterator

from grader.mutants.arithmetic import SIGNS, operations, put_sign
from grader.mutants.program import Change, Program, called, keyword, number, shortened
from grader.mutants.statements import DECORATION

Repair = Callable[[Program, Program], Iterator[Change]]
"""A kind of repair: all changes of that kind to a program, given the solution."""

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
)
"""What is forgotten in any program."""
_NUMBERS = (0, 1, -1, 2)
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


def returned(program: Program, _: Program) -> Iterator[Change]:
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
                text = f"\n{_indent(program, function.body[0])}return {name}"
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


def dropped(program: Program, _: Program) -> Iterator[Change]:
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
        start, end = program.start(negated), program.start(negated.operand)
        yield Change(start, end, "", program.code[start:end].strip(), "", start)
    for statement in program.nodes(ast.stmt):
        if isinstance(statement, (ast.Assign, ast.AugAssign, ast.Expr)):
            yield program.put(statement, "pass", shortened(program.text(statement)), "")


_LONG = 8
"""Arguments beyond which a call is left as it is."""


def names(program: Program, _: Program) -> Iterator[Change]:
    """Another of the function's names."""
    for function in program.nodes(ast.FunctionDef):
        known = list(_bound(function))
        for node in ast.walk(function):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in known:
                for other in known:
                    if other != node.id:
                        yield program.put(node, other, node.id, other)


def steps(program: Program, model: Program) -> Iterator[Change]:
    """A step of the solution that stands on a line of its own, before any statement."""
    wanted = dict.fromkeys(
        model.text(node)
        for node in model.nodes(ast.Expr)
        if isinstance(node.value, ast.Call) and called(node.value) not in DECORATION
    )
    there = {node.id for node in program.nodes(ast.Name)} | {node.arg for node in program.nodes(ast.arg)}
    known = [text for text in wanted if re.split(r"\W", text, maxsplit=1)[0] in there]
    for block in _blocks(program):
        for statement in block if known else ():
            if not isinstance(statement, (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)):
                start = program.start(statement)
                for text in known:
                    yield Change(start, start, f"{text}\n{_indent(program, statement)}", "", text, start)


def moved(program: Program, _: Program) -> Iterator[Change]:
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


def calls(program: Program, model: Program) -> Iterator[Change]:
    """A call of another name that the solution calls."""
    known = {called(call): program_is_method for call, program_is_method in _called(model)}
    for call, is_method in _called(program):
        for name, other in known.items():
            if other == is_method and name != called(call):
                yield program.rename(call, name)


def _called(program: Program) -> Iterator[tuple[ast.Call, bool]]:
    """The calls that have a name of more than one part, and whether each is a method's."""
    return (
        (call, program.is_method(call))
        for call in program.nodes(ast.Call)
        if isinstance(call.func, ast.Attribute)
    )


def arguments(program: Program, model: Program) -> Iterator[Change]:
    """An argument more, or another, as the solution gives it to the same call."""
    for call in program.nodes(ast.Call):
        for like in model.nodes(ast.Call):
            if called(like) != called(call) or not called(call):
                continue
            for given in like.keywords:
                own = keyword(call, given.arg) if given.arg else None
                if own is not None and _is_plain(model, given.value):
                    yield program.put(own, model.text(given), program.text(own), model.text(given))
                elif own is None and given.arg and _is_plain(model, given.value):
                    yield program.with_argument(call, model.text(given))
        for text in _ARGUMENTS.get(called(call), ()):
            if keyword(call, text.partition("=")[0]) is None:
                yield program.with_argument(call, text)
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


def numbers(program: Program, model: Program) -> Iterator[Change]:
    """Another number or constant: one of the solution's, or a small number."""
    known = dict.fromkeys(model.text(node) for node in model.nodes(ast.expr) if _is_constant(model, node))
    for node in program.nodes(ast.expr):
        if not _is_constant(program, node):
            continue
        old = number(node)
        for text in dict.fromkeys((*known, *map(str, _NUMBERS if old is not None else ()))):
            if text != program.text(node):
                put = f"({text})" if text.startswith("-") else text
                yield program.put(node, put, shortened(program.text(node)), shortened(text))


def _is_constant(program: Program, node: ast.expr) -> bool:
    """Whether something stands for one value: a number, `float("inf")`, `torch.float32`, True."""
    parent = program.parent(node)
    if isinstance(parent, ast.UnaryOp) and number(parent) is not None:
        return False
    if isinstance(node, ast.Call):
        return called(node) == "float" and bool(node.args) and isinstance(node.args[0], ast.Constant)
    if isinstance(node, ast.Attribute):
        is_whole = not isinstance(parent, (ast.Attribute, ast.Call)) or node in getattr(parent, "args", ())
        return is_whole and program.root(node) in program.modules
    return number(node) is not None or (isinstance(node, ast.Constant) and isinstance(node.value, bool))


def signs(program: Program, model: Program) -> Iterator[Change]:
    """Another operator that the solution has."""
    known = dict.fromkeys(sign for _, sign in operations(model))
    for node, sign in operations(program):
        for other in known:
            if other != sign:
                yield put_sign(program, node, sign, other)


def brackets(program: Program, _: Program) -> Iterator[Change]:
    """Two operations one after the other grouped the other way round."""
    for outer, sign in operations(program):
        left, _at, right = program.sides(outer, sign)
        for inner, side in ((outer.left, left), (outer.right, right)):
            inner_sign = SIGNS.get(type(inner.op)) if isinstance(inner, ast.BinOp) else None
            if not isinstance(inner, ast.BinOp) or inner_sign is None or program.text(inner) != side:
                continue
            first, _at, last = program.sides(inner, inner_sign)
            text = (
                f"{first} {inner_sign} ({last} {sign} {right})"
                if inner is outer.left
                else f"({left} {sign} {first}) {inner_sign} {last}"
            )
            yield program.put(outer, text, shortened(program.text(outer)), shortened(text))


def ranges(program: Program, _: Program) -> Iterator[Change]:
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


def missing(program: Program, model: Program) -> Iterator[Change]:
    """A call or an attribute more, after any value: one of the solution's, or what is forgotten in any program."""
    suffixes = dict.fromkeys((*_suffixes(model), *_SUFFIXES))
    wrappers = dict.fromkeys(_wrappers(model))
    for node in _values(program):
        text, found = program.factor(node), shortened(program.text(node))
        for suffix in suffixes:
            yield program.put(node, f"{text}{suffix}", found, f"{text}{suffix}")
        for before, after in wrappers:
            yield program.put(node, f"{before}{program.text(node)}{after}", found, before)
        yield program.put(node, f"-{text}", found, "-")


def _values(program: Program) -> Iterator[ast.expr]:
    """Where a value is handed on: returned, bound, given or operated with."""
    for node in program.nodes(ast.expr):
        parent = program.parent(node)
        is_called = isinstance(parent, ast.Call) and parent.func is node
        is_kept = isinstance(
            parent, (ast.Return, ast.Assign, ast.AugAssign, ast.Call, ast.BinOp, ast.Attribute)
        )
        is_read = isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
        is_module = isinstance(node, (ast.Name, ast.Attribute)) and program.root(node) in program.modules
        if isinstance(node, _LASTING) and is_kept and is_read and not is_called and not is_module:
            yield node


def _suffixes(model: Program) -> Iterator[str]:
    """Methods and attributes of the solution with their arguments, as far as these are plain."""
    for call in model.nodes(ast.Call):
        given = (*call.args, *(one.value for one in call.keywords))
        is_plain = all(_is_plain(model, one) for one in given)
        if isinstance(call.func, ast.Attribute) and model.is_method(call) and is_plain:
            yield model.code[model.end(call.func.value) : model.end(call)].strip()
    for node in model.nodes(ast.Attribute):
        parent = model.parent(node)
        is_called = isinstance(parent, ast.Call) and parent.func is node
        if model.root(node) not in model.modules and not is_called and isinstance(node.ctx, ast.Load):
            yield f".{node.attr}"
    for subscript in model.nodes(ast.Subscript):
        if all(_is_plain_part(model, part) for part in ast.walk(subscript.slice)):
            yield model.code[model.end(subscript.value) : model.end(subscript)].strip()


def _is_plain_part(model: Program, node: ast.AST) -> bool:
    return not isinstance(node, ast.Name) or node.id in model.modules


def _wrappers(model: Program) -> Iterator[tuple[str, str]]:
    """Functions of the solution as what stands before and after their first argument."""
    for call in model.nodes(ast.Call):
        given = (*call.args[1:], *(one.value for one in call.keywords))
        if call.args and not model.is_method(call) and all(_is_plain(model, one) for one in given):
            first = call.args[0]
            start, end = model.start(call), model.end(call)
            yield model.code[start : model.start(first)], model.code[model.end(first) : end]


def _is_plain(model: Program, value: ast.expr) -> bool:
    """Whether a value names nothing of the program's own."""
    return all(_is_plain_part(model, node) for node in ast.walk(value))
