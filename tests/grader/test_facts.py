"""What is said of a result where nobody knows how it came about: only what is so in every case, and no chance."""

from __future__ import annotations

from dataclasses import asdict

import pytest
import torch

from course.catalogue import LANGUAGES, Catalogue
from course.message import Message
from grader.describing import described
from grader.facts import OF_ELEMENTS, OF_THE_WHOLE, weighed
from grader.numbers import Pair
from grader.tutor import FACTS as TURN

from .conftest import build


def made(*shape, seed=0):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed)).double()


def told(*cases):
    """The kind and the values of the sentence on some cases, each an expected and an actual tensor, and inputs."""
    answers = []
    for expected, actual, *inputs in cases:
        found = described(Pair(expected.double(), actual.double(), 1e-5, 1e-6), *(inputs or [{}]))
        answers.append({"found": [asdict(one) for one in found]})
    said = weighed(answers, (*OF_THE_WHOLE, *OF_ELEMENTS))
    return (said.key.removeprefix("fact-"), said.values) if said is not None else (None, {})


X, Y = made(4, 5), made(4, 5, seed=1)
SQUARE = made(6, 6)
HALF = torch.arange(20).reshape(4, 5) % 2 == 0
SOFTMAX = X.softmax(1)

SAID = [
    ("infinite", {"count": 20}, X, Y / 0),
    ("nan", {"count": 3}, X, torch.where(X.flatten().sort().values[-4] < X, torch.nan, Y)),
    (
        "shuffled",
        {},
        X,
        X.flatten()[torch.randperm(20, generator=torch.Generator().manual_seed(1))].view(4, 5),
    ),
    ("too-many", {"count": 5}, X[:3], X),
    ("too-few", {"count": 5}, X, X[1:]),
    ("wrong-first", {"dim": 0}, X, torch.cat([Y[:1], X[1:]])),
    ("wrong-last", {"dim": 0}, X, torch.cat([X[:3], Y[3:]])),
    ("wrong-ends", {"dim": 1}, X, torch.cat([Y[:, :1], X[:, 1:4], Y[:, 4:]], 1)),
    ("wrong-diagonal", {}, SQUARE, SQUARE - torch.eye(6)),
    ("wrong-above", {}, SQUARE, SQUARE.tril()),
    ("wrong-below", {}, SQUARE, SQUARE.triu()),
    ("wrong-negative", {}, X, X.clamp(min=0)),
    ("wrong-positive", {}, X, X.clamp(max=0)),
    ("wrong-zero", {}, X * HALF, X * HALF + ~HALF),
    ("sums-to-one", {"dim": 1, "yours": 0}, SOFTMAX, X.softmax(0)),
    (
        "sums-to-one",
        {"dim": 1, "yours": -1, "right": 1, "lines": 4},
        SOFTMAX,
        torch.cat([X, Y.softmax(1)])[1:5],
    ),
    ("exp-sums-to-one", {"dim": 1, "yours": 0}, SOFTMAX.log(), Y.log_softmax(0)),
    ("mean-zero", {"dim": 0, "yours": 1}, X - X.mean(0), Y - Y.mean(1, keepdim=True)),
    ("norm-one", {"dim": 1, "yours": 0}, X / X.norm(dim=1, keepdim=True), Y / Y.norm(dim=0)),
]
WITH_INPUTS = [
    ("wrong-where-negative", {"input": "y"}, X, torch.where(Y < 0, 7.3, X), {"y": Y}),
    ("wrong-where-positive", {"input": "y"}, X, torch.where(Y > 0, 7.3, X), {"y": Y}),
    ("wrong-where-zero", {"input": "y"}, X, torch.where(HALF, 7.3, X), {"y": Y * ~HALF}),
    (
        "picked",
        {"input": "y", "place": "[0, 1]", "expected": "[1, 0]", "actual": "[0, 1]"},
        Y[:3, :3].T,
        Y[:3, :3],
        {"y": Y},
    ),
]


@pytest.mark.parametrize(
    ("kind", "values", "case"), [(one[0], one[1], one[2:]) for one in (*SAID, *WITH_INPUTS)]
)
def test_what_is_so_is_said(kind, values, case):
    found, named = told(case)
    assert found == kind
    assert {name: named[name] for name in values} == values


def test_a_thousand_random_results_have_nothing_to_be_told():
    random = torch.Generator().manual_seed(7)
    shapes = ((3, 4), (4,), (5,), (2, 3), (4, 4))
    for number in range(1000):
        shape = shapes[number % len(shapes)]
        x, expected, actual = (torch.randn(shape, generator=random).double() for _ in range(3))
        assert told((expected, actual, {"x": x})) == (None, {})


