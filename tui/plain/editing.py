"""Ways to write code without a screen: by line numbers, and in an editor of one's own.

Owns the arithmetic of lines and the editor's process; `tui.plain.writing` has the commands.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.editing import INDENT

END = "."
"""The line that ends the typing of several."""

_SPAN = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?(?: (.*))?")


@dataclass(frozen=True, slots=True)
class Entry:
    """Code that is being typed, line by line."""

    span: range
    """The lines that it takes the place of, from 0; empty where it is put between two."""
    single: bool = False
    """Whether it ends after one line."""
    whole: bool = False
    """Whether it takes the place of all there is."""
    lines: tuple[str, ...] = ()
    """What was typed so far."""

    @property
    def number(self) -> int:
        """The number of the line that comes next, from 1."""
        return self.span.start + len(self.lines) + 1

    def typed(self, line: str) -> Entry:
        """With one more line."""
        return replace(self, lines=(*self.lines, with_spaces(line)))


class EditorFailed(Exception):
    """The editor could not be used, or ended saying so."""


def lines_of(code: str) -> list[str]:
    """The lines of a program; the newline at its end begins none."""
    return code.removesuffix("\n").split("\n") if code else []


def joined(lines: Sequence[str]) -> str:
    """A program of lines."""
    return "".join(f"{line}\n" for line in lines)


def changed(code: str, span: range, lines: Sequence[str]) -> str:
    """The program with other lines in the place of some."""
    old = lines_of(code)
    return joined([*old[: span.start], *lines, *old[span.stop :]])


def with_spaces(line: str) -> str:
    """A typed line whose indentation, in tabs, becomes spaces."""
    code = line.lstrip(" \t")
    return line[: len(line) - len(code)].replace("\t", " " * INDENT) + code


def parse_span(text: str) -> tuple[range, str | None] | None:
    """`7`, `7-9` or `7 CODE`: the lines from 0, and the code after them; None when it is none of these."""
    found = _SPAN.fullmatch(text)
    if found is None:
        return None
    first = int(found[1])
    return range(first - 1, int(found[2] or first)), found[3]


def fits(span: range, count: int) -> bool:
    """Whether a program of `count` lines has these lines."""
    return 0 <= span.start < span.stop <= count


def chosen_editor(environ: Mapping[str, str]) -> list[str] | None:
    """The editor of the environment as the words of a command; None when there is none."""
    for name in ("VISUAL", "EDITOR"):
        with contextlib.suppress(ValueError):
            if words := shlex.split(environ.get(name, "")):
                return words
    return None


async def edited_outside(code: str, name: str, editor: Sequence[str]) -> str:
    """What an editor, which has the terminal meanwhile, makes of a file `NAME.py`. Raises EditorFailed."""
    with TemporaryDirectory(prefix="blitz-course-") as directory:
        file = Path(directory) / f"{name}.py"
        await asyncio.to_thread(file.write_text, code, "utf-8")
        stdin = None if sys.stdin.isatty() else subprocess.DEVNULL
        try:
            process = await asyncio.create_subprocess_exec(*editor, str(file), stdin=stdin)
            status = await process.wait()
            written = await asyncio.to_thread(file.read_text, "utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise EditorFailed(str(error)) from error
    if status != 0:
        raise EditorFailed(f"{editor[0]}: {status}")
    return written.replace("\r\n", "\n")
