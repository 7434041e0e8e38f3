"""What the tutor says of wrong programs, from end to end, and when it says it."""

import asyncio
import sys
from dataclasses import replace
from functools import partial

import pytest
import torch

from course.catalogue import Catalogue
from course.message import Message
from grader.diagnosis import Diagnosis
from grader.document import verdict_document
from grader.tutor import TRANSFORMATIONS, Turn

from .conftest import build

pytestmark = pytest.mark.asyncio(loop_scope="session")

CASES = {"n": [3, 4, 5], "m": [6, 4, 2]}


def function(solution, **parts):
    """An exercise that asks for a function of one tensor, in three shapes."""
    given = {"x": "torch.randn(n, m)"}
    check = {"given": given, "cases": CASES, "observe": "f(x)", **parts}
    return {"solution": f"import torch\ndef f(x):\n    {solution}", "checks": [check]}


def defining(body):
    return f"import torch\ndef f(x):\n    {body}"


def value(solution, **parts):
    """An exercise that asks for a value made from a given tensor."""
    return {
        "given": {"x": "torch.randn(3, 4)", "w": "torch.randn(4)"},
        "solution": f"import torch\n{solution}",
        "checks": [{"observe": "y", **parts}],
    }


RIGHT = "return x * 2"
GRADIENT = "y = w.clone().requires_grad_()\n(y * y).sum().backward()"
WRONG = [
    ("transposed", function("return x @ x.T @ x"), defining("return (x @ x.T @ x).T")),
    ("negated", function("return x - 1"), defining("return 1 - x")),
    ("input-returned", function(RIGHT), defining("x * 2; return x")),
    ("none-printed", function(RIGHT), defining("print(x * 2)")),
    ("sum-for-mean", function("return x.mean(0)"), defining("return x.sum(0)")),
    ("n-minus-one", function("return x.var(0, correction=0)"), defining("return x.var(0)")),
    ("n-root", function("return x.std(0)"), defining("return x.std(0, correction=0)")),
    ("squared", function("return x.std(0)"), defining("return x.var(0)")),
    ("scaled", function("return x.sum().item()"), defining("return 2 * x.sum().item()")),
    ("reversed", function("return x[0].tolist()"), defining("return x[0].tolist()[::-1]")),
    ("scaled", function("return {'a': x, 'b': x + 1}"), defining("return {'a': 2 * x, 'b': x + 1}")),
    ("shifted", function("return x.numpy()"), defining("return x.numpy() + 1")),
    ("view-for-copy", function("return x.clone()", also=["aliasing"]), defining("return x")),
    (
        "copy-for-view",
        function("return x.view(-1)", also=["aliasing"]),
        defining("return x.clone().view(-1)"),
    ),
    ("changed-in-place", function(RIGHT, also=["inputs_unchanged"]), defining("x *= 2; return x.clone()")),
    (
        "square-only",
        function("return x.sum(0)"),
        defining("return x.sum(0) if len(x) == x.shape[1] else x[0]"),
    ),
    (
        "first-only",
        function("return x[:3].sum()"),
        defining("return x[:3].sum() if len(x) == 3 else x[2:].max()"),
    ),
    ("dtype-only", value("y = torch.zeros(5, 3, dtype=torch.long)"), "import torch\ny = torch.zeros(5, 3)"),
    ("detached", value("y = (x * w.requires_grad_())", also=["requires_grad"]), "y = x * w"),
    ("accumulated", value(GRADIENT, also=["grad"]), f"{GRADIENT}\n(y * y).sum().backward()"),
    ("table", value("y = w - w.flip(0)"), "y = w[:, None] - w.flip(0)"),
    (
        "overflow",
        function("return torch.nn.functional.softplus(100 * x)"),
        defining("return (100 * x).exp().log1p()"),
    ),
]


