"""One case of a verdict run again in the open: the same inputs, all output heard, the probe's value told."""

import asyncio

import psutil
import pytest

from course.catalogue import LANGUAGES, Catalogue
from grader.verdict import Defined, Output
from tests.grader.conftest import build
from tests.grader.test_hostile import ANSWER_MYSELF, LIES
from tests.grader.test_liveness import until

pytestmark = pytest.mark.asyncio(loop_scope="session")

DOUBLE = build(
    setup="base = 10",
    helpers="def apply(f, x): return f(x)",
    given={"w": "torch.randn(m)"},
    cases={"m": [2, 3]},
    solution="def f(x): return x * 2",
    checks=[
        {"observe": "w"},
        {"given": {"x": "torch.randn(n)"}, "cases": {"n": [2, 3, 4]}, "observe": "apply(f, x)"},
        {"given": {"x": "torch.randn(2)"}, "observe": "f(x)", "hidden": True},
        {"source": {"forbid": ["torch.add"]}},
    ],
)
WRONG = "print('program', m)\ndef f(x):\n    print('probe', len(x))\n    return x * 3"
PRINTING = build(
    solution="print('a')\ndef f(x): print(x)",
    checks=[
        {"stdout": True},
        {"stdout": "f(n)", "cases": {"n": [1, 2]}},
        {"raises": "int('a')"},
    ],
)
SIMPLE = build(solution="x = 1", checks=[{"observe": "x"}, {"observe": "f(2)", "expect": 2}])


async def replay_of(grader, exercise, code="x = 1"):
    return (await grader.check("l/e", exercise, code)).replay


async def test_the_failing_case_gives_what_was_found(either_grader):
    verdict = await either_grader.check("l/e", DOUBLE, WRONG)
    failing = verdict.checks[1]
    events = []
    result = await either_grader.run_case(
        "l/e", DOUBLE, WRONG, replay=verdict.replay, check=1, case=failing.case, on_event=events.append
    )
    assert (result.status, result.value) == ("finished", failing.actual)
    texts = [event.text for event in events if isinstance(event, Output)]
    length, rows = failing.actual["shape"][0], failing.given["m"]["value"]
    assert texts == [f"program {rows}\n", f"probe {length}\n"]
    assert result.stdout == "".join(texts)


async def test_every_case_has_its_own_inputs_and_the_same_again(grader):
    replay = await replay_of(grader, DOUBLE, WRONG)

    async def value(case):
        result = await grader.run_case("l/e", DOUBLE, WRONG, replay=replay, check=1, case=case)
        return result.value["shape"], result.value["values"]

    values = [await value(case) for case in range(6)]
    assert [shape for shape, _ in values] == [[2], [3], [4], [2], [3], [4]]
    assert len({str(numbers) for _, numbers in values}) == 6
    assert await value(4) == values[4]


async def test_fill_agrees_with_the_case(grader):
    exercise = build(
        solution="import torch\nmodel = torch.nn.Linear(2, 2)",
        checks=[{"observe": "fill(model).weight", "cases": {"n": [1, 2]}}],
    )
    wrong = "import torch\nmodel = torch.nn.Linear(2, 2, dtype=torch.float64)"
    verdict = await grader.check("l/e", exercise, wrong)
    result = await grader.run_case("l/e", exercise, wrong, replay=verdict.replay, check=0, case=0)
    assert result.value == verdict.checks[0].actual


async def test_data_sets_and_names_bound_are_there(grader):
    exercise = build(
        data="digits",
        solution="n = len(train_x)",
        checks=[{"observe": "n + k", "given": {"k": "len(test_x)"}}],
    )
    code, events = "n = len(train_x)", []
    replay = await replay_of(grader, exercise, code)
    result = await grader.run_case(
        "l/e", exercise, code, replay=replay, check=0, case=None, on_event=events.append
    )
    (defined,) = [dict(event.names) for event in events if isinstance(event, Defined)]
    assert {"train_x", "train_y", "test_x", "n"} == defined.keys()
    assert result.value["value"] > defined["n"]["value"] > 0


@pytest.mark.parametrize(
    ("check", "case", "value", "printed"),
    [
        (0, None, None, "a\n"),
        (1, 1, {"type": "str", "value": "2\n"}, "a\n2\n"),
        (2, None, "error", "a\n"),
    ],
)
async def test_checks_of_other_kinds(grader, check, case, value, printed):
    replay = await replay_of(grader, PRINTING)
    code = PRINTING.solution
    result = await grader.run_case("l/e", PRINTING, code, replay=replay, check=check, case=case)
    assert result.stdout == printed
    if value == "error":
        assert (result.status, result.error.type) == ("error", "ValueError")
    else:
        assert (result.status, result.value) == ("finished", value)


