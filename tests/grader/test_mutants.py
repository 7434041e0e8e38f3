"""What a program becomes by one slip, and where that is said to be."""

from __future__ import annotations

import ast

import pytest

from grader.mutants import KINDS, Mutant, mutants

SLIPS = {
    "squeezed": [("y = x.unsqueeze(0)", "y = x"), ("y = x[:, None]", "y = x[:]")],
    "dim": [("y = x.sum(dim=1)", "y = x.sum(dim=0)"), ("y = x.sum(1)", "y = x.sum()")],
    "keepdim": [
        ("y = x.mean(dim=1, keepdim=True)", "y = x.mean(dim=1)"),
        ("y = x.mean(1)", "y = x.mean(1, keepdim=True)"),
    ],
    "reduction": [("y = x.max()", "y = x.argmax()"), ("y = torch.sum(x)", "y = torch.mean(x)")],
    "pair": [("y = x.max(dim=1).values", "y = x.max(dim=1)")],
    "product": [("y = x @ w", "y = x * w"), ("y = (x) * (w)", "y = (x) @ (w)")],
    "rearranged": [
        ("y = x.T", "y = x.reshape(x.T.shape)"),
        ("y = x.view(2, 3)", "y = x.T"),
    ],
    "transposed": [("y = x @ w.T", "y = x @ w"), ("y = x @ w", "y = x @ w.T"), ("y = x.t()", "y = x")],
    "joined": [("y = torch.stack(z)", "y = torch.cat(z)")],
    "dtype": [
        ("y = torch.zeros(2, dtype=torch.long)", "y = torch.zeros(2)"),
        ("y = torch.zeros(2, dtype=torch.double)", "y = torch.zeros(2, dtype=torch.float)"),
    ],
    "tensor-class": [("y = torch.tensor([1])", "y = torch.Tensor([1])")],
    "device": [("y = torch.ones(2, device=d)", "y = torch.ones(2)")],
    "inherited": [("y = x.new_ones(2)", "y = torch.ones(2)")],
    "unfilled": [("y = torch.zeros_like(x)", "y = torch.empty_like(x)")],
    "filled": [("y = torch.rand(2)", "y = torch.randn(2)")],
    "copied": [("y = x.clone()", "y = x")],
    "number": [("y = x.item()", "y = x")],
    "hidden-edit": [("y = y * m", "y.data.mul_(m)")],
    "normalised-twice": [
        ("y = F.cross_entropy(x, t)", "y = F.cross_entropy(x.softmax(-1), t)"),
        (
            "loss = nn.BCEWithLogitsLoss()\ny = loss(a + b, t)",
            "loss = nn.BCEWithLogitsLoss()\ny = loss((a + b).sigmoid(), t)",
        ),
    ],
    "zero-grad": [
        ("o.zero_grad()\nl.backward()\no.step()", "pass\nl.backward()\no.step()"),
        ("o.zero_grad()\nl.backward()\no.step()", "pass\nl.backward(); o.zero_grad()\no.step()"),
    ],
    "mode": [("net.eval()", "net.train()"), ("net.train()", "pass")],
    "detached": [
        ("y = x.detach()", "y = x"),
        ("with torch.no_grad():\n    y = x", "if True:\n    y = x"),
        ("def f(x):\n    x.backward()\n    return x", "def f(x):\n    x.backward()\n    return x.detach()"),
    ],
    "requires-grad": [("y = torch.ones(2, requires_grad=True)", "y = torch.ones(2)")],
    "in-place": [
        ("y = x.add(1)", "y = x.add_(1)"),
        ("x = x + y", "x += y"),
        ("x -= y + 1", "x = x - (y + 1)"),
    ],
    "super-init": [
        (
            "class N(M):\n    def __init__(self):\n        super().__init__()",
            "class N(M):\n    def __init__(self):\n        pass",
        )
    ],
    "module-list": [("y = nn.ModuleList([a])", "y = list([a])")],
    "correction": [("y = x.var(unbiased=False)", "y = x.var()")],
    "seed": [("torch.manual_seed(0)", "pass")],
    "printed": [("def f(x):\n    return x", "def f(x):\n    print(x)")],
    "lost-result": [("x = x.add(1)", "x.add(1)")],
    "early-return": [
        (
            "def f(x):\n    for i in x:\n        x = x + i\n    return x",
            "def f(x):\n    for i in x:\n        x = x + i; return x\n    return x",
        )
    ],
    "sign": [("w -= g", "w += g"), ("w = w - (g)", "w = w + (g)"), ("y = -x", "y = x")],
    "function": [("y = torch.relu(x @ w)", "y = (x @ w)"), ("y = x.sigmoid()", "y = x.tanh()")],
    "off-by-one": [
        ("for i in range(n): f(i)", "for i in range(n - 1): f(i)"),
        ("for i in range(n - 1): f(i)", "for i in range(n): f(i)"),
        ("y = x[1:]", "y = x[0:]"),
        ("y = x[:, -1]", "y = x[:, -2]"),
    ],
    "comparison": [("y = x < 1", "y = x <= 1"), ("y = x < 1", "y = x > 1")],
    "reshaped": [("y = x.flatten()", "y = x")],
    "size-order": [("y = torch.zeros(5, 3)", "y = torch.zeros(3, 5)")],
    "order": [("y = a - b", "y = b - a"), ("def f():\n    return a, b", "def f():\n    return b, a")],
    "factor": [("y = 2 * (x)", "y = (x)"), ("y = x ** 2", "y = x")],
    "term": [("y = a @ b + c", "y = a @ b")],
    "operator": [("y = a / b", "y = a // b"), ("y = a ** 2", "y = a * 2")],
    "family": [("y = x.cumsum(0)", "y = x.cumprod(0)")],
    "forgotten": [("y = x.sort(descending=True)", "y = x.sort()")],
    "layer": [("y = nn.Sequential(a(), b(), c())", "y = nn.Sequential(a(), c())")],
    "bound": [("y = x.clamp(min=0)", "y = x.clamp(max=0)")],
    "filter": [
        ("y = sum(p for p in x if p > 0)", "y = sum(p for p in x)"),
        ("y = [p for p in x if (p > 0)]", "y = [p for p in x]"),
    ],
    "end": [("y = x[1:-1]", "y = x[1:]"), ("y = x[-2:]", "y = x[:2]")],
    "axis": [("y = x[:, 1]", "y = x[1]")],
    "exchanged": [("y = torch.stack([a, b])", "y = torch.stack([b, a])"), ("a, b = f(x)", "b, a = f(x)")],
    "conversion": [("y = x.float()", "y = x")],
    "statement": [("o.step()", "pass")],
    "constant": [("y = 2", "y = 1"), ("y = f(a=True)", "y = f(a=False)")],
}


