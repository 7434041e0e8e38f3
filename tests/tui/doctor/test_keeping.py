"""What is kept: nothing yet, sound, damaged, newer, read-only; a doctor changes none of it."""

from __future__ import annotations

import sqlite3
import tempfile
from collections import namedtuple
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from course.progress import Progress, StepKey
from course.store import FILE_NAME
from tui.doctor import keeping
from tui.doctor.keeping import Kept, look, size_text, state_findings


def seen(home: Path) -> Kept:
    return look({"BLITZ_COURSE_HOME": str(home)})


def told(kept: Kept) -> list[str]:
    return [f"{f.state} {f.message.key.removeprefix('doctor-')}" for f in state_findings(kept)]


def contents(home: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in home.glob("*")}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with something in it."""
    with Progress.open(tmp_path / FILE_NAME) as store:
        store.save_draft(StepKey("a", "b", "c"), "x = 1")
    return tmp_path


def test_nothing_yet_and_nothing_is_made(tmp_path: Path) -> None:
    kept = seen(tmp_path / "not" / "yet")
    assert told(kept)[0] == "ok state-none"
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_is_told_with_its_size_and_stays_as_it_is(home: Path) -> None:
    before = contents(home)
    kept = seen(home)
    assert told(kept)[:2] == ["ok state", "ok disk"]
    assert kept.size >= (home / FILE_NAME).stat().st_size
    assert contents(home) == before


def test_a_damaged_file_is_told_and_left_alone(home: Path) -> None:
    (home / FILE_NAME).write_bytes(b"not a database, and long enough to see that" * 100)
    before = contents(home)
    assert "problem state-damaged" in told(seen(home))
    assert contents(home) == before


def test_a_file_of_a_newer_program_is_told(home: Path) -> None:
    with closing(sqlite3.connect(home / FILE_NAME)) as connection:
        connection.execute("PRAGMA user_version = 999")
    assert "problem state-newer" in told(seen(home))


def test_files_set_aside_are_told(home: Path) -> None:
    (home / FILE_NAME).write_bytes(b"not a database, and long enough to see that" * 100)
    Progress.open(home / FILE_NAME).close()
    assert {"note state-aside", "ok state"} <= set(told(seen(home)))


def test_a_home_that_is_no_directory_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("in the way")
    findings = told(seen(tmp_path / "home"))
    assert "problem state-unwritable" in findings
    assert "ok state-none" not in findings


def test_a_read_only_home_is_told_in_the_systems_words(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    (first, *_) = state_findings(seen(home))
    assert (first.message.key, first.message.values["why"]) == (
        "doctor-state-unwritable",
        "Read-only file system",
    )


def test_a_system_without_room_for_programs(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found in ['/a']")

    monkeypatch.setattr(tempfile, "gettempdir", refuse)
    assert told(seen(home))[-1] == "problem scratchless"


@pytest.mark.parametrize(
    ("free", "expected"),
    [(5_000_000, "problem disk-full"), (500_000_000, "note disk-scarce"), (10**10, "ok disk")],
)
def test_room(home: Path, monkeypatch: pytest.MonkeyPatch, free: int, expected: str) -> None:
    usage = namedtuple("usage", ["free"])
    monkeypatch.setattr(keeping.shutil, "disk_usage", lambda _: usage(free))
    assert expected in told(seen(home))


def test_remembered_proofs_are_told_with_their_size(home: Path) -> None:
    assert "ok proofs" not in told(seen(home))
    (home / "proofs.json").write_text("{}")
    assert "ok proofs" in told(seen(home))


def test_a_disk_that_tells_nothing_is_not_spoken_of(home: Path) -> None:
    assert not [each for each in told(replace(seen(home), free=None)) if "disk" in each]


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (65_536, "65.5 kB"),
        (4_000_000, "4 MB"),
        (83_700_000_000, "83.7 GB"),
        (2 * 10**12, "2,000 GB"),
    ],
)
def test_sizes_are_told_in_the_unit_that_suits_them(count: int, text: str) -> None:
    assert size_text(count) == text
