"""The database file under `course.progress`: opening it, bringing it up to date, and doing without it.

Owns the file and its failures. What the tables mean is `course.progress`'s business.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from course.message import Message
from course.rows import readable

HOME_VARIABLE = "BLITZ_COURSE_HOME"
"""The environment variable that names another directory for all that is kept."""

FILE_NAME = "progress.sqlite3"

BUSY_SECONDS = 5.0
"""How long a call waits while another app is writing."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE drafts (
            course TEXT, lesson TEXT, step TEXT, code TEXT NOT NULL, writer TEXT NOT NULL, at TEXT NOT NULL,
            PRIMARY KEY (course, lesson, step)) WITHOUT ROWID""",
        """CREATE TABLE revisions (
            id INTEGER PRIMARY KEY, course TEXT NOT NULL, lesson TEXT NOT NULL, step TEXT NOT NULL,
            code TEXT NOT NULL, writer TEXT NOT NULL, at TEXT NOT NULL)""",
        "CREATE INDEX revisions_of_step ON revisions (course, lesson, step)",
        """CREATE TABLE attempts (
            id INTEGER PRIMARY KEY, course TEXT NOT NULL, lesson TEXT NOT NULL, step TEXT NOT NULL,
            code TEXT NOT NULL, status TEXT NOT NULL, verdict TEXT NOT NULL, at TEXT NOT NULL)""",
        "CREATE INDEX attempts_of_step ON attempts (course, lesson, step)",
        """CREATE TABLE steps (
            course TEXT, lesson TEXT, step TEXT, first_at TEXT NOT NULL, last_at TEXT NOT NULL,
            passed_at TEXT, passed_task TEXT,
            PRIMARY KEY (course, lesson, step)) WITHOUT ROWID""",
        "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    ),
    ("ALTER TABLE steps ADD COLUMN restarted_at TEXT",),
)
"""The statements from one version to the next; `PRAGMA user_version` counts the versions reached."""


Condition = Literal["absent", "sound", "newer", "damaged", "unreadable"]
"""`newer` was written by a later version of this program; `damaged` will be set aside when it is next opened."""


class NewerSchemaError(Exception):
    """The file was written by a later version of this program."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database, and what kept it from being the one that was asked for."""

    connection: sqlite3.Connection
    saves: bool
    """Whether it is the file, and not a stand-in in memory."""
    fault: Message | None
    """None when all is well."""


def default_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Where progress is kept: in `BLITZ_COURSE_HOME`, or in the user's data directory of the platform."""
    if home := environ.get(HOME_VARIABLE):
        return Path(home) / FILE_NAME
    from platformdirs import user_data_dir

    return Path(user_data_dir("blitz-course", appauthor=False)) / FILE_NAME


def cache_directory(environ: Mapping[str, str] = os.environ) -> Path:
    """Where lies what can be made again: in `BLITZ_COURSE_HOME`, or in the user's cache directory of the platform."""
    if home := environ.get(HOME_VARIABLE):
        return Path(home)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("blitz-course", appauthor=False))


def condition_of(file: Path) -> Condition:
    """How a file is, without changing it. Never raises."""
    try:
        if not file.exists():
            return "absent"
        # A reader makes a journal where there is none, unless it takes the file for immutable.
        in_use = file.with_name(f"{file.name}-wal").exists()
        uri = f"{file.absolute().as_uri()}?mode=ro{'' if in_use else '&immutable=1'}"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            connection.execute("PRAGMA schema_version")
            if _version(connection) > len(MIGRATIONS):
                return "newer"
            _check(connection)
    except (sqlite3.Error, OSError) as error:
        return "damaged" if _is_damage(error) else "unreadable"
    return "sound"


def open_store(file: Path) -> Opened:
    """Opens or makes the file; where that fails, a copy of it in memory. Never raises."""
    try:
        return Opened(_open_file(file), True, None)
    except NewerSchemaError:
        return Opened(_in_memory(), False, Message("progress-newer", {"path": str(file)}))
    except (sqlite3.Error, OSError, ValueError) as error:
        return _begin_anew(file) if _is_damage(error) else stand_in(file, error)