def of(code: str, kind: str) -> list[Mutant]:
    return [mutant for mutant in mutants(f"import torch\n{code}\n") if mutant.kind == kind]


def test_every_kind_is_tried() -> None:
    assert list(SLIPS) == list(KINDS)


@pytest.mark.parametrize(
    ("kind", "before", "after"), [(kind, *slip) for kind, slips in SLIPS.items() for slip in slips]
)
def test_a_slip_is_made(kind: str, before: str, after: str) -> None:
    assert f"import torch\n{after}\n" in [mutant.code for mutant in of(before, kind)]


@pytest.mark.parametrize("code", ["print(a, b)", "plot(a, b)", "a, b = f(0), f(0)"])
def test_nothing_is_exchanged_where_the_order_says_nothing(code: str) -> None:
    assert of(code, "exchanged") == []


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("requires-grad", "net.requires_grad_(False)"),
        ("requires-grad", "y = torch.ones(2, requires_grad=False)"),
        ("zero-grad", "x.zero_()"),
        ("mode", "train(net, data)"),
    ],
)
def test_what_only_looks_like_a_call_of_training_is_left_alone(kind: str, code: str) -> None:
    assert of(code, kind) == []


def test_all_mutants_compile_differ_and_keep_their_lines() -> None:
    code = "import torch\n\n# 数\ny = torch.relu(2 * x @ w.T + b)[0]\nz = f'{y + 1}' if y > 0 else 3.5\n"
    made = mutants(code)
    meanings = [ast.dump(ast.parse(mutant.code)) for mutant in made]
    assert len(made) > 15
    assert len({*meanings, ast.dump(ast.parse(code))}) == len(made) + 1
    for mutant in made:
        changed = [
            number
            for number, (old, new) in enumerate(
                zip(code.splitlines(), mutant.code.splitlines(), strict=True), start=1
            )
            if old != new
        ]
        assert changed == [mutant.line], mutant


def test_the_place_is_that_of_the_operation_and_counts_characters() -> None:
    code = "名字 = '数' if a else b + c.sum(dim=1)"
    mutant = next(made for made in of(code, "dim") if made.instead == "dim=0")
    assert (mutant.line, mutant.column) == (2, code.index("1") + 1)
    assert mutant.change == "dim=1 -> dim=0"


def test_what_is_dropped_or_added_is_told_as_nothing() -> None:
    (mutant,) = of("y = x.mean(1)", "keepdim")
    assert mutant.change == "(nothing) -> keepdim=True"


def test_a_program_that_is_no_python_has_no_mutants() -> None:
    with pytest.raises(SyntaxError):
        mutants("y = = 2")
