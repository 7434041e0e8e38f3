"""The bars and the list that open in the editor."""

from __future__ import annotations

from dataclasses import dataclass, field

from grader.completing import Completion, Completions
from tests.scenes.lesson import exercise_begun
from tests.scenes.stage import Scenes, Stage
from tests.tui.fakes import FakeGrader, until
from tui.widgets.completion import CompletionPopup
from tui.widgets.editor import Editor

scene = Scenes([])


@dataclass
class Knowing:
    """Completes names of torch."""

    items: tuple[Completion, ...] = field(
        default=tuple(
            Completion(name, kind)
            for name, kind in (
                *((name, "function") for name in ("zeros", "zeros_like", "zero_")),
                ("a_name_so_long_that_it_does_not_fit_into_the_list", "function"),
                *((f"z{number}", "instance") for number in range(10)),
            )
        )
    )

    async def complete(self, code: str, line: int, column: int, names: object = ()) -> Completions:
        """All of them, with a long signature."""
        signature = (
            "zeros(*size: int, out: Tensor | None = None, dtype: dtype | None = None, device=None) -> Tensor"
        )
        return Completions(self.items, 1, signature)


def knowing() -> FakeGrader:
    """A grader whose assistant knows some names."""
    return FakeGrader(assistant=Knowing())  # type: ignore[arg-type]


@scene()
async def editor_finding(stage: Stage) -> None:
    """The bar to find, with matches."""
    await exercise_begun(stage)
    await stage.press("ctrl+f")
    await stage.type(*"result")


@scene()
async def editor_finding_nothing(stage: Stage) -> None:
    """The text is not there."""
    await exercise_begun(stage)
    await stage.press("ctrl+f")
    await stage.type(*"relu")


@scene()
async def editor_replaced(stage: Stage) -> None:
    """All matches were replaced."""
    await exercise_begun(stage)
    await stage.press("ctrl+f")
    await stage.type(*"result")
    await stage.press("tab")
    await stage.type(*"out")
    await stage.press("ctrl+l")


@scene()
async def editor_going_to_a_line(stage: Stage) -> None:
    """The bar for a line's number."""
    await exercise_begun(stage)
    await stage.press("ctrl+g", "5")


@scene()
async def editor_going_beyond_the_last_line(stage: Stage) -> None:
    """There is no such line."""
    await exercise_begun(stage)
    await stage.press("ctrl+g", "9", "9")


@scene(grader=knowing)
async def editor_completing(stage: Stage) -> None:
    """The list of names, and how the call is written."""
    await exercise_begun(stage)
    await stage.write("import torch\n\nx = torch.z")
    stage.app.screen.query_one(Editor).completing.ask(asked=True)
    await until(lambda: stage.app.screen.query(CompletionPopup))
    await stage.settle()
    await stage.press("down")
