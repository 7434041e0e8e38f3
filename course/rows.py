"""What the rows of the store hold, whatever damage made of it: a bit that flipped in a text breaks no page of the file.

`course.store` finds what is broken as a database. Here nothing is refused, so that one spoilt value costs that
value alone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

UNKNOWN_TIME = "1970-01-01T00:00:00.000000+00:00"
"""Stands for a time that cannot be read any more."""


def readable(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The connection, which from now on gives text even where it is not UTF-8 any more."""
    connection.text_factory = _decoded
    return connection


def rows(connection: sqlite3.Connection, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """The rows of a query over columns of text: texts and None. Raises sqlite3.Error."""
    return [tuple(map(_as_text, row)) for row in connection.execute(query, values)]


def json_of(text: str, default: Any) -> Any:
    """The JSON data of a text; `default` where it is none any more."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return default


def verdict_of(text: str) -> dict[str, Any]:
    """The data of a verdict; nothing where it cannot be read any more."""
    verdict = json_of(text, {})
    return verdict if isinstance(verdict, dict) else {}


def time_of(text: str) -> str:
    """A time as all times are written; `UNKNOWN_TIME` where it is none any more."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC).isoformat(timespec="microseconds")
    except (ValueError, OverflowError):
        return UNKNOWN_TIME


def _as_text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return _decoded(value) if isinstance(value, bytes) else str(value)


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")
