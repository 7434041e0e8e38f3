"""A conversation under test: the small course, a fake grader, and everything that was said."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course.progress import Progress
from tests.tui.fakes import COURSE, FakeGrader
from tui.opening import Parts, Request
from tui.plain.console import sit_down
from tui.plain.reader import Reader


@dataclass
class Talk:
    """A sitting, and its transcript."""

    reader: Reader
    grader: FakeGrader
    said: list[str]

    async def type(self, *lines: str) -> list[str]:
        """Types lines, and returns what was said to the last one."""
        before = len(self.said)
        for line in lines:
            before = len(self.said)
            await self.reader.obey(line)
        return self.said[before:]


@asynccontextmanager
async def talk(
    home: Path,
    *typed: str,
    grader: FakeGrader | None = None,
    lesson: str | None = "first",
    language: str | None = "en",
    course: Path = COURSE,
) -> AsyncIterator[Talk]:
    """A sitting that has begun, and in which some lines were typed."""
    grader = grader or FakeGrader()

    def make_grader(_: Request, on_state: Any) -> Any:
        return grader

    parts = Parts(open_store=lambda: Progress.open(home / "p.sqlite3"), make_grader=make_grader)
    said: list[str] = []
    reader = await sit_down(Request(str(course), lesson, language=language), parts, said.append)
    await reader.begin(lesson)
    talking = Talk(reader, grader, said)
    await talking.type(*typed)
    try:
        yield talking
    finally:
        await reader.close()
