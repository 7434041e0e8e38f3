from __future__ import annotations

from dataclasses import replace

from textual.content import Content

from course.catalogue import Catalogue
from grader.verdict import CheckResult, LearnerError, RunResult, Verdict
from tests.tui.fakes import failed, passed
from tests.tui.summarised import scalar, tensor
from tui.failing import FailingCase, Inputs, case_text, failing_case

WORDS = Catalogue.load("en")


def verdict(*checks: CheckResult, replay: str | None = "c1f0") -> Verdict:
    return replace(failed(), checks=checks, replay=replay)


WRONG = CheckResult("x", "failed", 1, reason="values", case=2, cases=3)


def test_the_first_failing_case_is_the_one_to_run_again() -> None:
    right = CheckResult("a", "passed", 1)
    assert failing_case(verdict(right, WRONG, replace(WRONG, case=0))) == FailingCase(1, 2, "c1f0")


def test_a_check_with_inputs_and_one_case_has_that_case() -> None:
    once = CheckResult("x", "failed", 1, reason="values", given={"x": scalar(1)})
    assert failing_case(verdict(once)) == FailingCase(0, None, "c1f0")


def test_hidden_cases_rules_and_verdicts_without_cases_have_none() -> None:
    assert failing_case(verdict(replace(WRONG, hidden=True))) is None
    assert failing_case(verdict(CheckResult("s", "failed", 1, reason="source"))) is None
    assert failing_case(verdict(WRONG, replay=None)) is None
    assert failing_case(passed()) is None


def test_inputs_are_told_with_their_values_where_they_are_few() -> None:
    given = {"x": tensor([[1.0, 2.0], [3.0, 4.0]]), "n": tensor(list(range(6)), "int64"), "rows": scalar(2)}
    assert Inputs(given, Content("given"))(60).plain.split("\n") == [
        "given  x = tensor (2, 2) float32",
        "           1.0  2.0",
        "           3.0  4.0",
        "       n = tensor (6,) int64",
        "           0  1  2  3  4  5",
        "       rows = 2",
    ]


def test_a_case_that_ran_tells_its_value_or_its_error() -> None:
    result = RunResult("finished", 0.1, "cpu", value=tensor([[1.0, 2.0]]))
    assert case_text(result, WORDS).split("\n")[1] == "1.0  2.0"
    broken = RunResult("error", 0.1, "cpu", LearnerError("ValueError", "no", 3))
    assert case_text(broken, WORDS) == "Line 3   ValueError: no\n"
    assert case_text(RunResult("finished", 0.1, "cpu"), WORDS) == ""
