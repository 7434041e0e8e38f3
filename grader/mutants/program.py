"""A program as text and tree at once: what kinds of mutants look at, and how they say what they change.

Changes replace stretches of the text, so that the lines of everything else stay what they were.
"""

from __future__ import annotations

import ast
import bisect
import io
import itertools
import re
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

LONGEST = 40
"""Characters of a piece of code that are told."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
"""A line as Python counts them; other signs that end lines elsewhere do not here."""

Node = TypeVar("Node", bound=ast.AST)
Positioned = ast.expr | ast.stmt | ast.keyword


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of a program's text replaced by another."""

    start: int
    """Offset of the first character replaced."""
    end: int
    """Offset behind the last."""
    text: str
    """What stands there afterwards."""
    found: str
    """The operation as it is, in a few characters; empty where one is added."""
    instead: str
    """The operation as it becomes; empty where one is dropped."""
    anchor: int
    """Offset of the operation that is spoken of."""


Finder = Callable[["Program"], Iterator[Change]]
"""A kind of mutant: all changes of that kind that a program allows."""


@dataclass(slots=True)
class _Bracket:
    """A pair of brackets."""

    opens: int
    commas: list[int] = field(default_factory=list)


class Program:
    """Text, tree and tokens of a program.

    Raises:
        SyntaxError, ValueError: the text is no Python.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self.tree = ast.parse(code)
        self._lines = _LINE.findall(code)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))
        self._parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}
        self._nodes = list(_outside_texts(self.tree))
        self._operators: list[tuple[int, str]] = []
        self._brackets: dict[int, _Bracket] = {}
        self._read_tokens()
        self.modules = {(name.asname or name.name).split(".")[0] for name in self.nodes(ast.alias)}
        """Names that imports have bound."""

    def nodes(self, kind: type[Node]) -> Iterator[Node]:
        """All nodes of a kind, but those inside of formatted text, whose places Python does not tell."""
        return (node for node in self._nodes if isinstance(node, kind))

    def parent(self, node: ast.AST) -> ast.AST | None:
        """What holds a node."""
        return self._parents.get(node)

    def start(self, node: Positioned) -> int:
        """Offset of a node's first character."""
        return self._offset(node.lineno, node.col_offset)

    def end(self, node: Positioned) -> int:
        """Offset behind a node's last character."""
        return self._offset(node.end_lineno or node.lineno, node.end_col_offset or 0)

    def text(self, node: Positioned) -> str:
        """A node as it is written, less parentheses around it."""
        return self.code[self.start(node) : self.end(node)]

    def behind_brackets(self, start: int, end: int) -> int:
        """Behind all brackets that close after a stretch of text and have opened within it."""
        while True:
            rest = self.code[end:]
            at = end + len(rest) - len(rest.lstrip())
            bracket = self._brackets.get(at)
            if bracket is None or bracket.opens < start:
                return end
            end = at + 1

    def factor(self, node: ast.expr) -> str:
        """A node as it can be written anywhere, in parentheses where it needs them."""
        text = self.text(node)
        return text if isinstance(node, (ast.Name, ast.Attribute, ast.Call, ast.Subscript)) else f"({text})"

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1."""
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def put(self, node: Positioned, text: str, found: str, instead: str) -> Change:
        """A node replaced."""
        start = self.start(node)
        return Change(start, self.end(node), text, found, instead, start)

    def sides(self, node: ast.BinOp, sign: str) -> tuple[str, int, str]:
        """What stands left of an operator, with parentheses, the operator's offset, and what stands right of it."""
        at = self.operator(self.end(node.left), sign)
        left = self.code[self.start(node) : at].rstrip()
        return left, at, self.code[at + len(sign) : self.end(node)].lstrip()

    def operator(self, offset: int, sign: str) -> int:
        """The offset of an operator, behind another offset."""
        return next(at for at, told in self._operators if at >= offset and told == sign)

    def arguments(self, call: ast.Call) -> list[tuple[ast.expr | ast.keyword, int, int]]:
        """The arguments in their order, with the stretches between the commas around them."""
        given: list[ast.expr | ast.keyword] = sorted([*call.args, *call.keywords], key=self.start)
        bracket = self._brackets[self.end(call) - 1]
        bounds = [bracket.opens, *bracket.commas, self.end(call) - 1]
        pieces = itertools.pairwise(bounds)
        return [(node, left + 1, right) for node, (left, right) in zip(given, pieces, strict=False)]

    def without(self, call: ast.Call, argument: ast.expr | ast.keyword, found: str) -> Change:
        """A call less one of its arguments."""
        pieces = self.arguments(call)
        position = next(i for i, (node, _, _) in enumerate(pieces) if node is argument)
        _, start, end = pieces[position]
        if position:
            start -= 1
        elif len(pieces) > 1:
            end = self.start(pieces[1][0])
        return Change(start, end, "", found, "", self.start(argument))

    def with_argument(self, call: ast.Call, text: str) -> Change:
        """A call with one argument more, at its end."""
        pieces = self.arguments(call)
        end = pieces[-1][2] if pieces else self.end(call) - 1
        return Change(end, end, f", {text}" if pieces else text, "", text, self.start(call))

    def is_method(self, call: ast.Call) -> bool:
        """Whether a call is one of a value's methods, not of a module's functions."""
        return isinstance(call.func, ast.Attribute) and not (
            isinstance(call.func.value, (ast.Name, ast.Attribute)) and self.root(call.func) in self.modules
        )

    def root(self, node: ast.expr) -> str | None:
        """The first name of a dotted one."""
        while isinstance(node, ast.Attribute):
            node = node.value
        return node.id if isinstance(node, ast.Name) else None

    def rename(self, call: ast.Call, name: str) -> Change:
        """A call of another name of the same module or value."""
        old = called(call)
        end = self.end(call.func)
        return Change(end - len(old), end, name, old, name, end - len(old))

    def bare(self, call: ast.Call) -> Change | None:
        """A method call or a function of one value, less the call; None for any other call."""
        if isinstance(call.func, ast.Attribute) and self.is_method(call):
            start = self.end(call.func.value)
            while self.code[start] != ".":
                start += 1
            return Change(start, self.end(call), "", f".{called(call)}()", "", start)
        if call.args and not isinstance(call.args[0], ast.Starred):
            return self.put(call, self.factor(call.args[0]), called(call), "")
        return None

    def _offset(self, line: int, column: int) -> int:
        """The offset of a place as Python's tree tells it: columns in bytes of UTF-8."""
        text = self._lines[line - 1] if line <= len(self._lines) else ""
        return self._starts[line - 1] + len(text.encode()[:column].decode(errors="ignore"))

    def _read_tokens(self) -> None:
        opened: list[_Bracket] = []
        for token in tokenize.generate_tokens(io.StringIO(self.code).readline):
            if token.type != tokenize.OP:
                continue
            at = self._starts[token.start[0] - 1] + token.start[1]
            self._operators.append((at, token.string))
            if token.string in "([{":
                opened.append(_Bracket(at))
            elif token.string in ")]}":
                self._brackets[at] = opened.pop()
            elif token.string == "," and opened:
                opened[-1].commas.append(at)


def called(call: ast.Call) -> str:
    """The last name of what is called; empty where it has none."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def keyword(call: ast.Call, name: str) -> ast.keyword | None:
    """The argument of a name."""
    return next((given for given in call.keywords if given.arg == name), None)


def number(node: ast.expr) -> int | float | None:
    """The number that stands there, with its sign; None for anything else."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = number(node.operand)
        return -inner if inner is not None else None
    is_number = isinstance(node, ast.Constant) and type(node.value) in (int, float)
    return node.value if is_number else None  # type: ignore[attr-defined]


def shortened(text: str) -> str:
    """A piece of code on one line of few characters."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _outside_texts(tree: ast.AST) -> Iterator[ast.AST]:
    """A node with all below it, in the order of the text; what is inside of formatted text is left out."""
    left = [tree]
    while left:
        node = left.pop()
        yield node
        if not isinstance(node, ast.JoinedStr):
            left += reversed(list(ast.iter_child_nodes(node)))