def test_it_is_said_only_of_all_cases_that_differ():
    one, other = (X, X.clamp(min=0)), (Y, Y.clamp(min=0))
    assert told(one, other)[0] == "wrong-negative"
    assert told(one, (Y, Y.clamp(max=0)))[0] is None


def test_large_results_are_not_compared_each_with_each():
    """Half of sixty thousand elements each with all would take the judge many gigabytes."""
    many = made(60_000)
    assert told((many, many[:30_000]))[0] is None


CASES = {"given": {"x": "torch.randn(n, m)", "y": "torch.randn(m)"}, "cases": {"n": [3, 4], "m": [5, 2]}}
PROGRAMS = [
    ("x * y", "return (x + y).sum(dim=1)", "fact-shape", {"actual": "(x.shape[0],)"}),
    ("x * y", "return (x + y)[:-1]", "fact-shape", {"actual": "(x.shape[0] - 1, x.shape[1])"}),
    (
        "x.sum(dim=1)",
        "return x.flatten().repeat(2)[: 2 * len(y)]",
        "fact-shape",
        {"actual": "(2 * x.shape[1],)"},
    ),
    ("x.sum(dim=1)", "return torch.zeros(3)", "fact-constant", {"cases": 2}),
    ("x.sin() + y", "return x + 3", "fact-unused", {"name": "y", "function": "f"}),
    ("x.sin() + y", "y = x[0]\n    return x + y", "fact-unused", {"name": "y", "function": "f"}),
    ("x.sin() + y", "return [].append(y)", "fact-none", {}),
    ("x.sin() + y", "return (x + y) / 0", "fact-infinite", {}),
    ("x.sin() + y", "return (x + y) * float('nan')", "fact-nan", {}),
    ("(x.sin(), y.cos())", "return y.cos()", "fact-one-of", {"position": 1, "count": 2}),
    ("y.cos()", "return x.sin(), y.cos()", "fact-among", {"position": 1, "count": 2}),
]


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize(("solution", "body", "key", "values"), PROGRAMS)
async def test_a_program_is_told_what_is_so(grader, solution, body, key, values):
    exercise = build(
        solution=f"import torch\ndef f(x, y):\n    return {solution}",
        checks=[{**CASES, "observe": "f(x, y)"}],
    )
    code = f"import torch\ndef f(x, y):\n    {body}"
    (check,) = (await grader.check("lesson/small", exercise, code, order=(TURN,))).checks
    assert isinstance(check.diagnosis, Message), check
    assert (check.diagnosis.key, check.diagnosed_by) == (key, "transformation")
    assert values.items() <= check.diagnosis.values.items()


SILENT = [
    (
        "def f(x, _):\n    return x.sin()",
        "def f(x, y):\n    return x.cos()",
    ),  # the solution makes no use of it either
    (
        "def f(x, y):\n    return (x.shape[1], 7)",
        "def f(x, y):\n    return 7 + 0 * len(y) * len(x)",
    ),  # a seven is soon met
    (
        "def f(x, y):\n    return x.amax()",
        "def f(x, y):\n    return x[0, 0] + 0 * y[0]",
    ),  # no place to speak of
]


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize(("solution", "code"), SILENT)
async def test_what_is_chance_or_no_fault_is_not_said(grader, solution, code):
    exercise = build(solution=f"import torch\n{solution}", checks=[{**CASES, "observe": "f(x, y)"}])
    (check,) = (await grader.check("lesson/small", exercise, f"import torch\n{code}", order=(TURN,))).checks
    assert (check.status, check.diagnosis) == ("failed", None)


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("hidden", [True, False])
async def test_of_a_hidden_check_nothing_is_said(grader, hidden):
    exercise = build(
        solution="import torch\ndef f(x, y):\n    return x * y",
        checks=[{**CASES, "observe": "f(x, y)", "hidden": hidden}],
    )
    code = "def f(x, y):\n    return (x * y).sum(0)"
    (check,) = (await grader.check("lesson/small", exercise, code, order=(TURN,))).checks
    assert (check.diagnosis is None) is hidden


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fact_has_a_sentence(lang):
    words = Catalogue.load(lang)
    others = ("constant", "unused", "shape")
    values = {
        "dim": 0,
        "yours": 1,
        "right": 2,
        "lines": 3,
        "input": "x",
        "count": 2,
        "cases": 3,
        "position": 0,
        "name": "y",
        "function": "f",
    }
    values |= {"place": "[0]", "expected": "[1]", "actual": "[2]"}
    for kind in (*OF_THE_WHOLE, *OF_ELEMENTS, *others):
        said = words.render(Message(f"fact-{kind}", values))
        assert said
        assert "fact-" not in said
        assert "{" not in said
