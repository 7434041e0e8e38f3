"""A difference over the whole screen."""

from __future__ import annotations

from typing import Any

from grader.difference import Extreme, Part, Side, TensorDifference
from grader.verdict import CheckResult
from tests.scenes.checks import ACTUAL, EXPECTED
from tests.scenes.results import check, checked
from tests.scenes.stage import SMALL, Scenes, Stage
from tests.tui.summarised import difference, tensor
from tui.screens.difference import DifferenceScreen

scene = Scenes([])


def differing(expected: Any, actual: Any, dtype: str = "float32") -> Any:
    """Makes a grader whose only check finds such a difference."""
    found = difference(expected, actual, "double(x)", dtype)
    result = CheckResult(
        "doubles a tensor",
        "failed",
        1,
        reason="values",
        case=1,
        cases=3,
        expected=tensor(expected, dtype),
        actual=tensor(actual, dtype),
        given={"x": tensor([[1.0, -2.0], [0.0, 6.25]])},
        difference=found,
    )
    return checked("failed", result, replay="c1f0")


def waves(rows: int, columns: int, turned: int = 0) -> list[list[float]]:
    """Smooth numbers."""
    return [
        [((3 * row + 2 * (column + turned)) % 29) / 4 for column in range(columns)] for row in range(rows)
    ]


def _spoilt(rows: int, columns: int) -> list[list[float]]:
    """The same, wrong in a corner."""
    found = waves(rows, columns)
    for row in range(rows // 2, rows):
        for column in range(columns // 2, columns):
            found[row][column] += (row - column) / 8
    return found


def huge() -> Any:
    """Makes a grader that found one element of a million to be wrong."""
    side = Side("tensor", (1000, 1000), "float32", "cpu", False, 0, 0)
    blocks = waves(63, 63)
    error = [[4.0 if (row, column) == (62, 43) else 0.0 for column in range(63)] for row in range(63)]
    near = waves(32, 32)
    wrong = [list(row) for row in near]
    wrong[30][16] = near[30][16] + 4
    distances = [[4.0 if (row, column) == (30, 16) else 0.0 for column in range(32)] for row in range(32)]
    extreme = Extreme((998, 700), 4.0, near[30][16], wrong[30][16])
    parts = (
        Part((0, 0), (16, 16), blocks, blocks, error, [(62, 43)]),
        Part((968, 684), (1, 1), near, wrong, distances, [(30, 16)]),
    )
    found = TensorDifference("x", side, side, 1_000_000, 1, (998, 700), extreme, None, parts)
    told = {"type": "tensor", "shape": [1000, 1000], "dtype": "float32", "device": "cpu"}
    result = CheckResult("x", "failed", 1, reason="values", expected=told, actual=told, difference=found)
    return checked("failed", result)


async def closely(stage: Stage) -> None:
    """Has some code checked, and looks closely."""
    await check(stage)
    await stage.press("f10")
    await stage.reach(DifferenceScreen)


@scene(grader=differing(EXPECTED, ACTUAL))
async def difference_in_the_report(stage: Stage) -> None:
    """Facts, the largest errors, the numbers of both sides and their difference."""
    await check(stage)


@scene(grader=differing(EXPECTED, ACTUAL), sizes=(SMALL,))
async def difference_in_the_report_its_end(stage: Stage) -> None:
    """The way to look at it closely."""
    await check(stage)
    stage.lesson.panes.bring("results", focus=True)
    await stage.scroll_to_end("#checks")


@scene(grader=differing(EXPECTED, ACTUAL))
async def difference_in_numbers(stage: Stage) -> None:
    """A small matrix, the first that differs under the glass."""
    await closely(stage)


@scene(grader=differing(EXPECTED, ACTUAL), coloured=False, sizes=(SMALL,))
async def difference_without_colours(stage: Stage) -> None:
    """Colours are not wanted."""
    await closely(stage)
    await stage.press("minus")


@scene(grader=differing(waves(40, 50), _spoilt(40, 50)))
async def difference_in_shades(stage: Stage) -> None:
    """A large matrix from afar."""
    await closely(stage)
    await stage.press("minus")


@scene(grader=differing(waves(40, 50), _spoilt(40, 50)), theme="light")
async def difference_in_points(stage: Stage) -> None:
    """From farther away still, in light colours."""
    await closely(stage)
    await stage.press("minus", "minus")


@scene(grader=differing(waves(40, 50), _spoilt(40, 50)), theme="contrast", sizes=(SMALL,))
async def difference_in_high_contrast(stage: Stage) -> None:
    """The third theme, far down a large matrix."""
    await closely(stage)
    await stage.press("minus", "pagedown", "end")


@scene(grader=differing([[1.0, "inf", "nan", 2.0]], [["nan", "-inf", "nan", 2.5]]), sizes=(SMALL,))
async def difference_of_what_is_not_finite(stage: Stage) -> None:
    """NaN and infinities have signs of their own."""
    await closely(stage)
    await stage.press("minus")


@scene(grader=differing([float(n) for n in range(40)], [float(n * (n != 7)) for n in range(40)]))
async def difference_of_vectors(stage: Stage) -> None:
    """Vectors lie below each other."""
    await closely(stage)


@scene(
    grader=differing([[[1, 2], [3, 4]]] * 3, [[[1, 2], [3, 4]]] * 2 + [[[1, 3], [2, 4]]], "int64"),
    sizes=(SMALL,),
)
async def difference_by_slices(stage: Stage) -> None:
    """The slice that differs comes first."""
    await closely(stage)


@scene(grader=huge())
async def difference_of_a_million_elements(stage: Stage) -> None:
    """A large tensor in blocks."""
    await closely(stage)
    await stage.press("minus")


@scene(grader=huge(), sizes=(SMALL,))
async def difference_of_a_million_elements_near_the_largest(stage: Stage) -> None:
    """Its largest difference, element by element."""
    await closely(stage)
    await stage.press("n")


@scene(grader=differing(EXPECTED, ACTUAL), sizes=(SMALL,))
async def help_in_a_difference(stage: Stage) -> None:
    """The keys of the page."""
    await closely(stage)
    await stage.press("f1")
