"""Stores and archives that are not what they were: what cannot be used is set aside whole, and the app goes on."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from course.archive import Archive, ArchiveError, decode, encode
from course.catalogue import Catalogue
from course.progress import Progress, StepKey
from course.store import FILE_NAME
from tests.endurance.examples import sizes, try_all
from tests.endurance.mutations import JUNK, blobs, trees
from tui.history import entries, entry_lines

KEYS = [StepKey("blitz", "tensors", step) for step in ("zeros", "ones", "twos")]
WORDS = Catalogue.load("en")
HEADER = 100
"""Bytes at the beginning of a database that opening it may change."""


def make_store(file: Path) -> None:
    """A store with something of everything."""
    with Progress.open(file) as store:
        for key in KEYS:
            for number in range(3):
                store.save_draft(key, f"x = torch.zeros({number})  # 行\n" * 5, keep=True)
                verdict = {"status": "failed", "checks": [{"name": "x", "status": "failed"}]}
                store.add_attempt(key, f"x = {number}", "failed", verdict)
            store.add_attempt(key, "x = 9", "passed", {"checks": []}, task="abc")
            store.mark_seen(key)
        store.set_setting("theme", "dark")
        store.restart("blitz", ["other"])


def use(store: Progress) -> None:
    """All that the app asks and tells of a store."""
    for key in KEYS:
        store.draft(key)
        for entry in entries(store.attempts(key), store.revisions(key)):
            assert entry_lines(entry, WORDS).plain
        store.state(key)
        store.save_draft(key, "y = 1", keep=True)
        store.add_attempt(key, "y = 1", "passed", {"checks": []}, task="abc")
        store.mark_passed(key, "abc")
        draft = store.draft(key)
        assert draft is not None
        assert draft.code == "y = 1"
        assert "y = 1" in [attempt.code for attempt in store.attempts(key)]
        assert store.state(key).passed
    store.states("blitz")
    store.setting("theme")
    store.set_setting("theme", "light")
    assert store.setting("theme") == "light"
    decode(encode(store.everything()), "all")


def assert_kept(data: bytes, folder: Path) -> None:
    """A file in the folder holds the very bytes, but for what opening a database changes at its beginning."""
    assert any(
        len(found) == len(data) and found[HEADER:] == data[HEADER:]
        for found in (file.read_bytes() for file in folder.iterdir() if file.suffix not in (".shm", ".wal"))
    ), [file.name for file in folder.iterdir()]


@sizes(40, 2_000)
def test_a_mutated_store_is_used_or_set_aside_whole(examples: int, tmp_path: Path) -> None:
    make_store(tmp_path / "sound")
    data = (tmp_path / "sound").read_bytes()
    home = tmp_path / "home"
    file = home / FILE_NAME

    def check(mutated: tuple[bytes, bytes | None]) -> None:
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        file.write_bytes(mutated[0])
        if mutated[1] is not None:
            file.with_name(f"{FILE_NAME}-wal").write_bytes(mutated[1])
        with Progress.open(file) as store:
            if store.fault is not None and mutated[0]:
                assert_kept(mutated[0], home)
            use(store)
        with Progress.open(file) as store:
            use(store)

    journals = st.one_of(*[st.none()] * 5, blobs([data[:500]]))
    try_all(examples, st.tuples(st.one_of(blobs([data], longest=5_000), overwritten(data)), journals), check)


def overwritten(data: bytes) -> st.SearchStrategy[bytes]:
    """A file in which some bytes that mean something have other values, and none has moved."""
    used = [at for at, byte in enumerate(data) if byte]
    put = st.one_of(
        st.binary(min_size=1, max_size=4), st.sampled_from([b"\xff", b"{", b'"', b"\x0c", b"\x00" * 40])
    )

    def apply(edits: list[tuple[int, bytes]]) -> bytes:
        changed = bytearray(data)
        for at, written in edits:
            changed[at : at + len(written)] = written
        return bytes(changed[: len(data)])

    return st.lists(st.tuples(st.sampled_from(used), put), min_size=1, max_size=3).map(apply)


COLUMNS = {
    "drafts": ("code", "writer", "at"),
    "revisions": ("code", "at", "step"),
    "attempts": ("code", "status", "verdict", "at"),
    "steps": ("first_at", "last_at", "passed_at", "passed_task", "restarted_at"),
    "settings": ("value",),
}


@sizes(30, 1_000)
def test_any_value_in_any_column_costs_that_value_alone(examples: int, tmp_path: Path) -> None:
    make_store(tmp_path / "sound")
    file = tmp_path / FILE_NAME
    places = [(table, column) for table, columns in COLUMNS.items() for column in columns]
    odd = [
        b"\xff\xfe",
        b"",
        7,
        1.5,
        "",
        "{",
        "[1]",
        "[" * 10_000,
        "null",
        "9" * 5_000,
        "\x00",
        "0001-01-01T00:00:00+14:00",
    ]

    def check(mutated: list[tuple[tuple[str, str], Any]]) -> None:
        shutil.copy(tmp_path / "sound", file)
        with sqlite3.connect(file) as connection:
            for (table, column), value in mutated:
                connection.execute(f"UPDATE {table} SET {column} = ?", (value,))
        connection.close()
        with Progress.open(file) as store:
            use(store)
            assert store.fault is None

    values = st.one_of(st.sampled_from(odd), st.text(max_size=5), st.binary(max_size=5))
    try_all(examples, st.lists(st.tuples(st.sampled_from(places), values), min_size=1, max_size=3), check)


@sizes(100, 2_000)
def test_a_mutated_archive_is_taken_in_or_told(examples: int, tmp_path: Path) -> None:
    make_store(tmp_path / "sound")
    with Progress.open(tmp_path / "sound") as store:
        data = encode(store.everything())
    spoilt = st.one_of(
        blobs([data]), trees([json.loads(data)]).map(as_bytes), st.sampled_from(JUNK).map(as_bytes)
    )

    def check(mutated: bytes) -> None:
        archive: Archive | None = None
        with suppress(ArchiveError):
            archive = decode(mutated, "archive")
        if archive is None:
            return
        file = tmp_path / "fresh"
        file.unlink(missing_ok=True)
        with Progress.open(file) as fresh:
            fresh.unite(archive)
            assert not any(fresh.unite(archive).__getstate__()), "taken in twice is taken in once"
            use(fresh)

    try_all(examples, spoilt, check)


def as_bytes(tree: Any) -> bytes:
    return json.dumps(tree).encode("utf-8", "surrogatepass")
