"""What a learner did: drafts and their revisions, attempts, step states, settings.

Owns what is asked and told of one step; `course.tables` changes many at once, `course.store` owns the file. No
call but `unite` raises for a failing disk: the store goes on in memory and says so in `Progress.fault`.

Calls must not overlap. They may come from any thread, one at a time; the app makes them from one dedicated
thread.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from course import tables
from course.kept import Attempt, Draft, StepKey, StepState
from course.message import Message
from course.rows import json_of, rows, time_of, verdict_of
from course.store import default_file, fault_of, open_store, stand_in, write

if TYPE_CHECKING:
    from course.archive import Archive

__all__ = ["Attempt", "Draft", "Progress", "StepKey", "StepState"]

_STEP = "course = ? AND lesson = ? AND step = ?"

_STATE = "first_at, last_at, passed_at, passed_task, restarted_at"

Result = TypeVar("Result")


class Progress:
    """The store of one learner. Open it with `Progress.open`."""

    def __init__(self, file: Path) -> None:
        self.writer = uuid.uuid4().hex
        """Tells this app from another that has the same file open."""
        self.file = file
        """Where everything is kept."""
        opened = open_store(file)
        self._connection = opened.connection
        self.saves = opened.saves
        """Whether work is being saved to the file."""
        self.fault: Message | None = opened.fault
        """What the learner must be told about the file; None when all is well. May appear after any call."""

    @classmethod
    def open(cls, file: Path | None = None) -> Progress:
        """Opens the store in a file, the user's own when there is none given. Never raises: see `fault`."""
        return cls(default_file() if file is None else file)

    def close(self) -> None:
        """Ends the use of the file. Nothing is lost without it."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def draft(self, key: StepKey) -> Draft | None:
        """The code that the learner left; None when there is none."""
        for ids in key.all:
            if row := self._row(f"SELECT code, at, writer FROM drafts WHERE {_STEP}", ids):
                return Draft(*row)
        return None

    def save_draft(self, key: StepKey, code: str, *, keep: bool = False) -> None:
        """Saves the learner's code; cheap enough for every pause in typing.

        The draft that it replaces becomes a revision when another app wrote it, or when `keep` asks for it.
        """
        code = _storable(code)

        def save() -> None:
            row = self._row(f"SELECT code, writer, at FROM drafts WHERE {_STEP}", key.present)
            if row and row[0] != code and (keep or row[1] != self.writer):
                tables.keep_revision(self._connection, (*key.present, *row))
            self._insert("OR REPLACE INTO drafts", key, code=code, writer=self.writer, at=_now())

        self._write(save)

    def revisions(self, key: StepKey) -> list[Draft]:
        """The drafts that others took the place of, newest first."""
        return [Draft(*row) for row in self._rows_of(key, "revisions", "code, at, writer")]

    def add_attempt(
        self, key: StepKey, code: str, status: str, verdict: Mapping[str, Any], *, task: str | None = None
    ) -> None:
        """Keeps a checked program, and the pass that it is when its status is `passed`."""
        now = _now()
        row = {"code": _storable(code), "status": status, "verdict": json.dumps(verdict), "at": now}

        def add() -> None:
            self._insert("INTO attempts", key, **row)
            self._touch(key, now)
            if status == "passed":
                self._pass(key, task, now)

        self._write(add)

    def complete_attempt(self, key: StepKey, before: Mapping[str, Any], verdict: Mapping[str, Any]) -> None:
        """Puts a verdict into the place of the one that an attempt was kept with, such as one with a diagnosis."""
        statement = f"UPDATE attempts SET verdict = ? WHERE {_STEP} AND verdict = ?"
        values = (json.dumps(verdict), *key.present, json.dumps(before))
        self._write(lambda: self._connection.execute(statement, values))

    def attempts(self, key: StepKey, limit: int = 50) -> list[Attempt]:
        """The latest attempts at a step, newest first."""
        found = self._rows_of(key, "attempts", "code, status, verdict, at", limit)
        return [Attempt(code, status, verdict_of(verdict), at) for code, status, verdict, at in found]

    def mark_seen(self, key: StepKey) -> None:
        """Notes that the learner is at this step."""
        self._write(lambda: self._touch(key, _now()))

    def mark_passed(self, key: StepKey, task: str | None = None) -> None:
        """Notes a pass without an attempt, of a quiz say; `task` is the step's `task_fingerprint`."""

        def mark() -> None:
            now = _now()
            self._touch(key, now)
            self._pass(key, task, now)

        self._write(mark)

    def state(self, key: StepKey) -> StepState:
        """How far the learner came with a step, under any of its ids."""
        state = StepState()
        for ids in key.all:
            if row := self._row(f"SELECT {_STATE} FROM steps WHERE {_STEP}", ids):
                state = state.merged(_state(*row))
        return state.since_restart()

    def states(self, course: str) -> dict[tuple[str, str], StepState]:
        """All states of a course, by the ids of lesson and step under which they were written."""
        found = self._rows(f"SELECT lesson, step, {_STATE} FROM steps WHERE course = ?", (course,))
        return {(row[0], row[1]): _state(*row[2:]).since_restart() for row in found}

    def setting(self, key: str, default: Any = None) -> Any:
        """A setting, as JSON data."""
        row = self._row("SELECT value FROM settings WHERE key = ?", (key,))
        return json_of(row[0], default) if row else default

    def set_setting(self, key: str, value: Any) -> None:
        """Keeps a setting; `value` is JSON data."""
        text = json.dumps(value)
        statement = "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)"
        self._write(lambda: self._connection.execute(statement, (key, text)))

    def restart(self, course: str, lessons: Sequence[str] | None = None) -> None:
        """Begins a course anew, or some lessons of it, named by all their ids.

        Passes and visits up to now do not count any more; drafts become revisions. Nothing is deleted.
        """
        now = _now()
        self._write(lambda: tables.restart(self._connection, course, lessons, now))

    def everything(self) -> dict[str, Any]:
        """All that is kept, as the data of an archive."""
        try:
            return tables.gather(self._connection)
        except sqlite3.Error as error:
            if not self.saves:
                raise
            self._leave_the_file(error)
            return tables.gather(self._connection)

    def unite(self, archive: Archive) -> tables.United:
        """Takes in what an archive holds, all or nothing.

        Raises ArchiveError when nothing can be saved here.
        """
        from course.archive import ArchiveError

        if not self.saves:
            raise ArchiveError(self.fault or fault_of(self.file, OSError()))
        try:
            with write(self._connection):
                return tables.unite(self._connection, archive)
        except sqlite3.Error as error:
            raise ArchiveError(fault_of(self.file, error)) from error

    def _insert(self, into: str, key: StepKey, **columns: str) -> None:
        marks = ", ".join("?" * (3 + len(columns)))
        statement = f"INSERT {into} (course, lesson, step, {', '.join(columns)}) VALUES ({marks})"
        self._connection.execute(statement, (*key.present, *columns.values()))

    def _touch(self, key: StepKey, now: str) -> None:
        statement = """INSERT INTO steps (course, lesson, step, first_at, last_at) VALUES (?,?,?,?,?)
            ON CONFLICT DO UPDATE SET last_at = excluded.last_at"""
        self._connection.execute(statement, (*key.present, now, now))

    def _pass(self, key: StepKey, task: str | None, now: str) -> None:
        statement = f"UPDATE steps SET passed_at = ?, passed_task = ? WHERE {_STEP}"
        self._connection.execute(statement, (now, task, *key.present))

    def _rows_of(self, key: StepKey, table: str, columns: str, limit: int = -1) -> list[Any]:
        """The rows of a step in a table, under all its ids, newest first."""
        ids = key.all
        where = " OR ".join([f"({_STEP})"] * len(ids))
        query = f"SELECT {columns} FROM {table} WHERE {where} ORDER BY at DESC, id DESC LIMIT ?"
        return self._rows(query, (*(part for each in ids for part in each), limit))

    def _row(self, query: str, values: tuple[Any, ...]) -> Any:
        return next(iter(self._rows(query, values)), None)

    def _rows(self, query: str, values: tuple[Any, ...]) -> list[Any]:
        try:
            return rows(self._connection, query, values)
        except sqlite3.Error as error:
            if not self.saves or self._connection.in_transaction:
                raise
            self._leave_the_file(error)
            return rows(self._connection, query, values)

    def _write(self, change: Callable[[], object]) -> None:
        """Makes a change in a transaction; in memory from now on when the file does not take it."""
        try:
            with write(self._connection):
                change()
        except sqlite3.Error as error:
            if not self.saves:
                raise
            self._leave_the_file(error)
            with write(self._connection):
                change()

    def _leave_the_file(self, error: sqlite3.Error) -> None:
        self._connection.close()
        opened = stand_in(self.file, error)
        self._connection, self.saves, self.fault = opened.connection, opened.saves, opened.fault


def _state(
    first_at: str | None,
    last_at: str | None,
    passed_at: str | None,
    task: str | None,
    restarted_at: str | None,
) -> StepState:
    """The state that a row tells."""

    def known(at: str | None) -> str | None:
        return None if at is None else time_of(at)

    return StepState(known(first_at), known(last_at), known(passed_at), task, known(restarted_at))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _storable(text: str) -> str:
    """`text` without the lone surrogates that a terminal can paste and no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
