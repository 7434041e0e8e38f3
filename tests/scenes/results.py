"""What came of running and checking."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from course.message import Message, Value
from grader.explaining import joined
from grader.verdict import (
    CheckResult,
    Frame,
    LearnerError,
    Output,
    RunResult,
    Status,
    Verdict,
)
from tests.scenes.checks import ACTUAL, CHECKS, WRONG
from tests.scenes.stage import SMALL, Scenes, Stage
from tests.tui.fakes import FakeGrader, passed, until
from tests.tui.summarised import tensor
from tui.waiting import Wait, waiting_line
from tui.widgets.results import VerdictLine

scene = Scenes([])

REF = "tensors/double"


def verdict(status: Status, *checks: CheckResult, **more: Any) -> Verdict:
    """A verdict of a status."""
    return replace(passed(REF), status=status, checks=checks, **more)


def checked(status: Status, *checks: CheckResult, **more: Any) -> Any:
    """Makes a grader with such a verdict."""
    return lambda: FakeGrader(verdicts=[verdict(status, *checks, **more)])


def not_run() -> tuple[CheckResult, ...]:
    """The checks of a program that did not come to its end."""
    return tuple(CheckResult(check.name, "not_run", 1) for check in CHECKS)


async def check(stage: Stage, code: str = "def double(x):\n    return x\n") -> None:
    """Has some code checked."""
    await stage.open("double")
    await stage.write(code)
    await stage.press("f9")


# Failed


@scene(grader=checked("failed", *CHECKS, replay="c1f0"))
async def failed_by_values(stage: Stage) -> None:
    """Numbers side by side, the inputs of the case, one check of each status."""
    await check(stage)


@scene(grader=checked("failed", *CHECKS, replay="c1f0"))
async def failed_by_values_its_end(stage: Stage) -> None:
    """The end of the report."""
    await check(stage)
    stage.lesson.panes.bring("results", focus=True)
    await stage.scroll_to_end("#checks")


@scene(grader=checked("failed", *CHECKS, replay="c1f0"), coloured=False, sizes=(SMALL,))
async def failed_by_values_without_colours(stage: Stage) -> None:
    """Colours are not wanted."""
    await check(stage)


@scene(grader=checked("failed", *CHECKS, replay="c1f0"), theme="contrast", sizes=(SMALL,))
async def failed_by_values_in_high_contrast(stage: Stage) -> None:
    """The third theme."""
    await check(stage)


@scene(grader=checked("failed", *WRONG))
async def failed_in_many_ways(stage: Stage) -> None:
    """By dtype, by shape, by a number, by a list, by a hidden check, by what is printed."""
    await check(stage)


@scene(
    grader=lambda: FakeGrader(
        verdicts=[verdict("failed", *CHECKS, replay="c1f0")],
        runs=[RunResult("finished", 0.01, "cpu", value=tensor(ACTUAL))],
        printed=[Output("stdout", "x is tensor([[1., -2.]])\n")],
    )
)
async def failed_and_the_case_run_again(stage: Stage) -> None:
    """What the program prints and gives with the inputs of the case."""
    await check(stage)
    await stage.press("shift+f5")


# Bad ends

ERROR = LearnerError("TypeError", "double() missing 1 required positional argument: 'x'", 2)


@scene(grader=checked("error", *not_run(), error=ERROR))
async def ended_by_an_error(stage: Stage) -> None:
    """The program raised."""
    await check(stage)


NET = (
    "from torch import nn\nfc1 = nn.Linear(256, 120)\n\n"
    "def double(x):\n    return 2 * fc1(x)\n\ndouble(torch.ones(4, 400))\n"
)
SIZES: dict[str, Value] = {"inner": "400", "outer": "256", "columns": "120", "rows": "4", "line": 5}
HERE: dict[str, Value] = {
    "left": "x",
    "left-shape": "(4, 400)",
    "right": "fc1.weight",
    "right-shape": "(120, 256)",
}
EXPLAINED = LearnerError(
    "RuntimeError",
    "mat1 and mat2 shapes cannot be multiplied (4x400 and 256x120)",
    5,
    joined(Message("error-matmul-shapes", SIZES), Message("error-matmul-shapes-here", SIZES | HERE)),
    Message("error-matmul-shapes-try", SIZES),
    (Frame(7, "<module>", "double(torch.ones(4, 400))"), Frame(5, "double", "return 2 * fc1(x)", (11, 17))),
    (
        ("fc1.weight", {"type": "tensor", "shape": [120, 256], "dtype": "float32", "requires_grad": True}),
        ("x", {"type": "tensor", "shape": [4, 400], "dtype": "float32"}),
    ),
)


@scene(grader=checked("error", *not_run(), error=EXPLAINED))
async def ended_by_an_error_that_is_explained(stage: Stage) -> None:
    """What it means, what to try, the lines, the values."""
    await check(stage, NET)
    stage.lesson.panes.bring("results", focus=True)
    await stage.settle()


@scene(grader=checked("error", *not_run(), error=EXPLAINED))
async def ended_by_an_error_with_its_original_message(stage: Stage) -> None:
    """The message is asked for."""
    await check(stage, NET)
    stage.lesson.panes.bring("results", focus=True)
    await stage.press("alt+m")
    await stage.scroll_to_end("#checks")


@scene(
    grader=checked(
        "timeout", *not_run(), message=Message("grader-timeout", {"seconds": 10, "line": 2}), seconds=10.0
    )
)
async def ended_by_the_clock(stage: Stage) -> None:
    """The program took too long."""
    await check(stage)


@scene(
    grader=checked("crashed", *not_run(), message=Message("grader-signal", {"signal": "SIGSEGV", "line": 2}))
)
async def ended_by_a_crash(stage: Stage) -> None:
    """The process died."""
    await check(stage)


@scene(grader=checked("memory", *not_run(), message=Message("grader-memory", {"limit": 2048})))
async def ended_by_memory(stage: Stage) -> None:
    """The program wanted too much memory."""
    await check(stage)


@scene(
    grader=checked(
        "refused", *not_run(), message=Message("grader-syntax", {"why": "expected ':'", "line": 1})
    )
)
async def refused(stage: Stage) -> None:
    """Python cannot read the program."""
    await check(stage, "def double(x)\n    return x\n")


@scene(
    grader=checked(
        "grader_fault", message=Message("grader-solution-fault", {"line": 3, "why": "NameError: y"})
    )
)
async def ended_by_a_fault_of_the_grader(stage: Stage) -> None:
    """The exercise is broken."""
    await check(stage)


@scene(
    grader=checked(
        "passed",
        CHECKS[0],
        warnings=(
            LearnerError(
                "UserWarning",
                "To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone().",
                3,
            ),
        ),
    )
)
async def passed_with_a_warning(stage: Stage) -> None:
    """All is right, but there is something to say."""
    await check(stage)


# Passed


@scene(
    grader=checked("passed", CHECKS[0], remark=Message("grader-idiom-calls", {"line": 2, "calls": "`sum`"}))
)
async def passed_with_a_remark(stage: Stage) -> None:
    """All is right, but PyTorch people would write it without a loop."""
    await check(stage)


@scene()
async def exercise_passed(stage: Stage) -> None:
    """All checks passed."""
    await check(stage)


@scene()
async def lesson_finished(stage: Stage) -> None:
    """The pass was the last of its lesson."""
    stage.pass_all("tensors", but="double")
    await check(stage)


@scene()
async def course_finished(stage: Stage) -> None:
    """The pass was the last of the course."""
    stage.pass_all("tensors", "views")
    stage.pass_all("training", but="fit")
    await stage.open("fit", "training")
    await stage.write("w = 2\n")
    await stage.press("f9")


# While it runs


async def _wait(stage: Stage, key: str, wait: Wait) -> None:
    """Has a program run for three seconds."""
    await stage.open("double")
    with patch("tui.screens.lesson.PATIENCE", 0.01), patch("tui.widgets.waiting.PATIENCE", 0.01):
        await stage.press(key)
        await until(lambda: stage.app.screen.query_one("#work").has_class("-has-verdict"))
    words = stage.lesson.study.words
    stage.app.screen.query_one(VerdictLine).tell(waiting_line(wait, 3.0, 7, words))


@scene(grader=lambda: FakeGrader(hold=asyncio.Event()))
async def exercise_while_checking(stage: Stage) -> None:
    """The check takes its time, of which there is an end."""
    await _wait(stage, "f9", Wait("check", 10.0))


@scene(grader=lambda: FakeGrader(hold=asyncio.Event(), printed=[Output("stdout", "epoch 1\nepoch 2\n")]))
async def exercise_while_running(stage: Stage) -> None:
    """A run, of which nobody knows how long it takes."""
    await _wait(stage, "f5", Wait("run"))


@scene(grader=lambda: FakeGrader(hold=asyncio.Event()))
async def exercise_stopped(stage: Stage) -> None:
    """Stopped by the learner."""
    await _wait(stage, "f9", Wait("check", 10.0))
    await stage.press("escape")
