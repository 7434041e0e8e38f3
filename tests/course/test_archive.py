"""Export and import: nothing is lost, nothing comes twice, and what is no archive changes nothing."""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.archive import Archive, ArchiveError, decode, encode, read_file, write_file
from course.catalogue import Catalogue
from course.progress import Progress, StepKey
from course.tables import MAX_REVISIONS, United

KEY = StepKey("tiny-course", "tiny", "zeros")
EARLY, LATE, LATEST = (f"2026-0{month}-01T12:00:00.000000+00:00" for month in (1, 2, 3))


def archive(**lists: Any) -> Archive:
    """An archive with some rows, and nothing else."""
    empty: dict[str, Any] = {"drafts": [], "revisions": [], "attempts": [], "steps": [], "settings": {}}
    return decode(encode({**empty, **lists}), "it")


def row(**columns: Any) -> dict[str, Any]:
    return {"course": "tiny-course", "lesson": "tiny", "step": "zeros", **columns}


def draft(code: str, at: str) -> dict[str, Any]:
    return row(code=code, writer="w", at=at)


def state(first: str, last: str, **others: Any) -> dict[str, Any]:
    none = {"passed_at": None, "passed_task": None, "restarted_at": None}
    return row(first_at=first, last_at=last, **{**none, **others})


def attempt(code: str, at: str) -> dict[str, Any]:
    return row(code=code, status="failed", verdict={"checks": []}, at=at)


@pytest.fixture
def store(tmp_path: Path) -> Progress:
    return Progress.open(tmp_path / "here" / "p.sqlite3")


def contents(store: Progress) -> Any:
    """All that is kept, in no order, as text in which NaN equals NaN."""
    return {
        name: sorted(
            json.dumps(item, sort_keys=True) for item in (rows if isinstance(rows, list) else [rows])
        )
        for name, rows in store.everything().items()
    }


def drafts(store: Progress) -> tuple[str | None, list[str]]:
    found = store.draft(KEY)
    return found.code if found else None, [each.code for each in store.revisions(KEY)]


def fill(store: Progress) -> None:
    """One of everything that can be kept."""
    store.save_draft(KEY, "x = '张量 \udc80'\n")
    store.save_draft(KEY, "x = 0\n", keep=True)
    store.mark_seen(KEY)
    store.add_attempt(KEY, "x = 1", "failed", {"stdout": "\udc80", "value": float("inf"), "checks": [None]})
    store.add_attempt(KEY, "x = 0", "passed", {"checks": []}, task="t1")
    store.mark_seen(StepKey("other-course", "a", "b"))
    store.set_setting("theme", "light")
    store.restart("other-course")


def test_what_is_exported_is_there_after_an_import_elsewhere(store: Progress, tmp_path: Path) -> None:
    fill(store)
    with Progress.open(tmp_path / "there.sqlite3") as there:
        assert there.unite(decode(encode(store.everything()), "it")) == United(1, 2, 2)
        assert contents(there) == json.loads(json.dumps(contents(store)).replace("\\\\udc80", "?"))
        assert there.state(KEY).passed
        assert there.setting("theme") == "light"


def test_importing_twice_or_into_its_own_store_changes_nothing(store: Progress) -> None:
    fill(store)
    before = contents(store)
    for _ in range(2):
        assert store.unite(decode(encode(store.everything()), "it")) == United(0, 0, 0)
        assert contents(store) == before


def test_of_two_drafts_the_later_stays_and_the_other_is_a_revision(store: Progress) -> None:
    store.unite(archive(drafts=[draft("second", LATE)]))
    assert store.unite(archive(drafts=[draft("first", EARLY)])).drafts == 0
    assert drafts(store) == ("second", ["first"])
    assert store.unite(archive(drafts=[draft("third", LATEST)])).drafts == 1
    assert drafts(store) == ("third", ["second", "first"])
    store.unite(archive(drafts=[draft("first", EARLY)]))
    assert drafts(store) == ("third", ["second", "first"])


def test_of_a_step_count_the_first_sight_and_the_latest_pass(store: Progress) -> None:
    passed = state(LATE, LATE, passed_at=LATE, passed_task="new")
    store.unite(archive(steps=[passed]))
    older = state(EARLY, EARLY, passed_at=EARLY, passed_task="old")
    assert store.unite(archive(steps=[older])).steps == 1
    found = store.state(KEY)
    assert (found.first_at, found.last_at, found.passed_at, found.passed_task) == (EARLY, LATE, LATE, "new")


