"""When a wrong answer is recognised as a slip in the solution, where the tutor points, and when it must keep silent."""

from __future__ import annotations

import pytest

from course.catalogue import LANGUAGES, Catalogue
from course.message import Message
from grader.mutants import KINDS, mutants
from grader.mutants.locating import line_in

pytestmark = pytest.mark.asyncio(loop_scope="session")

ROWS = {
    "solution": "def f(x):\n    return x / x.sum(dim=1, keepdim=True)",
    "checks": [{"given": {"x": "torch.rand(n, 3) + 1"}, "cases": {"n": [3, 4, 2]}, "observe": "f(x)"}],
}
LINEAR = {
    "solution": "import torch\ndef f(x, w, b):\n    return torch.relu(x @ w.T + b)",
    "checks": [
        {
            "given": {"x": "torch.randn(2, 3)", "w": "torch.randn(k, 3)", "b": "torch.randn(k)"},
            "cases": {"k": [3, 4]},
            "observe": "f(x, w, b)",
        }
    ],
}
STEP = {
    "solution": "def f(w, g):\n    return w - 0.5 * g",
    "checks": [{"given": {"w": "torch.randn(3)", "g": "torch.randn(3)"}, "observe": "f(w, g)"}],
}


async def told(grade, code, **exercise):
    """The kind of the slip that is told, the operation as it is said, and the line."""
    verdict = await grade(code, **exercise)
    assert not verdict.passed
    found = next(check for check in verdict.checks if check.status != "passed")
    if not isinstance(found.diagnosis, Message) or not found.diagnosis.key.startswith("mutant-"):
        return None
    return found.diagnosis.key, found.diagnosis.values["instead"], found.diagnosed_line


@pytest.mark.parametrize(
    ("exercise", "code", "expected"),
    [
        (
            ROWS,
            "def f(rows):\n    total = rows.sum(dim=0, keepdim=True)\n    return rows / total",
            ("mutant-dim", "dim=0", 2),
        ),
        (
            ROWS,
            "def f(a):\n    import torch\n    return a / torch.mean(a, dim=1, keepdim=True)",
            ("mutant-reduction", "mean", 3),
        ),
        (
            LINEAR,
            "def f(x, w, b):\n    y = x @ w.T\n    y = y + b\n    return y",
            ("mutant-function", "", 3),
        ),
        (
            LINEAR,
            "import torch\ndef f(x, w, b):\n    return torch.relu(x @ w.T)",
            ("mutant-term", "", 3),
        ),
        (STEP, "def f(w, g):\n    step = 0.5 * g\n    return w + step", ("mutant-sign", "+", 3)),
        (STEP, "def f(w, g):\n    w -= 0.5 * g\n    return w.add(g)", None),
    ],
)
async def test_a_slip_is_named_at_the_learners_own_line(grade, exercise, code, expected):
    assert await told(grade, code, **exercise) == expected


async def test_an_error_with_values_is_that_of_the_mutant(grade):
    exercise = {
        "cases": {"n": [2, 4]},
        "given": {"x": "torch.rand(n, 3)"},
        "solution": "y = x / x.sum(dim=1, keepdim=True)",
        "checks": [{"observe": "y"}],
    }
    assert await told(grade, "total = x.sum(dim=1)\ny = x / total", **exercise) == (
        "mutant-keepdim",
        "",
        None,
    )


@pytest.mark.parametrize(
    "code",
    [
        "def f(x):\n    return None",
        "def f(x):\n    raise ValueError('no')",
        "def f(x):\n    return x * float('nan')",
        "def f(x):\n    return x / x.sum(dim=0, keepdim=True) if len(x) == 4 else x",
        "def f(x):\n    return x / 7.31",
    ],
)
async def test_what_tells_nothing_or_holds_for_some_cases_gets_no_name(grade, code):
    assert await told(grade, code, **ROWS) is None


async def test_a_plain_value_that_could_be_chance_gets_no_name(grade):
    exercise = {"solution": "y = 3 + 2", "checks": [{"observe": "y"}]}
    assert await told(grade, "y = 1", **exercise) is None


async def test_an_authors_mistake_comes_first(grade):
    wrong = "def f(w, g):\n    return w + 0.5 * g"
    verdict = await grade(wrong, **STEP, mistakes=[{"code": wrong, "says": "Uphill."}])
    assert (verdict.checks[0].diagnosis, verdict.checks[0].diagnosed_by) == ("Uphill.", "mistake")


async def test_an_exercise_that_trains_is_left_alone(grade):
    wrong = "def f(w, g):\n    return w + 0.5 * g"
    assert await told(grade, wrong, **STEP, limits={"seconds": 60}) is None


async def test_a_mutant_that_never_ends_or_prints_does_not_stand_in_the_way(grade):
    exercise = {
        "solution": (
            "import torch\ndef f(x):\n    n = 0\n    while n < 3:\n        n = n + 1\n"
            "    print(n)\n    return (x * n).sum(dim=1)"
        ),
        "checks": [{"given": {"x": "torch.rand(4, 3)"}, "observe": "f(x)"}],
    }
    assert await told(grade, "def f(x):\n    return (x * 3).mean(dim=1)", **exercise) == (
        "mutant-reduction",
        "mean",
        2,
    )


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_kind_has_its_sentence(language):
    words = Catalogue.load(language)
    for kind in KINDS:
        for what in ("changed", "dropped", "added"):
            said = words.render(Message(f"mutant-{kind}", {"instead": "dim=0", "what": what}))
            assert len(said) > 8, kind
            assert "mutant-" not in said
            assert "{" not in said


async def test_a_line_is_told_only_without_doubt():
    (mutant,) = [one for one in mutants("y = a - b") if one.kind == "sign"]
    assert line_in("y = a\ny = a + b", mutant) == 2
    assert line_in("z = c\n\nq = c + d", mutant) == 3
    assert line_in("q = c + d\np = q + 1", mutant) is None
    assert line_in("y = = 3", mutant) is None
