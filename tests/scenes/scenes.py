"""The scenes: each screen of the app in each of its states."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from course.message import Message
from grader.errors import GraderUnavailable
from grader.verdict import Output
from tests.scenes.stage import Play, Scene, Stage
from tests.tui.fakes import FakeGrader, failed, passed, raised, until

SCENES: dict[str, Scene] = {}
"""All scenes by name."""


def scene(grader: Callable[[], FakeGrader] = FakeGrader) -> Callable[[Play], Play]:
    """Enters a scene under the name of its function."""

    def enter(play: Play) -> Play:
        name = play.__name__.replace("_", "-")
        SCENES[name] = Scene(name, play, grader)
        return play

    return enter


def holding() -> FakeGrader:
    """A grader that answers nothing before it is released."""
    return FakeGrader(hold=asyncio.Event())


def failing() -> FakeGrader:
    """A grader that finds one check of each status."""
    return FakeGrader(verdicts=[failed()])


def broken() -> FakeGrader:
    """A grader that cannot be had."""
    return FakeGrader(
        problem=GraderUnavailable(Message("grader-no-torch", {"why": "No module named 'torch'"}))
    )


def printing() -> FakeGrader:
    """A grader under which a program prints on both streams, and then fails."""
    said = [Output("stdout", "one\n"), Output("stderr", "two\n"), Output("stdout", "三\n")]
    return FakeGrader(printed=said, runs=[raised(6)])


# The map


@scene()
async def home_at_first(stage: Stage) -> None:
    """Nothing was opened yet."""


@scene()
async def home_after_some_steps(stage: Stage) -> None:
    """Some steps are passed, one was skipped."""
    await stage.open("page")
    await stage.press("f8")
    await stage.open("pick")
    await stage.press("1")
    await stage.press("escape")


@scene(broken)
async def home_without_grader(stage: Stage) -> None:
    """Torch cannot be imported."""


# Pages and quizzes


@scene()
async def page(stage: Stage) -> None:
    """Words alone."""
    await stage.open("page")


@scene()
async def snippet(stage: Stage) -> None:
    """Words with a program to run."""
    await stage.open("snippet")


@scene(printing)
async def snippet_after_an_error(stage: Stage) -> None:
    """The program raised."""
    await stage.open("snippet")
    await stage.press("f5")


@scene()
async def quiz(stage: Stage) -> None:
    """A question."""
    await stage.open("pick")


@scene()
async def quiz_answered_right(stage: Stage) -> None:
    """The right choice was made."""
    await stage.open("pick")
    await stage.press("1")


@scene()
async def quiz_answered_wrong(stage: Stage) -> None:
    """A wrong choice was made."""
    await stage.open("pick")
    await stage.press("3")


# Exercises


@scene()
async def exercise(stage: Stage) -> None:
    """Nothing was tried."""
    await stage.open("double")


@scene()
async def exercise_with_hints_and_half_a_solution_asked(stage: Stage) -> None:
    """All hints are shown; the solution was asked for once."""
    await stage.open("double")
    await stage.press("f2", "f2", "f3")


@scene(holding)
async def exercise_while_checking(stage: Stage) -> None:
    """The check takes its time."""
    await stage.open("double")
    await stage.press("f9")
    await until(lambda: any(kind == "check" for kind, _ in stage.grader.asked))


@scene(failing)
async def exercise_failed(stage: Stage) -> None:
    """One check passed, one failed, one was skipped."""
    await stage.open("double")
    await stage.press("f9")


@scene()
async def exercise_passed(stage: Stage) -> None:
    """All checks passed."""
    await stage.open("double")
    await stage.press("f9")


@scene(lambda: FakeGrader(verdicts=[passed()]))
async def solution_after_a_pass(stage: Stage) -> None:
    """The author's solution beside one's own."""
    await stage.open("double")
    await stage.press("f9")
    await stage.press("f3")


# Over any screen


@scene()
async def help_on_the_map(stage: Stage) -> None:
    """The keys of the map."""
    await stage.press("f1")


@scene()
async def help_in_a_lesson(stage: Stage) -> None:
    """The keys of an exercise."""
    await stage.open("double")
    await stage.press("f1")


@scene()
async def palette(stage: Stage) -> None:
    """All commands."""
    await stage.open("double")
    await stage.press("ctrl+p")
    await until(lambda: stage.app.screen.query("CommandList OptionList, CommandList"))
