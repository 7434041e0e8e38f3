"""What one change can make of a learner's program, and which changes are tried."""

from __future__ import annotations

import ast

import pytest

from grader.mutants import REPAIRS, repaired

IN_F = "def f(x, y):\n    {}"
REPAIRED = {
    "dropped": [
        ("y = x.sqrt().sum()", "y = x.sum()"),
        ("y = a + b * 2", "y = a + b"),
        ("y = x[0]", "y = x"),
        ("y = f(a, b, k=1)", "y = f(a, b)"),
        ("a = 1\nb = 2", "pass\nb = 2"),
        ("y = -x", "y = x"),
    ],
    "returned": [
        (IN_F.format("z = x + y\n    return z.abs().sum()"), IN_F.format("z = x + y\n    return z")),
        (IN_F.format("z = x + y"), IN_F.format("z = x + y\n    return z")),
        (IN_F.format("print(x + y)"), IN_F.format("return x + y")),
    ],
    "argument": [
        ("y = x.sum()", "y = x.sum(dim=1)"),
        ("y = torch.stack(z)", "y = torch.stack(z, dim=1)"),
        ("y = x.sort()", "y = x.sort(descending=True)"),
        (IN_F.format("for i in range(len(x)): g(i)"), IN_F.format("for i in range(0, len(x), y): g(i)")),
    ],
    "kept": [("x.sort(dim=1)", "x = x.sort(dim=1).values"), ("x.relu()", "x = x.relu()")],
    "name": [(IN_F.format("return x + x"), IN_F.format("return x + y"))],
    "number": [
        ("y = x * 0.5", "y = x * 0.05"),
        ("y = x.masked_fill(m, 0)", "y = x.masked_fill(m, float('-inf'))"),
        ("y = x.to(torch.long, torch.int64)", "y = x.to(torch.long, torch.float64)"),
        ("y = x[-2]", "y = x[1]"),
    ],
    "sign": [("y = a + b", "y = a @ b")],
    "brackets": [
        ("y = a - b / c", "y = (a - b) / c"),
        ("y = a / b - c", "y = a / (b - c)"),
        ("y = a - b * c / d", "y = (a - b) * c / d"),
        ("y = f((a + b) / c - d)", "y = f((a + b) / (c - d))"),
        ("y = a + b + c / 3", "y = (a + b + c) / 3"),
    ],
    "nested": [
        ("y = x.mean().abs()", "y = x.abs().mean()"),
        ("y = torch.log(x.mean())", "y = torch.log(x).mean()"),
        ("y = torch.sqrt(torch.sum(x, 0))", "y = torch.sum(torch.sqrt(x), 0)"),
        ("y = 1 / x.mean()", "y = (1 / x).mean()"),
        ("y = (a - b).abs()", "y = (a - b.abs())"),
    ],
    "range": [
        ("y = torch.arange(n)", "y = torch.arange(1, n + 1)"),
        ("for i in range(2, n): f(i)", "for i in range(1, n): f(i)"),
    ],
    "moved": [
        ("a()\nb()", "b()\na()"),
        ("t = 0\nfor i in x:\n    a()\n    t += 1", "for i in x:\n    t = 0\n    a()\n    t += 1"),
        ("for i in x:\n    t = 0\n    t += 1", "t = 0\nfor i in x:\n    t += 1"),
        ("for i in x:\n    t += 1\n    a()", "for i in x:\n    t += 1\na()"),
        ("for i in x:\n    t += 1\na()", "for i in x:\n    t += 1\n    a()"),
    ],
    "step": [
        ("for i in x:\n    o.step()", "for i in x:\n    o.zero_grad()\n    o.step()"),
        ("def f(net, x):\n    return net(x)", "def f(net, x):\n    net.eval()\n    return net(x)"),
    ],
    "exchanged": [
        (IN_F.format("return x - y * x"), IN_F.format("return y - x * y")),
        (
            IN_F.format("return torch.sum(x) + torch.mean(y)"),
            IN_F.format("return torch.mean(x) + torch.sum(y)"),
        ),
        ("y = a * v + (1 - a) * w", "y = (1 - a) * v + a * w"),
    ],
    "missing": [
        ("y = x.sum(0)", "y = x.square().sum(0)"),
        ("y = x", "y = x[1:]"),
        ("y = a @ b", "y = a @ b.T"),
        ("y = x", "y = -x"),
    ],
}


def of(code: str) -> dict[str, str]:
    """The programs that changes make of one, with the kind of each."""
    return {repair.code: repair.kind for repair in repaired(f"import torch\n{code}\n")}


def test_every_kind_is_tried() -> None:
    assert list(REPAIRED) == list(REPAIRS)


@pytest.mark.parametrize(
    ("kind", "code", "after"), [(kind, *one) for kind, several in REPAIRED.items() for one in several]
)
def test_a_change_is_made(kind: str, code: str, after: str) -> None:
    meaning = ast.dump(ast.parse(f"import torch\n{after}\n"))
    kinds = {kind for text, kind in of(code).items() if _meaning(text) == meaning}
    others = {"range": {"constant"}, "missing": {"transposed"}, "number": {"constant"}}
    assert kinds
    assert kinds <= {kind, *others.get(kind, ())}


def _meaning(code: str) -> str | None:
    try:
        return ast.dump(ast.parse(code))
    except SyntaxError:
        return None


def test_a_change_can_be_made_in_all_places_at_once() -> None:
    made = of("y = x.sum(dim=0) + w.sum(dim=0)")
    assert made["import torch\ny = x.sum(dim=1) + w.sum(dim=1)\n"] == "dim"


def test_the_text_of_a_program_is_read_however_deep_it_is() -> None:
    assert of("y = " + " + ".join(["x"] * 900))


@pytest.mark.parametrize(
    "code",
    [
        "y = [c for c in s if c != '(']",
        "y = [c for c in s if (c  # (\n > 1)]",
        "s = 'a\u2028b\x0cc\x85'\ny = f(a, b).sum(0)",
        f"y = x * {10**400} + 1e308",
        "async def f(x):\n    return x",
        "y = lambda x: x + 1",
        "@g\nclass A:\n\tdef f(self, x): return f'{x + 1}'",
        "",
    ],
)
def test_odd_programs_are_read_too(code: str) -> None:
    made = of(code)
    assert all(text.startswith("import torch\n") for text in made)


def test_a_value_in_brackets_is_changed_as_a_whole() -> None:
    made = of("y = (a + b ).abs()\nz = ~(x > 1)\nw = not (x)")
    for after in ("y = (a + b.abs())", "z = (x > 1)", "w = x"):
        assert any(ast.dump(ast.parse(after).body[0]) in (_meaning(text) or "") for text in made), after


def test_a_function_on_one_line_can_be_given_its_return() -> None:
    assert "import torch\ndef f(x): y = x + 1; return y\n" in of("def f(x): y = x + 1")
