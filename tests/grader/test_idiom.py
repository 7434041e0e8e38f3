"""The remark on a right answer with a loop for what one call does, and the right answers that get none."""

import pytest

from course.catalogue import LANGUAGES, Catalogue
from grader.idiom import judge
from grader.loops import Loop, loops

pytestmark = pytest.mark.asyncio(loop_scope="session")

ROWS = {"given": {"x": "torch.randn(4, 3)"}}

EXERCISES = {
    "sum of rows": ("def f(x):\n    return x.sum(dim=1)", "f(x)"),
    "centred rows": ("def f(x):\n    return x - x.mean(dim=1, keepdim=True)", "f(x)"),
    "positive part": ("def f(x):\n    return torch.relu(x)", "f(x)"),
    "diagonal": ("def f(x):\n    return torch.diagonal(x[:3])", "f(x)"),
    "two elements": ("def f(x):\n    y = x.clone()\n    y[0, 0] = 1\n    y[1, 1] = 2\n    return y", "f(x)"),
}

LOOPED = [
    ("sum of rows", "def f(x):\n    return torch.stack([row.sum() for row in x])", 3, None),
    (
        "sum of rows",
        "def f(x):\n    out = torch.zeros(len(x))\n    for i in range(len(x)):\n"
        "        for j in range(x.shape[1]):\n            out[i] += x[i, j]\n    return out",
        4,
        "`sum`",
    ),
    (
        "centred rows",
        "def f(x):\n    out = torch.empty_like(x)\n    i = 0\n    while i < len(x):\n"
        "        out[i] = x[i] - x[i].mean()\n        i += 1\n    return out",
        5,
        None,
    ),
    (
        "positive part",
        "def f(x):\n    y = x.clone()\n    for i in range(4):\n        for j in range(3):\n"
        "            if y[i, j] < 0:\n                y[i, j] = 0\n    return y",
        4,
        "`relu`",
    ),
]

PLAIN = [
    ("sum of rows", "def f(x):\n    return torch.sum(x, 1)"),
    ("sum of rows", "def f(x):\n    return x @ torch.ones(3)"),
    (
        "sum of rows",
        "def f(x):\n    for row in x:\n        print(row, row[0].item())\n    return x.mean(1) * 3",
    ),
    (
        "sum of rows",
        "def f(x):\n    for row in x:\n        if row[0] > 0:\n            print(row)\n    return x.mean(1) * 3",
    ),
    ("sum of rows", "def f(x):\n    sizes = [n for n in x.shape]\n    return torch.einsum('ij->i', x)"),
    ("centred rows", "def f(x):\n    return x - x.mean(1).unsqueeze(1)"),
    ("centred rows", "def f(x):\n    return x - (x.sum(1) / x.shape[1])[:, None]"),
    (
        "centred rows",
        "def f(x):\n    m = x.mean(dim=1, keepdim=True)\n    m = m.expand(4, 3)\n    return x.sub(m)",
    ),
    ("positive part", "def f(x):\n    return x.clamp(min=0)"),
    ("positive part", "def f(x):\n    return torch.where(x > 0, x, 0.0)"),
    (
        "positive part",
        "def f(x):\n    for _ in range(2):\n        x = torch.nn.functional.relu(x)\n    return x",
    ),
    ("diagonal", "def f(x):\n    return x[[0, 1, 2], [0, 1, 2]]"),
    ("diagonal", "def f(x):\n    return x[:3].diag()"),
    ("diagonal", "def f(x):\n    return x[torch.arange(3), torch.arange(3)]"),
    (
        "two elements",
        "def f(x):\n    y = x.clone()\n    for i in range(2):\n        y[i, i] = i + 1\n    return y",
    ),
    (
        "two elements",
        "def f(x):\n    y = x.clone()\n    y[[0, 1], [0, 1]] = torch.tensor([1., 2.])\n    return y",
    ),
    (
        "two elements",
        "def f(x):\n    m = torch.zeros(4, 3)\n    m[0, 0], m[1, 1] = 1, 2\n    return torch.where(m > 0, m, x)",
    ),
]


@pytest.fixture
def remarked(grade):
    """The remark on a right answer to one of the exercises."""

    async def run(name, code):
        solution, probe = EXERCISES[name]
        checks = [{"observe": probe, **ROWS}]
        verdict = await grade(f"import torch\n{code}", solution=f"import torch\n{solution}", checks=checks)
        assert verdict.passed, verdict
        return verdict.remark

    return run


@pytest.mark.parametrize(("name", "code", "line", "calls"), LOOPED)
async def test_a_loop_over_a_tensor_is_remarked_at_its_line(remarked, name, code, line, calls):
    found = await remarked(name, code)
    assert found is not None
    assert (found.values["line"], found.values.get("calls")) == (line, calls)
    for language in LANGUAGES:
        said = Catalogue.load(language).render(found)
        assert str(line) in said
        assert calls is None or calls in said


@pytest.mark.parametrize(("name", "code"), PLAIN)
async def test_right_answers_in_other_styles_get_no_remark(remarked, name, code):
    assert await remarked(name, code) is None


async def test_a_wrong_answer_gets_no_remark(grade):
    verdict = await grade(
        "import torch\nx = torch.stack([row.sum() for row in torch.ones(3, 3)])",
        solution="import torch\nx = torch.ones(3, 2).sum(1)",
        checks=[{"observe": "x"}],
    )
    assert (verdict.status, verdict.remark) == ("failed", None)


async def test_a_loop_in_the_solution_silences_the_remark(grade):
    loop = "import torch\ny = torch.ones(3)\nx = torch.zeros(3)\nfor i in range(3):\n    x[i] = y[i] + {}"
    verdict = await grade(loop.format("2.0 - 1.0"), solution=loop.format("1.0"), checks=[{"observe": "x"}])
    assert (verdict.passed, verdict.remark) == (True, None)


async def test_a_solution_that_indexes_as_much_silences_the_remark():
    inside = [("torch.Tensor.__getitem__", 2, 4), ("torch.Tensor.add", 2, 4)]
    assert judge([Loop(1, 2)], inside, [("torch.Tensor.__getitem__", 1, 4), ("torch.add", 1, 1)]) is None
    assert judge([Loop(1, 2)], inside, [("torch.add", 1, 1)]).key == "grader-idiom-whole"


async def test_loops_that_only_print_are_none():
    code = "for a in b:\n    print(a)\nfor c in d:\n    if c:\n        print([e for e in c])\n"
    assert loops(code) == []
    assert loops(code + "x = [\n  f for f in g\n]\n") == [Loop(6, 8)]


async def test_a_program_that_ends_itself_when_it_runs_once_more_gets_no_remark(grade):
    code = (
        "import os\nimport torch\n"
        "def f(x):\n    mode = torch.overrides._get_current_function_mode()\n"
        "    if mode is not None:\n        os._exit(0)\n"
        "    return torch.stack([row.sum() for row in x])"
    )
    solution = "import torch\ndef f(x):\n    return x.sum(1)"
    verdict = await grade(code, solution=solution, checks=[{"observe": "f(x)", **ROWS}])
    assert (verdict.passed, verdict.remark) == (True, None)


async def test_whatever_fails_after_a_pass_it_stays_a_pass(grade, monkeypatch, caplog):
    async def broken(_):
        raise ZeroDivisionError

    monkeypatch.setattr("grader.idiom.remark", broken)
    solution = "import torch\nx = torch.zeros(3)"
    assert (await grade(solution, solution=solution, checks=[{"observe": "x"}])).passed
    caplog.clear()
