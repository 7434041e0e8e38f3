"""What a learner did: drafts and their revisions, attempts, step states, settings.

Owns what the tables mean; `course.store` owns the file. No call raises for a failing disk: the store goes on
in memory and says so in `Progress.fault`.

Calls must not overlap. They may come from any thread, one at a time; the app makes them from one dedicated
thread.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from course.message import Message
from course.store import default_file, open_store, stand_in, write

if TYPE_CHECKING:
    from course.model import Lesson, Step

MAX_REVISIONS = 200
"""Kept of one step; the oldest go first."""

_STEP = "course = ? AND lesson = ? AND step = ?"

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class StepKey:
    """A step as progress knows it: under its present ids, or any that it had before."""

    course: str
    lesson: str
    step: str
    lesson_was: tuple[str, ...] = ()
    step_was: tuple[str, ...] = ()

    @classmethod
    def of(cls, course: str, lesson: Lesson, step: Step) -> StepKey:
        """The key of a step of a lesson; `course` is the course's id."""
        return cls(course, lesson.id, step.id, tuple(lesson.was), tuple(step.was))

    @property
    def present(self) -> tuple[str, str, str]:
        """The ids under which progress is written."""
        return (self.course, self.lesson, self.step)

    @property
    def all(self) -> list[tuple[str, str, str]]:
        """The ids under which progress may stand, the present ones first."""
        lessons = (self.lesson, *self.lesson_was)
        return [(self.course, lesson, step) for step in (self.step, *self.step_was) for lesson in lessons]


@dataclass(frozen=True, slots=True)
class Draft:
    """A learner's code as it was left; a revision is one that another took the place of."""

    code: str
    at: str
    """When it was saved: UTC, ISO 8601."""
    writer: str
    """The app that saved it, by `Progress.writer`."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A program that was checked."""

    code: str
    status: str
    """The verdict's: `passed`, `failed`, `error` and so on."""
    verdict: dict[str, Any]
    """The whole verdict, as JSON data."""
    at: str
    """When it was checked: UTC, ISO 8601."""


@dataclass(frozen=True, slots=True)
class StepState:
    """How far a learner came with a step."""

    first_at: str | None = None
    """When the step was first seen; None when it never was. UTC, ISO 8601, as all times here."""
    last_at: str | None = None
    """When the step was last seen or tried."""
    passed_at: str | None = None
    """When it was last passed; None when it never was."""
    passed_task: str | None = None
    """The `task_fingerprint` of the step that was passed; None when it never was or had none."""

    @property
    def seen(self) -> bool:
        """Whether the learner was there."""
        return self.first_at is not None

    @property
    def passed(self) -> bool:
        """Whether the learner passed, be it that the step was another then."""
        return self.passed_at is not None

    def outdated(self, task: str | None) -> bool:
        """Whether what was passed differs from the step as it is now, by its `task_fingerprint`."""
        return self.passed and None not in (task, self.passed_task) and task != self.passed_task

    def merged(self, other: StepState) -> StepState:
        """One state of the two that a step has under two ids."""
        latest = max(self, other, key=lambda state: state.passed_at or "")
        return StepState(
            first_at=min(filter(None, (self.first_at, other.first_at)), default=None),
            last_at=max(filter(None, (self.last_at, other.last_at)), default=None),
            passed_at=latest.passed_at,
            passed_task=latest.passed_task,
        )


class Progress:
    """The store of one learner. Open it with `Progress.open`."""

    def __init__(self, file: Path) -> None:
        self.writer = uuid.uuid4().hex
        """Tells this app from another that has the same file open."""
        self._file = file
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
            row = self._row(f"SELECT code, at, writer FROM drafts WHERE {_STEP}", key.present)
            if row and row[0] != code and (keep or row[2] != self.writer):
                self._keep_revision(key, Draft(*row))
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

    def attempts(self, key: StepKey, limit: int = 50) -> list[Attempt]:
        """The latest attempts at a step, newest first."""
        rows = self._rows_of(key, "attempts", "code, status, verdict, at", limit)
        return [Attempt(code, status, json.loads(verdict), at) for code, status, verdict, at in rows]

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
            query = f"SELECT first_at, last_at, passed_at, passed_task FROM steps WHERE {_STEP}"
            if row := self._row(query, ids):
                state = state.merged(StepState(*row))
        return state

    def states(self, course: str) -> dict[tuple[str, str], StepState]:
        """All states of a course, by the ids of lesson and step under which they were written."""
        query = "SELECT lesson, step, first_at, last_at, passed_at, passed_task FROM steps WHERE course = ?"
        return {(row[0], row[1]): StepState(*row[2:]) for row in self._rows(query, (course,))}

    def setting(self, key: str, default: Any = None) -> Any:
        """A setting, as JSON data."""
        row = self._row("SELECT value FROM settings WHERE key = ?", (key,))
        return json.loads(row[0]) if row else default

    def set_setting(self, key: str, value: Any) -> None:
        """Keeps a setting; `value` is JSON data."""
        text = json.dumps(value)
        statement = "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)"
        self._write(lambda: self._connection.execute(statement, (key, text)))

    def _keep_revision(self, key: StepKey, draft: Draft) -> None:
        self._insert("INTO revisions", key, code=draft.code, at=draft.at, writer=draft.writer)
        oldest = f"SELECT id FROM revisions WHERE {_STEP} ORDER BY id DESC LIMIT -1 OFFSET {MAX_REVISIONS}"
        self._connection.execute(f"DELETE FROM revisions WHERE id IN ({oldest})", key.present)

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
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            if not self.saves or self._connection.in_transaction:
                raise
            self._leave_the_file(error)
            return self._connection.execute(query, values).fetchall()

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
        opened = stand_in(self._file, error)
        self._connection, self.saves, self.fault = opened.connection, opened.saves, opened.fault


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _storable(text: str) -> str:
    """`text` without the lone surrogates that a terminal can paste and no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
