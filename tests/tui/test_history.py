"""What the learner wrote before: the list, the difference, and putting it back; the author's code beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from course.catalogue import Catalogue
from course.kept import Attempt, Draft
from course.progress import Progress, StepKey
from tests.tui.fakes import failed, sitting, until
from tests.tui.playing import Played, open_step, played, settled, text
from tui.history import Entry, entries, entry_lines
from tui.screens.history import HistoryScreen
from tui.screens.lesson import LessonScreen
from tui.screens.solution import SolutionScreen
from tui.widgets.compared import ComparedCode
from tui.widgets.editor import Editor

KEY = StepKey("small", "first", "double")
WORDS = Catalogue.load("en")


def at(hour: int) -> str:
    return f"2026-01-01T{hour:02}:00:00.000000+00:00"


def test_attempts_and_drafts_are_one_list_the_newest_first() -> None:
    attempts = [
        Attempt("c", "passed", {"checks": [{"status": "passed"}]}, at(9)),
        Attempt("a", "failed", {}, at(7)),
    ]
    found = entries(attempts, [Draft("b", at(8), "w")])
    assert [(entry.code, entry.status, entry.checks) for entry in found] == [
        ("c", "passed", (1, 1)),
        ("b", None, None),
        ("a", "failed", None),
    ]


@pytest.mark.parametrize("verdict", [{}, {"checks": 7}, {"checks": [None, "x", {"status": ["passed"]}]}])
def test_a_verdict_that_anyone_wrote_breaks_nothing(verdict: dict[str, object]) -> None:
    (entry,) = entries([Attempt("x", "failed", verdict, at(1))], [])
    assert entry_lines(entry, WORDS).plain.startswith("✗ ")


def test_an_entry_says_when_and_what_came_of_it() -> None:
    assert "1 of 3 checks passed" in entry_lines(Entry("x", at(1), "failed", (1, 3)), WORDS).plain
    assert entry_lines(Entry("x", at(1), "passed", (3, 3)), WORDS).plain.startswith("✓ ")
    assert "draft, replaced" in entry_lines(Entry("x", at(1)), WORDS).plain


def shown(pilot: Played, selector: str) -> list[tuple[str, str]]:
    lines = pilot.app.screen.query_one(selector, ComparedCode).lines
    return [(line.mark, line.text.plain) for line in lines]


def signs(pilot: Played, selector: str) -> str:
    """The sign of each line, as it stands on the screen."""
    column = pilot.app.screen.query_one(f"{selector} Signs")
    return "".join(column.render_line(row).text[0] for row in range(column.size.height))


async def test_an_attempt_is_shown_as_a_difference_and_put_back(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.verdicts = [failed()]
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        editor = screen.query_one(Editor)
        editor.replace_all("def double(x):\n    return x\n")
        await pilot.press("f9")
        await settled(pilot)
        editor.replace_all("def double(x):\n    return 3 * x\n")
        await pilot.press("f6")
        await until(lambda: isinstance(pilot.app.screen, HistoryScreen))
        await until(lambda: pilot.app.screen.query_one(ComparedCode).lines)
        assert "1 of 3 checks passed" in text(pilot, "#history-list")
        assert shown(pilot, "#history-code") == [
            ("same", "def double(x):"),
            ("goes", "    return 3 * x"),
            ("comes", "    return x"),
        ]
        assert signs(pilot, "#history-code") == " -+"
        await pilot.press("enter")
        await until(lambda: isinstance(pilot.app.screen, LessonScreen))
        assert editor.text == "def double(x):\n    return x\n"
        await pilot.press("ctrl+z")
        assert editor.text == "def double(x):\n    return 3 * x\n"
    with Progress.open(told.file) as store:
        assert "def double(x):\n    return 3 * x\n" in [draft.code for draft in store.revisions(KEY)]


async def test_the_newest_is_chosen_first_and_escape_changes_nothing(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    with Progress.open(told.file) as store:
        for code in ("one", "two", "three"):
            store.save_draft(KEY, code, keep=True)
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("f6")
        await until(lambda: pilot.app.screen.query(ComparedCode))
        await until(lambda: ("comes", "two") in shown(pilot, "#history-code"))
        await pilot.press("down")
        await until(lambda: ("comes", "one") in shown(pilot, "#history-code"))
        await pilot.press("escape")
        assert screen.query_one(Editor).text == "three"


async def test_a_click_chooses_and_does_not_put_back(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    with Progress.open(told.file) as store:
        for code in ("one", "two", "three"):
            store.save_draft(KEY, code, keep=True)
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("f6")
        await until(lambda: pilot.app.screen.query(ComparedCode))
        await pilot.click(OptionList, offset=(6, 2))
        await until(lambda: ("comes", "one") in shown(pilot, "#history-code"))
        await pilot.click("#restore")
        await until(lambda: screen.query_one(Editor).text == "one")


async def test_a_step_without_a_past_says_so(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "snippet")
        before = screen.query_one(Editor).text
        await pilot.press("f6")
        await until(lambda: pilot.app.screen.query("#history-empty"))
        assert "Nothing yet" in text(pilot, "#history-empty")
        await pilot.press("enter")
        await until(lambda: isinstance(pilot.app.screen, LessonScreen))
        assert screen.query_one(Editor).text == before


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 16)])
async def test_history_and_solution_fit_the_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    told = sitting(tmp_path)
    async with played(told, size) as pilot:
        await open_step(pilot, "double")
        await pilot.press("f9")
        await settled(pilot)
        for key, kind in (("f6", HistoryScreen), ("f3", SolutionScreen)):
            await pilot.press(key)
            await until(lambda kind=kind: isinstance(pilot.app.screen, kind))
            await pilot.pause()
            popup = pilot.app.screen.query_one(".popup")
            assert popup.region.right <= size[0]
            assert popup.region.bottom <= size[1]
            await pilot.press("escape")


# The solution


async def test_after_a_pass_ones_own_code_stands_beside_the_authors(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        screen.query_one(Editor).replace_all("def double(x):\n    return x + x\n    # done\n")
        await pilot.press("f9")
        await settled(pilot)
        await pilot.press("f3")
        await until(lambda: pilot.app.screen.query("#author"))
        await until(lambda: shown(pilot, "#author"))
        assert shown(pilot, "#own") == [
            ("same", "def double(x):"),
            ("differs", "    return x + x"),
            ("only", "    # done"),
        ]
        assert shown(pilot, "#author") == [
            ("same", "def double(x):"),
            ("differs", "    return 2 * x"),
            ("missing", ""),
        ]
        assert signs(pilot, "#own") == " ~+"
        assert signs(pilot, "#author") == " ~ "
        await pilot.press("c")
        assert pilot.app.clipboard == "def double(x):\n    return 2 * x\n"


async def test_what_is_selected_with_the_mouse_is_the_code_alone(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        screen.query_one(Editor).replace_all("def double(x):\n    return x + x\n")
        await pilot.press("f9")
        await settled(pilot)
        await pilot.press("f3")
        await until(lambda: pilot.app.screen.query("#author") and shown(pilot, "#author"))
        await pilot.pause()
        await pilot.mouse_down("#author CodeLines", offset=(0, 0))
        await pilot.hover("#author CodeLines", offset=(20, 1))
        await pilot.mouse_up("#author CodeLines", offset=(20, 1))
        await pilot.press("ctrl+c")
        assert pilot.app.clipboard == "def double(x):\n    return 2 * x"


async def test_the_two_scroll_together(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        screen.query_one(Editor).replace_all("\n".join(f"x{number} = {number}" for number in range(200)))
        await pilot.press("f9")
        await settled(pilot)
        await pilot.press("f3")
        await until(lambda: pilot.app.screen.query("#author") and shown(pilot, "#author"))
        await pilot.pause()
        own, author = (pilot.app.screen.query_one(name, ComparedCode) for name in ("#own", "#author"))
        await pilot.press("pagedown")
        await until(lambda: own.scroll_y == author.scroll_y > 0)
        own.scroll_end(animate=False)
        await until(lambda: own.scroll_y == author.scroll_y == own.max_scroll_y)
