"""Mutants of training and gradients: the graph, the optimiser's steps, modules and their mode."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutants.program import Change, Program, called, keyword, shortened

_BOTH = frozenset(
    {
        "add",
        "sub",
        "mul",
        "div",
        "clamp",
        "relu",
        "abs",
        "neg",
        "exp",
        "sqrt",
        "pow",
        "sigmoid",
        "tanh",
        "squeeze",
        "unsqueeze",
    }
)
"""Methods that exist with and without an underscore."""
_LOSSES = {
    "cross_entropy": "softmax(-1)",
    "CrossEntropyLoss": "softmax(-1)",
    "binary_cross_entropy_with_logits": "sigmoid()",
    "BCEWithLogitsLoss": "sigmoid()",
}
"""Losses of raw scores, with what is put before them by mistake."""


def in_places(program: Program) -> Iterator[Change]:
    """An underscore added or dropped; `x += y` for `x = x + y`, and the reverse."""
    for call in program.nodes(ast.Call):
        name = called(call)
        if program.is_method(call) and name.removesuffix("_") in _BOTH:
            yield program.rename(call, name.removesuffix("_") if name.endswith("_") else f"{name}_")
    for node in program.nodes(ast.Assign):
        if _is_of_itself(node) and isinstance(node.value, ast.BinOp):
            target = program.text(node.targets[0])
            between = program.code[program.end(node.value.left) : program.end(node.value)].strip()
            sign = between[: 2 if between[:2] in {"**", "//"} else 1]
            text = f"{target} {sign}= {between[len(sign) :].strip()}"
            yield program.put(node, text, "=", f"{sign}=")
    for augmented in program.nodes(ast.AugAssign):
        target = program.text(augmented.target)
        sign = program.code[program.end(augmented.target) : program.start(augmented.value)].strip("( \t")
        text = f"{target} = {target} {sign[:-1]} ({program.text(augmented.value)})"
        yield program.put(augmented, text, sign, "=")


def _is_of_itself(node: ast.Assign) -> bool:
    """Whether a name gets what is computed of it on the left."""
    target = node.targets[0]
    left = getattr(node.value, "left", None)
    return (
        len(node.targets) == 1
        and isinstance(target, ast.Name)
        and isinstance(left, ast.Name)
        and target.id == left.id
    )


def detachments(program: Program) -> Iterator[Change]:
    """`detach` or `no_grad` dropped; in programs about gradients, a returned value detached."""
    for call in program.nodes(ast.Call):
        if called(call) == "detach" and (dropped := program.bare(call)) is not None:
            yield dropped
    for node in program.nodes(ast.With):
        context = node.items[0].context_expr
        if isinstance(context, ast.Call) and called(context) in {"no_grad", "inference_mode"}:
            start, end = program.start(node), program.end(context)
            yield Change(start, end, "if True", called(context), "", start)
    if "backward" in program.code or "requires_grad" in program.code:
        for told in program.nodes(ast.Return):
            if told.value is not None and not isinstance(told.value, (ast.Tuple, ast.Constant)):
                text = f"{program.factor(told.value)}.detach()"
                yield program.put(told.value, text, "", ".detach()")


def gradients(program: Program) -> Iterator[Change]:
    """`requires_grad` dropped."""
    for call in program.nodes(ast.Call):
        given = keyword(call, "requires_grad")
        if given is not None and not _is_false(given.value):
            yield program.without(call, given, "requires_grad=True")
        if called(call) != "requires_grad_" or any(map(_is_false, call.args)):
            continue
        if (dropped := program.bare(call)) is not None:
            yield Change(dropped.start, dropped.end, "", "requires_grad=True", "", dropped.anchor)


def _is_false(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def normalisations(program: Program) -> Iterator[Change]:
    """Scores made probabilities before a loss that does so itself."""
    bound = {
        program.text(node.targets[0]): called(node.value)
        for node in program.nodes(ast.Assign)
        if isinstance(node.value, ast.Call) and called(node.value) in _LOSSES
    }
    for call in program.nodes(ast.Call):
        made = called(call.func) if isinstance(call.func, ast.Call) else bound.get(program.text(call.func))
        before = _LOSSES.get(made or called(call))
        if before is not None and call.args:
            name = before.split("(")[0]
            yield program.put(call.args[0], f"{program.factor(call.args[0])}.{before}", "", name)


def resets(program: Program) -> Iterator[Change]:
    """Gradients not set to zero, or set to zero between `backward` and `step`."""
    for node in program.nodes(ast.Expr):
        if not _is_reset(node):
            continue
        yield program.put(node, "pass", "zero_grad", "")
        backward = _sibling(program, node, "backward")
        if backward is None:
            continue
        reset = program.text(node)
        if backward.lineno > node.lineno:
            start, end = program.start(node), program.end(backward)
            text = f"pass{program.code[program.end(node) : end]}; {reset}"
        else:
            start, end = program.end(backward), program.end(node)
            text = f"; {reset}{program.code[start : program.start(node)]}pass"
        yield Change(start, end, text, "zero_grad", "backward, zero_grad", program.start(node))


def _is_reset(node: ast.Expr) -> bool:
    call = node.value
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return False
    cleared = call.func.value
    of_a_gradient = isinstance(cleared, ast.Attribute) and cleared.attr == "grad"
    return call.func.attr == "zero_grad" or (call.func.attr == "zero_" and of_a_gradient)


def _sibling(program: Program, node: ast.stmt, name: str) -> ast.stmt | None:
    """The statement of the same block that calls a name by itself."""
    for other in getattr(program.parent(node), "body", []):
        if isinstance(other, ast.Expr) and isinstance(other.value, ast.Call) and called(other.value) == name:
            return other
    return None


def modes(program: Program) -> Iterator[Change]:
    """`train` for `eval`, and the reverse, or neither."""
    other = {"train": "eval", "eval": "train"}
    for node in program.nodes(ast.Expr):
        if isinstance(node.value, ast.Call) and called(node.value) in other and program.is_method(node.value):
            yield program.rename(node.value, other[called(node.value)])
            yield program.put(node, "pass", called(node.value), "")


def initialisations(program: Program) -> Iterator[Change]:
    """`super().__init__()` left out."""
    for node in program.nodes(ast.Expr):
        if isinstance(node.value, ast.Call) and called(node.value) == "__init__":
            yield program.put(node, "pass", "super().__init__()", "")


def module_lists(program: Program) -> Iterator[Change]:
    """A plain list for a `ModuleList`, which registers nothing."""
    for call in program.nodes(ast.Call):
        if called(call) in {"ModuleList", "ParameterList"}:
            yield program.put(call.func, "list", called(call), "list")


def hidden_edits(program: Program) -> Iterator[Change]:
    """A new value written through `.data`, where autograd does not see it."""
    methods: dict[type[ast.operator], str] = {
        ast.Mult: "mul_",
        ast.Add: "add_",
        ast.Sub: "sub_",
        ast.Div: "div_",
    }
    for node in program.nodes(ast.Assign):
        target, value = node.targets[0], node.value
        if not (isinstance(target, ast.Name) and isinstance(value, ast.BinOp) and type(value.op) in methods):
            continue
        if isinstance(value.left, ast.Name) and value.left.id == target.id:
            text = f"{target.id}.data.{methods[type(value.op)]}({program.text(value.right)})"
            yield program.put(node, text, shortened(program.text(node)), shortened(text))
