"""Reading a YAML file that a stranger may have written, and finding the places of what stands in it.

Owns the file, its bytes and its encoding. `course.composer` makes the tree of the text, `course.scalars`
knows what an unquoted word means, `course.syntax` says what the parser met. Nothing here knows what a lesson
is.
"""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course.composer import Node, Place, compose
from course.problem import CourseError, Problem

MAX_BYTES = 2_000_000
"""Of one file."""

# What YAML forbids, and what its parser but no editor takes for the end of a line.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")

Trail = tuple[Any, ...]
"""The keys and positions that lead from the root to a value."""


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file that has been read."""

    file: Path
    root: Node
    problems: tuple[Problem, ...] = ()
    """What is wrong with it as YAML, though it could be read to its end."""

    @property
    def data(self) -> Any:
        """The plain data."""
        return self.root.value

    def find(self, path: Trail) -> Node:
        """The node at `path`, or the innermost one on the way that exists."""
        node = self.root
        for part in path:
            if part not in node.children:
                break
            node = node.children[part]
        return node

    def value_place(self, path: Trail) -> Place:
        """Where the value at `path` stands; the place of what holds it when there is no such value."""
        return self.find(path).place

    def text_place(self, path: Trail, line: int, column: int) -> Place:
        """Where a line and column, both from 1, of the text at `path` stand; its own place when it is no block."""
        node = self.find(path)
        if node.first is None:
            return node.place
        return Place(node.first.line + line - 1, node.first.column + column - 1)

    def key_place(self, path: Trail) -> Place:
        """Where the last key of `path` stands; the place of the value when it is an item of a list."""
        if not path:
            return self.root.place
        return self.find(path[:-1]).keys.get(path[-1]) or self.value_place(path)

    def problem(self, place: Place | None, message: str) -> Problem:
        """A problem in this file."""
        return _problem(self.file, place, message)


def read_document(file: Path) -> Document:
    """Reads a YAML file. Raises CourseError when it cannot be read to its end."""
    return parse_document(file, _decode(file, _read_bytes(file)))


def parse_document(file: Path, text: str) -> Document:
    """Reads YAML text; `file` only names it in problems."""
    composed = compose(text)
    problems = tuple(_problem(file, place, told) for place, told in composed.problems)
    if composed.root is None:
        raise CourseError(problems)
    return Document(file, composed.root, problems)


def _read_bytes(file: Path) -> bytes:
    try:
        # A pipe or a device could block or never end, so the kind of file is asked before it is opened.
        mode = file.stat().st_mode
        if stat.S_ISDIR(mode):
            raise _unplaced(file, "this is a directory, not a file")
        if not stat.S_ISREG(mode):
            raise _unplaced(file, "this is not a regular file")
        with file.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _unplaced(file, "there is no such file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _unplaced(file, f"this file cannot be read: {reason}") from None
    if len(content) > MAX_BYTES:
        raise _unplaced(file, f"this file is larger than {MAX_BYTES:,} bytes")
    return content


def _decode(file: Path, content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _unplaced(file, "this file is in UTF-16; save it as UTF-8")
    if b"\x00" in content:
        raise _unplaced(file, "this is a binary file, not text")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # `start` counts from behind a byte order mark, as does `object`.
        before = error.object[: error.start].decode()
        offset = error.start + len(content) - len(error.object)
        told = f"byte {offset} (0x{content[offset]:02x}) is not UTF-8; save the file as UTF-8"
        raise CourseError([_problem(file, _end(before), told)]) from None
    if match := _FORBIDDEN.search(text):
        told = f"the character U+{ord(match.group()):04X} may not stand in YAML; delete it"
        raise CourseError([_problem(file, _end(text[: match.start()]), told)])
    return text


def _end(text: str) -> Place:
    """The place right behind a text."""
    lines = re.split(r"\r\n|\r|\n", text)
    return Place(len(lines), len(lines[-1]) + 1)


def _unplaced(file: Path, message: str) -> CourseError:
    return CourseError([_problem(file, None, message)])


def _problem(file: Path, place: Place | None, message: str) -> Problem:
    line, column = place or (None, None)
    return Problem(file, line, column, message)