async def test_a_source_check_runs_the_program(grader):
    replay = await replay_of(grader, DOUBLE, WRONG)
    result = await grader.run_case("l/e", DOUBLE, WRONG, replay=replay, check=3, case=1)
    assert (result.status, result.value, result.stdout) == ("finished", None, "program 3\n")


@pytest.mark.parametrize(
    ("code", "check", "status", "error", "line"),
    [
        ("x = 1\nx = y", 0, "error", "NameError", 2),
        ("def f(x):\n    return x / 0", 1, "error", "ZeroDivisionError", 2),
        ("y = 1", 0, "error", "NameError", None),
        ("def f(x):\n    return bytearray(10**12)", 1, "memory", "MemoryError", 2),
        ("def f(x):\n    raise SystemExit", 1, "error", "SystemExit", 2),
        ("x = (", 0, "error", "SyntaxError", 1),
    ],
)
async def test_errors_of_program_and_probe_name_the_learners_line(grader, code, check, status, error, line):
    replay = await replay_of(grader, SIMPLE)
    result = await grader.run_case("l/e", SIMPLE, code, replay=replay, check=check, case=None)
    assert (result.status, result.error.type, result.error.line) == (status, error, line)
    assert result.value is None


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("def f(x):\n    while True: pass", "timeout"),
        ("def f(x):\n    import os; os._exit(3)", "crashed"),
        ("def f(x):\n    import ctypes; ctypes.string_at(0)", "crashed"),
    ],
)
async def test_a_probe_can_end_the_run(grader, code, status):
    replay = await replay_of(grader, SIMPLE)
    result = await grader.run_case("l/e", SIMPLE, code, replay=replay, check=1, case=None, seconds=1.0)
    assert (result.status, result.value) == (status, None)


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
async def test_a_lie_is_no_fault_of_the_grader(grader, lie):
    replay = await replay_of(grader, SIMPLE)
    code = ANSWER_MYSELF + lie + "\nstay()"
    result = await grader.run_case("l/e", SIMPLE, code, replay=replay, check=0, case=None, seconds=2.0)
    assert result.status != "grader_fault", result.message


@pytest.mark.parametrize(
    ("replay", "check", "case", "key"),
    [
        (None, 2, 0, "grader-case-hidden"),
        (None, 9, 0, "grader-case-none"),
        (None, -1, 0, "grader-case-none"),
        (None, 1, 6, "grader-case-none"),
        (None, 1, -1, "grader-case-none"),
        ("foreign", 1, 0, "grader-case-stale"),
        ("", 1, 0, "grader-case-stale"),
    ],
)
async def test_what_cannot_be_run_is_refused_in_words(grader, replay, check, case, key):
    token = await replay_of(grader, DOUBLE if replay is None else SIMPLE) if replay != "" else ""
    result = await grader.run_case("l/e", DOUBLE, WRONG, replay=token, check=check, case=case)
    assert (result.status, result.message.key, result.stdout) == ("refused", key, "")
    for language in LANGUAGES:
        assert Catalogue.load(language).render(result.message) != key


async def test_a_changed_exercise_is_refused(grader):
    replay = await replay_of(grader, DOUBLE, WRONG)
    changed = DOUBLE.model_copy(update={"given": {"w": "torch.zeros(m)"}})
    result = await grader.run_case("l/e", changed, WRONG, replay=replay, check=0, case=0)
    assert (result.status, result.message.key) == ("refused", "grader-case-stale")


async def test_cancelling_ends_every_process(grader):
    (host,) = [
        child for child in psutil.Process().children() if child.pid == grader._launcher._hosts[0]._process.pid
    ]
    grader.assistant.drop()  # an earlier test may have asked it
    replay = await replay_of(grader, SIMPLE)
    await until(lambda: len(host.children()) <= 1, "workers of the check are still there")
    before = set(host.children())
    heard = asyncio.Event()
    code = "def f(x):\n    print(x)\n    while True: pass"
    task = asyncio.create_task(
        grader.run_case(
            "l/e", SIMPLE, code, replay=replay, check=1, case=None, on_event=lambda event: heard.set()
        )
    )
    await asyncio.wait_for(heard.wait(), 30)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await until(lambda: set(host.children()) <= before, "the run's process is still there")
