from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from course import store
from course.catalogue import Catalogue
from course.loader import load_lesson
from course.progress import Draft, Progress, StepKey
from course.store import default_file
from course.tables import MAX_REVISIONS
from tests.course.lessons import LESSON, write_course

KEY = StepKey("tiny-course", "tiny", "zeros")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "progress.sqlite3"


def fault_key(progress: Progress) -> str | None:
    return progress.fault and progress.fault.key


def run(code: str, *arguments: object, check: bool = True) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=check)


def test_what_was_done_is_there_when_the_app_comes_back(file: Path) -> None:
    with Progress.open(file) as progress:
        assert (progress.draft(KEY), progress.state(KEY).seen, progress.setting("theme", "dark")) == (
            None,
            False,
            "dark",
        )
        progress.save_draft(KEY, "x = 0\n")
        progress.mark_seen(KEY)
        progress.add_attempt(KEY, "x = 1", "failed", {"checks": [1]})
        progress.add_attempt(KEY, "x = 0", "passed", {"checks": []}, task="t1")
        progress.set_setting("theme", {"name": "浅"})
    with Progress.open(file) as progress:
        draft, state = progress.draft(KEY), progress.state(KEY)
        assert draft is not None
        assert (draft.code, progress.fault, progress.saves) == ("x = 0\n", None, True)
        assert [(a.code, a.status, a.verdict) for a in progress.attempts(KEY)] == [
            ("x = 0", "passed", {"checks": []}),
            ("x = 1", "failed", {"checks": [1]}),
        ]
        assert (state.seen, state.passed, state.outdated("t1"), state.outdated("t2")) == (
            True,
            True,
            False,
            True,
        )
        assert (progress.setting("theme"), progress.revisions(KEY)) == ({"name": "浅"}, [])
        assert state.first_at < state.last_at == state.passed_at  # type: ignore[operator]


def test_a_pass_stays_a_pass(file: Path) -> None:
    with Progress.open(file) as progress:
        progress.mark_passed(KEY, "t1")
        progress.add_attempt(KEY, "x", "failed", {}, task="t2")
        assert (progress.state(KEY).passed, progress.state(KEY).outdated("t2")) == (True, True)
        progress.add_attempt(KEY, "x", "passed", {}, task="t2")
        assert not progress.state(KEY).outdated("t2")


def codes(drafts: list[Draft]) -> list[str]:
    return [draft.code for draft in drafts]


def test_of_two_apps_the_later_wins_and_the_earlier_is_kept(file: Path) -> None:
    with Progress.open(file) as one, Progress.open(file) as two:
        for code in ("a", "ab", "abc"):
            one.save_draft(KEY, code)
        assert one.revisions(KEY) == []
        two.save_draft(KEY, "abc")
        assert one.revisions(KEY) == []
        two.save_draft(KEY, "z")
        one.save_draft(KEY, "abcd")
        assert codes(two.revisions(KEY)) == ["z"]
        draft = two.draft(KEY)
        assert draft is not None
        assert (draft.code, draft.writer) == ("abcd", one.writer)
        two.save_draft(KEY, "zz")
        assert codes(one.revisions(KEY)) == ["abcd", "z"]


def test_a_reset_keeps_what_it_replaces(file: Path) -> None:
    with Progress.open(file) as progress:
        progress.save_draft(KEY, "mine")
        progress.save_draft(KEY, "x = ...", keep=True)
        assert codes(progress.revisions(KEY)) == ["mine"]


def test_revisions_are_bounded_and_the_oldest_go(file: Path) -> None:
    with Progress.open(file) as progress:
        for n in range(MAX_REVISIONS + 3):
            progress.save_draft(KEY, str(n), keep=True)
        kept = codes(progress.revisions(KEY))
        assert (len(kept), kept[0], kept[-1]) == (MAX_REVISIONS, str(MAX_REVISIONS + 1), "2")


