"""The tabs of the results: what a program printed, bound, showed and plotted."""

from __future__ import annotations

from typing import Any

from grader.verdict import Defined, Output, Plotted, Shown
from tests.scenes.checks import EXPECTED
from tests.scenes.stage import Scenes, Stage
from tests.tui.fakes import FakeGrader
from tests.tui.summarised import listed, scalar, tensor

scene = Scenes([])


def drawing() -> FakeGrader:
    """A grader under which a program prints, shows, plots and binds."""
    image = [[float(x * y) for x in range(16)] for y in range(16)]
    loss = [Plotted("loss", [[float(step), 2.3 / (step + 1)]]) for step in range(60)]
    accuracy = [Plotted("accuracy", [[float(step), 1 - 1 / (step + 1)]]) for step in range(60)]
    names: dict[str, Any] = {
        "x": tensor(EXPECTED),
        "count": scalar(3),
        "labels": tensor([3, 1, 4, 1, 5], "int64"),
        "w": {
            "type": "tensor",
            "shape": [784, 128],
            "dtype": "float32",
            "device": "cpu",
            "requires_grad": True,
            "min": -0.1,
            "max": 0.1,
            "mean": 0.0003,
        },
        "pair": listed(scalar(1), scalar("two")),
    }
    said = [Output("stdout", "epoch 1\nepoch 2\n"), Shown("digit", tensor(image))]
    return FakeGrader(printed=[*said, *loss, *accuracy, Defined(tuple(names.items()))])


async def _draw(stage: Stage, tabs: int) -> None:
    await stage.open("loop", "training")
    await stage.press("f5", *["ctrl+o"] * tabs)
    stage.lesson.panes.bring("results", focus=True)
    await stage.settle()


@scene(grader=drawing)
async def tab_of_the_output(stage: Stage) -> None:
    """What was printed; the other tabs tell of news."""
    await _draw(stage, 0)


@scene(grader=drawing)
async def tab_of_the_tensors_with_a_picture(stage: Stage) -> None:
    """A square of numbers, as a picture."""
    await _draw(stage, 1)


@scene(grader=drawing)
async def tab_of_the_tensors_with_values(stage: Stage) -> None:
    """A small tensor in numbers."""
    await _draw(stage, 1)
    await stage.press("down")


@scene(grader=drawing)
async def tab_of_the_tensors_with_statistics(stage: Stage) -> None:
    """A large tensor in a few words."""
    await _draw(stage, 1)
    await stage.press("down", "down", "down", "down")


@scene(grader=drawing)
async def tab_of_the_plot(stage: Stage) -> None:
    """Two curves."""
    await _draw(stage, 2)


async def _empty(stage: Stage, tabs: int) -> None:
    await stage.open("double")
    await stage.press(*["ctrl+o"] * tabs)
    stage.lesson.panes.bring("results", focus=True)
    await stage.settle()


@scene()
async def tab_of_the_output_before_a_run(stage: Stage) -> None:
    """How to get something into it."""
    await _empty(stage, 1)


@scene()
async def tab_of_the_tensors_before_a_run(stage: Stage) -> None:
    """How to get something into it."""
    await _empty(stage, 2)


@scene()
async def tab_of_the_plot_before_a_run(stage: Stage) -> None:
    """How to get something into it."""
    await _empty(stage, 3)


@scene()
async def tab_of_the_output_when_nothing_was_printed(stage: Stage) -> None:
    """The program said nothing."""
    await stage.open("double")
    await stage.press("f5")
