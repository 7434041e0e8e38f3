"""The steps of a lesson: pages, quizzes, exercises, and the editor."""

from __future__ import annotations

from grader.verdict import Output
from tests.scenes.stage import SMALL, Scenes, Stage
from tests.tui.fakes import FakeGrader, raised
from tui.session import Place

scene = Scenes([])

CODE = """import torch

def double(x):
    result = x.clone()
    for row in range(len(x)):
        result[row] = 2 * x[row]
    return result

print(double(torch.ones(3, 2)))
"""


def printing() -> FakeGrader:
    """A grader under which a program prints on both streams and in colours, and then fails."""
    said = [
        Output("stdout", "out\n"),
        Output("stderr", "err\n"),
        Output("stdout", "中文输出很长" * 20 + "\n"),
        Output("stdout", "\x1b[32mgreen\x1b[0m, \x1b[1;31mbold red\x1b[0m and \x1b[33myellow\x1b[0m\n"),
    ]
    return FakeGrader(printed=[*said], runs=[raised(6)])


# Pages


@scene()
async def page(stage: Stage) -> None:
    """Words alone."""
    await stage.open("page")


@scene()
async def page_scrolled(stage: Stage) -> None:
    """The end of a long page."""
    await stage.open("page")
    await stage.scroll_to_end("#words")


@scene(theme="light", sizes=(SMALL,))
async def page_in_light_colours(stage: Stage) -> None:
    """The second theme."""
    await stage.open("page")


@scene()
async def page_that_changed_since(stage: Stage) -> None:
    """The step was passed, and is another now."""
    study = stage.app.study
    assert study is not None
    study.marks[Place("tensors", "double")] = "changed"
    await stage.open("double")


@scene()
async def snippet(stage: Stage) -> None:
    """Words with a program to run."""
    await stage.open("snippet")


@scene(grader=printing)
async def snippet_after_an_error(stage: Stage) -> None:
    """The program raised; the report is in front."""
    await stage.open("snippet")
    await stage.press("f5")


@scene(grader=printing)
async def snippet_after_an_error_its_output(stage: Stage) -> None:
    """What it had printed on both streams, in its colours."""
    await stage.open("snippet")
    await stage.press("f5", "ctrl+o")


@scene(grader=printing)
async def snippet_after_an_error_its_code(stage: Stage) -> None:
    """The line that failed is marked."""
    await stage.open("snippet")
    await stage.press("f5")
    stage.lesson.panes.bring("code", focus=True)
    await stage.settle()


# Quizzes


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


@scene()
async def quiz_with_a_snippet(stage: Stage) -> None:
    """The question is about a program."""
    await stage.open("printed")


@scene(grader=lambda: FakeGrader(printed=[Output("stdout", "6\n")]))
async def quiz_with_a_snippet_answered(stage: Stage) -> None:
    """The program was run for the answer."""
    await stage.open("printed")
    await stage.press("2")


@scene(grader=lambda: FakeGrader(runs=[raised(1)]))
async def quiz_whose_snippet_failed(stage: Stage) -> None:
    """Nothing can be said of the answer."""
    await stage.open("printed")
    await stage.press("2")


# Exercises


@scene()
async def exercise(stage: Stage) -> None:
    """Nothing was tried."""
    await stage.open("double")


@scene()
async def exercise_with_all_hints(stage: Stage) -> None:
    """Both hints are shown, one with code."""
    await stage.open("double")
    await stage.press("f2", "f2")


@scene()
async def exercise_with_a_line_of_the_solution(stage: Stage) -> None:
    """After the hints comes the solution, a line at a time."""
    await exercise_with_all_hints(stage)
    await stage.press("f2")


@scene()
async def exercise_whose_solution_was_asked_for_once(stage: Stage) -> None:
    """It is shown when it is asked for again."""
    await stage.open("double")
    await stage.press("f3")


@scene()
async def exercise_begun(stage: Stage) -> None:
    """The editor has the focus, and code."""
    await stage.open("double")
    await stage.write(CODE)
    stage.lesson.panes.bring("code", focus=True)
    await stage.settle()


@scene(theme="light", sizes=(SMALL,))
async def exercise_begun_in_light_colours(stage: Stage) -> None:
    """The second theme."""
    await exercise_begun(stage)


@scene(coloured=False, sizes=(SMALL,))
async def exercise_begun_without_colours(stage: Stage) -> None:
    """Colours are not wanted; some code is chosen."""
    await exercise_begun(stage)
    await stage.press("shift+up", "shift+up")


# The panes


@scene()
async def results_pane_before_a_check(stage: Stage) -> None:
    """Nothing to tell yet, but how to get it."""
    await stage.open("double")
    stage.lesson.panes.bring("results", focus=True)
    await stage.settle()


@scene()
async def code_pane_zoomed(stage: Stage) -> None:
    """The code has the whole screen."""
    await exercise_begun(stage)
    await stage.press("alt+z")


@scene(sizes=((100, 30),))
async def exercise_at_a_hundred_columns(stage: Stage) -> None:
    """The least room in which words and code stand side by side."""
    await exercise_begun(stage)


@scene(sizes=((60, 16),))
async def exercise_in_the_least_terminal(stage: Stage) -> None:
    """As little room as the course can do with."""
    await exercise_begun(stage)


@scene(sizes=((60, 16),))
async def quiz_in_the_least_terminal(stage: Stage) -> None:
    """As little room as the course can do with."""
    await stage.open("pick")
