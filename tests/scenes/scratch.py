"""The scratch page."""

from __future__ import annotations

import asyncio

from course.message import Message
from grader.errors import GraderUnavailable
from grader.verdict import LearnerError, Output, RunResult
from tests.scenes.stage import Scenes, Stage
from tests.tui.fakes import until
from tests.tui.scratch_fakes import FINE, FakeInterpreter, ScratchGrader, defined
from tests.tui.summarised import scalar, tensor
from tui.cells import busy_line
from tui.scratch import Phase
from tui.screens.scratch import ScratchScreen
from tui.widgets.cells import CellView
from tui.widgets.output import OutputView

scene = Scenes([])

NAMES = defined(
    x=tensor([[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], "int64"),
    n=scalar(3),
    model={"type": "Sequential", "parameters": [["0.weight", [10, 4]], ["0.bias", [10]]]},
    a_rather_long_name_of_a_tensor=tensor([0.5]),
)


def page(stage: Stage) -> ScratchScreen:
    """The scratch page."""
    screen = stage.app.screen
    assert isinstance(screen, ScratchScreen)
    return screen


async def go(stage: Stage) -> None:
    """Opens the scratch page."""
    await stage.press("s")
    await stage.reach(ScratchScreen)
    await until(lambda: page(stage).prompt.has_focus)


async def run(stage: Stage, code: str) -> None:
    """Runs a cell to its end."""
    count = len(stage.app.screen.query(CellView))
    page(stage).prompt.insert(code)
    await stage.press("f5")
    await until(lambda: len(stage.app.screen.query(CellView)) > count and not page(stage).scratch.busy)
    await stage.settle()


async def hold(stage: Stage, code: str, phase: Phase, *, torch_there: bool) -> None:
    """Has a cell wait for three seconds."""
    page(stage).prompt.insert(code)
    await stage.press("f5")
    await until(lambda: stage.app.screen.query(CellView))
    cell = stage.app.screen.query(CellView).last()
    await until(lambda: cell._ticker is not None and page(stage).scratch.phase == phase)
    assert cell._ticker is not None
    cell._ticker.stop()
    cell.query_one(OutputView).flush()
    busy = cell.query_one(".cell-busy")
    busy.display = True
    words = page(stage).study.words
    busy.update(busy_line(phase, 3.0, 1, torch_there=torch_there, words=words))  # type: ignore[attr-defined]
    await stage.settle()


def answering() -> ScratchGrader:
    """A grader whose interpreter prints a value, then fails, then dies."""
    error = RunResult("error", 0.01, "cpu", LearnerError("KeyError", "'b'", 2))
    crash = Message("grader-signal", {"signal": "SIGSEGV", "line": 0})
    value = "tensor([[ 0,  1,  2,  3],\n        [ 4,  5,  6,  7],\n        [ 8,  9, 10, 11]])\n"
    living = FakeInterpreter(events=[Output("stdout", value), NAMES], results=[FINE, error])
    dying = FakeInterpreter(
        dies=True,
        events=[Output("stderr", "bye\n")],
        results=[RunResult("crashed", 0.1, "cpu", message=crash)],
    )
    return ScratchGrader(interpreters=[living, dying])


def refusing() -> ScratchGrader:
    """A grader that cannot be had."""
    fault = GraderUnavailable(Message("grader-host-died", {"why": "No module named 'torch'"}))
    return ScratchGrader(problem=fault, refuses=fault)


@scene(grader=ScratchGrader)
async def scratch_empty(stage: Stage) -> None:
    """What one could try."""
    await go(stage)


@scene(grader=refusing)
async def scratch_without_grader(stage: Stage) -> None:
    """Nothing can be run, which is said before and after one tries."""
    await go(stage)


@scene(grader=refusing)
async def scratch_cell_without_grader(stage: Stage) -> None:
    """A cell that could not be run."""
    await go(stage)
    await run(stage, "1 + 1")


@scene(grader=lambda: ScratchGrader(gate=asyncio.Event(), hold=asyncio.Event()))
async def scratch_starting(stage: Stage) -> None:
    """The first cell waits for torch."""
    await go(stage)
    await hold(stage, "x = torch.arange(12).view(3, 4)", "starting", torch_there=False)


@scene(grader=answering)
async def scratch_cells(stage: Stage) -> None:
    """A value, and an error."""
    await go(stage)
    await run(stage, "x = torch.arange(12).view(3, 4)\nx")
    await run(stage, 'n = {"a": 1}\nn["b"]')


@scene(grader=answering)
async def scratch_names(stage: Stage) -> None:
    """The pane of names was turned on, or off where it stands by itself."""
    await scratch_cells(stage)
    await stage.press("ctrl+o")


@scene(grader=answering)
async def scratch_renewed_and_lost(stage: Stage) -> None:
    """A new interpreter, which a cell then takes with it."""
    await go(stage)
    await run(stage, "x")
    await stage.press("f4")
    await run(stage, "import os; os._exit(3)")


def held() -> ScratchGrader:
    """A grader whose interpreter takes its time, and obeys."""
    waiting = FakeInterpreter(hold=asyncio.Event(), events=[Output("stdout", "epoch 1\nepoch 2\n"), NAMES])
    return ScratchGrader(interpreters=[waiting], hold=asyncio.Event())


@scene(grader=held)
async def scratch_running(stage: Stage) -> None:
    """A cell runs, and the next is being written."""
    await go(stage)
    await hold(stage, "for epoch in range(100):\n    train(epoch)", "running", torch_there=True)
    page(stage).prompt.insert("x.sum()")
    await stage.scroll_to_end("#cells")


@scene(grader=held)
async def scratch_stopped(stage: Stage) -> None:
    """A cell was stopped."""
    await scratch_running(stage)
    await stage.press("escape")
    await until(lambda: not page(stage).scratch.busy)


@scene(grader=answering)
async def scratch_writing_a_block(stage: Stage) -> None:
    """A prompt of several lines, over a page with cells."""
    await go(stage)
    await run(stage, "x = torch.arange(12).view(3, 4)\nx")
    page(stage).prompt.insert("for row in x:\n    print(row.sum())\n    ")
