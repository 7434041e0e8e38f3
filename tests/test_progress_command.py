"""`blitz-course progress` as people and scripts use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from course.archive import decode
from course.catalogue import LANGUAGES
from course.progress import Progress, StepKey
from tests.tui.fakes import COURSE
from tui.cli import cli

KEY = StepKey("small", "first", "double")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BLITZ_COURSE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def done(home: Path) -> Path:
    """A home in which something was done."""
    with Progress.open() as store:
        store.save_draft(KEY, "x = '张量'\n")
        store.add_attempt(KEY, "x", "passed", {})
    return home


def progress(*arguments: str) -> Result:
    return CliRunner().invoke(
        cli, ["progress", *arguments], prog_name="blitz-course", env={"LANG": "C", "LC_ALL": ""}
    )


def test_every_lesson_is_told_with_what_was_done_and_when(done: Path) -> None:
    result = progress("--course", str(COURSE))
    title, total, _, first, broken, third = result.stdout.splitlines()
    assert (title, total) == ("A small course", "1 of 10 steps, about 22 min left")
    assert first.startswith("◐   The first lesson")
    assert all(told in first for told in ("1 of 5", "10 min left", "today"))
    assert "cannot be opened" in broken
    assert third.startswith("○   A third one")
    assert third.rstrip().endswith("–")


def test_the_same_as_json(done: Path) -> None:
    document = json.loads(progress("--course", str(COURSE), "--json").stdout)
    assert (document["course"], document["done"], document["total"]) == ("small", 1, 10)
    first, broken, _ = document["lessons"]
    assert (first["id"], first["done"], first["skipped"], first["minutes_left"]) == ("first", 1, 4, 10)
    assert first["last_at"] is not None
    assert "broken.yaml" in broken["problem"]


def test_columns_stand_below_each_other_in_chinese(done: Path) -> None:
    lines = progress("--course", str(COURSE), "--lang", "zh").stdout.splitlines()
    assert lines[0] == "一门很小的课程"
    assert "今天" in lines[3]


def test_all_that_is_kept_goes_out_and_comes_back(
    done: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "all.json"
    assert progress("export", str(file)).exit_code == 0
    monkeypatch.setenv("BLITZ_COURSE_HOME", str(tmp_path / "elsewhere"))
    result = progress("import", str(file))
    assert (result.exit_code, result.stdout) == (0, "✓ Taken in: one draft, one attempt, news of one step.\n")
    assert "already" in progress("import", str(file)).stdout
    with Progress.open() as store:
        assert store.draft(KEY).code == "x = '张量'\n"  # type: ignore[union-attr]


def test_an_archive_goes_to_standard_output(done: Path) -> None:
    result = progress("export", "-")
    assert decode(result.stdout_bytes, "-").drafts[0].code == "x = '张量'\n"
    assert result.stderr == ""


def test_a_file_is_replaced_only_by_force(done: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.write_text("precious")
    refused = progress("export", str(file))
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == f"{file} exists already.\n"
    assert file.read_text() == "precious"
    assert progress("export", str(file), "--force").exit_code == 0
    assert file.read_text() != "precious"


def test_what_is_no_archive_is_refused_in_one_line(done: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("not an archive")
    refused = progress("import", str(file))
    assert (refused.exit_code, refused.stderr.count("\n")) == (1, 1)
    with Progress.open() as store:
        assert store.state(KEY).passed


def test_a_home_that_cannot_be_used_is_told(home: Path) -> None:
    home.write_text("in the way")
    result = progress("--course", str(COURSE))
    assert result.exit_code == 0
    assert "not being saved" in result.stderr


def test_privacy_is_told_in_two_lines(home: Path) -> None:
    result = progress("--privacy")
    assert len(result.stdout.splitlines()) == 2
    assert str(home / "progress.sqlite3") in result.stdout


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("arguments", [(), ("export",), ("import",)])
def test_help_is_spoken(arguments: tuple[str, ...], language: str) -> None:
    told = progress(*arguments, "--lang", language, "--help").stdout
    assert "cli-" not in told
    assert "--lang" in told