@pytest.mark.parametrize(
    ("kind", "parts", "code"), WRONG, ids=[f"{kind}-{n}" for n, (kind, *_) in enumerate(WRONG)]
)
async def test_a_wrong_program_is_told_what_its_result_is(grader, kind, parts, code):
    verdict = await grader.check("lesson/small", build(**parts), code, order=(TRANSFORMATIONS,))
    assert verdict.status == "failed", (verdict.status, verdict.message, verdict.error)
    check = verdict.checks[0]
    assert isinstance(check.diagnosis, Message), check
    assert (check.diagnosis.key, check.diagnosed_by) == (f"tutor-{kind}", "transformation")
    for lang in ("en", "zh"):
        said = verdict_document(verdict, Catalogue.load(lang))["checks"][0]["diagnosis"]
        assert said
        assert "tutor-" not in said
        assert "{" not in said


@pytest.mark.parametrize(
    "code",
    [
        defining("return torch.randn(x.shape)"),
        defining("return x.sin().exp()"),
        defining("return str(x.ndim)"),
    ],
)
async def test_of_an_unrelated_result_the_plain_difference_is_told_alone(grader, code):
    verdict = await grader.check("lesson/small", build(**function(RIGHT)), code)
    assert verdict.status == "failed"
    assert verdict.checks[0].diagnosis is None


