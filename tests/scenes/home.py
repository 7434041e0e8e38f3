"""The map, the tour, and starting further on."""

from __future__ import annotations

from dataclasses import replace

from course.message import Message
from grader.errors import GraderUnavailable
from tests.scenes.stage import SMALL, Scenes, Stage
from tests.tui.fakes import FakeGrader, until
from tui.screens.home import HomeScreen
from tui.screens.placement import PlacementScreen
from tui.screens.tour import TourScreen
from tui.screens.trial import TrialScreen
from tui.session import Place

scene = Scenes([])


def broken() -> FakeGrader:
    """A grader that cannot be had."""
    why = "No module named 'torch'"
    return FakeGrader(problem=GraderUnavailable(Message("grader-host-died", {"why": why})))


async def refresh(stage: Stage) -> None:
    """Has the map drawn as things stand now."""
    home = stage.app.screen
    assert isinstance(home, HomeScreen)
    home.refresh_map()
    await stage.settle()


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
    await stage.press("1", "escape")


@scene()
async def home_with_known_steps(stage: Stage) -> None:
    """The learner started further on; lessons before the start count as known."""
    assert stage.app.study is not None
    stage.app.study.start_at(Place("views", "strides"))
    await refresh(stage)


@scene()
async def home_with_steps_unfolded(stage: Stage) -> None:
    """The lesson at the cursor shows its steps, each with its mark."""
    await stage.open("page")
    await stage.press("f8")
    await stage.open("pick")
    await stage.press("1", "escape", "down", "space", "down", "down", "down")


@scene()
async def home_with_a_long_list_unfolded(stage: Stage) -> None:
    """More lines than a small terminal has; the cursor is at the last."""
    await stage.press("down", "space", "end", "up", "space", *["down"] * 8)


@scene()
async def home_at_a_broken_lesson(stage: Stage) -> None:
    """The lesson at the cursor cannot be opened."""
    study = stage.app.study
    assert study is not None
    said = "courses/scenes/broken.yaml:3:1: unknown key `titel`; did you mean `title`?"
    study.lessons[1] = replace(study.lessons[1], problem=said)
    await refresh(stage)
    await stage.press("down", "down")


@scene()
async def home_when_all_is_done(stage: Stage) -> None:
    """Every step is passed."""
    stage.pass_all("tensors", "views", "training")
    await refresh(stage)


@scene(grader=broken, notices=True)
async def home_without_grader(stage: Stage) -> None:
    """Torch cannot be imported."""


@scene(before=lambda home: (home / "progress.sqlite3").mkdir())
async def home_when_nothing_is_saved(stage: Stage) -> None:
    """The file cannot be written."""


@scene(notices=True)
async def home_with_a_notice(stage: Stage) -> None:
    """The colours were changed, which is said in the corner."""
    stage.app.action_theme()
    await stage.settle()


@scene(theme="contrast", sizes=(SMALL,))
async def home_in_high_contrast(stage: Stage) -> None:
    """The third theme."""
    await home_with_steps_unfolded(stage)


@scene(coloured=False, sizes=(SMALL,))
async def home_without_colours(stage: Stage) -> None:
    """Colours are not wanted."""
    await home_with_steps_unfolded(stage)


@scene(sizes=((60, 16),))
async def home_in_the_least_terminal(stage: Stage) -> None:
    """As little room as the course can do with."""
    await home_with_steps_unfolded(stage)


@scene(sizes=((44, 10),))
async def too_small_a_terminal(stage: Stage) -> None:
    """Less room than that."""


# The tour


@scene(toured=False)
async def tour_of_the_map(stage: Stage) -> None:
    """The first start."""
    await stage.reach(TourScreen)


@scene(toured=False)
async def tour_of_the_keys(stage: Stage) -> None:
    """The second card."""
    await stage.reach(TourScreen)
    await stage.press("enter")


async def _tour_of_a_lesson(stage: Stage, cards: int) -> None:
    await stage.reach(TourScreen)
    await stage.press("enter", "enter")
    stage.app.screen.post_message(HomeScreen.OpenStep(Place("tensors", "double")))
    await stage.reach(TourScreen)
    await stage.press(*["enter"] * cards)


@scene(toured=False)
async def tour_of_the_words(stage: Stage) -> None:
    """The first card in a lesson."""
    await _tour_of_a_lesson(stage, 0)


@scene(toured=False)
async def tour_of_the_code(stage: Stage) -> None:
    """The second card in a lesson."""
    await _tour_of_a_lesson(stage, 1)


@scene(toured=False)
async def tour_of_the_hints(stage: Stage) -> None:
    """The last card of all."""
    await _tour_of_a_lesson(stage, 2)


# Starting further on


@scene()
async def placement(stage: Stage) -> None:
    """The lessons, one of which is chosen."""
    await stage.press("p")
    await stage.reach(PlacementScreen)
    await stage.press("down", "down", "space", "down", "down")


@scene()
async def placement_test(stage: Stage) -> None:
    """A question."""
    await stage.press("p", "t")
    await stage.reach(TrialScreen)
    await until(lambda: stage.app.screen.query("Choice"))
    await stage.settle()


@scene()
async def placement_after_the_test(stage: Stage) -> None:
    """Where the test would start."""
    await placement_test(stage)
    await stage.press("1", "0")
    await stage.press("0")
    await stage.reach(PlacementScreen)
