"""What is kept: history, solution, settings, restart, archives, the report of a wrong verdict."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any
from unittest.mock import patch

from course.kept import StepKey
from course.progress import Progress
from tests.scenes.stage import Scenes, Stage
from tests.tui.fakes import FakeGrader, passed
from tui.screens.disputed import DisputedScreen
from tui.screens.history import HistoryScreen
from tui.screens.restart import RestartScreen
from tui.screens.settings import SettingsScreen
from tui.screens.solution import SolutionScreen
from tui.screens.transfer import ExportScreen, ImportScreen

scene = Scenes([])

KEY = StepKey("scenes", "tensors", "double")

KEPT = PurePosixPath("/home/ada/.local/share/blitz-course")

FIRST = "import torch\n\ndef double(x):\n    return x\n"
SECOND = "import torch\n\ndef double(x):\n    print(2 * x)\n"
OWN = "import torch\n\ndef double(x):\n    y = x + x\n    return y\n"


def at(day: int) -> Any:
    """A time of the store that is long ago, and the same day everywhere."""
    return patch("course.progress._now", return_value=f"2024-03-{day:02}T12:00:00.000000+00:00")


def earlier(home: Path) -> None:
    """Two attempts and a draft of the days before."""
    counted = {"checks": [{"status": "passed"}, {"status": "failed"}, {"status": "skipped"}]}
    with Progress.open(home / "progress.sqlite3") as store:
        with at(9):
            store.add_attempt(KEY, FIRST, "error", {})
        with at(10):
            store.add_attempt(KEY, SECOND, "failed", counted)
        with at(11):
            store.save_draft(KEY, SECOND + "\nprint(double(3))\n")
        with at(12):
            store.save_draft(KEY, FIRST, keep=True)
        with at(13):
            store.add_attempt(KEY, OWN, "passed", {"checks": [{"status": "passed"}] * 3})


# History


@scene()
async def history_empty(stage: Stage) -> None:
    """Nothing was tried yet."""
    await stage.open("double")
    await stage.press("f6")
    await stage.reach(HistoryScreen)


@scene(before=earlier)
async def history(stage: Stage) -> None:
    """Attempts and drafts, beside what restoring one would change."""
    await stage.open("double")
    await stage.press("f6")
    await stage.reach(HistoryScreen)
    await stage.press("down")


# The solution


@scene()
async def solution(stage: Stage) -> None:
    """The author's solution alone."""
    await stage.open("double")
    await stage.press("f3", "f3")
    await stage.reach(SolutionScreen)


@scene(grader=lambda: FakeGrader(verdicts=[passed()]))
async def solution_after_a_pass(stage: Stage) -> None:
    """The author's solution beside one's own."""
    await stage.open("double")
    await stage.write(OWN)
    await stage.press("f9", "f3")
    await stage.reach(SolutionScreen)


# Settings


@scene()
async def settings(stage: Stage) -> None:
    """What is set, and what is kept where."""
    study = stage.app.study
    assert study is not None

    async def file() -> PurePosixPath:
        return KEPT / "progress.sqlite3"

    study.keeper.file = file  # type: ignore[method-assign,assignment]
    await stage.press("comma")
    await stage.reach(SettingsScreen)


# Questions


@scene()
async def restart_of_a_lesson(stage: Stage) -> None:
    """Shall the lesson begin anew?"""
    await stage.open("double")
    stage.lesson.action_restart_lesson()
    await stage.reach(RestartScreen)


@scene()
async def restart_of_the_course(stage: Stage) -> None:
    """Shall the course begin anew?"""
    stage.app.action_restart_course()
    await stage.reach(RestartScreen)


@scene()
async def export(stage: Stage) -> None:
    """Where to?"""
    with patch("course.archive.default_name", return_value="blitz-course-2024-03-14.json"):
        stage.app.action_export()
        await stage.reach(ExportScreen)


@scene()
async def import_with_an_error(stage: Stage) -> None:
    """There is no such file."""
    with patch("course.archive.default_name", return_value="blitz-course-2024-03-14.json"):
        stage.app.action_import()
        await stage.reach(ImportScreen)
    stage.app.screen.query_one("Input").value = "/home/ada/blitz-course-2024-03-14.json"  # type: ignore[attr-defined]
    await stage.press("enter")


@scene()
async def report_written(stage: Stage) -> None:
    """Where the report of a wrong verdict lies."""
    assert stage.app.study is not None
    await stage.open("double")
    file = KEPT / "reports" / "tensors-double-20240314T120000Z.md"
    stage.app.push_screen(DisputedScreen(file, stage.app.study.words))  # type: ignore[arg-type]
    await stage.reach(DisputedScreen)
