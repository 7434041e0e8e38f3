"""Changes to many rows at once: reading all that is kept, uniting it with an archive, beginning anew.

Owns what wins when two histories of one learner meet, and the bound on revisions. Every function takes part
in the transaction of its caller.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.rows import json_of, rows, time_of, verdict_of

if TYPE_CHECKING:
    from course.archive import Archive, AttemptRecord, DraftRecord, StateRecord

MAX_REVISIONS = 200
"""Kept of one step; the oldest go first."""

_COLUMNS = {
    "drafts": "course, lesson, step, code, writer, at",
    "revisions": "course, lesson, step, code, writer, at",
    "attempts": "course, lesson, step, code, status, verdict, at",
    "steps": "course, lesson, step, first_at, last_at, passed_at, passed_task, restarted_at",
}

_TIMES = {"at", "first_at", "last_at", "passed_at", "restarted_at"}

_STEP = "course = ? AND lesson = ? AND step = ?"

Row = tuple[str, str, str, str, str, str]
"""A draft or a revision: course, lesson, step, code, writer, at."""


@dataclass(frozen=True, slots=True)
class United:
    """What an archive brought that was not here; all zero when it was taken in before."""

    drafts: int
    """Drafts that are new, or newer than those here."""
    attempts: int
    steps: int
    """Steps of which more is known now."""


def gather(connection: sqlite3.Connection) -> dict[str, Any]:
    """All that is kept, as the lists and the object of an archive."""
    found: dict[str, Any] = {}
    for table, columns in _COLUMNS.items():
        kept = rows(connection, f"SELECT {columns} FROM {table} ORDER BY course, lesson, step")
        found[table] = [_record(dict(zip(columns.split(", "), row, strict=True))) for row in kept]
    settings = rows(connection, "SELECT key, value FROM settings ORDER BY key")
    return {**found, "settings": {key: json_of(value, None) for key, value in settings}}


def _record(row: dict[str, str | None]) -> dict[str, Any]:
    """A row as an archive takes it: its times as times, its verdict as data."""
    record: dict[str, Any] = dict(row)
    for column, value in row.items():
        if value is not None and column in _TIMES:
            record[column] = time_of(value)
        elif value is not None and column == "verdict":
            record[column] = verdict_of(value)
    return record


def unite(connection: sqlite3.Connection, archive: Archive) -> United:
    """Takes an archive in.

    Of two drafts the later stays and the other becomes a revision; attempts are united; of a step count the
    first sight, the latest pass and the latest restart; a setting that is set here stays.
    """
    steps = sum(_unite_state(connection, state) for state in archive.steps)
    for revision in archive.revisions:
        _add_revision(connection, _row_of(revision))
    drafts = sum(_unite_draft(connection, _row_of(draft)) for draft in archive.drafts)
    attempts = sum(_add_attempt(connection, attempt) for attempt in archive.attempts)
    for key, value in archive.settings.items():
        connection.execute("INSERT OR IGNORE INTO settings VALUES (?, ?)", (key, json.dumps(value)))
    _retire_drafts(connection)
    _trim_revisions(connection)
    return United(drafts, attempts, steps)


def restart(connection: sqlite3.Connection, course: str, lessons: Sequence[str] | None, now: str) -> None:
    """Begins a course anew, or some lessons of it: what was until `now` does not count; drafts are revisions."""
    where, values = "course = ?", (course, *(lessons or ()))
    if lessons is not None:
        where += f" AND lesson IN ({', '.join('?' * len(lessons))})"
    connection.execute(f"UPDATE steps SET restarted_at = ? WHERE {where}", (now, *values))
    _make_revisions(connection, where, values)
    _trim_revisions(connection)


def keep_revision(connection: sqlite3.Connection, row: Row) -> None:
    """Keeps a draft that another takes the place of; the oldest revision of its step may go."""
    _add_revision(connection, row)
    _trim_revisions(connection, _STEP, row[:3])


def _unite_state(connection: sqlite3.Connection, state: StateRecord) -> int:
    ids = (state.course, state.lesson, state.step)
    query = f"SELECT {_COLUMNS['steps']} FROM steps WHERE {_STEP}"
    before = connection.execute(query, ids).fetchone()
    statement = f"""INSERT INTO steps ({_COLUMNS["steps"]}) VALUES (?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET
        first_at = min(first_at, excluded.first_at),
        last_at = max(last_at, excluded.last_at),
        passed_task = CASE WHEN coalesce(excluded.passed_at, '') > coalesce(passed_at, '')
            THEN excluded.passed_task ELSE passed_task END,
        passed_at = nullif(max(coalesce(passed_at, ''), coalesce(excluded.passed_at, '')), ''),
        restarted_at = nullif(max(coalesce(restarted_at, ''), coalesce(excluded.restarted_at, '')), '')"""
    times = (state.first_at, state.last_at, state.passed_at, state.passed_task, state.restarted_at)
    connection.execute(statement, (*ids, *times))
    return int(connection.execute(query, ids).fetchone() != before)


def _unite_draft(connection: sqlite3.Connection, row: Row) -> int:
    ids, at = row[:3], row[5]
    query = f"SELECT {_COLUMNS['drafts']} FROM drafts WHERE {_STEP}"
    here: Row | None = connection.execute(query, ids).fetchone()
    if here is not None and here[5] >= at:
        if here[3] != row[3]:
            _add_revision(connection, row)
        return 0
    if here is None and _restarted_since(connection, row):
        _add_revision(connection, row)
        return 0
    if here is not None and here[3] != row[3]:
        _add_revision(connection, here)
    connection.execute(f"INSERT OR REPLACE INTO drafts ({_COLUMNS['drafts']}) VALUES (?,?,?,?,?,?)", row)
    return int(here is None or here[3] != row[3])


def _restarted_since(connection: sqlite3.Connection, row: Row) -> bool:
    query = f"SELECT 1 FROM steps WHERE {_STEP} AND restarted_at >= ?"
    return connection.execute(query, (*row[:3], row[5])).fetchone() is not None


def _add_attempt(connection: sqlite3.Connection, attempt: AttemptRecord) -> int:
    known = f"SELECT 1 FROM attempts WHERE {_STEP} AND at = ? AND code = ?"
    ids = (attempt.course, attempt.lesson, attempt.step)
    if connection.execute(known, (*ids, attempt.at, attempt.code)).fetchone():
        return 0
    row = (*ids, attempt.code, attempt.status, json.dumps(attempt.verdict), attempt.at)
    connection.execute(f"INSERT INTO attempts ({_COLUMNS['attempts']}) VALUES (?,?,?,?,?,?,?)", row)
    return 1


def _add_revision(connection: sqlite3.Connection, row: Row) -> None:
    known = f"SELECT 1 FROM revisions WHERE {_STEP} AND code = ? AND at = ?"
    if not connection.execute(known, (*row[:4], row[5])).fetchone():
        statement = f"INSERT INTO revisions ({_COLUMNS['revisions']}) VALUES (?,?,?,?,?,?)"
        connection.execute(statement, row)


def _retire_drafts(connection: sqlite3.Connection) -> None:
    """Makes revisions of the drafts that are older than a restart of their step."""
    older = """(course, lesson, step) IN (SELECT course, lesson, step FROM steps WHERE restarted_at >= drafts.at)"""
    _make_revisions(connection, older, ())


def _make_revisions(connection: sqlite3.Connection, where: str, values: tuple[str, ...]) -> None:
    rows = connection.execute(f"SELECT {_COLUMNS['drafts']} FROM drafts WHERE {where}", values).fetchall()
    for row in rows:
        _add_revision(connection, row)
    connection.execute(f"DELETE FROM drafts WHERE {where}", values)


def _trim_revisions(
    connection: sqlite3.Connection, where: str = "true", values: tuple[str, ...] = ()
) -> None:
    rank = "row_number() OVER (PARTITION BY course, lesson, step ORDER BY at DESC, id DESC)"
    ranked = f"SELECT id, {rank} AS rank FROM revisions WHERE {where}"
    surplus = f"SELECT id FROM ({ranked}) WHERE rank > {MAX_REVISIONS}"
    connection.execute(f"DELETE FROM revisions WHERE id IN ({surplus})", values)


def _row_of(record: DraftRecord) -> Row:
    return (record.course, record.lesson, record.step, record.code, record.writer, record.at)