def test_progress_follows_a_renamed_step_and_lesson(file: Path, tmp_path: Path) -> None:
    renamed = LESSON.replace("id: tiny\n", "id: small\nwas: [tiny]\n").replace(
        "id: zeros", "id: noughts\n    was: [zeros]"
    )
    write_course(tmp_path)
    (tmp_path / "small.yaml").write_text(renamed)
    lesson = load_lesson(tmp_path / "small.yaml")
    new = StepKey.of("tiny-course", lesson, lesson.steps[-1])
    with Progress.open(file) as progress:
        progress.save_draft(KEY, "old")
        progress.add_attempt(KEY, "old", "passed", {}, task="t1")
        assert progress.draft(new).code == "old"  # type: ignore[union-attr]
        progress.save_draft(new, "new")
        progress.add_attempt(new, "new", "failed", {})
        state = progress.state(new)
        assert (state.passed, state.passed_task, state.first_at) == (True, "t1", progress.state(KEY).first_at)
        assert (progress.draft(new).code, progress.draft(KEY).code) == ("new", "old")  # type: ignore[union-attr]
        assert [attempt.code for attempt in progress.attempts(new)] == ["new", "old"]
        assert set(progress.states("tiny-course")) == {("tiny", "zeros"), ("small", "noughts")}


def test_pasted_surrogates_are_saved(file: Path) -> None:
    with Progress.open(file) as progress:
        progress.save_draft(KEY, "x = '\udc80'\n")
        assert progress.draft(KEY).code == "x = '?'\n"  # type: ignore[union-attr]


def test_a_worker_thread_may_use_it(file: Path) -> None:
    with Progress.open(file) as progress:
        thread = Thread(target=progress.save_draft, args=(KEY, "x"))
        thread.start()
        thread.join()
        assert progress.draft(KEY) is not None


WRITE_FOR_EVER = """
import itertools, sys
from pathlib import Path
from course.progress import Progress, StepKey
progress = Progress.open(Path(sys.argv[1]))
key = StepKey("tiny-course", "tiny", "zeros")
for n in itertools.count():
    progress.save_draft(key, f"{n} " + "x" * 5000)
    progress.add_attempt(key, str(n), "failed", {})
    print(n, flush=True)
"""


def test_a_kill_loses_nothing_that_a_call_returned_for(file: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WRITE_FOR_EVER, file], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    for _ in range(200):
        last = process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    last = (last + process.stdout.read()).split("\n")[-2]
    process.wait()
    with Progress.open(file) as progress:
        assert progress.fault is None
        assert int(progress.draft(KEY).code.split()[0]) >= int(last)  # type: ignore[union-attr]
        assert int(progress.attempts(KEY, 1)[0].code) >= int(last)


START_AND_SAVE = """
import sys
from pathlib import Path
from course.progress import Progress, StepKey
progress = Progress.open(Path(sys.argv[1]))
for n in range(20):
    progress.save_draft(StepKey("c", "l", "s"), f"{progress.writer} {n}")
    progress.add_attempt(StepKey("c", "l", "s"), "x", "failed", {})
assert progress.fault is None, progress.fault
"""


def test_many_apps_may_start_at_once_on_a_new_file(file: Path) -> None:
    apps = [subprocess.Popen([sys.executable, "-c", START_AND_SAVE, file]) for _ in range(4)]
    assert [app.wait() for app in apps] == [0] * 4
    with Progress.open(file) as progress:
        assert len(progress.attempts(StepKey("c", "l", "s"), 1000)) == 80


