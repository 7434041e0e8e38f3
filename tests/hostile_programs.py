"""The programs in `tests/hostile`, with what their first lines say of them, and the things outside that they reach for.

A program begins with a sentence and lines of `# key: value`:

    exercise   what it pretends to solve, in the course beside the programs
    status     the statuses that its verdict may have, joined by `or`; `passed` for honest programs
    words      keys of the messages that may tell of it, joined by `or`
    error      the type of the exception that the verdict names
    control    the status of its verdict without a sandbox, where that is not to print HIT
    call       what calls the program in its control, where the grader's probe does
    secret     a text that the verdict must not hold
    repeat     how often its last line is handed in, in place of the file
    root       `yes` for what only root could do anywhere
    short      `yes` for the programs of the default run

A line that ends in `# <-` is one that the verdict may name, and then it must name one. An attack prints HIT when it has
done what it set out to do: inside its own process (`forge`, and whatever has a `secret`), where nobody can hinder it
and the verdict must not heed it, or to the world outside (`leak`, `harm`, `exhaust`), which must not come to pass.
Words in at signs, such as `@OUTSIDE@`, stand for what `Outside` made.
"""

from __future__ import annotations

import os
import re
import socket
import sqlite3
import stat
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "hostile"
COURSE = FOLDER / "course"
HIT = "HIT"
MARK = "# <-"
_KEY = re.compile(r"# (exercise|status|words|error|control|call|secret|repeat|root|short): (.+)")


@dataclass(frozen=True)
class Program:
    """One file."""

    path: Path
    keys: dict[str, str]
    """What its header says."""

    @property
    def name(self) -> str:
        """Folder and file."""
        return f"{self.path.parent.name}/{self.path.stem}"

    @property
    def kind(self) -> str:
        """What it is out for: the folder's name."""
        return self.path.parent.name

    @property
    def hits_itself(self) -> bool:
        """Whether it does what it wants inside its own process, and prints HIT also when it is confined."""
        return self.kind == "forge" or "secret" in self.keys

    @property
    def statuses(self) -> list[str]:
        """The statuses that its verdict may have."""
        return self.keys.get("status", "passed").split(" or ")

    @property
    def words(self) -> list[str]:
        """Keys of the messages that may tell of it; none when any will do."""
        return self.keys["words"].split(" or ") if "words" in self.keys else []

    @property
    def text(self) -> str:
        """The file as it is, line ends included."""
        return self.path.read_bytes().decode()

    @property
    def lines(self) -> list[int]:
        """The lines that the verdict may name; none when it need not name any."""
        return [number for number, line in enumerate(self.text.splitlines(), 1) if line.endswith(MARK)]

    def code(self, outside: Outside) -> str:
        """What is handed in."""
        code = self.text
        if "repeat" in self.keys:
            code = code.splitlines(keepends=True)[-1] * int(self.keys["repeat"])
        for word, value in outside.words.items():
            code = code.replace(f"@{word}@", value)
        return code


def programs(*kinds: str) -> list[Program]:
    """The programs of these folders, in order."""
    return [_read(path) for kind in kinds for path in sorted((FOLDER / kind).glob("*.py"))]


def _read(path: Path) -> Program:
    keys = {}
    for line in path.read_text().splitlines():
        if not line.startswith("#"):
            break
        if found := _KEY.fullmatch(line):
            keys[found[1]] = found[2]
    return Program(path, keys)


@dataclass
class Outside:
    """A directory and sockets that no program may reach; used as a context."""

    place: Path
    _sockets: list[socket.socket] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)

    def __enter__(self) -> Outside:
        for name in ("secret.txt", "victim"):
            (self.place / name).write_text("private")
            (self.place / name).chmod(0o600)
        with sqlite3.connect(self.place / "progress.db") as database:
            database.execute("create table attempts (code text)")
            database.execute("insert into attempts values ('x = 1')")
        database.close()
        ports = [self._listen(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0))]
        for name, kind in (("stream", socket.SOCK_STREAM), ("datagrams", socket.SOCK_DGRAM)):
            self._listen(socket.AF_UNIX, kind, str(self.place / name))
        self.words = {
            "OUTSIDE": str(self.place),
            "COURSE": str(COURSE),
            "APP": str(os.getpid()),
            "PORT": str(ports[0].getsockname()[1]),
            "STREAM": str(self.place / "stream"),
            "SOCKET": str(self.place / "datagrams"),
        }
        return self

    def __exit__(self, *_: object) -> None:
        for listening in self._sockets:
            listening.close()

    def state(self) -> dict[str, object]:
        """What a program could have changed there: contents, modes, owners and times of the files."""
        seen: dict[str, object] = {}
        for path in [self.place, *sorted(self.place.rglob("*"))]:
            facts = path.lstat()
            content = path.read_bytes() if stat.S_ISREG(facts.st_mode) else b""
            seen[str(path)] = (content, facts.st_mode, facts.st_uid, facts.st_mtime, facts.st_nlink)
        return seen

    def _listen(self, family: int, kind: int, address: str | tuple[str, int]) -> socket.socket:
        made = socket.socket(family, kind)
        self._sockets.append(made)
        made.bind(address)
        if kind == socket.SOCK_STREAM:
            made.listen(64)
        return made
