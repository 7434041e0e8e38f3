"""When a learner's program is said to be nearly right, where, and what is kept untold."""

from __future__ import annotations

import pytest

from course.message import Message
from grader.link import Link
from grader.near_misses import recognise
from grader.tutor import FACTS, NEAR_MISSES, TWO_SLIPS, Turn

from .conftest import build

pytestmark = pytest.mark.asyncio(loop_scope="session")

NORM = {
    "solution": "def f(x):\n    return (x * x).sum(dim=1).sqrt()",
    "checks": [{"given": {"x": "torch.randn(n, 3)"}, "cases": {"n": [3, 4, 2]}, "observe": "f(x)"}],
}
FITTED = {
    "setup": "import torch\ntorch.manual_seed(0)\nnet = torch.nn.Linear(3, 1)",
    "given": {"x": "torch.randn(8, 3)", "y": "torch.randn(8, 1)"},
    "solution": (
        "import torch\no = torch.optim.SGD(net.parameters(), lr=0.05)\nfor step in range(4):\n    o.zero_grad()\n"
        "    loss = torch.nn.functional.mse_loss(net(x), y)\n    loss.backward()\n    o.step()"
    ),
    "checks": [{"name": "the weights", "observe": "net.weight.detach()"}],
}


async def told(grader, code, order=(NEAR_MISSES,), **exercise):
    """The sentence that is told, what it names, and the line; None when nothing is."""
    verdict = await grader.check("lesson/small", build(**exercise), code, order=order)
    assert verdict.status == "failed", (verdict.status, verdict.error)
    found = next(check for check in verdict.checks if check.status == "failed")
    if found.diagnosis is None:
        return None
    assert found.diagnosed_by in ("mutant", "transformation")
    assert isinstance(found.diagnosis, Message)
    return found.diagnosis.key, found.diagnosis.values.get("found"), found.diagnosed_line


@pytest.mark.parametrize(
    ("exercise", "code", "expected"),
    [
        (
            NORM,
            "import torch\ndef f(rows):\n    out = []\n    for row in rows:\n"
            "        out.append(row.pow(3).abs().sum().sqrt())\n    return torch.stack(out)",
            ("near-changed", "3", 5),
        ),
        (
            NORM,
            "import torch\ndef f(rows):\n    n = torch.linalg.norm(rows, dim=1)\n    return n / 2",
            ("near-dropped", "/ 2", 4),
        ),
        (
            NORM,
            "import torch\ndef f(rows):\n    squares = torch.einsum('ij,ij->i', rows, rows)\n    return squares",
            ("near-missing", "torch.einsum('ij,ij->i', rows, rows)", 3),
        ),
        (
            NORM,
            "import torch\ndef f(rows):\n    n = torch.linalg.norm(rows, dim=1)\n    m = n.max()\n    return m",
            ("near-dropped", "max(...)", 4),
        ),
        (
            NORM,
            "import torch\ndef f(rows, squared=True):\n    n = torch.linalg.norm(rows, dim=1)\n    return squared",
            ("near-returned", "n", 4),
        ),
        (
            FITTED,
            "import torch\no = torch.optim.SGD(net.parameters(), lr=0.05)\nfor step in range(4):\n    o.zero_grad()\n"
            "    loss = ((net(x) - y) ** 2).mean()\n    o.step()\n    loss.backward()",
            ("near-moved", "o.step()", 6),
        ),
        (
            FITTED,
            "import torch\no = torch.optim.SGD(net.parameters(), lr=0.05)\nfor step in range(4):\n"
            "    ((net(x) - y) ** 2).mean().backward()\n    o.step()",
            ("near-step", "", 4),
        ),
    ],
)
async def test_one_change_that_makes_it_right_is_pointed_at(grader, exercise, code, expected):
    assert await told(grader, code, **exercise) == expected


async def test_what_would_be_right_is_not_told(grader):
    verdict = await grader.check(
        "lesson/small",
        build(**NORM),
        "import torch\ndef f(x):\n    return torch.linalg.norm(x, dim=0)[: len(x)]",
        order=(NEAR_MISSES,),
    )
    assert verdict.checks[0].diagnosis == Message("near-changed", {"found": "dim=0"})


@pytest.mark.parametrize(
    "code",
    [
        "def f(x):\n    return x.exp().sum(dim=1).log()",  # nothing that one change would make right
        "import os\ndef f(x):\n    os._exit(0) if x.sum() != 0 else None\n    return x",
    ],
)
async def test_what_no_single_change_makes_right_is_not_called_nearly_right(grader, code):
    verdict = await grader.check("lesson/small", build(**NORM), code, order=(NEAR_MISSES,))
    assert not verdict.passed
    assert verdict.checks[0].diagnosis is None


