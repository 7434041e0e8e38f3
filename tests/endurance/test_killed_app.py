"""SIGKILL to the real app at any moment: what was typed half a second before is kept, and so is every verdict."""

from __future__ import annotations

import random
import re
import secrets
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from course.progress import Progress, StepKey
from course.store import FILE_NAME
from tests.endurance.lines import COURSE, LESSON
from tests.terminal import Terminal
from tests.tui.fakes import open_toured

KEY = StepKey("typing", "lines", "write")
PROMISE = 0.5
"""Seconds after which a keystroke is safe."""
GRACE = 0.25
"""Seconds that a busy machine may take over them."""
FIRST = 1_000


@dataclass
class Typist:
    """Types numbers, a line each, and notes when each was first seen on the screen."""

    terminal: Terminal
    seen: dict[int, float] = field(default_factory=dict)
    typed: int = FIRST

    def type_until(self, moment: float) -> None:
        """Types as a fast hand does until a moment of the clock."""
        while time.monotonic() < moment:
            self.terminal.child.send(f"{self.typed}\r")
            self.typed += 1
            self.terminal.read(0.02)
            for number in map(int, re.findall(r"\b\d{4}\b", self.terminal.text)):
                self.seen.setdefault(number, time.monotonic())

    @property
    def text(self) -> str:
        """All that was typed."""
        return "".join(f"{number}\n" for number in range(FIRST, self.typed))

    def safe_at(self, moment: float) -> str:
        """What must be kept if the app dies at a moment."""
        old = [number for number, at in self.seen.items() if at < moment - PROMISE - GRACE]
        return "".join(f"{number}\n" for number in range(FIRST, max(old, default=FIRST - 1) + 1))


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course of one exercise whose editor is empty at first."""
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / "course.yaml").write_text(COURSE)
    (folder / "lines.yaml").write_text(LESSON)
    return folder


def opened(course: Path, home: Path) -> Terminal:
    """The app at the exercise."""
    home.mkdir()
    open_toured(home / FILE_NAME).close()
    terminal = Terminal(["learn", str(course), "--lesson", "lines", "--lang", "en"], home)
    terminal.child.delaybeforesend = None
    terminal.wait_for("Write some lines")
    return terminal


def kill(terminal: Terminal) -> float:
    """Kills the app; the moment on the clock. What it had written still comes to the screen."""
    moment = time.monotonic()
    terminal.child.kill(signal.SIGKILL)
    terminal.read_rest()
    terminal.close()
    return moment


def moments(few: int, many: int) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("moments", [few, pytest.param(many, marks=pytest.mark.soak)])


def homes(root: Path, count: int) -> Iterator[tuple[Path, random.Random]]:
    """Directories for as many sittings, each with its own chance; a failure names the seed."""
    seed = secrets.randbits(32)
    for number in range(count):
        print(f"seed {seed}, moment {number}")
        yield root / f"home{number}", random.Random(f"{seed}/{number}")


@moments(2, 150)
def test_no_keystroke_older_than_half_a_second_is_lost(moments: int, course: Path, tmp_path: Path) -> None:
    for home, chance in homes(tmp_path, moments):
        typist = Typist(opened(course, home))
        typist.type_until(time.monotonic() + chance.uniform(0.1, 2.5))
        moment = kill(typist.terminal)
        with Progress.open(home / FILE_NAME) as store:
            draft = store.draft(KEY)
        code = draft.code if draft is not None else ""
        assert store.fault is None
        assert typist.text.startswith(code), "what is kept was typed so"
        assert code.startswith(typist.safe_at(moment).rstrip("\n"))


@moments(1, 50)
def test_no_verdict_that_was_shown_is_lost(moments: int, course: Path, tmp_path: Path) -> None:
    for home, chance in homes(tmp_path, moments):
        terminal = opened(course, home)
        terminal.wait_for("ready")
        terminal.press("x = 1")
        terminal.wait_for("x = 1")
        terminal.press("F9")
        until = time.monotonic() + chance.uniform(0.0, 0.6)
        while time.monotonic() < until:
            terminal.read(0.005)
        kill(terminal)
        with Progress.open(home / FILE_NAME) as store:
            kept = [(attempt.code, attempt.status) for attempt in store.attempts(KEY)]
            state = store.state(KEY)
        assert kept in ([], [("x = 1", "passed")])
        assert state.passed == bool(kept)
        assert kept or "Passed" not in terminal.text, "a verdict was shown and is not kept"
