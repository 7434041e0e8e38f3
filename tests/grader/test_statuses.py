"""Every end that a program can come to is told apart, in words, with the learner's line."""

import pytest

from course.catalogue import LANGUAGES, Catalogue

pytestmark = pytest.mark.asyncio(loop_scope="session")

SIMPLE = {"solution": "import torch\nx = torch.zeros(2)", "checks": [{"observe": "x"}]}
QUICK = {**SIMPLE, "limits": {"seconds": 1}}


async def test_right_answer_passes(grade):
    verdict = await grade("import torch\nx = torch.ones(2) - 1", **SIMPLE)
    assert verdict.status == "passed"
    assert [check.status for check in verdict.checks] == ["passed"]
    assert verdict.torch
    assert verdict.replay


async def test_wrong_answer_says_expected_and_actual(grade):
    verdict = await grade("import torch\nx = torch.zeros(3)", **SIMPLE)
    (check,) = verdict.checks
    assert (verdict.status, check.status, check.reason) == ("failed", "failed", "shape")
    assert check.expected["shape"] == [2]
    assert check.actual["shape"] == [3]
    assert Catalogue.load("en").render(check.message) == "x has shape (3,); expected (2,)."


async def test_exception_names_the_learners_line(grade):
    verdict = await grade("import torch\n\ndef f():\n    return 1 / 0\n\nx = f()", **SIMPLE)
    assert verdict.status == "error"
    assert (verdict.error.type, verdict.error.line) == ("ZeroDivisionError", 4)
    outer, inner = verdict.error.frames
    assert (outer.line, outer.function, outer.text) == (6, "<module>", "x = f()")
    assert (inner.line, inner.function, inner.text) == (4, "f", "return 1 / 0")
    start, end = inner.mark
    assert inner.text[start:end] == "1 / 0"
    assert verdict.checks[0].status == "not_run"


async def test_exception_inside_torch_names_the_learners_line(grade):
    verdict = await grade("import torch\nx = torch.zeros(2) + torch.zeros(3)", **SIMPLE)
    assert (verdict.status, verdict.error.line) == ("error", 2)
    assert "must match" in verdict.error.message


@pytest.mark.parametrize(
    ("code", "status", "key", "line"),
    [
        ("x = (", "refused", "grader-syntax", 1),
        ("(" * 100_000, "refused", None, None),
        ("x = 1\nwhile True:\n    pass", "timeout", "grader-timeout", None),
        ("import os\nos._exit(0)", "crashed", "grader-exited", None),
        ("import os\nos.kill(os.getpid(), 9)", "crashed", "grader-killed", None),
        ("import ctypes\nctypes.string_at(0)", "crashed", "grader-signal", 2),
        ("import sys\nsys.exit()", "error", "error-exit-call", 2),
        ("x = 1\nquit()", "error", "error-exit-call", 2),
        ("name = input()", "error", "error-input-call", 1),
        ("import torch\nx = torch.ones(10**11)", "memory", "grader-memory", None),
        ("x = bytearray(10**11)", "memory", "grader-memory", None),
        ("x = ...", "failed", "grader-unfinished-line", 1),
    ],
)
async def test_every_end_has_its_words(grade, code, status, key, line):
    verdict = await grade(code, **QUICK)
    assert verdict.status == status
    if key is not None:
        message = verdict.error.explanation if key.startswith("error-") else verdict.message
        assert message.key == key
        for language in LANGUAGES:
            said = Catalogue.load(language).render(message)
            assert said != key
            assert "{" not in said
    if line is not None:
        assert (verdict.message or verdict.error.explanation).values["line"] == line


async def test_a_timeout_names_the_running_line(grade):
    verdict = await grade("x = 1\n\ndef spin():\n    while True:\n        pass\n\nspin()", **QUICK)
    assert verdict.status == "timeout"
    assert verdict.error.line in (4, 5)