def test_a_pass_from_before_a_restart_does_not_come_back_with_an_old_archive(store: Progress) -> None:
    old = archive(
        drafts=[draft("old", EARLY)],
        steps=[state(EARLY, EARLY, passed_at=EARLY, passed_task="t")],
        attempts=[attempt("old", EARLY)],
    )
    store.unite(old)
    store.restart("tiny-course", ["tiny"])
    assert not store.state(KEY).seen
    store.unite(old)
    assert not store.state(KEY).passed
    assert drafts(store) == (None, ["old"])
    assert [each.code for each in store.attempts(KEY)] == ["old"]


def test_a_restart_in_an_archive_makes_history_of_what_is_older_here(store: Progress) -> None:
    store.unite(archive(drafts=[draft("old", EARLY)], steps=[state(EARLY, EARLY, passed_at=EARLY)]))
    store.unite(archive(steps=[state(EARLY, EARLY, restarted_at=LATE)]))
    assert not store.state(KEY).passed
    assert drafts(store) == (None, ["old"])


def test_attempts_at_the_same_moment_with_other_code_are_two(store: Progress) -> None:
    both = archive(attempts=[attempt("a", EARLY), attempt("b", EARLY)])
    assert store.unite(both).attempts == 2
    assert store.unite(both).attempts == 0


def test_old_revisions_do_not_push_out_newer_ones(store: Progress) -> None:
    for number in range(MAX_REVISIONS + 1):
        store.save_draft(KEY, f"new {number}", keep=True)
    store.unite(archive(revisions=[draft(f"old {number}", EARLY) for number in range(10)]))
    kept = [each.code for each in store.revisions(KEY)]
    assert len(kept) == MAX_REVISIONS
    assert all(code.startswith("new") for code in kept)


def test_a_setting_that_is_set_here_stays(store: Progress) -> None:
    store.set_setting("theme", "dark")
    store.unite(archive(settings={"theme": "light", "other": [1]}))
    assert (store.setting("theme"), store.setting("other")) == ("dark", [1])


def test_an_import_that_the_disk_refuses_changes_nothing(store: Progress) -> None:
    fill(store)
    before = contents(store)
    store._connection.execute("PRAGMA max_page_count = 20")
    big = archive(drafts=[draft("x" * 500_000, LATEST)], settings={"new": 1})
    with pytest.raises(ArchiveError) as told:
        store.unite(big)
    assert told.value.message.key == "progress-full"
    assert store.saves
    assert contents(store) == before


def test_nothing_is_imported_where_nothing_is_saved(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("in the way")
    with (
        Progress.open(tmp_path / "home" / "p.sqlite3") as store,
        pytest.raises(ArchiveError, match="progress-unavailable"),
    ):
        store.unite(archive())


# Files


def refusal(data: bytes) -> str:
    with pytest.raises(ArchiveError) as told:
        decode(data, "FILE")
    said = Catalogue.load("en").render(told.value.message)
    assert "FILE" in said
    assert "\n" not in said
    return told.value.message.key


GOOD = json.loads(encode({"drafts": [], "revisions": [], "attempts": [], "steps": [], "settings": {}}))


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "archive-foreign"),
        (b"PK\x03\x04", "archive-foreign"),
        (b"[]", "archive-foreign"),
        (b"\xff\xfe{}", "archive-foreign"),
        (b'{"version": 3}', "archive-foreign"),
        (b'{"format": 1, "program": "blitz-course", "dra', "archive-broken"),
        (json.dumps({**GOOD, "format": 2, "more": []}).encode(), "archive-newer"),
        (json.dumps({**GOOD, "format": "1"}).encode(), "archive-broken"),
        (json.dumps({**GOOD, "surprise": 1}).encode(), "archive-broken"),
        (
            json.dumps({**GOOD, "drafts": [draft("x", "2026-13-01T12:00:00.000000+00:00")]}).encode(),
            "archive-broken",
        ),
        (json.dumps({**GOOD, "drafts": [draft("x", "2026-01-01")]}).encode(), "archive-broken"),
        (json.dumps({**GOOD, "drafts": [{**draft("x", EARLY), "code": 7}]}).encode(), "archive-broken"),
        (json.dumps({**GOOD, "drafts": [draft("\ud800", EARLY)]}).encode(), "archive-broken"),
        (b'{"program": "blitz-course", "a": ' + b"[" * 100_000, "archive-broken"),
    ],
)
def test_what_is_no_archive_is_refused_in_one_sentence(data: bytes, key: str) -> None:
    assert refusal(data) == key