@pytest.mark.parametrize("count", [20, pytest.param(1000, marks=pytest.mark.soak)])
async def test_of_random_results_the_plain_difference_is_told_alone(grader, count):
    random = torch.Generator().manual_seed(5)
    kinds = (torch.randn, torch.rand, partial(torch.randint, 0, 3), partial(torch.randint, -9, 10))
    exercises = [build(**value(solution)) for solution in ("y = x - x.mean(0)", "y = w.cumsum(0)")]
    named = []
    for number in range(count):
        exercise = exercises[number % 2]
        made = kinds[number // 2 % 4](((3, 4), (4,), (3,), (4, 4))[number // 8 % 4], generator=random)
        code = f"import torch\ny = torch.tensor({made.tolist()})"
        (check,) = (await grader.check("lesson/small", exercise, code)).checks
        assert check.status == "failed"
        if check.diagnosis is not None:
            named.append((code, check.diagnosis))
    assert named == []


async def test_memory_that_nobody_wrote_is_known_by_its_pattern(grader):
    code = "import torch\ny = torch.empty(4)\ny[:3] = w[:3] * 2"
    order = (TRANSFORMATIONS,)
    (check,) = (await grader.check("lesson/small", build(**value("y = w * 2")), code, order=order)).checks
    if sys.platform == "linux":  # elsewhere memory is not filled
        assert check.diagnosis == Message("tutor-uninitialised", {"name": "torch.empty"})
    tiny = "import torch\ny = torch.empty(4)\ny[:] = w * 1e-38 * 1e-5"
    (check,) = (await grader.check("lesson/small", build(**value("y = w * 2")), tiny, order=order)).checks
    assert check.diagnosis != Message("tutor-uninitialised", {"name": "torch.empty"})


async def test_of_a_hidden_check_no_size_is_told(grader):
    parts = function("return x.sum(0)", hidden=True)
    verdict = await grader.check(
        "lesson/small", build(**parts), defining("return x.sum(0)[None]"), order=(TRANSFORMATIONS,)
    )
    assert (verdict.status, verdict.checks[0].diagnosis) == ("failed", None)


async def test_a_view_of_another_input_is_not_called_a_copy_that_is_missing(grader):
    parts = value("y = x.view(-1)[:4]", also=["aliasing"])
    (check,) = (
        await grader.check(
            "lesson/small", build(**parts), "y = w.copy_(x.view(-1)[:4])", order=(TRANSFORMATIONS,)
        )
    ).checks
    assert (check.status, check.reason, check.diagnosis) == ("failed", "aliasing", None)


async def test_a_syntax_error_of_the_learners_own_making_is_the_programs(grader):
    for raised in ("SyntaxError", "SyntaxError(5)", "SyntaxError('no', ('main.py', 1, 1, 7))"):
        verdict = await grader.check("lesson/small", build(**value("y = w")), f"raise {raised}")
        assert (verdict.status, verdict.error.type) == ("error", "SyntaxError")


async def test_the_author_is_heard_first(grader):
    parts = function(RIGHT)
    parts["mistakes"] = [{"code": defining("return x * -2"), "says": "The sign."}]
    for says, body in (
        ("The sign.", "return -2 * x"),
        (Message("tutor-scaled", {"factor": "2"}), "return 4 * x"),
    ):
        verdict = await grader.check("lesson/small", build(**parts), defining(body))
        assert verdict.checks[0].diagnosis == says


async def test_the_verdict_is_told_before_the_tutor_is_asked(grader):
    told, order = [], []

    async def step(failure):
        order.append(list(told))
        return Diagnosis("Think.", "mutant", 3)

    verdict = await grader.check(
        "lesson/small",
        build(**function(RIGHT)),
        defining("return x"),
        on_verdict=told.append,
        order=(Turn((step,), 5.0),),
    )
    assert order == [told]
    (plain,) = told
    assert plain.checks[0].diagnosis is None
    check = replace(plain.checks[0], diagnosis="Think.", diagnosed_by="mutant", diagnosed_line=3)
    assert verdict == replace(plain, checks=(check,))
    assert verdict_document(verdict, Catalogue.load("en"))["checks"][0]["diagnosed_line"] == 3


@pytest.mark.parametrize(("size", "said"), [(100, "Think."), (1000, None)])
async def test_of_what_takes_much_memory_the_plain_difference_is_told_alone(grader, monkeypatch, size, said):
    async def step(_):
        return Diagnosis("Think.", "mutant")

    monkeypatch.setattr("grader.tutor.MOST_BYTES", 1000)
    exercise = build(solution=f"import torch\nx = torch.zeros({size})", checks=[{"observe": "x"}])
    code = f"import torch\nx = torch.ones({size})"
    verdict = await grader.check("lesson/small", exercise, code, order=(Turn((step,), 5.0),))
    assert (verdict.status, verdict.checks[0].diagnosis) == ("failed", said)


async def test_a_step_that_fails_or_hangs_costs_the_verdict_nothing(grader, caplog):
    asked = []

    async def fails(failure):
        asked.append("fails")
        raise KeyError("of the tutor")

    async def hangs(failure):
        asked.append("hangs")
        await asyncio.Event().wait()

    async def knows(failure):
        asked.append("knows")
        return Diagnosis("Think.", "mutant")

    verdict = await grader.check(
        "lesson/small",
        build(**function(RIGHT)),
        defining("return x"),
        order=(Turn((fails, hangs, knows), 0.05), Turn((knows,), 5.0)),
    )
    assert asked == ["fails", "hangs", "knows"]
    assert (verdict.status, verdict.checks[0].diagnosis) == ("failed", "Think.")
    (kept,) = [record for record in caplog.records if record.name == "grader.tutor"]
    assert kept.exc_info[0] is KeyError
    caplog.clear()


async def test_a_diagnosis_is_kept_when_its_line_takes_too_long_to_find(grader, monkeypatch):
    async def knows(_):
        return Diagnosis("Think.", "transformation")

    async def hangs(_):
        await asyncio.Event().wait()

    monkeypatch.setattr("grader.near_misses.recognise", hangs)
    order = (Turn((knows,), 0.05), Turn((hangs,), 0.2))
    exercise = build(**function(RIGHT))
    (check,) = (await grader.check("lesson/small", exercise, defining("return x"), order=order)).checks
    assert (check.diagnosis, check.diagnosed_line) == ("Think.", None)


async def test_a_right_answer_is_told_once_and_no_step_is_asked(grader):
    told = []

    async def step(failure):
        raise AssertionError("asked")

    verdict = await grader.check(
        "lesson/small",
        build(**function(RIGHT)),
        defining("return x + x"),
        on_verdict=told.append,
        order=(Turn((step,), 5.0),),
    )
    assert verdict.passed
    assert told == [verdict]


async def test_a_tutor_that_is_stopped_leaves_a_grader_that_works(grader):
    thinking = asyncio.Event()

    async def hangs(failure):
        await failure.judge.ask("summary", [({}, [next(iter(failure.observations.values()))], [])])
        thinking.set()
        await asyncio.Event().wait()

    exercise = build(**function(RIGHT))
    check = asyncio.create_task(
        grader.check("lesson/small", exercise, defining("return x"), order=(Turn((hangs,), 60.0),))
    )
    async with asyncio.timeout(30):
        await thinking.wait()
    check.cancel()
    with pytest.raises(asyncio.CancelledError):
        await check
    assert (await grader.check("lesson/small", exercise, defining("return 2 * x"))).passed
