"""What a learner sees after running and checking, in the app."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.selection import Selection
from textual.widgets import OptionList

from course.message import Message
from grader.verdict import CheckResult, Defined, LearnerError, Output, Plotted, RunResult, Shown, Verdict
from tests.tui.fakes import Sitting, failed, passed, raised, sitting, until
from tests.tui.playing import lesson, open_step, page, played, settled, text
from tests.tui.summarised import scalar, tensor
from tui.session import Place
from tui.setting import Wrapped
from tui.widgets.heat import HeatMap
from tui.widgets.output import OutputView
from tui.widgets.plot import Canvas
from tui.widgets.prose import BlockView
from tui.widgets.results import Results, VerdictLine

WRONG = CheckResult(
    "double(x)",
    "failed",
    1,
    reason="values",
    case=1,
    cases=3,
    message=Message("grader-values", {"name": "x", "count": 1, "total": 2, "index": "[0]"}),
    expected=tensor([[2.0, 4.0]]),
    actual=tensor([[2.5, 4.0]]),
    given={"x": tensor([[1.0, 2.0]])},
)


def wrong() -> Verdict:
    """A verdict with a case that can be run again."""
    return replace(failed(), replay="c1f0", checks=(WRONG,))


def shown(pilot: Pilot[int], widget: str = "Results") -> str:
    """All that is painted where a widget stands."""
    region = pilot.app.screen.query_one(widget).region
    strips = pilot.app.screen._compositor.render_strips()[region.y : region.bottom]
    return "\n".join(strip.crop(region.x, region.right).text.rstrip() for strip in strips)


def offer(pilot: Pilot[int], words: str) -> BlockView:
    """The line of the report with some words."""
    views = pilot.app.screen.query_one("#report").query(BlockView)
    return next(
        view for view in views if isinstance(view.visual, Wrapped) and words in view.visual.text.plain
    )


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_a_wrong_value_is_shown_beside_the_expected_one(tmp_path: Path, size: tuple[int, int]) -> None:
    told = sitting(tmp_path)
    told.grader.verdicts = [wrong()]
    async with played(told, size) as pilot:
        await open_step(pilot, "double")
        await pilot.press("f9")
        await settled(pilot)
        await until(lambda: "2.5✗ 4.0" in shown(pilot))
        assert "1 of 2 differ, most at [0]" in shown(pilot)
        assert "case 2 of 3" in shown(pilot)


async def test_the_failing_case_is_run_by_key_and_by_mouse(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.verdicts = [wrong()]
    value = RunResult("finished", 0.01, "cpu", value=tensor([[2.5, 4.0]]))
    told.grader.runs = [value, value]
    async with played(told, (120, 50)) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("shift+f5")
        await settled(pilot)
        assert not any(kind == "case" for kind, _ in told.grader.asked), "nothing has failed yet"
        await pilot.press("f9")
        await settled(pilot)
        await pilot.press("shift+f5")
        await settled(pilot)
        assert told.grader.asked[-1] == ("case", "c1f0 0 1")
        await until(lambda: "your code gives tensor (1, 2) float32" in shown(pilot))
        assert screen.query_one(Results).tab == "output"
        assert "double(x)" in page(pilot, "#report"), "the verdict stays to be read again"
        screen.query_one(Results).bring("checks")
        await pilot.pause()
        await pilot.click(offer(pilot, "Run this case"), offset=(5, 0))
        await until(lambda: [kind for kind, _ in told.grader.asked].count("case") == 2)


async def test_a_pass_turns_its_dot_and_offers_the_solution_and_the_next_step(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("f9")
        await settled(pilot)
        line = screen.query_one(VerdictLine)
        await until(lambda: line.has_class("-good") and not line.has_class("-washed"))
        assert "●" in text(pilot, "TitleBar")
        await pilot.click(offer(pilot, "Go on"), offset=(5, 0))
        await until(lambda: lesson(pilot).place == Place("third", "page"))


async def test_a_pass_that_finishes_the_lesson_says_so(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        await open_step(pilot, "double")
        assert told.app.study is not None
        for step in ("page", "snippet", "pick", "printed"):
            told.app.study.marks[Place("first", step)] = "passed"
        await pilot.press("f9")
        await settled(pilot)
        assert "The lesson “The first lesson” is done: all 5 steps." in page(pilot, "#report")
        assert "Next comes “A third one”." in page(pilot, "#report")


@pytest.mark.parametrize("status", ["crashed", "timeout", "memory", "error", "refused", "grader_fault"])
async def test_every_bad_end_is_told_in_the_line_and_in_the_report(tmp_path: Path, status: str) -> None:
    told = sitting(tmp_path)
    error = LearnerError("ValueError", "too short", 2) if status == "error" else None
    message = Message("grader-timeout", {"seconds": 10, "line": 2})
    end = replace(
        passed(),
        status=status,  # type: ignore[arg-type]
        error=error,
        message=message,
        checks=(CheckResult("x", "not_run", 1),),
    )
    told.grader.verdicts = [end]
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("f9")
        await settled(pilot)
        line = screen.query_one(VerdictLine)
        assert line.has_class("-bad") == (status != "grader_fault")
        assert not line.has_class("-good")
        assert "Stopped after 10 s" in page(pilot, "#report")
        assert "x   not run" in page(pilot, "#report")


# While it runs


async def test_what_is_quick_leaves_the_last_results_until_the_next(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.verdicts = [wrong()]
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("f9")
        await settled(pilot)
        told.grader.hold = asyncio.Event()
        before = text(pilot, "VerdictLine")
        screen.action_check()
        await until(lambda: [kind for kind, _ in told.grader.asked].count("check") == 2)
        assert text(pilot, "VerdictLine") == before
        assert "double(x)" in page(pilot, "#report")
        told.grader.hold.set()
        await settled(pilot)
        assert "Passed" in text(pilot, "VerdictLine")


async def test_what_takes_long_shows_a_bar_and_is_stopped_by_a_click(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.hold = asyncio.Event()
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("f9")
        await until(lambda: "s of 10 s" in text(pilot, "VerdictLine"))
        column = screen.query_one(VerdictLine).render_line(0).text.index("Esc")
        await pilot.click(VerdictLine, offset=(column + 2, 0))
        await settled(pilot)
        assert told.grader.stopped == 1
        assert "Stopped" in text(pilot, "VerdictLine")


async def test_a_narrow_screen_brings_a_long_run_to_sight(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.hold = asyncio.Event()
    async with played(told, (80, 24)) as pilot:
        await open_step(pilot, "double")
        await pilot.press("f5")
        await until(lambda: "Running" in shown(pilot, "#panes"))


# Output


def colours(view: OutputView, row: int) -> set[str]:
    return {
        segment.style.color.name
        for segment in view.render_line(row)
        if segment.text.strip() and segment.style is not None and segment.style.color is not None
    }


async def test_output_keeps_its_colours_and_is_copied_without_them(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.printed = [Output("stdout", "a \x1b[31mred\x1b[0m word\n" + "x" * 200 + "\n")]
    async with played(told) as pilot:
        screen = await open_step(pilot, "snippet")
        await pilot.press("f5")
        await settled(pilot)
        view = screen.query_one(OutputView)
        known = pilot.app.theme_variables
        assert colours(view, 0) == {known["ink"], known["bad"]}
        copied = view.get_selection(Selection(None, None))
        assert copied is not None
        assert copied[0] == "a red word\n" + "x" * 200


async def test_the_bar_beside_long_output_stands_where_the_output_does(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "snippet")
        view = screen.query_one(OutputView)
        view.feed("stdout", "a line\n" * 300)
        await until(lambda: "▐" in shown(pilot, "OutputView"))
        assert view.scroll_y == view.max_scroll_y
        assert "▐" in shown(pilot, "OutputView").rstrip().splitlines()[-1]


async def test_colours_follow_the_theme(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.printed = [Output("stdout", "\x1b[32mgreen\x1b[0m\n")]
    async with played(told) as pilot:
        screen = await open_step(pilot, "snippet")
        await pilot.press("f5")
        await settled(pilot)
        pilot.app.theme = "light"
        view = screen.query_one(OutputView)
        await until(lambda: colours(view, 0) == {pilot.app.theme_variables["good"]})


# Values and curves


def drawing() -> list[object]:
    """What a program says that binds, shows and plots."""
    image = [[float(x * y) for x in range(20)] for y in range(20)]
    return [
        Output("stdout", "one\ntwo\n"),
        Shown("digit", tensor(image)),
        *(Plotted("loss", [[0.0, 1.0 / (step + 1)]]) for step in range(30)),
        Defined((("x", tensor([[1.0, 2.0]])), ("n", scalar(3)))),
    ]


async def drawn(told: Sitting, pilot: Pilot[int]) -> None:
    told.grader.printed = drawing()  # type: ignore[assignment]
    await open_step(pilot, "snippet")
    await pilot.press("f5")
    await settled(pilot)


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_tabs_tell_what_is_new_until_they_are_looked_at(tmp_path: Path, size: tuple[int, int]) -> None:
    told = sitting(tmp_path)
    async with played(told, size) as pilot:
        await drawn(told, pilot)
        assert text(pilot, "#result-tabs") == "Messages   Output   Tensors +3   Plot +30   ^o"
        await pilot.press("ctrl+o")
        assert text(pilot, "#result-tabs") == "Messages   Output   Tensors   Plot +30   ^o"


async def test_a_name_shows_its_values_and_an_image_is_a_picture(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told, (120, 50)) as pilot:
        await drawn(told, pilot)
        await pilot.press("ctrl+o")
        names = pilot.app.screen.query_one(OptionList)
        await until(lambda: pilot.app.screen.query(HeatMap))
        assert "▀" in text(pilot, "HeatMap")
        names.focus()
        await pilot.press("down")
        await until(lambda: "· 1.0  █ 2.0" in shown(pilot))
        assert not pilot.app.screen.query(HeatMap)


async def test_without_colour_a_picture_is_drawn_in_signs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    told = sitting(tmp_path)
    async with played(told, (120, 50)) as pilot:
        await drawn(told, pilot)
        await pilot.press("ctrl+o")
        await until(lambda: pilot.app.screen.query(HeatMap))
        assert "██" in text(pilot, "HeatMap")
        assert "▀" not in text(pilot, "HeatMap")


async def test_curves_are_drawn_and_told_in_words(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        await drawn(told, pilot)
        await pilot.press("ctrl+o", "ctrl+o")
        await until(lambda: "└" in text(pilot, "Canvas"))
        assert "loss: 30 points, from 1 to 0.03333" in text(pilot, "#plot-words")


async def test_empty_tabs_say_what_to_do(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        assert "F9" in shown(pilot)
        for said in ("F5 runs your code; what it prints", "the names it binds", "from blitz import plot"):
            await pilot.press("ctrl+o")
            await until(lambda said=said: said in shown(pilot))  # type: ignore[misc]
        assert not screen.query_one(Canvas).display


async def test_the_next_run_forgets_the_last(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        await drawn(told, pilot)
        told.grader.printed = []
        told.grader.runs = [raised()]
        await pilot.press("f5")
        await settled(pilot)
        results = pilot.app.screen.query_one(Results)
        assert not any(results.has(tab) for tab in ("output", "tensors", "plot"))
        assert "KeyError" in page(pilot, "#report")


async def test_the_original_message_of_an_explained_error_is_a_key_and_a_click_away(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    error = LearnerError("RuntimeError", "mat1 and so on", 1, Message("app-stopped"), Message("app-stopped"))
    told.grader.verdicts = [replace(passed(), status="error", error=error, checks=())] * 2
    async with played(told, (80, 24)) as pilot:
        await open_step(pilot, "double")
        await pilot.press("f9")
        await settled(pilot)
        await until(lambda: "The original message" in shown(pilot))
        assert "mat1" not in shown(pilot)
        await pilot.press("alt+m")
        await until(lambda: "mat1 and so on" in shown(pilot))
        await pilot.press("alt+m")
        await until(lambda: "mat1" not in shown(pilot))
        await pilot.click(offer(pilot, "The original message"), offset=(6, 0))
        await until(lambda: "mat1 and so on" in shown(pilot))
        await pilot.press("f9")
        await settled(pilot)
        await until(lambda: "mat1" not in shown(pilot))
