"""Settings, export, import, restart, a doubted verdict, and a store that fails: as a learner meets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widgets import Input

from course.archive import encode
from course.progress import Progress, StepKey
from tests.tui.fakes import Sitting, failed, passed, sitting, until
from tests.tui.playing import Played, open_step, played, settled, text
from tui.app import CourseApp
from tui.screens.disputed import DisputedScreen
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.screens.restart import RestartScreen
from tui.screens.settings import SettingsScreen
from tui.screens.transfer import ExportScreen, ImportScreen
from tui.session import Place
from tui.widgets.editor import Editor
from tui.widgets.lesson_map import LessonMap

KEY = StepKey("small", "first", "double")
PLACE = Place("first", "double")


async def at(pilot: Played, kind: type[Screen[object]]) -> None:
    await until(lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()


def app(pilot: Played) -> CourseApp:
    assert isinstance(pilot.app, CourseApp)
    return pilot.app


def says(pilot: Played) -> list[str]:
    return [notice.message for notice in pilot.app._notifications]


def marked(pilot: Played) -> object:
    study = app(pilot).study
    assert study is not None
    return study.marks.get(PLACE)


async def choose(pilot: Played, row: str) -> None:
    """Carries out a row of the settings."""
    lines = text(pilot, "#settings-list").splitlines()
    for _ in range(next(index for index, line in enumerate(lines) if row in line)):
        await pilot.press("down")
    await pilot.press("enter")


# Settings


async def test_settings_show_what_is_set_and_say_where_everything_is_kept(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        await pilot.press("comma")
        await at(pilot, SettingsScreen)
        assert "Colours" in text(pilot, "#settings-list")
        assert str(told.file) in text(pilot, "#settings-kept").replace("\n", "")
        await choose(pilot, "Colours")
        await until(lambda: "light" in text(pilot, "#settings-list"))
        assert pilot.app.theme == "light"


async def test_the_language_changes_while_the_settings_are_open(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await pilot.press("comma")
        await at(pilot, SettingsScreen)
        await choose(pilot, "Language")
        await until(lambda: "语言" in text(pilot, "#settings-list"))
        assert "设置" in text(pilot, "#settings-title")


@pytest.mark.parametrize("size", [(80, 24), (60, 16)])
async def test_settings_fit_the_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with played(sitting(tmp_path), size) as pilot:
        await pilot.press("comma")
        await at(pilot, SettingsScreen)
        assert pilot.app.screen.query_one(".popup").region.bottom <= size[1]


# Export and import


async def export(pilot: Played, path: Path) -> None:
    app(pilot).action_export()
    await at(pilot, ExportScreen)
    pilot.app.screen.query_one(Input).value = str(path)
    await pilot.press("enter")


async def import_(pilot: Played, path: Path) -> None:
    app(pilot).action_import()
    await at(pilot, ImportScreen)
    pilot.app.screen.query_one(Input).value = str(path)
    await pilot.press("enter")


async def test_what_was_done_on_one_machine_is_there_on_another(tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    async with played(sitting(tmp_path / "one")) as pilot:
        screen = await open_step(pilot, "double")
        screen.query_one(Editor).replace_all("mine")
        await pilot.press("f9")
        await settled(pilot)
        await export(pilot, file)
        await at(pilot, LessonScreen)
        assert says(pilot) == [f"✓ Everything is in {file}"]
    async with played(sitting(tmp_path / "two")) as pilot:
        assert marked(pilot) is None
        await import_(pilot, file)
        await at(pilot, HomeScreen)
        await until(lambda: marked(pilot) == "passed")
        assert says(pilot) == ["✓ Taken in: one draft, one attempt, news of one step."]
        await until(lambda: "1 of 10" in text(pilot, "TitleBar"))
        screen = await open_step(pilot, "double")
        assert screen.query_one(Editor).text == "mine"


async def test_an_import_shows_in_the_step_that_is_open(tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    with Progress.open(tmp_path / "other.sqlite3") as store:
        store.save_draft(KEY, "from afar")
        store.mark_passed(KEY)
        file.write_bytes(encode(store.everything()))
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        await import_(pilot, file)
        await until(lambda: screen.query_one(Editor).text == "from afar")


async def test_a_file_is_replaced_only_when_asked_twice(tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.write_text("precious")
    async with played(sitting(tmp_path / "home")) as pilot:
        await export(pilot, file)
        await until(lambda: "exists already" in text(pilot, "#path-problem"))
        assert file.read_text() == "precious"
        await pilot.press("x", "backspace")
        assert text(pilot, "#path-problem") == ""
        await pilot.press("enter")
        await at(pilot, HomeScreen)
        assert file.read_text() != "precious"


async def test_a_directory_takes_a_file_of_todays_name(tmp_path: Path) -> None:
    async with played(sitting(tmp_path / "home")) as pilot:
        await export(pilot, tmp_path)
        await at(pilot, HomeScreen)
        assert [file.name[:13] for file in tmp_path.glob("*.json")] == ["blitz-course-"]


async def test_a_path_that_no_system_takes_is_told(tmp_path: Path) -> None:
    async with played(sitting(tmp_path / "home")) as pilot:
        await export(pilot, tmp_path / ("x" * 5_000))
        await until(lambda: "!" in text(pilot, "#path-problem"))


async def test_what_is_no_archive_is_told_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not an archive")
    told = sitting(tmp_path / "home")
    with Progress.open(told.file) as store:
        store.mark_passed(KEY)
    async with played(told) as pilot:
        await import_(pilot, tmp_path / "notes.txt")
        await until(lambda: "was not written by" in text(pilot, "#path-problem").replace("\n", " "))
        await pilot.press("escape")
        await at(pilot, HomeScreen)
        assert says(pilot) == []
        assert marked(pilot) == "passed"


# Restart


async def prepared(home: Path) -> Sitting:
    told = sitting(home)
    with Progress.open(told.file) as store:
        store.save_draft(KEY, "mine")
        store.add_attempt(KEY, "mine", "passed", {})
        store.mark_passed(StepKey("small", "third", "page"))
    return told


async def test_a_lesson_is_begun_anew_only_when_confirmed(tmp_path: Path) -> None:
    told = await prepared(tmp_path)
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        screen.action_restart_lesson()
        await at(pilot, RestartScreen)
        assert "Nothing is deleted" in text(pilot, ".popup-words").replace("\n", " ")
        await pilot.press("enter")
        await at(pilot, LessonScreen)
        assert marked(pilot) == "passed"
        screen.action_restart_lesson()
        await at(pilot, RestartScreen)
        await pilot.press("right", "enter")
        await until(lambda: screen.place == Place("first", "page"))
        await until(lambda: marked(pilot) is None)
        study = app(pilot).study
        assert study is not None
        assert study.marks[Place("third", "page")] == "passed"
        screen = await open_step(pilot, "double")
        assert screen.query_one(Editor).text.startswith("def double")
        await pilot.press("f6")
        await until(lambda: pilot.app.screen.query("#history-list"))
        assert text(pilot, "#history-list").count("today") == 2


async def test_the_chosen_lesson_of_the_map_is_begun_anew(tmp_path: Path) -> None:
    async with played(await prepared(tmp_path)) as pilot:
        home = pilot.app.screen
        assert isinstance(home, HomeScreen)
        await until(lambda: home.query_one(LessonMap).pointed)
        home.action_restart_lesson()
        await at(pilot, RestartScreen)
        assert "A third one" in text(pilot, ".popup-title")
        await pilot.press("y")
        await until(lambda: "1 of 10" in text(pilot, "TitleBar"))


async def test_the_course_is_begun_anew_from_the_settings(tmp_path: Path) -> None:
    async with played(await prepared(tmp_path)) as pilot:
        assert "Continue" in text(pilot, "#resume")
        await pilot.press("comma")
        await at(pilot, SettingsScreen)
        await choose(pilot, "Restart")
        await at(pilot, RestartScreen)
        await pilot.press("y")
        await at(pilot, HomeScreen)
        await until(lambda: "0 of 10" in text(pilot, "TitleBar"))
        await until(lambda: text(pilot, "#resume").startswith("Start"))


# A doubted verdict


async def test_a_verdict_can_be_doubted_once_there_is_one(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.verdicts = [failed()]
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("f21")
        assert isinstance(pilot.app.screen, LessonScreen)
        await pilot.press("f9")
        await settled(pilot)
        code = screen.query_one(Editor).text
        await pilot.press("x", "shift+f9")
        await at(pilot, DisputedScreen)
        (file,) = (tmp_path / "reports").iterdir()
        assert code in file.read_text(), "the code that was checked, not what was written since"
        await pilot.press("c")
        assert pilot.app.clipboard == str(file)
        await pilot.press("escape")
        await open_step(pilot, "snippet")
        assert screen.check_action("report", ()) is False


async def test_a_report_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("in the way")
    told = sitting(tmp_path)
    told.grader.verdicts = [passed()]
    async with played(told) as pilot:
        await open_step(pilot, "double")
        await pilot.press("f9")
        await settled(pilot)
        await pilot.press("f21")
        await until(lambda: says(pilot))
        assert "could not be written" in says(pilot)[0]


# A store that fails


async def test_that_nothing_is_saved_stays_in_sight(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    async with played(sitting(tmp_path / "file")) as pilot:
        await until(lambda: "! not saved" in text(pilot, "TitleBar"))
        await open_step(pilot, "double")
        assert "! not saved" in text(pilot, "TitleBar")
        app(pilot).action_settings()
        await at(pilot, SettingsScreen)
        assert "not being saved" in text(pilot, "#settings-kept").replace("\n", " ")


async def test_a_disk_that_fills_up_while_one_works_is_shown(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        screen = await open_step(pilot, "double")
        assert "not saved" not in text(pilot, "TitleBar")
        study = app(pilot).study
        assert study is not None
        await study.keeper._ask(lambda store: store._connection.execute("PRAGMA max_page_count = 20"))
        screen.query_one(Editor).replace_all("x" * 200_000)
        await until(lambda: "! not saved" in text(pilot, "TitleBar"))
        await until(lambda: any("disk is full" in said for said in says(pilot)))


async def test_a_damaged_file_is_told_and_a_new_one_saves(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.file.write_bytes(b"this is no database" * 100)
    async with played(told) as pilot:
        await until(lambda: says(pilot))
        assert "was damaged" in says(pilot)[0]
        assert "not saved" not in text(pilot, "TitleBar")
