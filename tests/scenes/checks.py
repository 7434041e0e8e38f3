"""Checks of every outcome, as the grader tells of them."""

from __future__ import annotations

from typing import Any

from course.message import Message
from grader.verdict import CheckResult, Reason, Summary
from tests.tui.summarised import listed, scalar, tensor

EXPECTED = [[2.0, -4.0, 1.25], [0.0, 12.5, 3.0], [8.0, 0.1, -0.5], [1.0, 2.0, 3.0]]
ACTUAL = [[2.0, -4.0, 1.25], [0.5, 12.5, 3.0], [8.0, 0.1, -0.75], [1.0, 2.0, 3.0]]

CHECKS = (
    CheckResult("doubles a tensor", "passed", 1),
    CheckResult(
        "doubles a number",
        "failed",
        1,
        reason="values",
        case=1,
        cases=3,
        message=Message("grader-values", {"name": "double(x)", "count": 2, "total": 12, "index": "[1, 0]"}),
        diagnosis="This returns `x` as it came. *Double* it.",
        diagnosed_by="mistake",
        expected=tensor(EXPECTED),
        actual=tensor(ACTUAL),
        given={"x": tensor([[1.0, -2.0], [0.0, 6.25]]), "rows": scalar(2)},
    ),
    CheckResult(
        "leaves its argument alone",
        "skipped",
        1,
        message=Message("grader-skipped", {"name": "doubles a number"}),
    ),
)


def wrong(name: str, reason: Reason, expected: Summary, actual: Summary, **more: Any) -> CheckResult:
    """A check that found another value than was expected."""
    return CheckResult(name, "failed", 1, reason=reason, expected=expected, actual=actual, **more)


WRONG = (
    wrong(
        "x", "dtype", tensor([[0, 0]], "int64"), tensor([[0.0, 0.0]]), diagnosis="Pass `dtype=torch.long`."
    ),
    wrong("w", "shape", tensor([[1.0, 2.0], [3.0, 4.0]]), tensor([1.0, 2.0, 3.0, 4.0])),
    wrong("n", "values", scalar(3), scalar(4), case=1, cases=3),
    wrong("both", "values", listed(scalar(1), scalar("two")), listed(scalar(1), scalar("too"))),
    wrong(
        "unseen",
        "values",
        scalar(1),
        scalar(2),
        hidden=True,
        message=Message("grader-hidden", {"name": "unseen"}),
    ),
    wrong("printed", "stdout", scalar("one\ntwo\nthree\n"), scalar("one\ntoo\nthree\nfour\n")),
)
