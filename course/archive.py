"""Everything that is kept, in one file that a person can read, carry elsewhere and read back.

Owns the format and the file. What wins when an archive meets what is already kept is decided in
`course.tables`.

The file is one JSON object in UTF-8: `format` (1), `program`, `made_at`, and a list of objects for each of
`drafts`, `revisions`, `attempts` and `steps`, and the object `settings`. All times are UTC, ISO 8601 with
microseconds.
"""

from __future__ import annotations

import json
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, JsonValue, ValidationError

from course.message import Message
from course.problem import BlitzError, printable
from course.rows import time_of

FORMAT = 1

PROGRAM = "blitz-course"


class ArchiveError(BlitzError):
    """An archive that cannot be written, read or taken in; `message` says why in one sentence."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(f"{message.key} {message.values}")


def _moment(text: str) -> str:
    """Checks a time to be written as all times are, since they are compared as text."""
    if time_of(text) != text:
        raise ValueError("not a time in UTC with microseconds")
    return text


Moment = Annotated[str, AfterValidator(_moment)]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _StepRecord(_Record):
    course: str
    lesson: str
    step: str


class DraftRecord(_StepRecord):
    """The code of a step as it was left, or a revision, which another draft took the place of."""

    code: str
    writer: str
    at: Moment


class AttemptRecord(_StepRecord):
    """A program that was checked."""

    code: str
    status: str
    verdict: dict[str, JsonValue]
    at: Moment


class StateRecord(_StepRecord):
    """How far the learner came with a step."""

    first_at: Moment
    last_at: Moment
    passed_at: Moment | None
    passed_task: str | None
    restarted_at: Moment | None


class Archive(_Record):
    """What an archive holds."""

    format: Literal[1]
    program: Literal["blitz-course"]
    made_at: Moment
    drafts: tuple[DraftRecord, ...]
    revisions: tuple[DraftRecord, ...]
    attempts: tuple[AttemptRecord, ...]
    steps: tuple[StateRecord, ...]
    settings: dict[str, JsonValue]


def encode(everything: dict[str, Any]) -> bytes:
    """The bytes of an archive of what `Progress.everything` gives."""
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    document = {"format": FORMAT, "program": PROGRAM, "made_at": now, **everything}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def decode(data: bytes, name: str) -> Archive:
    """The archive that some bytes are; `name` is what to call them. Raises ArchiveError."""
    head = _head(data)
    if head.get("program") != PROGRAM:
        raise ArchiveError(Message("archive-foreign", {"path": name}))
    version = head.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise ArchiveError(Message("archive-newer", {"path": name}))
    try:
        return Archive.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        why = printable(f"{where}: {first['msg']}" if where else first["msg"])
        raise ArchiveError(Message("archive-broken", {"path": name, "why": why})) from error


def read_file(file: Path) -> Archive:
    """The archive in a file. Raises ArchiveError."""
    try:
        if file.exists() and not file.is_file():
            raise ArchiveError(Message("archive-no-file", {"path": str(file)}))
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise ArchiveError(Message("archive-missing", {"path": printable(str(file))})) from error
    except (OSError, ValueError) as error:
        raise _failed("archive-unreadable", file, error) from error
    return decode(data, str(file))


def write_file(file: Path, data: bytes, *, replace: bool = False) -> None:
    """Writes an archive, whole or not at all; over another file only when told to. Raises ArchiveError."""
    try:
        if not replace and os.path.lexists(file):
            raise ArchiveError(Message("archive-exists", {"path": str(file)}))
        if file.is_dir():
            raise ArchiveError(Message("archive-no-file", {"path": str(file)}))
        descriptor, part = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)
            Path(part).replace(file)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:
        raise _failed("archive-unwritable", file, error) from error


def file_at(path: Path) -> Path:
    """The file to write where a path leads: in a directory, one of today's name. Never raises."""
    return path / default_name() if os.path.isdir(path) else path  # noqa: PTH112  Path raises for odd paths


def default_name() -> str:
    """The name of an archive made today."""
    return f"{PROGRAM}-{datetime.now().astimezone():%Y-%m-%d}.json"


def _head(data: bytes) -> dict[str, Any]:
    """The object as far as it is JSON at all; empty when it is not, of which the model then says why."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return {"program": PROGRAM} if data.lstrip()[:1] == b"{" else {}
    return document if isinstance(document, dict) else {}


def _failed(key: str, file: Path, error: Exception) -> ArchiveError:
    why = getattr(error, "strerror", None) or str(error)
    return ArchiveError(Message(key, {"path": printable(str(file)), "why": why}))
