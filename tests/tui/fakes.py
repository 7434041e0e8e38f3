"""A grader without processes, and what tests of the app share."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from course.message import Message
from course.progress import Progress
from grader.completing import Completions
from grader.verdict import CheckResult, Event, LearnerError, Output, RunResult, Verdict
from tui.app import CourseApp
from tui.opening import Parts, Request
from tui.tour import STAGES

COURSE = Path(__file__).parent / "course"


async def until(condition: Callable[[], object], seconds: float = 10) -> None:
    """Waits until a condition holds; fails when it does not in time."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110  a condition on a screen is no event
            await asyncio.sleep(0.005)


@dataclass
class Info:
    """What the grader knows once torch is there."""

    torch: str = "2.13.0"
    isolation: str = "landlock"


def passed(ref: str = "first/double") -> Verdict:
    """A verdict with nothing wrong."""
    return Verdict(ref, "passed", "cpu", "2.13.0", "none", 0.021, None, (CheckResult("a", "passed", 1),))


def failed(ref: str = "first/double") -> Verdict:
    """A verdict with one check of each status."""
    checks = (
        CheckResult("doubles a tensor", "passed", 1),
        CheckResult(
            "doubles a number",
            "failed",
            1,
            reason="dtype",
            case=1,
            cases=3,
            message=Message("app-minutes", {"minutes": 7}),
            diagnosis="Return `x`, *not* `y`.",
            diagnosed_by="mistake",
        ),
        CheckResult("needs the first", "skipped", 1),
    )
    return Verdict(ref, "failed", "cpu", "2.13.0", "none", 1.25, None, checks)


def plain(verdict: Verdict) -> Verdict:
    """A verdict before the tutor has looked at it."""
    checks = (replace(check, diagnosis=None, diagnosed_by=None) for check in verdict.checks)
    return replace(verdict, checks=tuple(checks))


def raised(line: int = 2) -> RunResult:
    """A run that an exception ended."""
    return RunResult("error", 0.01, "cpu", LearnerError("KeyError", "'b'", line))


class FakeAssistant:
    """Knows no completions."""

    async def complete(self, code: str, line: int, column: int, names: Any = ()) -> Completions:
        return Completions()


@dataclass
class FakeGrader:
    """Answers as told; with `hold` set, not before it is released."""

    device: str = "auto"
    on_state: Callable[[Any], None] = lambda _: None
    info: Info | None = None
    state: str = "stopped"
    hold: asyncio.Event | None = None
    thinking: asyncio.Event | None = None
    """With an event, the verdict is told without its diagnosis first, and with it once the event is set."""
    verdicts: list[Verdict] = field(default_factory=list)
    runs: list[RunResult] = field(default_factory=list)
    printed: list[Event] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)
    """What was asked: kind, and code or name."""
    stopped: int = 0
    """How many attempts were cancelled."""
    problem: Exception | None = None
    closed: bool = False
    assistant: FakeAssistant = field(default_factory=FakeAssistant)

    async def start(self) -> None:
        self._tell("starting")

    async def ready(self) -> Info:
        if self.problem is not None:
            self._tell("failed")
            raise self.problem
        self.info = self.info or Info()
        self.device = "cpu"
        self._tell("ready")
        return self.info

    async def prepare(self, name: str, exercise: Any) -> None:
        self.asked.append(("prepare", name))

    async def check(
        self, name: str, exercise: Any, code: str, *, on_event: Any = None, on_verdict: Any = None
    ) -> Verdict:
        self.asked.append(("check", code))
        await self._play(on_event)
        verdict = self.verdicts.pop(0) if self.verdicts else passed(name)
        if self.thinking is None:
            return verdict
        on_verdict(plain(verdict))
        await self._wait(self.thinking)
        return verdict

    async def run(
        self, code: str, *, exercise: Any = None, name: str | None = None, on_event: Any = None
    ) -> RunResult:
        self.asked.append(("run", code))
        await self._play(on_event)
        said = "".join(event.text for event in self.printed if isinstance(event, Output))
        return self.runs.pop(0) if self.runs else RunResult("finished", 0.01, "cpu", stdout=said)

    async def run_case(
        self,
        name: str,
        exercise: Any,
        code: str,
        *,
        replay: str,
        check: int,
        case: int | None,
        on_event: Any = None,
        seconds: float = 60.0,
    ) -> RunResult:
        self.asked.append(("case", f"{replay} {check} {case}"))
        await self._play(on_event)
        return self.runs.pop(0) if self.runs else RunResult("finished", 0.01, "cpu")

    async def close(self) -> None:
        self.closed = True

    async def _play(self, on_event: Any) -> None:
        for output in self.printed if on_event is not None else ():
            on_event(output)
        if self.hold is not None:
            await self._wait(self.hold)

    async def _wait(self, event: asyncio.Event) -> None:
        try:
            await event.wait()
        except asyncio.CancelledError:
            self.stopped += 1
            raise

    def _tell(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.on_state(state)


@dataclass
class Sitting:
    """An app under test, with what it was made of."""

    app: CourseApp
    grader: FakeGrader
    file: Path


def open_toured(file: Path) -> Progress:
    """A store of somebody who saw the tour of the first start."""
    store = Progress.open(file)
    store.set_setting("tour", " ".join(STAGES))
    return store


def sitting(home: Path, *, grader: FakeGrader | None = None, toured: bool = True, **request: Any) -> Sitting:
    """An app on the small course beside this file, with a fake grader and a store in a directory.

    The tour of the first start was seen, unless `toured` says otherwise.
    """
    grader = grader or FakeGrader()
    file = home / "progress.sqlite3"
    open_store = partial(open_toured if toured else Progress.open, file)

    def make_grader(device: str, on_state: Any) -> Any:
        grader.device, grader.on_state = device, on_state
        return grader

    parts = Parts(open_store=open_store, make_grader=make_grader)
    request.setdefault("course", str(COURSE))
    request.setdefault("language", "en")
    return Sitting(CourseApp(Request(**request), parts), grader, file)