async def test_changes_that_end_their_worker_or_never_end_cost_nothing_but_time(grader):
    tricks = (
        "import os\ndef f(x):\n    if x.shape[1] != 3 or not x.ndim == 2: os._exit(3)\n    return x.sum(dim=0)",
        "def f(x):\n    n = 3\n    while n != 3: pass\n    return x.sum(dim=1) * n",
    )
    for code in tricks:
        verdict = await grader.check("lesson/small", build(**NORM), code)
        assert verdict.status == "failed"
    assert (await grader.check("lesson/small", build(**NORM), NORM["solution"])).passed


async def test_a_program_that_passes_or_stops_is_not_asked(grader):
    asked = []

    async def counts(graded):
        asked.append(graded.position)
        return await recognise(graded)

    order = (Turn((counts,), 5.0),)
    assert (await grader.check("lesson/small", build(**NORM), NORM["solution"], order=order)).passed
    verdict = await grader.check("lesson/small", build(**NORM), "raise KeyError(3)", order=order)
    assert (verdict.status, asked) == ("error", [None])


@pytest.mark.parametrize(
    ("solution", "code"),
    [
        ("y = 12", "y = 6"),
        ("import torch\ny = bool(torch.arange(3)[0] < 1)", "import torch\ny = bool(torch.arange(3)[0] > 1)"),
    ],
)
async def test_a_plain_answer_that_any_change_may_hit_is_no_near_miss(grader, solution, code):
    assert await told(grader, code, solution=solution, checks=[{"observe": "y"}]) is None


async def test_answers_that_share_their_bytes_are_refused(grader, monkeypatch):
    """A worker that is not ours any more could have the app copy one body hundreds of times."""

    async def forged(link, header, body=b"", allowance=None):
        answer, data = await asked(link, header, body, allowance)
        last = {}
        if header["ask"] == "variants" and data:
            for one in answer["answers"]:
                last = one if one.get("payload") is not None else last
            last["payload"]["at"] = [0, len(data)]  # the others stay right
        return answer, data

    asked = Link.ask
    monkeypatch.setattr(Link, "ask", forged)
    assert await told(grader, "def f(x):\n    return (x * x).sum(dim=1)", **NORM) is None


WEIGHTED = {
    "solution": "def f(x, w):\n    return (x * w.unsqueeze(1)).sum(dim=0) / w.sum()",
    "checks": [
        {
            "given": {"x": "torch.randn(n, d)", "w": "torch.rand(n) + 0.5"},
            "cases": {"n": [3, 4], "d": [3, 2]},
            "observe": "f(x, w)",
        }
    ],
}


async def test_two_slips_are_told_together(grader):
    code = "def f(x, w):\n    x = x * w[:, None]\n    return x.mean(dim=0)"
    verdict = await grader.check("lesson/small", build(**WEIGHTED), code, order=(NEAR_MISSES, TWO_SLIPS))
    (check,) = verdict.checks
    assert (check.diagnosed_by, check.diagnosed_line) == ("mutant", 3)
    first, second = (check.diagnosis.values[name] for name in ("first", "second"))
    assert (first.key, first.values["found"], second.key) == ("near-two", "mean", "mutant-factor")


@pytest.mark.parametrize(
    ("exercise", "code"),
    [
        (WEIGHTED, "def f(x, w):\n    return x.sin().sum(dim=0) / w.exp().sum()"),
        (NORM, "def f(x):\n    return x.abs().sum(dim=1)"),  # both would be the same with `prod`, but so what
        (
            FITTED,
            "import torch\no = torch.optim.Adam(net.parameters(), lr=0.03)\nfor step in range(4):\n    o.zero_grad()\n"
            "    loss = ((net(x) - y) ** 2).mean()\n    loss.backward()\n    o.step()",
        ),  # both would leave the weights alone without gradients
    ],
)
async def test_what_only_meets_where_nothing_is_left_is_no_pair_of_slips(grader, exercise, code):
    assert await told(grader, code, (TWO_SLIPS,), **exercise) is None


@pytest.mark.parametrize("turn", [NEAR_MISSES, TWO_SLIPS, FACTS])
async def test_a_condition_of_the_authors_has_no_expected_value_to_come_near_to(grader, turn):
    exercise = {
        "solution": "y = 1",
        "checks": [{"observe": "y", "satisfies": "actual > 0"}],
    }
    assert await told(grader, "y = -1", (turn,), **exercise) is None
