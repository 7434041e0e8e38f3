from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from course.message import Message
from course.progress import Progress
from grader.errors import GraderUnavailable
from grader.verdict import LearnerError, Output, RunResult
from tests.tui.fakes import COURSE, open_toured, sitting, until
from tests.tui.scratch_fakes import FINE, FakeInterpreter, ScratchGrader, defined
from tui.app import CourseApp
from tui.opening import Parts, Request
from tui.prompt import SUGGESTIONS
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.screens.scratch import ScratchScreen
from tui.session import Place
from tui.widgets.bars import KeyBar
from tui.widgets.cells import CellView
from tui.widgets.editor import Editor
from tui.widgets.names import NamesPane
from tui.widgets.output import OutputView
from tui.widgets.prompt import Prompt
from tui.widgets.suggestions import Suggestions

TENSOR = {"type": "tensor", "shape": [3, 4], "dtype": "int64", "device": "cpu"}


class Page:
    """The scratch page under test, opened from the map."""

    def __init__(self, pilot: Pilot[int], app: CourseApp) -> None:
        self.pilot = pilot
        self.app = app

    @property
    def screen(self) -> ScratchScreen:
        assert isinstance(self.app.screen, ScratchScreen)
        return self.app.screen

    @property
    def prompt(self) -> Prompt:
        return self.screen.prompt

    @property
    def cells(self) -> list[CellView]:
        return list(self.screen.query(CellView))

    async def write(self, code: str, *keys: str) -> None:
        self.prompt.insert(code)
        await self.pilot.press(*keys)

    async def run(self, code: str) -> CellView:
        """The cell of some code, which came to its end."""
        count = len(self.cells)
        await self.write(code, "f5")
        await until(lambda: len(self.cells) == count + 1 and not self.screen.scratch.busy)
        await until(lambda: not self.cells[-1].running)
        await self.pilot.pause()
        return self.cells[-1]

    def shown(self) -> str:
        """What stands on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


@asynccontextmanager
async def opened(home: Path, size: tuple[int, int] = (120, 36), **request: Any) -> AsyncIterator[Page]:
    """The app with its scratch page open; `interpreters` are those that the grader gives."""
    fields = {
        name: request.pop(name) for name in ("interpreters", "gate", "refuses", "problem") if name in request
    }
    told = sitting(home, grader=ScratchGrader(**fields), **request)
    async with scratch_page(told.app, size) as page:
        yield page


@asynccontextmanager
async def scratch_page(app: CourseApp, size: tuple[int, int]) -> AsyncIterator[Page]:
    """An app with its scratch page open."""
    async with app.run_test(size=size) as pilot:
        await until(lambda: app.study is not None and all(lesson.read for lesson in app.study.lessons))
        await pilot.press("s")
        await until(lambda: isinstance(app.screen, ScratchScreen) and app.screen.query(Prompt))
        page = Page(pilot, app)
        await until(lambda: page.prompt.has_focus)
        await pilot.pause()
        yield page


def lines(cell: CellView) -> list[str]:
    """What a cell printed."""
    return [line.text for line in cell.query_one(OutputView).transcript.lines() if not isinstance(line, int)]


async def test_enter_runs_complete_code_and_shows_what_it_prints_below_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        await page.write("x = 1", "enter")
        await until(lambda: page.cells and not page.cells[0].running)
        await page.pilot.pause()
        assert page.prompt.text == ""
        first, second = [line for line in page.shown().split("\n") if "x = 1" in line]
        assert first.lstrip().startswith("›")
        assert second.strip().startswith("ran x = 1")


async def test_an_open_block_goes_on_with_indentation_and_ends_with_an_empty_line(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        await page.write("for i in range(3):", "enter")
        assert page.prompt.text == "for i in range(3):\n    "
        assert page.prompt.size.height == 2
        await page.write("print(i)", "enter")
        assert not page.cells
        await page.pilot.press("enter")
        await until(lambda: page.cells)
        assert page.cells[0].code == "for i in range(3):\n    print(i)"
        await until(lambda: page.prompt.size.height == 1)


async def test_an_empty_input_runs_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        await page.write("  ", "f5")
        await page.pilot.press("f5")
        assert not page.cells
        assert page.screen.query_one(Suggestions).display


async def test_the_prompt_grows_to_ten_lines(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        await page.write("\n".join(f"x{number} = 1" for number in range(5000)))
        await until(lambda: page.prompt.size.height == 10)
        await page.pilot.press("f5")
        await until(lambda: page.cells and not page.cells[0].running)
        assert page.cells[0].query_one(".cell-code").size.height <= 31


async def test_an_error_is_told_and_its_line_marked(tmp_path: Path) -> None:
    result = RunResult("error", 0.1, "cpu", LearnerError("KeyError", "'b'", 2))
    async with opened(tmp_path, interpreters=[FakeInterpreter(results=[result])]) as page:
        await page.run("x = {}\nx['b']")
        shown = page.shown().split("\n")
        assert any(line.strip().startswith("✗  x['b']") for line in shown)
        assert any("Line 2" in line and "KeyError" in line for line in shown)


async def test_escape_stops_what_runs_and_the_interpreter_stays(tmp_path: Path) -> None:
    interpreter = FakeInterpreter(hold=asyncio.Event(), events=[defined(x=TENSOR)])
    async with opened(tmp_path, interpreters=[interpreter]) as page:
        await page.write("while True: pass", "enter")
        await until(lambda: page.screen.scratch.phase == "running")
        await until(lambda: "Esc stop" in page.screen.query_one(KeyBar).render().plain)
        await until(lambda: "Running" in page.shown())
        await page.pilot.press("escape")
        await until(lambda: not page.screen.scratch.busy)
        await until(lambda: "Stopped. All that was defined is still there." in page.shown())
        assert "KeyboardInterrupt" not in page.shown()
        assert interpreter.alive


async def test_one_may_type_ahead_but_a_second_cell_waits_and_says_so(tmp_path: Path) -> None:
    hold = asyncio.Event()
    async with opened(tmp_path, interpreters=[FakeInterpreter(hold=hold)]) as page:
        await page.write("a", "enter")
        await page.write("b", "enter")
        await page.pilot.press("f5")
        assert page.prompt.text == "b"
        assert len(page.cells) == 1
        assert any("still running" in notice.message for notice in page.app._notifications)
        hold.set()
        await until(lambda: not page.screen.scratch.busy)
        await page.pilot.press("enter")
        await until(lambda: len(page.cells) == 2)


async def test_a_lost_interpreter_is_told_and_the_next_cell_has_another(tmp_path: Path) -> None:
    crashed = RunResult(
        "crashed", 0.1, "cpu", message=Message("grader-signal", {"signal": "SIGSEGV", "line": 0})
    )
    dying = FakeInterpreter(dies=True, results=[crashed], events=[defined(x=TENSOR)])
    async with opened(tmp_path, interpreters=[dying]) as page:
        await page.run("os._exit(3)")
        assert "SIGSEGV" in page.shown()
        assert "The interpreter is lost. The next cell starts a new one." in page.shown()
        assert "Nothing is defined yet." in page.shown()
        assert lines(await page.run("1 + 1")) == ["ran 1 + 1"]


async def test_up_and_down_walk_through_the_inputs_of_all_sittings(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        await page.run("a = 1")
        await page.run("b = 2\nb")
    with Progress.open(tmp_path / "progress.sqlite3") as store:
        assert "b = 2" in store.setting("scratch-history")
    async with opened(tmp_path) as page:
        await page.write("new")
        await page.pilot.press("up")
        assert page.prompt.text == "b = 2\nb"
        await page.pilot.press("up", "up")
        assert page.prompt.text == "a = 1"
        await page.pilot.press("down", "down")
        assert page.prompt.text == "new"


async def test_the_empty_page_proposes_what_to_try(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        assert "torch.arange(12).view(3, 4)" in page.shown()
        await page.pilot.press("up")
        assert page.prompt.text == SUGGESTIONS[0]
        await page.pilot.click("#suggestion-1")
        assert page.prompt.text == SUGGESTIONS[1]
        await until(lambda: page.prompt.has_focus)
        await page.pilot.press("enter")
        await until(lambda: page.cells and not page.cells[0].running)
        assert not page.screen.query_one(Suggestions).display


async def test_the_names_stand_beside_the_cells_and_on_a_narrow_screen_on_a_key(tmp_path: Path) -> None:
    def interpreter() -> FakeInterpreter:
        return FakeInterpreter(events=[defined(x=TENSOR, n={"type": "int", "value": 3})])

    async with opened(tmp_path, interpreters=[interpreter()]) as page:
        await page.run("x")
        assert "(3, 4) int64" in page.shown()
        assert "int 3" in page.shown()
        await page.pilot.press("ctrl+o")
        assert not page.screen.query_one(NamesPane).display
    async with opened(tmp_path, (80, 24), interpreters=[interpreter()]) as page:
        await page.run("x")
        assert "(3, 4) int64" not in page.shown()
        await page.pilot.press("ctrl+o")
        await until(lambda: "(3, 4) int64" in page.shown())


async def test_clearing_keeps_the_interpreter_and_a_new_one_says_what_is_lost(tmp_path: Path) -> None:
    async with opened(tmp_path, interpreters=[FakeInterpreter(events=[defined(x=TENSOR)])]) as page:
        await page.run("x")
        await page.pilot.press("ctrl+l")
        await until(lambda: not page.cells)
        assert page.screen.query_one(Suggestions).display
        assert page.screen.scratch.names
        await page.pilot.press("f4")
        await until(lambda: "Gone with the old one: x." in page.shown())
        assert "Nothing is defined yet." in page.shown()


async def test_a_running_cell_survives_clearing(tmp_path: Path) -> None:
    hold = asyncio.Event()
    async with opened(tmp_path, interpreters=[FakeInterpreter(hold=hold)]) as page:
        await page.write("a", "enter")
        await until(lambda: page.screen.scratch.phase == "running")
        await page.pilot.press("ctrl+l")
        hold.set()
        await until(lambda: page.cells and not page.cells[0].running)
        assert lines(page.cells[0]) == ["ran a"]


async def test_the_page_is_as_it_was_after_a_visit_to_a_lesson(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        await page.run("x = 1")
        await page.write("half of a th")
        await page.pilot.press("escape")
        await until(lambda: isinstance(page.app.screen, HomeScreen))
        page.app.screen.post_message(HomeScreen.OpenStep(Place("first", "double")))
        await until(lambda: isinstance(page.app.screen, LessonScreen) and page.app.screen.view is not None)
        await page.pilot.press("f12")
        await until(lambda: isinstance(page.app.screen, ScratchScreen))
        assert page.prompt.text == "half of a th"
        assert lines(page.cells[0]) == ["ran x = 1"]
        await page.pilot.press("f12")
        await until(lambda: isinstance(page.app.screen, LessonScreen))


async def test_the_code_of_a_lesson_is_tried_there_without_being_run(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        await page.pilot.press("escape")
        page.app.screen.post_message(HomeScreen.OpenStep(Place("first", "double")))
        await until(lambda: isinstance(page.app.screen, LessonScreen) and page.app.screen.view is not None)
        await until(lambda: page.app.screen.query_one(Editor).text)
        code = page.app.screen.query_one(Editor).text
        await page.pilot.press("shift+f12")
        await until(lambda: isinstance(page.app.screen, ScratchScreen))
        await until(lambda: page.prompt.text == code)
        assert page.prompt.has_focus
        assert not page.cells


async def test_a_letter_with_alt_is_a_command_in_the_prompt_and_no_text(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        prompt = page.prompt
        page.app.post_message(events.Key("alt+s", "s"))
        await until(lambda: isinstance(page.app.screen, HomeScreen))
        assert prompt.text == ""


async def test_a_page_without_code_offers_nothing_to_try(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        await page.pilot.press("escape")
        page.app.screen.post_message(HomeScreen.OpenStep(Place("first", "page")))
        await until(lambda: isinstance(page.app.screen, LessonScreen) and page.app.screen.view is not None)
        await page.pilot.press("shift+f12")
        assert isinstance(page.app.screen, LessonScreen)


async def test_a_cell_says_that_torch_is_being_imported_and_can_be_stopped(tmp_path: Path) -> None:
    async with opened(tmp_path, gate=asyncio.Event()) as page:
        assert page.app.study is not None
        page.app.study.grader.info = None
        await page.write("a", "enter")
        await until(lambda: "torch is being imported" in page.shown())
        await page.pilot.press("escape")
        await until(lambda: "Stopped before it began." in page.shown())


async def test_without_a_grader_the_page_and_the_cell_say_so(tmp_path: Path) -> None:
    fault = GraderUnavailable(Message("grader-host-died", {"why": "no torch"}))
    async with opened(tmp_path, problem=fault, refuses=fault) as page:
        await until(lambda: "! The grader could not be started" in page.shown())
        await page.run("a")
        assert "could not start: no torch" in page.shown()


async def test_endless_printing_neither_blocks_nor_grows(tmp_path: Path) -> None:
    printed = [
        Output("stdout", "".join(f"line {row}\n" for row in range(start, start + 100)))
        for start in range(0, 100_000, 100)
    ]
    async with opened(tmp_path, interpreters=[FakeInterpreter(events=[*printed])]) as page:
        cell = await page.run("endless")
        await until(lambda: "line 99999" in page.shown())
        assert len(cell.query_one(OutputView).transcript.lines()) < 1000
        await page.pilot.press("pageup")
        await until(lambda: "line 99999" not in page.shown())


async def test_the_cells_follow_the_end_unless_scrolled_up(tmp_path: Path) -> None:
    async with opened(tmp_path, (80, 24)) as page:
        for number in range(12):
            await page.run(f"cell_{number}")
        assert "ran cell_11" in page.shown()
        await page.pilot.press("pageup", "pageup")
        await until(lambda: "ran cell_11" not in page.shown())
        await page.run("cell_12")
        assert "ran cell_12" in page.shown()


async def test_old_cells_go_when_there_are_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.widgets.cells.MOST_CELLS", 3)
    async with opened(tmp_path) as page:
        for number in range(5):
            await page.write(f"x{number}", "f5")
            await until(lambda: not page.screen.scratch.busy)
        await until(lambda: [cell.code for cell in page.cells] == ["x2", "x3", "x4"])


async def test_what_is_selected_in_a_cell_is_copied_while_the_prompt_has_the_focus(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        cell = await page.run("x = 1")
        await page.pilot.mouse_down(cell.query_one(OutputView), offset=(3, 0))
        await page.pilot.hover(cell.query_one(OutputView), offset=(12, 0))
        await page.pilot.mouse_up(cell.query_one(OutputView), offset=(12, 0))
        assert page.prompt.has_focus
        await page.pilot.press("ctrl+c")
        await until(lambda: page.app.clipboard)
        assert page.app.clipboard in "ran x = 1"


async def test_the_page_speaks_the_language_of_now(tmp_path: Path) -> None:
    interrupted = RunResult("crashed", 0.1, "cpu")
    async with opened(
        tmp_path, interpreters=[FakeInterpreter(dies=True, results=[interrupted, FINE])]
    ) as page:
        await page.run("x")
        await page.pilot.press("f4")
        await until(lambda: "A new interpreter." in page.shown())
        await page.pilot.press("f12")
        await until(lambda: isinstance(page.app.screen, HomeScreen))
        page.app.action_language()
        await until(lambda: page.app.study is not None and page.app.study.words.lang == "zh")
        await page.pilot.press("s")
        await until(lambda: isinstance(page.app.screen, ScratchScreen) and "草稿页" in page.shown())
        await until(lambda: "解释器已经丢失" in page.shown())
        assert "已换用新的解释器" in page.shown()
        assert "interpreter" not in page.shown()


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (200, 60)])
async def test_the_page_fits_any_terminal(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(tmp_path, size, interpreters=[FakeInterpreter(events=[defined(x=TENSOR)])]) as page:
        await page.run("x")
        region = page.screen.query_one(KeyBar).region
        assert (region.width, region.bottom) == size
        assert page.prompt.region.bottom <= size[1]


async def test_the_interpreter_ends_with_the_app(tmp_path: Path) -> None:
    interpreter = FakeInterpreter()
    async with opened(tmp_path, interpreters=[interpreter]) as page:
        await page.run("x")
    assert not interpreter.alive


async def test_the_page_has_its_keys_in_the_help_and_its_commands_in_the_palette(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        await page.run("x")
        await page.pilot.press("f1")
        await until(lambda: "Starts a new interpreter" in page.shown())
        await page.pilot.press("escape", "ctrl+p", *"clear")
        await until(lambda: "Clears the page" in page.shown())
        await page.pilot.press("enter")
        await until(lambda: isinstance(page.app.screen, ScratchScreen) and not page.cells)


async def test_with_a_real_interpreter_names_live_from_cell_to_cell_and_survive_escape(
    tmp_path: Path,
) -> None:
    parts = Parts(open_store=lambda: open_toured(tmp_path / "progress.sqlite3"))
    app = CourseApp(Request(course=str(COURSE), device="cpu"), parts)
    async with scratch_page(app, (120, 36)) as page:
        assert app.study is not None
        await app.study.grader.ready()
        await page.run("x = torch.arange(12).view(3, 4)")
        assert "(3, 4) int64" in page.shown()
        assert lines(await page.run("x.sum()")) == ["tensor(66)"]
        await page.write("while True: print(0)", "f5")
        await until(lambda: lines(page.cells[-1]))
        await page.pilot.press("escape")
        await until(lambda: "Stopped. All that was defined is still there." in page.shown())
        assert lines(await page.run("x.shape")) == ["torch.Size([3, 4])"]
        await page.run("import os; os._exit(3)")
        assert "The interpreter is lost." in page.shown()
        assert lines(await page.run("torch.ones(2)")) == ["tensor([1., 1.])"]
