"""What a program's text uses, and rules about it: dotted names resolved through imports and aliases, and syntax.

Facts are gathered by a worker before it runs anything of the learner's (a nest of brackets can kill the parser);
rules are judged by the app. Names are compared by the operation they stand for: `a @ b`, `a.matmul(b)` and
`torch.matmul(a, b)` are one. Other operators (`+` may add numbers) are left to the trace of calls, which backs all of
this up. It is policy, not security.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from course.model import SourceRule

METHOD = "torch.Tensor."
_SYNTAX: dict[str, tuple[type[ast.AST], ...]] = {
    "for": (ast.For, ast.AsyncFor),
    "while": (ast.While,),
    "comprehension": (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
    "if": (ast.If, ast.IfExp),
    "lambda": (ast.Lambda,),
    "def": (ast.FunctionDef, ast.AsyncFunctionDef),
    "class": (ast.ClassDef,),
    "try": (ast.Try,),
    "with": (ast.With, ast.AsyncWith),
    "import": (ast.Import, ast.ImportFrom),
    "del": (ast.Delete,),
    "assert": (ast.Assert,),
}
_SYNONYMS = {
    "absolute": "abs",
    "concat": "cat",
    "concatenate": "cat",
    "multiply": "mul",
    "subtract": "sub",
    "divide": "div",
    "true_divide": "div",
    "negative": "neg",
    "greater": "gt",
    "greater_equal": "ge",
    "less": "lt",
    "less_equal": "le",
    "not_equal": "ne",
    "__matmul__": "matmul",
    "__add__": "add",
    "__sub__": "sub",
    "__mul__": "mul",
    "__truediv__": "div",
    "__pow__": "pow",
    "clip": "clamp",
    "swapaxes": "transpose",
    "swapdims": "transpose",
    "moveaxis": "movedim",
    "arccos": "acos",
    "arcsin": "asin",
    "arctan": "atan",
    "expit": "sigmoid",
    "vsplit": "split",
    "MaxPool2d": "max_pool2d",
    "CrossEntropyLoss": "cross_entropy",
    "MSELoss": "mse_loss",
    "NLLLoss": "nll_loss",
}
_LAYER_CALLS = {
    "Softmax": "softmax",
    "ReLU": "relu",
    "Sigmoid": "sigmoid",
    "Tanh": "tanh",
    "LogSoftmax": "log_softmax",
}


@dataclass(frozen=True, slots=True)
class Use:
    """One thing that a program uses."""

    name: str
    """A resolved dotted name, or a word of syntax."""
    line: int
    """From 1; 0 when it was seen as a call at run time and has no line."""
    kind: Literal["name", "syntax", "call"]


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that the program breaks."""

    rule: Literal["forbid", "require"]
    name: str
    """As the author wrote it."""
    line: int | None
    """Where the forbidden thing stands; None when it was seen only in the trace, or is missing."""


def gather(code: str) -> list[Use]:
    """The uses in a program.

    Raises:
        SyntaxError, ValueError, RecursionError, MemoryError: it cannot be parsed.
    """
    tree = ast.parse(code)
    visitor = _Uses(_own_methods(tree))
    visitor.visit(tree)
    return visitor.uses


def unfinished_lines(code: str) -> list[int]:
    """Lines that still hold a bare `...` as a value, an argument or a statement."""
    tree = ast.parse(code)
    gaps = []
    for node in ast.walk(tree):
        value = getattr(node, "value", None)
        if isinstance(node, (ast.Assign, ast.AnnAssign, ast.Return)) and _is_ellipsis(value):
            gaps.append(node.lineno)
        elif isinstance(node, ast.Call):
            gaps += [argument.lineno for argument in node.args if _is_ellipsis(argument)]
        elif isinstance(node, ast.Expr) and _is_ellipsis(node.value):
            gaps.append(node.lineno)
    return sorted(set(gaps))


def called_names(code: str) -> list[str]:
    """Names that an expression or a program calls as functions, in its order."""
    calls = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))
    return [node.func.id for node in calls if isinstance(node.func, ast.Name)]


def breaches(rule: SourceRule, uses: Iterable[Use]) -> list[Breach]:
    """What of the rule the uses break, in the order of the rule."""
    uses = list(uses)
    found = []
    for name in rule.forbid:
        hits = [
            use
            for use in uses
            if _stands_for(use, name) and not any(_stands_for(use, free) for free in rule.allow)
        ]
        if any(_is_proof(use, name) for use in hits):
            lines = [use.line for use in hits if use.line]
            found.append(Breach("forbid", name, min(lines) if lines else None))
    found += [
        Breach("require", name, None)
        for name in rule.require
        if not any(_stands_for(use, name) for use in uses)
    ]
    return found