def stand_in(file: Path, error: Exception) -> Opened:
    """A database in memory with as much of the file as can be read, and the error as a fault."""
    return Opened(_copy_in_memory(file), False, fault_of(file, error))


def fault_of(file: Path, error: Exception) -> Message:
    """What a failure of the database means for the learner."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return Message("progress-full", {"path": str(file)})
    denied = code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
    if denied or isinstance(error, PermissionError):
        return Message("progress-read-only", {"path": str(file)})
    return Message("progress-unavailable", {"path": str(file), "reason": str(error)})


def migrate(connection: sqlite3.Connection, migrations: Sequence[Sequence[str]]) -> None:
    """Brings the schema up to date, all or nothing. Raises NewerSchemaError, sqlite3.Error."""
    if _version(connection) == len(migrations):
        return
    with write(connection):
        # Asked again now that no other app can be at it.
        version = _version(connection)
        if version > len(migrations):
            raise NewerSchemaError
        for statements in migrations[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")


@contextmanager
def write(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that takes the write lock at once, so that what it reads stays true until it is done."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _open_file(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    connection = _connect(str(file))
    try:
        # Raises for a file that is no database, before anything is written to it.
        connection.execute("PRAGMA schema_version")
        if _version(connection) > len(MIGRATIONS):
            raise NewerSchemaError
        connection.execute("PRAGMA journal_mode = WAL")
        # Outlives a killed process; a power cut may cost the last moments, never the file.
        connection.execute("PRAGMA synchronous = NORMAL")
        _make_usable(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_usable(connection: sqlite3.Connection) -> None:
    """Checks a database and brings it up to date; raises for one that is damaged or takes no writes."""
    _check(connection)
    migrate(connection, MIGRATIONS)
    _check_layout(connection)
    # A write that changes nothing finds out now whether there can be others.
    with write(connection):
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def _check(connection: sqlite3.Connection) -> None:
    verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if verdict != "ok":
        raise _DamagedError(verdict)


def _check_layout(connection: sqlite3.Connection) -> None:
    """Whether all tables have their columns: damage can rename one, and the database is still sound as such."""
    with closing(_in_memory()) as reference:
        if not _layout(reference) <= _layout(connection):
            raise _DamagedError("a table is not what it was")


def _layout(connection: sqlite3.Connection) -> set[tuple[str, str, int]]:
    """Table, column and place in the primary key of all columns."""
    query = "SELECT t.name, c.name, c.pk FROM sqlite_schema AS t, pragma_table_info(t.name) AS c"
    return set(connection.execute(query))


class _DamagedError(sqlite3.DatabaseError):
    """A database that is not what it was when it was written."""


def _is_damage(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return isinstance(error, _DamagedError) or code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _begin_anew(file: Path) -> Opened:
    """Sets a damaged file aside, with its journal, and begins another."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    aside = file.with_name(f"{file.name}.corrupt-{stamp}")
    try:
        file.rename(aside)
        for suffix in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                file.with_name(file.name + suffix).rename(aside.with_name(aside.name + suffix))
        connection = _open_file(file)
    except (sqlite3.Error, OSError, NewerSchemaError) as error:
        return Opened(_in_memory(), False, fault_of(file, error))
    return Opened(connection, True, Message("progress-corrupt", {"path": str(aside)}))


def _in_memory() -> sqlite3.Connection:
    connection = _connect(":memory:")
    migrate(connection, MIGRATIONS)
    return connection


def _copy_in_memory(file: Path) -> sqlite3.Connection:
    """What the file holds, as far as it can be read, in memory.

    `immutable` reads where no file can be made beside the database; it misses what a journal holds.
    """
    for options in ("mode=ro", "mode=ro&immutable=1"):
        copy = _connect(":memory:")
        with suppress(sqlite3.Error, NewerSchemaError, ValueError):
            uri = f"{file.absolute().as_uri()}?{options}"
            with closing(sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)) as source:
                source.backup(copy)
            _make_usable(copy)
            return copy
        copy.close()
    return _in_memory()


def _connect(database: str) -> sqlite3.Connection:
    return readable(
        sqlite3.connect(database, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    )


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
