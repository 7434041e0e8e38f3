"""What lies over any screen: help, palette, search, the glossary."""

from __future__ import annotations

from tests.scenes.stage import Scenes, Stage
from tests.tui.fakes import until
from tui.screens.entry import EntryScreen
from tui.screens.search import SearchScreen

scene = Scenes([])


# Help


@scene()
async def help_on_the_map(stage: Stage) -> None:
    """The keys of the map."""
    await stage.press("f1")


@scene()
async def help_in_an_exercise(stage: Stage) -> None:
    """The keys of an exercise, the editor's first."""
    await stage.open("double")
    stage.lesson.panes.bring("code", focus=True)
    await stage.press("f1")


@scene()
async def help_in_an_exercise_its_end(stage: Stage) -> None:
    """The last keys, and the signs."""
    await help_in_an_exercise(stage)
    await stage.scroll_to_end(".popup VerticalScroll")


@scene()
async def help_in_a_quiz(stage: Stage) -> None:
    """The keys of a quiz."""
    await stage.open("pick")
    await stage.press("f1")


@scene()
async def help_on_the_scratch_page(stage: Stage) -> None:
    """The keys of the scratch page."""
    await stage.press("s", "f1")


# The palette


@scene()
async def palette(stage: Stage) -> None:
    """All commands."""
    await stage.open("double")
    await stage.press("ctrl+p")
    await until(lambda: stage.app.screen.query("CommandList").first().option_count)  # type: ignore[attr-defined]


@scene()
async def palette_with_a_query(stage: Stage) -> None:
    """Some commands."""
    await palette(stage)
    await stage.press("s")
    await until(lambda: stage.app.screen.query("CommandList").first().option_count)  # type: ignore[attr-defined]


# The search


async def _search(stage: Stage, query: str) -> None:
    await stage.press("slash")
    await stage.reach(SearchScreen)
    await stage.type(*query)


@scene()
async def search(stage: Stage) -> None:
    """Nothing was typed."""
    await _search(stage, "")


@scene()
async def search_with_results(stage: Stage) -> None:
    """Terms, calls, lessons and steps."""
    await _search(stage, "te")
    await stage.press("down")


@scene()
async def search_for_nothing(stage: Stage) -> None:
    """There is nothing of the kind."""
    await _search(stage, "xyz")


@scene()
async def glossary_entry(stage: Stage) -> None:
    """A term, its other names, and where it is met."""
    await _search(stage, "tensor")
    await stage.press("enter")
    await stage.reach(EntryScreen)


@scene()
async def call_entry(stage: Stage) -> None:
    """A call, and the steps that use it."""
    await _search(stage, "zeros")
    await stage.press("enter")
    await stage.reach(EntryScreen)