def _is_proof(use: Use, name: str) -> bool:
    """Whether a use alone shows that a rule is broken: `.max` on anything may be no tensor's, until a call is seen."""
    return use.kind == "call" or name.startswith(METHOD) or not use.name.startswith(METHOD)


def names_torch(rule: SourceRule) -> bool:
    """Whether a trace of torch calls can say anything about the rule."""
    return any(name.startswith("torch.") for name in (*rule.forbid, *rule.require))


@lru_cache(maxsize=16)
def free_names(code: str) -> frozenset[str]:
    """The names that a probe reads without binding them itself."""
    tree = ast.parse(code)
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    bound = {node.id for node in names if not isinstance(node.ctx, ast.Load)}
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            bound |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            bound.add(node.name)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            bound.add(node.name)
    return frozenset({node.id for node in names if isinstance(node.ctx, ast.Load)} - bound)


def _own_methods(tree: ast.AST) -> set[str]:
    """The methods of the program's own classes, which may be meant wherever one of their names stands after a dot."""
    return {
        item.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for item in node.body
        if isinstance(item, ast.FunctionDef)
    }


def _is_ellipsis(node: Any) -> bool:
    return isinstance(node, ast.Constant) and node.value is Ellipsis


def _stands_for(use: Use, name: str) -> bool:
    if use.kind == "syntax" or name in _SYNTAX:
        return use.kind == "syntax" and use.name == name
    if name.endswith(".*"):
        return use.name.startswith(name[:-1])
    if use.name == name:
        return True
    if name.startswith(METHOD) and not use.name.startswith(METHOD):
        return False
    return (
        use.name.startswith("torch.") and name.startswith("torch.") and operation(use.name) == operation(name)
    )


def operation(name: str) -> str:
    """The operation behind a torch name: namespace, in-place form and synonyms taken away."""
    last = name.rsplit(".", 1)[-1]
    if last.endswith("_") and not last.startswith("__"):
        last = last.rstrip("_")
    elif last.startswith("__i") and last.endswith("__"):
        last = "__" + last[3:]
    return _LAYER_CALLS.get(last, _SYNONYMS.get(last, last))


class _Uses(ast.NodeVisitor):
    """Walks a program in source order and resolves names through the imports and aliases seen so far."""

    def __init__(self, own_methods: set[str]) -> None:
        self.uses: list[Use] = []
        self._own_methods = own_methods
        self._aliases: dict[str, str] = {}

    def visit(self, node: ast.AST) -> None:
        for word, kinds in _SYNTAX.items():
            if isinstance(node, kinds):
                self.uses.append(Use(word, getattr(node, "lineno", 0), "syntax"))
        super().visit(node)

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self._aliases[alias.asname or alias.name.split(".")[0]] = (
                alias.name if alias.asname else alias.name.split(".")[0]
            )
            self._use(alias.name, node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            name = f"{node.module or ''}.{alias.name}"
            self._aliases[alias.asname or alias.name] = name
            self._use(name, node)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        name = self._resolve(node.value)
        for target in node.targets:
            if isinstance(target, ast.Name):
                self._aliases.pop(target.id, None)
                if name and name.split(".")[0] in self._aliases.values():
                    self._aliases[target.id] = name
            else:
                self.visit(target)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        name = self._resolve(node)
        if name is not None:
            self._use(name, node)
            return
        self.visit(node.value)
        own = isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
        if not own and node.attr not in self._own_methods:
            self._use(METHOD + node.attr, node)

    def visit_Name(self, node: ast.Name) -> None:
        self._use(self._aliases.get(node.id, node.id), node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if isinstance(node.op, ast.MatMult):
            self._use("torch.matmul", node)
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.op, ast.MatMult):
            self._use("torch.matmul", node)
        self.generic_visit(node)

    def _use(self, name: str, node: ast.AST) -> None:
        self.uses.append(Use(name, getattr(node, "lineno", 0), "name"))

    def _resolve(self, node: ast.AST) -> str | None:
        """The dotted name of a chain of attributes that starts at an import or an alias of one."""
        if isinstance(node, ast.Name):
            return self._aliases.get(node.id)
        if isinstance(node, ast.Attribute):
            root = self._resolve(node.value)
            return None if root is None else f"{root}.{node.attr}"
        return None