def test_a_damaged_archive_says_where(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(encode({**GOOD, "drafts": [draft("x", EARLY), {**draft("x", EARLY), "code": 7}]}))
    with pytest.raises(ArchiveError, match=r"drafts\.1\.code"):
        read_file(file)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
moments = st.datetimes().map(lambda at: at.isoformat(timespec="microseconds") + "+00:00")
names = st.sampled_from(["a", "b"])
ids = {"course": names, "lesson": names, "step": names}
drafts_made = st.fixed_dictionaries({**ids, "code": texts, "writer": names, "at": moments})
json_data = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)
attempts_made = st.fixed_dictionaries(
    {
        **ids,
        "code": texts,
        "status": names,
        "verdict": st.dictionaries(texts, json_data, max_size=3),
        "at": moments,
    }
)
states_made = st.fixed_dictionaries(
    {
        **ids,
        "first_at": moments,
        "last_at": moments,
        "passed_at": st.none() | moments,
        "passed_task": st.none() | names,
        "restarted_at": st.none() | moments,
    }
)
archives_made = st.fixed_dictionaries(
    {
        "drafts": st.lists(drafts_made, max_size=4),
        "revisions": st.lists(drafts_made, max_size=4),
        "attempts": st.lists(attempts_made, max_size=4),
        "steps": st.lists(states_made, max_size=4),
        "settings": st.dictionaries(texts, json_data, max_size=3),
    }
)


def in_memory() -> Progress:
    """A store that no other example sees, without the cost of a file."""
    store = Progress(Path("/dev/null/nowhere"))
    store.saves = True
    return store


@settings(max_examples=60, deadline=None)
@given(one=archives_made, two=archives_made)
def test_any_archive_can_be_taken_in_twice_and_loses_no_code(
    one: dict[str, Any], two: dict[str, Any]
) -> None:
    with in_memory() as store:
        for made in (one, two):
            found = decode(encode(made), "it")
            store.unite(found)
            before = contents(store)
            assert store.unite(found) == United(0, 0, 0)
            assert contents(store) == before
        kept = store.everything()
        codes = {item["code"] for table in ("drafts", "revisions") for item in kept[table]}
        assert codes >= {
            item["code"] for made in (one, two) for item in (*made["drafts"], *made["revisions"])
        }
        assert {item["code"] for item in kept["attempts"]} >= {item["code"] for item in one["attempts"]}


@settings(max_examples=100, deadline=None)
@given(made=archives_made, data=st.data())
def test_a_file_with_any_byte_changed_is_refused_or_taken_in_whole(
    made: dict[str, Any], data: st.DataObject
) -> None:
    good = bytearray(encode(made))
    place = data.draw(st.integers(0, len(good) - 1))
    good[place] = data.draw(st.integers(0, 255))
    with in_memory() as store:
        with suppress(ArchiveError):
            store.unite(decode(bytes(good), "FILE"))
            return
        assert not any(store.everything().values())


def test_a_file_is_never_written_over_unless_told(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    write_file(file, b"one")
    with pytest.raises(ArchiveError, match="archive-exists"):
        write_file(file, b"two")
    assert file.read_bytes() == b"one"
    write_file(file, b"two", replace=True)
    assert file.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [file], "nothing is left beside it"


def test_a_file_that_cannot_be_written_or_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="archive-unwritable"):
        write_file(tmp_path / "nowhere" / "a.json", b"")
    with pytest.raises(ArchiveError, match="archive-no-file"):
        write_file(tmp_path, b"", replace=True)
    with pytest.raises(ArchiveError, match="archive-unwritable"):
        write_file(tmp_path / "\0", b"")
    with pytest.raises(ArchiveError, match="archive-missing"):
        read_file(tmp_path / "nowhere.json")
    with pytest.raises(ArchiveError, match="archive-no-file"):
        read_file(Path("/dev/zero"))


def test_an_archive_holds_every_table_of_the_store(store: Progress) -> None:
    with sqlite3.connect(store.file) as connection:
        tables = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        }
        assert tables == store.everything().keys()
        for name in tables - {"settings"}:
            columns = {column[1] for column in connection.execute(f"PRAGMA table_info({name})")} - {"id"}
            made = Archive.model_fields[name].annotation.__args__[0].model_fields  # type: ignore[union-attr]
            assert columns == made.keys()
