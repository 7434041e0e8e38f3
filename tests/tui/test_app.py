"""The app as a learner meets it, with a small course, a real store and a grader that answers as told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from course.message import Message
from course.progress import Progress, StepKey
from grader.errors import GraderUnavailable
from grader.verdict import Output, RunResult
from tests.tui.fakes import COURSE, FakeGrader, failed, passed, raised, sitting, until
from tests.tui.playing import lesson, open_step, page, played, settled, text
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.session import Place
from tui.study import Study
from tui.widgets.bars import KeyBar, TitleBar
from tui.widgets.code_pane import CodePane
from tui.widgets.editor import Editor
from tui.widgets.output import OutputView
from tui.widgets.panes import Panes
from tui.widgets.quiz import Choice
from tui.widgets.results import Results, VerdictLine
from tui.widgets.words_pane import WordsPane

# The map


async def test_the_first_screen_has_its_title_before_the_course_is_open(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with told.app.run_test(size=(80, 24)) as pilot:
        assert "blitz-course" in text(pilot, "TitleBar")


async def test_the_map_shows_lessons_and_where_to_start(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await until(lambda: "cpu · ready" in text(pilot, "TitleBar"))
        assert "A small course" in text(pilot, "TitleBar")
        assert "0 of 10" in text(pilot, "TitleBar")
        await until(lambda: text(pilot, "#resume").startswith("Start   The first lesson · step 1, Page"))
        shown = text(pilot, "LessonMap")
        assert "▸  1   The first lesson" in shown
        assert "! cannot be opened" in shown
        assert pilot.app.focused is pilot.app.screen.query_one("#resume")


async def test_enter_opens_where_the_learner_goes_on_and_escape_comes_back(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await pilot.press("enter")
        await until(lambda: isinstance(pilot.app.screen, LessonScreen) and pilot.app.screen.view)
        assert lesson(pilot).place == Place("first", "page")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await until(lambda: "Continue" in text(pilot, "#resume"))


async def test_a_lesson_is_opened_from_the_list_by_key_and_mouse(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await pilot.press("down", "down", "down", "enter")
        await until(lambda: isinstance(pilot.app.screen, LessonScreen) and pilot.app.screen.view)
        assert lesson(pilot).place.lesson == "third"
        await pilot.press("escape", "up", "up", "up")
        assert pilot.app.focused is pilot.app.screen.query_one("#resume")


async def test_a_broken_lesson_says_why_and_the_course_goes_on(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        pilot.app.screen.post_message(HomeScreen.OpenLesson("broken"))
        await until(lambda: pilot.app._notifications)
        assert "broken.yaml" in next(iter(pilot.app._notifications)).message
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_lesson_asked_for_on_the_command_line_opens_at_once(tmp_path: Path) -> None:
    async with played(sitting(tmp_path, lesson="third")) as pilot:
        await until(lambda: isinstance(pilot.app.screen, LessonScreen) and pilot.app.screen.view)
        assert lesson(pilot).place == Place("third", "page")


@pytest.mark.parametrize(
    ("request_", "said"),
    [({"lesson": "thrid"}, "third"), ({"course": "/nowhere"}, "nowhere"), ({"lesson": "broken"}, "titel")],
)
async def test_a_course_that_cannot_be_used_ends_the_app_with_its_problems(
    tmp_path: Path, request_: dict[str, str], said: str
) -> None:
    told = sitting(tmp_path, **request_)
    async with told.app.run_test():
        await until(lambda: told.app.problem is not None)
    assert told.app.return_code == 2
    assert said in str(told.app.problem)


# Pages


async def test_a_page_has_the_screen_to_itself_and_is_read_when_left(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        screen = await open_step(pilot, "page")
        assert "Words only" in page(pilot, "#page")
        assert not screen.query_one("#work").display
        assert "Next: Snippet" in text(pilot, "#next")
        await pilot.press("f8")
        await until(lambda: screen.place.step == "snippet")
        assert told.app.study is not None
        assert told.app.study.marks[Place("first", "page")] == "passed"
        assert "snippet" not in [
            place.step for place, mark in told.app.study.marks.items() if mark == "passed"
        ]


async def test_a_snippet_runs_and_its_output_comes_in_order(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.printed = [Output("stdout", "one\n"), Output("stderr", "two\n"), Output("stdout", "three")]
    async with played(told) as pilot:
        screen = await open_step(pilot, "snippet")
        await pilot.press("f5")
        await settled(pilot)
        lines = screen.query_one(OutputView).transcript.lines()
        assert [(line.stream, line.text) for line in lines if not isinstance(line, int)] == [
            ("stdout", "one"),
            ("stderr", "two"),
            ("stdout", "three"),
        ]
        assert "✓ Finished" in text(pilot, "VerdictLine")
        assert screen.query_one(Results).tab == "output"


async def test_an_error_of_a_snippet_is_told_and_marked(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.runs = [raised(2)]
    async with played(told) as pilot:
        screen = await open_step(pilot, "snippet")
        await pilot.press("f5")
        await settled(pilot)
        assert "KeyError" in page(pilot, "#report")
        assert screen.query_one(Editor).failed_line == 1
        screen.query_one(Editor).focus()
        await pilot.press("x")
        assert screen.query_one(Editor).failed_line is None


# Quizzes


async def test_a_quiz_is_answered_by_key_and_gives_its_reason_after_any_answer(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        screen = await open_step(pilot, "pick")
        await pilot.press("2")
        await settled(pilot)
        assert "Not quite." in page(pilot, "#notes")
        assert "Integers infer to int64" in page(pilot, "#notes")
        await pilot.press("1")
        await settled(pilot)
        assert "Right." in page(pilot, "#notes")
        assert told.app.study is not None
        assert told.app.study.marks[Place("first", "pick")] == "passed"
        assert screen.place.step == "pick", "success never moves on by itself"


async def test_a_quiz_is_answered_by_mouse(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "pick")
        await pilot.click(next(iter(screen.query(Choice))))
        await settled(pilot)
        assert "Right." in page(pilot, "#notes")


async def test_a_quiz_with_a_snippet_runs_it_for_the_answer(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.printed = [Output("stdout", "6\n")]
    async with played(told) as pilot:
        screen = await open_step(pilot, "printed")
        assert screen.query_one(Editor).read_only
        await pilot.press("2")
        await settled(pilot)
        assert ("run", "print(sum(range(4)))\n") in told.grader.asked
        assert "Right." in page(pilot, "#notes")


async def test_a_quiz_whose_snippet_fails_judges_nobody(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.runs = [RunResult("grader_fault", 0.1, "cpu")]
    async with played(told) as pilot:
        await open_step(pilot, "printed")
        await pilot.press("1")
        await settled(pilot)
        assert "stays open" in page(pilot, "#notes")
        assert told.app.study is not None
        assert told.app.study.marks[Place("first", "printed")] == "visited"


async def test_a_quiz_whose_snippet_was_stopped_can_be_answered_again(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.hold = asyncio.Event()
    told.grader.printed = [Output("stdout", "6\n")]
    async with played(told) as pilot:
        await open_step(pilot, "printed")
        await pilot.press("1")
        await until(lambda: told.grader.asked)
        await pilot.press("escape")
        await settled(pilot)
        assert "stays open" in page(pilot, "#notes")
        told.grader.hold.set()
        await pilot.press("2")
        await settled(pilot)
        assert "Right." in page(pilot, "#notes")


# Exercises


async def test_a_wrong_answer_is_told_check_by_check(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.verdicts = [failed()]
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        assert pilot.app.focused is screen.query_one(Editor)
        assert ("prepare", "first/double") in told.grader.asked
        await pilot.press("f9")
        await settled(pilot)
        assert text(pilot, "VerdictLine") == "✗ 1 of 3 checks passed   1.2 s · cpu"
        assert "Return x, not y." in page(pilot, "#report")
        assert "Checks 1 of 3" in text(pilot, "#result-tabs")


async def test_a_pass_is_kept_and_does_not_move_on(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("f9")
        await settled(pilot)
        assert screen.place.step == "double"
        assert screen.view is not None
        assert screen.view.passed
        await until(lambda: "Next lesson: A third one" in text(pilot, "#next"))
        assert "F8" in text(pilot, "KeyBar").split("   ")[0]
    with Progress.open(told.file) as store:
        key = StepKey("small", "first", "double")
        assert store.state(key).passed
        assert [attempt.status for attempt in store.attempts(key)] == ["passed"]


async def test_hints_come_one_at_a_time_and_the_solution_when_asked_twice(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await open_step(pilot, "double")
        await pilot.press("f2")
        await settled(pilot)
        assert page(pilot, "#notes") == "Hint 1 of 2\nFirst hint."
        await pilot.press("f2", "f2", "f3")
        await settled(pilot)
        assert "Second hint." in page(pilot, "#notes")
        assert "press F3 again" in page(pilot, "#notes")
        await pilot.press("f3")
        assert "return 2 * x" in text(pilot, ".popup-code")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, LessonScreen)


async def test_starting_over_can_be_undone(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        editor = screen.query_one(Editor)
        await pilot.press("x", "f4")
        assert editor.text == "def double(x):\n    ...\n"
        await pilot.press("ctrl+z")
        assert editor.text == "xdef double(x):\n    ...\n"


async def test_what_was_written_is_there_again_after_a_kill(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        await open_step(pilot, "double")
        await pilot.press("a", "b")

        def saved() -> str:
            with Progress.open(told.file) as store:
                draft = store.draft(StepKey("small", "first", "double"))
                return draft.code if draft else ""

        await until(lambda: saved().startswith("abdef"))
    again = sitting(tmp_path)
    async with played(again) as pilot:
        await until(lambda: "step 5, Twice as much" in text(pilot, "#resume"))
        screen = await open_step(pilot, "double")
        assert screen.query_one(Editor).text.startswith("abdef")


async def test_code_that_was_all_deleted_stays_deleted(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("x", "f7", "delete")
        await open_step(pilot, "snippet")
        screen = await open_step(pilot, "double")
        assert screen.query_one(Editor).text == ""


async def test_each_step_keeps_its_own_draft(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("a")
        screen = await open_step(pilot, "snippet")
        assert not screen.query_one(Editor).text.startswith("a")
        screen = await open_step(pilot, "double")
        assert screen.query_one(Editor).text.startswith("a")


@asynccontextmanager
async def held(monkeypatch: pytest.MonkeyPatch, owner: type, name: str) -> AsyncIterator[asyncio.Event]:
    """A method that waits meanwhile; the event is set once it was called."""
    method, called, released = getattr(owner, name), asyncio.Event(), asyncio.Event()

    async def wait(*arguments: object) -> object:
        called.set()
        await released.wait()
        return await method(*arguments)

    monkeypatch.setattr(owner, name, wait)
    yield called
    monkeypatch.setattr(owner, name, method)
    released.set()


async def test_what_is_typed_while_a_step_comes_up_is_not_taken_for_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "snippet")
        code = screen.query_one(Editor).text
        await open_step(pilot, "double")
        async with held(monkeypatch, WordsPane, "show_step") as coming:
            screen.go(Place("first", "snippet"))
            await coming.wait()
            await pilot.press("x")
            assert screen.query_one(Editor).text.startswith("x")
        await until(lambda: screen.view is not None)
        await open_step(pilot, "double")
        await open_step(pilot, "snippet")
        assert screen.query_one(Editor).text == code


async def test_a_check_begun_while_another_step_comes_up_says_nothing_of_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = sitting(tmp_path)
    told.grader.hold = asyncio.Event()
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        async with held(monkeypatch, Study, "open_step") as coming:
            screen.go(Place("first", "snippet"))
            await coming.wait()
            screen.action_check()
            await until(lambda: told.grader.asked[-1][0] == "check")
        await until(lambda: told.grader.stopped == 1)
        await open_step(pilot, "snippet")
        assert not screen.query_one(VerdictLine).display


# Running and stopping


async def test_escape_stops_the_run_and_then_leaves_the_editor_and_then_the_lesson(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.hold = asyncio.Event()
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("f9")
        await until(lambda: screen.view is not None and screen.view.running == "check")
        await until(lambda: "Checking" in text(pilot, "VerdictLine"))
        assert "Esc stops it" in text(pilot, "VerdictLine")
        assert text(pilot, "KeyBar").count("Esc") == 1
        await pilot.press("escape")
        await settled(pilot)
        assert told.grader.stopped == 1
        assert "Stopped" in text(pilot, "VerdictLine")
        assert page(pilot, "#report") == "F9 checks your code."
        assert pilot.app.focused is screen.query_one(Editor)
        await pilot.press("escape")
        assert pilot.app.focused is screen.query_one("#words")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_second_run_overtakes_the_first(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.hold = asyncio.Event()
    told.grader.verdicts = [passed()]
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        screen._start("run")
        await until(lambda: ("run", screen.query_one(Editor).text) in told.grader.asked)
        screen._start("check")
        await until(lambda: told.grader.stopped == 1)
        told.grader.hold.set()
        await settled(pilot)
        assert "✓ Passed" in text(pilot, "VerdictLine")


async def test_going_to_another_step_stops_the_run(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.hold = asyncio.Event()
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("f5")
        await until(lambda: screen.view is not None and screen.view.running == "run")
        await pilot.press("shift+f8")
        await until(lambda: screen.place.step == "printed")
        await until(lambda: told.grader.stopped == 1)
        assert not screen.query_one(VerdictLine).display


async def test_leaving_the_lesson_stops_the_run(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.hold = asyncio.Event()
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("f5")
        await until(lambda: screen.view is not None and screen.view.running == "run")
        screen.action_leave()
        await until(lambda: told.grader.stopped == 1)


async def test_a_fault_of_the_grader_is_told_and_the_course_goes_on(tmp_path: Path) -> None:
    class Breaking(FakeGrader):
        async def check(self, *_: object, **__: object) -> None:  # type: ignore[override]
            raise RuntimeError("the pipe is gone")

    told = sitting(tmp_path, grader=Breaking())
    async with played(told) as pilot:
        await open_step(pilot, "double")
        await pilot.press("f9")
        await settled(pilot)
        assert "the pipe is gone" in text(pilot, "VerdictLine")
        await pilot.press("f2")
        assert isinstance(pilot.app.screen, LessonScreen)


async def test_without_a_grader_the_title_says_so(tmp_path: Path) -> None:
    grader = FakeGrader(problem=GraderUnavailable(Message("app-stopped")))
    async with played(sitting(tmp_path, grader=grader)) as pilot:
        await until(lambda: "! no grader" in text(pilot, "TitleBar"))
        assert [notice.message for notice in pilot.app._notifications] == ["Stopped"]


async def test_a_grader_that_dies_is_shown_as_starting_anew(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        await until(lambda: "ready" in text(pilot, "TitleBar"))
        told.grader._tell("starting")
        await until(lambda: "grader restarting" in text(pilot, "TitleBar"))


async def test_endless_printing_neither_blocks_nor_grows(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.printed = [Output("stdout", f"{number}\n" * 2000) for number in range(300)]
    async with played(told) as pilot:
        screen = await open_step(pilot, "snippet")
        await pilot.press("f5")
        await settled(pilot)
        view = screen.query_one(OutputView)
        assert len(view.transcript.lines()) < 1000
        assert view.transcript.omitted > 500_000
        assert "lines left out" in "\n".join(row.text for row in view._rows)


# The whole


async def test_a_narrow_screen_shows_one_pane_at_a_time(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.verdicts = [failed()]
    async with played(told, (80, 24)) as pilot:
        screen = await open_step(pilot, "double")
        panes = screen.query_one(Panes)
        assert panes.front == "words"
        assert not screen.query_one("#work").display
        await pilot.press("ctrl+t")
        assert panes.front == "code"
        assert pilot.app.focused is screen.query_one(Editor)
        assert not screen.query_one("#words").display
        await pilot.press("f9")
        await settled(pilot)
        assert panes.front == "results"
        assert "✗ 1 of 3 checks passed" in text(pilot, "VerdictLine")
        assert not screen.query_one(CodePane).display
        assert pilot.app.focused is screen.query_one("#checks")
        await pilot.press("ctrl+o")
        assert pilot.app.focused is screen.query_one("#output")
        await pilot.resize_terminal(140, 40)
        await pilot.pause()
        assert screen.query_one(CodePane).display
        assert screen.query_one("#words").display


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 48)])
async def test_every_step_fits_the_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with played(sitting(tmp_path), size) as pilot:
        for step in ("page", "snippet", "pick", "printed", "double"):
            screen = await open_step(pilot, step)
            for bar in (TitleBar, KeyBar):
                assert len(text(pilot, bar.__name__)) <= size[0]
            assert screen.query_one(KeyBar).region.bottom == size[1]
            assert screen.virtual_size.height <= size[1]


async def test_the_language_changes_while_a_step_is_open(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        screen.app.action_language()
        await until(lambda: "第一课" in text(pilot, "TitleBar"))
        await until(lambda: "检查" in text(pilot, "KeyBar"))
        await until(lambda: "返回" in page(pilot, "#page"))


async def test_another_language_keeps_what_was_written_and_shown(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        editor = screen.query_one(Editor)
        await pilot.press("down", "x", "f2", "ctrl+f")
        screen.app.action_language()
        await until(lambda: "提示 1" in page(pilot, "#notes"))
        await until(lambda: pilot.app.focused is editor)
        assert editor.selection.end == (1, 1)
        await pilot.press("ctrl+z")
        assert editor.text == "def double(x):\n    ...\n"
        screen = await open_step(pilot, "pick")
        await pilot.press("2")
        await settled(pilot)
        screen.app.action_language()
        await until(lambda: "Not quite." in page(pilot, "#notes"))


async def test_another_language_leaves_a_quiz_open_whose_snippet_was_still_running(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.hold = asyncio.Event()
    told.grader.printed = [Output("stdout", "6\n")]
    async with played(told) as pilot:
        screen = await open_step(pilot, "printed")
        await pilot.press("1")
        await until(lambda: screen.view is not None and screen.view.answered == "waiting")
        screen.app.action_language()
        await until(lambda: told.grader.stopped == 1 and "答" in text(pilot, "KeyBar"))
        told.grader.hold.set()
        await pilot.press("2")
        await until(lambda: screen.view is not None and screen.view.answered == "right")


async def test_the_theme_changes_and_is_kept(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        assert pilot.app.theme == "dark"
        pilot.app.action_theme()
    again = sitting(tmp_path)
    async with played(again) as pilot:
        assert pilot.app.theme == "light"


async def test_help_lists_the_keys_of_the_screen(tmp_path: Path) -> None:
    async with played(sitting(tmp_path), (120, 60)) as pilot:
        await open_step(pilot, "double")
        await pilot.press("f1")
        shown = "\n".join(str(widget.render_line(0).text) for widget in pilot.app.screen.query("Static"))
        assert "Checks your code" in shown
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, LessonScreen)


async def test_the_palette_runs_a_command_of_the_screen_below(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await open_step(pilot, "double")
        await pilot.press("ctrl+p")
        await pilot.press(*"hint")
        await until(lambda: pilot.app.screen.query("CommandList").first().option_count)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(lambda: isinstance(pilot.app.screen, LessonScreen))
        await until(lambda: "Hint 1 of 2" in page(pilot, "#notes"))


async def test_a_key_of_the_bar_can_be_clicked(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await open_step(pilot, "double")
        column = text(pilot, "KeyBar").index("hint") + 1
        await pilot.click("KeyBar", offset=(column, 0))
        await settled(pilot)
        assert "Hint 1 of 2" in page(pilot, "#notes")


async def test_ctrl_c_copies_what_is_selected_in_the_editor(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        screen.query_one(Editor).select_all()
        await pilot.press("ctrl+c")
        assert pilot.app.clipboard == "def double(x):\n    ...\n"
        assert pilot.app.is_running


async def test_what_is_selected_in_the_output_with_the_mouse_is_copied(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.printed = [Output("stdout", "first line\nsecond line\n")]
    async with played(told) as pilot:
        await open_step(pilot, "snippet")
        await pilot.press("f5")
        await settled(pilot)
        await until(lambda: "second line" in text(pilot, "#output"))
        left, top = 2, 1
        await pilot.mouse_down("#output", offset=(left, top))
        await pilot.hover("#output", offset=(left + 4, top + 1))
        await pilot.mouse_up("#output", offset=(left + 4, top + 1))
        await pilot.press("ctrl+c")
        assert pilot.app.clipboard.rstrip("\n") == "first line\nsecon"


async def test_a_store_that_cannot_be_written_is_told_and_the_course_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    told = sitting(tmp_path / "file")
    async with played(told) as pilot:
        await until(lambda: pilot.app._notifications)
        assert "not being saved" in next(iter(pilot.app._notifications)).message
        screen = await open_step(pilot, "double")
        await pilot.press("x")
        assert screen.query_one(Editor).text.startswith("x")


async def test_everything_done_is_said(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        study = told.app.study
        assert study is not None
        for name in ("first", "third"):
            for step in study.outline(name).steps:
                study.passed(Place(name, step.id))
        home = pilot.app.screen
        assert isinstance(home, HomeScreen)
        home.refresh_map()
        await pilot.pause()
        assert "Every step is done" in text(pilot, "#summary")
        assert not home.query_one("#resume").display


async def test_the_grader_is_closed_with_the_app(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        await pilot.press("ctrl+q")
        await until(lambda: not pilot.app.is_running)
    assert told.grader.closed


def test_the_small_course_is_what_the_tests_take_it_for() -> None:
    assert {file.name for file in COURSE.iterdir()} >= {
        "course.yaml",
        "first.yaml",
        "broken.yaml",
        "first.zh.yaml",
    }


async def test_the_language_switched_to_is_spoken_at_the_next_start_unless_one_is_asked_for(
    tmp_path: Path,
) -> None:
    async with played(sitting(tmp_path, language=None)) as pilot:
        assert "A small course" in text(pilot, "TitleBar")
        pilot.app.action_language()  # type: ignore[attr-defined]
        await until(lambda: "很小的课程" in text(pilot, "TitleBar"))
    async with played(sitting(tmp_path, language=None)) as pilot:
        await until(lambda: "很小的课程" in text(pilot, "TitleBar"))
    async with played(sitting(tmp_path, language="en")) as pilot:
        await until(lambda: "A small course" in text(pilot, "TitleBar"))
