"""What one change can make of a learner's program, and which changes are tried."""

from __future__ import annotations

import ast

import pytest

from grader.mutants import REPAIRS, repaired

IN_F = "def f(x, y):\n    {}"
REPAIRED = {
    "dropped": [
        ("y = x.sqrt().sum()", "y = x", "y = x.sum()"),
        ("y = a + b * 2", "y = a", "y = a + b"),
        ("y = x[0]", "y = x", "y = x"),
        ("y = f(a, b, k=1)", "y = f(a)", "y = f(a, b)"),
        ("a = 1\nb = 2", "b = 2", "pass\nb = 2"),
        ("y = -x", "y = x", "y = x"),
    ],
    "returned": [
        (IN_F.format("z = x + y\n    return z.abs().sum()"), "z", IN_F.format("z = x + y\n    return z")),
        (IN_F.format("z = x + y"), "z", IN_F.format("z = x + y\n    return z")),
        (IN_F.format("print(x + y)"), "z", IN_F.format("return x + y")),
    ],
    "argument": [
        ("y = x.sum()", "y = x.sum(dim=1)", "y = x.sum(dim=1)"),
        ("y = f(x, a=1)", "y = f(x, a=2)", "y = f(x, a=2)"),
        ("y = x.sort()", "y = x", "y = x.sort(descending=True)"),
        (
            IN_F.format("for i in range(len(x)): g(i)"),
            "z",
            IN_F.format("for i in range(0, len(x), y): g(i)"),
        ),
    ],
    "name": [(IN_F.format("return x + x"), "z", IN_F.format("return x + y"))],
    "call": [
        ("y = x.exp()", "y = x.cosh()", "y = x.cosh()"),
        ("y = torch.exp(x)", "y = torch.cosh(x)", "y = torch.cosh(x)"),
    ],
    "number": [
        ("y = x * 0.5", "y = x * 0.05", "y = x * 0.05"),
        ("y = x.fill_(0)", "y = x.fill_(float('-inf'))", "y = x.fill_(float('-inf'))"),
        ("y = x.to(torch.long)", "y = x.to(torch.float64)", "y = x.to(torch.float64)"),
        ("y = x[-2]", "y = x[1]", "y = x[1]"),
    ],
    "sign": [("y = a + b", "y = a @ b", "y = a @ b")],
    "brackets": [
        ("y = a - b / c", "", "y = (a - b) / c"),
        ("y = a / b - c", "", "y = a / (b - c)"),
        ("y = a + b + c / 3", "", "y = (a + b + c) / 3"),
    ],
    "range": [
        ("y = torch.arange(n)", "", "y = torch.arange(1, n + 1)"),
        ("for i in range(2, n): f(i)", "", "for i in range(1, n): f(i)"),
    ],
    "moved": [
        ("a()\nb()", "", "b()\na()"),
        ("t = 0\nfor i in x:\n    a()\n    t += 1", "", "for i in x:\n    t = 0\n    a()\n    t += 1"),
        ("for i in x:\n    t = 0\n    t += 1", "", "t = 0\nfor i in x:\n    t += 1"),
        ("for i in x:\n    t += 1\n    a()", "", "for i in x:\n    t += 1\na()"),
        ("for i in x:\n    t += 1\na()", "", "for i in x:\n    t += 1\n    a()"),
    ],
    "step": [
        (
            "for i in x:\n    o.step()",
            "o.zero_grad()\no.step()",
            "for i in x:\n    o.zero_grad()\n    o.step()",
        ),
    ],
    "missing": [
        ("y = x.sum(0)", "y = x.square().sum(0)", "y = x.square().sum(0)"),
        ("y = a + b", "y = torch.relu(a + b)", "y = torch.relu(a + b)"),
        ("y = x", "y = x[1:]", "y = x[1:]"),
        ("y = a @ b", "y = a", "y = a @ b.T"),
        ("y = x", "y = x", "y = -x"),
    ],
}


def of(code: str, solution: str) -> dict[str, str]:
    """The programs that changes make of one, with the kind of each."""
    made = repaired(f"import torch\n{code}\n", f"import torch\n{solution}\n")
    return {repair.code: repair.kind for repair in made}


def test_every_kind_is_tried() -> None:
    assert list(REPAIRED) == list(REPAIRS)


@pytest.mark.parametrize(
    ("kind", "code", "solution", "after"),
    [(kind, *one) for kind, several in REPAIRED.items() for one in several],
)
def test_a_change_is_made(kind: str, code: str, solution: str, after: str) -> None:
    meaning = ast.dump(ast.parse(f"import torch\n{after}\n"))
    kinds = [kind for text, kind in of(code, solution).items() if _meaning(text) == meaning]
    assert kinds, sorted(of(code, solution))
    others = {"range": {"constant"}, "argument": {"dim"}, "sign": {"operator"}, "missing": {"transposed"}}
    assert {*kinds} <= {kind, *others.get(kind, ())}


def _meaning(code: str) -> str | None:
    try:
        return ast.dump(ast.parse(code))
    except SyntaxError:
        return None


def test_a_change_can_be_made_in_all_places_at_once() -> None:
    assert (
        of("y = x.sum(dim=0) + w.sum(dim=0)", "y = x")["import torch\ny = x.sum(dim=1) + w.sum(dim=1)\n"]
        == "dim"
    )


def test_what_is_no_name_of_the_learners_is_not_brought_in() -> None:
    assert not [
        code for code in of("y = x.sum()", "y = (x * weights).sum(dim=k)") if "weights" in code or "k" in code
    ]