async def test_a_probe_that_never_returns_is_a_timeout(grade):
    parts = {"solution": "def f(): return 1", "checks": [{"observe": "f()"}], "limits": {"seconds": 1}}
    verdict = await grade("def f():\n    while True: pass", **parts)
    assert (verdict.status, verdict.checks[0].status) == ("timeout", "not_run")


async def test_name_that_is_not_defined(grade):
    verdict = await grade("import torch\ny = torch.zeros(2)", **SIMPLE)
    assert verdict.checks[0].reason == "undefined"
    assert Catalogue.load("en").render(verdict.checks[0].message) == "x is not defined."


async def test_function_that_prints_instead_of_returning(grade):
    parts = {"solution": "def f(): return 1", "checks": [{"observe": "f()"}]}
    verdict = await grade("def f(): print(1)", **parts)
    assert verdict.checks[0].reason == "type"
    assert "printed instead of returned" in Catalogue.load("en").render(verdict.checks[0].message)


async def test_output_is_kept_in_both_streams(grade):
    code = (
        "import sys, os\nprint('out')\nprint('err', file=sys.stderr)\nos.write(1, b'below')\n"
        + SIMPLE["solution"]
    )
    verdict = await grade(code, **SIMPLE)
    assert verdict.status == "passed"
    assert verdict.stdout.splitlines()[0] == "out"
    assert "below" in verdict.stdout
    assert verdict.stderr == "err\n"


async def test_endless_output_is_cut_and_stopped(grade):
    verdict = await grade("while True: print('again and again')", **QUICK)
    assert verdict.status == "timeout"
    assert verdict.truncated
    assert len(verdict.stdout) < 500_000
    assert verdict.stdout.startswith("again and again\n")


async def test_a_warning_of_a_function_is_told_when_a_check_calls_it(grade):
    code = "import torch, warnings\ndef f(n):\n    warnings.warn(f'beware of {n}')\n    return n"
    checks = [{"given": {"n": "k"}, "cases": {"k": [1, 2]}, "observe": "f(n)"}]
    parts = {"solution": "def f(n): return n", "checks": checks}
    verdict = await grade(code, **parts)
    assert verdict.passed
    told = {(warning.message, warning.line) for warning in verdict.warnings}
    assert told == {("beware of 1", 3), ("beware of 2", 3)}
    hidden = await grade(code, **{**parts, "checks": [{**checks[0], "hidden": True}]})
    assert hidden.passed
    assert hidden.warnings == ()


async def test_warnings_are_captured_afresh_in_every_run(grade):
    code = (
        "import torch\na = torch.nn.functional.mse_loss(torch.zeros(3, 1), torch.zeros(3))\n"
        + SIMPLE["solution"]
    )
    for _ in range(2):
        verdict = await grade(code, **SIMPLE)
        assert [(w.type, w.line) for w in verdict.warnings] == [("UserWarning", 2)]
        assert "target size" in verdict.warnings[0].message


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ({"solution": "1 / 0"}, "grader-solution-fault"),
        ({"setup": "1 / 0"}, "grader-setup-fault"),
        ({"given": {"a": "torch.nope()"}}, "grader-given-fault"),
        ({"given": {"a": "lambda: 1"}}, "grader-given-fault"),
        ({"checks": [{"observe": "y"}]}, "grader-probe-fault"),
        ({"checks": [{"raises": "x"}]}, "grader-solution-does-not-raise"),
        ({"checks": [{"observe": "x", "satisfies": "actual.nope"}]}, "grader-condition-fault"),
        ({"solution": "import os\nos._exit(1)"}, "grader-author-died"),
    ],
)
async def test_the_authors_faults_are_never_the_learners(grade, parts, key):
    verdict = await grade(SIMPLE["solution"], **{**SIMPLE, **parts})
    assert (verdict.status, verdict.message.key) == ("grader_fault", key)


async def test_an_honest_program_is_graded_after_each_bad_one(grade):
    for bad in ("import os; os._exit(9)", "while True: pass", "import ctypes; ctypes.string_at(0)"):
        await grade(bad, **QUICK)
        assert (await grade(SIMPLE["solution"], **SIMPLE)).status == "passed"