@pytest.mark.parametrize("damage", ["overwritten", "torn", "not a file of ours"])
def test_a_damaged_file_is_set_aside_and_kept(damage: str, file: Path) -> None:
    with Progress.open(file) as progress:
        for n in range(100):
            progress.add_attempt(KEY, "x" * 500, "failed", {"n": n})
    content = bytearray(file.read_bytes())
    if damage == "overwritten":
        content[4096:] = os.urandom(len(content) - 4096)
    elif damage == "torn":
        del content[len(content) // 2 :]
    else:
        content[:] = b"Dear diary, " * 1000
    file.write_bytes(content)
    with Progress.open(file) as progress:
        assert (fault_key(progress), progress.saves, progress.draft(KEY)) == ("progress-corrupt", True, None)
        aside = Path(str(progress.fault and progress.fault.values["path"]))
        assert aside.read_bytes() == content
        assert aside.name.startswith("progress.sqlite3.corrupt-")
        progress.save_draft(KEY, "again")
    with Progress.open(file) as progress:
        assert (progress.fault, progress.draft(KEY) is not None) == (None, True)


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A directory that other users can reach, as those of pytest are not."""
    directory = Path(tempfile.mkdtemp())
    directory.chmod(0o755)
    yield directory
    shutil.rmtree(directory)


AS_NOBODY = """
import os, sys
from pathlib import Path
from course.progress import Progress, StepKey
import course.catalogue, platformdirs
if os.getuid() == 0:
    os.setuid(65534)
progress = Progress.open(Path(sys.argv[1]))
key = StepKey("tiny-course", "tiny", "zeros")
print(progress.fault.key, progress.saves)
print(progress.draft(key) and progress.draft(key).code)
progress.save_draft(key, "in memory")
progress.add_attempt(key, "in memory", "passed", {})
print(progress.draft(key).code, progress.state(key).passed)
"""


@pytest.mark.parametrize("existing", [True, False])
def test_where_nothing_can_be_written_the_course_goes_on(existing: bool, open_to_all: Path) -> None:
    file = open_to_all / "home" / "progress.sqlite3"
    file.parent.mkdir(mode=0o755)
    if existing:
        with Progress.open(file) as progress:
            progress.save_draft(KEY, "saved")
    file.parent.chmod(0o555)
    before = file.read_bytes() if existing else None
    told = run(AS_NOBODY, file).stdout.splitlines()
    assert told == ["progress-read-only False", "saved" if existing else "None", "in memory True"]
    assert (file.read_bytes() if existing else None) == before


def test_a_home_that_is_no_directory_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with Progress.open(tmp_path / "home" / "progress.sqlite3") as progress:
        assert (fault_key(progress), progress.saves) == ("progress-unavailable", False)
        progress.save_draft(KEY, "x")
        assert progress.draft(KEY) is not None


def test_a_disk_that_fills_up_is_told_and_nothing_typed_is_lost(file: Path) -> None:
    with Progress.open(file) as progress:
        progress.save_draft(KEY, "before")
        progress._connection.execute("PRAGMA max_page_count = 20")
        other = StepKey("tiny-course", "tiny", "words")
        progress.save_draft(other, "x" * 200_000)
        assert (fault_key(progress), progress.saves) == ("progress-full", False)
        assert [len(progress.draft(key).code) for key in (KEY, other)] == [6, 200_000]  # type: ignore[union-attr]
        progress.save_draft(KEY, "after")
        assert progress.draft(KEY).code == "after"  # type: ignore[union-attr]
        assert "disk is full" in Catalogue.load("en").render(progress.fault)  # type: ignore[arg-type]
    with Progress.open(file) as progress:
        assert progress.draft(KEY).code == "before"  # type: ignore[union-attr]


FULL = """
import resource, sys
from pathlib import Path
from course.progress import Progress, StepKey
progress = Progress.open(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
key = StepKey("tiny-course", "tiny", "zeros")
for n in range(50):
    progress.save_draft(key, f"{n}" * 5000)
print(progress.saves, progress.fault is not None, progress.draft(key).code == "49" * 5000)
"""


def test_a_write_that_the_system_refuses_is_told(file: Path) -> None:
    assert run(FULL, file).stdout.split() == ["False", "True", "True"]


def test_a_file_that_is_damaged_while_in_use_does_not_stop_the_app(file: Path) -> None:
    with Progress.open(file) as progress:
        progress.save_draft(KEY, "x" * 50_000)
        progress._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        file.write_bytes(os.urandom(file.stat().st_size))
        progress._connection.execute("PRAGMA cache_size = 0")
        progress.draft(KEY)
        progress.save_draft(KEY, "y")
        assert progress.draft(KEY).code == "y"  # type: ignore[union-attr]
        assert (progress.saves, progress.fault is None) == (False, False)


def test_a_file_of_a_later_version_is_left_alone(file: Path) -> None:
    with Progress.open(file) as progress:
        progress.save_draft(KEY, "x")
        progress._connection.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    with Progress.open(file) as progress:
        assert (fault_key(progress), progress.saves) == ("progress-newer", False)
        progress.save_draft(KEY, "y")
    assert file.read_bytes() == before


def test_schema_grows_from_version_to_version_with_its_data(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = store.MIGRATIONS[:1]
    monkeypatch.setattr(store, "MIGRATIONS", first)
    file.parent.mkdir()
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    with Progress.open(file) as progress:
        progress.save_draft(KEY, "x")
        assert progress._connection.execute("PRAGMA user_version").fetchone() == (1,)
    monkeypatch.setattr(store, "MIGRATIONS", (*first, ("ALTER TABLE drafts ADD COLUMN cursor INTEGER",)))
    with Progress.open(file) as progress:
        assert progress._connection.execute("SELECT code, cursor FROM drafts").fetchall() == [("x", None)]
        assert progress._connection.execute("PRAGMA user_version").fetchone() == (2,)


def test_a_migration_that_fails_changes_nothing(file: Path) -> None:
    with Progress.open(file) as progress:
        broken = (*store.MIGRATIONS, ("ALTER TABLE drafts ADD COLUMN cursor INTEGER", "NONSENSE"))
        with pytest.raises(sqlite3.Error):
            store.migrate(progress._connection, broken)
        columns = {row[1] for row in progress._connection.execute("PRAGMA table_info(drafts)")}
        assert "cursor" not in columns


def test_home_is_the_variable_or_the_platforms(tmp_path: Path) -> None:
    assert default_file({"BLITZ_COURSE_HOME": str(tmp_path)}) == tmp_path / "progress.sqlite3"
    assert default_file({"BLITZ_COURSE_HOME": ""}).parent.name == "blitz-course"


def test_the_users_own_file_is_used_when_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BLITZ_COURSE_HOME", str(tmp_path / "mine"))
    with Progress.open() as progress:
        assert progress.saves
    assert (tmp_path / "mine" / "progress.sqlite3").exists()


def test_a_restart_takes_marks_and_drafts_away_and_deletes_nothing(file: Path) -> None:
    renamed = StepKey("tiny-course", "small", "noughts", ("tiny",), ("zeros",))
    other = StepKey("tiny-course", "second", "step")
    with Progress.open(file) as progress:
        for key in (KEY, other):
            progress.save_draft(key, "mine")
            progress.add_attempt(key, "mine", "passed", {}, task="t1")
        progress.restart("tiny-course", ["small", "tiny"])
        for key in (KEY, renamed):
            state = progress.state(key)
            assert (state.seen, state.passed, state.outdated("t2")) == (False, False, False)
            assert progress.draft(key) is None
            assert codes(progress.revisions(key)) == ["mine"]
            assert [attempt.status for attempt in progress.attempts(key)] == ["passed"]
        assert progress.state(other).passed
        assert progress.draft(other) is not None
        progress.mark_seen(KEY)
        assert (progress.state(KEY).seen, progress.state(KEY).passed) == (True, False)
        progress.mark_passed(KEY, "t2")
        assert progress.state(KEY).passed_task == "t2"
        progress.restart("tiny-course")
        assert not any(state.seen for state in progress.states("tiny-course").values())
        assert progress.draft(other) is None


def test_a_file_of_the_first_version_comes_along(file: Path) -> None:
    file.parent.mkdir()
    with sqlite3.connect(file) as connection:
        store.migrate(connection, store.MIGRATIONS[:1])
        times = ("2026-01-01T00:00:00.000000+00:00",) * 3
        connection.execute("INSERT INTO steps VALUES ('tiny-course', 'tiny', 'zeros', ?, ?, ?, 't1')", times)
    with Progress.open(file) as progress:
        assert (progress.state(KEY).passed, progress.fault) == (True, None)
