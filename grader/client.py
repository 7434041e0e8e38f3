"""The grader as the app and the command line see it: torch-free, one event loop, nothing raised for what others did.

Cancelling a coroutine stops its run and kills every process of it.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from course.message import Message
from course.model import Exercise, Limits
from grader import mistakes
from grader.cases import CaseMaker, CaseSet
from grader.conversation import NOTHING, Heard, Setting, begin, execute
from grader.endings import death_words, learner_error, timeout_words
from grader.errors import GraderError, GraderUnavailable
from grader.grading import Grading, spawn_learner
from grader.judging import Judge, Judging
from grader.launch import HostInfo, Launcher, Strategy
from grader.link import Console, Link, WorkerGone
from grader.verdict import Event, Isolation, RunResult, Verdict
from grader.wire import Payload

GraderState = Literal["stopped", "starting", "ready", "failed"]
AUTHOR_SECONDS = 60.0
"""The least time that author code gets to make a case set."""


@dataclass(slots=True)
class _Prepared:
    """What waits for the next check of one exercise."""

    exercise: Exercise
    case_set: asyncio.Task[CaseSet]
    standby: asyncio.Task[Link]


class Grader:
    """Grades and runs programs.

    Args:
        device: `auto`, `cpu`, `cuda` or `mps`.
        strategy: how workers come to be; None for what fits the system.
        isolation: a level to insist on; None for the strongest there is.
        on_state: told of every change of `state`.
    """

    def __init__(
        self,
        *,
        device: str = "auto",
        strategy: Strategy | None = None,
        isolation: Isolation | None = None,
        on_state: Callable[[GraderState], None] | None = None,
    ) -> None:
        self.state: GraderState = "stopped"
        self.info: HostInfo | None = None
        self.device = device
        """The device asked for; `auto` until the first `ready`, then the device used."""
        self._launcher = Launcher(strategy, isolation)
        self._launcher.on_death = self._host_died
        self._judge = Judge(self._launcher)
        self._on_state = on_state or (lambda _: None)
        self._prepared: dict[str, _Prepared] = {}
        self._kept_ready: str | None = None
        self._tasks: set[asyncio.Task[Any]] = set()

    async def start(self) -> None:
        """Starts the host and returns before it has imported torch."""
        self._tell("starting")
        try:
            await self._launcher.start()
        except OSError as error:
            self._tell("failed")
            raise GraderUnavailable(Message("grader-host-died", {"why": str(error)})) from error

    async def ready(self) -> HostInfo:
        """Waits until programs can be run.

        Raises:
            GraderUnavailable: torch cannot be imported, or the process dies at once.
        """
        try:
            info = await self._launcher.ready()
            if self.device == "auto" or self.info is None:
                await self._choose_device(info)
        except GraderError:
            self._tell("failed")
            raise
        self.info = info
        self._tell("ready")
        return info

    async def prepare(self, name: str, exercise: Exercise) -> None:
        """Makes a case set and a waiting worker ahead of time, and again after each check of this exercise."""
        self._kept_ready = name
        for other in [key for key in self._prepared if key != name]:
            self._discard(self._prepared.pop(other))
        await self._prepare(name, exercise)

    async def check(
        self,
        name: str,
        exercise: Exercise,
        code: str,
        *,
        on_event: Callable[[Event], None] | None = None,
        replay: str | None = None,
    ) -> Verdict:
        """Grades a program.

        Args:
            name: `lesson/exercise`.
            exercise: what was asked.
            code: the learner's program.
            on_event: takes what it prints and draws, as it comes.
            replay: the token of an earlier verdict, for the same cases again.

        Returns:
            The verdict, whatever learner, author or grader did.
        """
        started = time.monotonic()
        try:
            await self.ready()
            await self._import_what_is_used(exercise.solution, code)
            prepared = self._take(name, exercise) if replay is None else None
            try:
                case_set = await (prepared.case_set if prepared else self._make_cases(exercise, replay))
                standby = await prepared.standby if prepared else None
            except BaseException:
                if prepared:
                    self._discard(prepared)
                raise
            try:
                return await self._grade(name, case_set, code, standby, on_event)
            finally:
                case_set.author.abandon()
        except GraderError as fault:
            return self._fault(name, fault.message, started)
        except (WorkerGone, TimeoutError, OSError) as error:
            return self._fault(name, Message("grader-author-died", {"why": type(error).__name__}), started)
        finally:
            if self._kept_ready == name:
                self._in_background(self._prepare(name, exercise))

    async def run(
        self,
        code: str,
        *,
        exercise: Exercise | None = None,
        name: str | None = None,
        on_event: Callable[[Event], None] | None = None,
        seconds: float = 60.0,
    ) -> RunResult:
        """Runs a program without grading it; in an exercise with its setup and the inputs of its first case."""
        started = time.monotonic()
        console = Console(on_event)
        try:
            await self.ready()
            await self._import_what_is_used(code)
            return await self._run(code, exercise, name, console, seconds, started)
        except (GraderError, WorkerGone, TimeoutError, OSError) as error:
            message = (
                error.message
                if isinstance(error, GraderError)
                else Message("grader-author-died", {"why": str(error)})
            )
            return RunResult("grader_fault", time.monotonic() - started, self.device, message=message)

    async def close(self) -> None:
        """Ends every process."""
        for task in list(self._tasks):
            task.cancel()
        for prepared in self._prepared.values():
            self._discard(prepared)
        self._prepared.clear()
        self._judge.drop()
        await self._launcher.close()
        self._tell("stopped")

    async def _grade(
        self,
        name: str,
        case_set: CaseSet,
        code: str,
        standby: Link | None,
        on_event: Callable[[Event], None] | None,
    ) -> Verdict:
        assert self.info is not None
        started = time.monotonic()
        attempt = await Grading(self._launcher, case_set, code, standby, on_event).ask_learner()
        judging = Judging(self._judge, case_set, attempt, self.info, name)
        verdict = await judging.verdict(started)
        return await mistakes.diagnose(
            verdict, judging.first_failing, attempt, case_set, self._launcher, self._judge
        )

    async def _run(
        self,
        code: str,
        exercise: Exercise | None,
        name: str | None,
        console: Console,
        seconds: float,
        started: float,
    ) -> RunResult:
        setting = self._setting(exercise or _SCRATCH)
        inputs = await self._visible_inputs(name, exercise) if exercise else NOTHING
        link = await spawn_learner(self._launcher, setting)
        link.console = console
        heard = Heard()
        status, message, error = None, None, None
        try:
            async with asyncio.timeout(seconds):
                await begin(link, setting, seconds)
                await execute(link, exercise, code, inputs, heard)
        except TimeoutError:
            await link.end()
            status, (message, error) = "timeout", timeout_words(link, seconds)
        except WorkerGone:
            status, message, error = death_words(link, await link.end())
        finally:
            if not link.exited.done():
                link.abandon()
        if status is None:
            status = {"finished": "finished", "memory": "memory", "setup_error": "grader_fault"}.get(
                str(heard.outcome), "error"
            )
            error = learner_error(heard.error) if heard.error else None
        return RunResult(
            status=status,  # type: ignore[arg-type]
            seconds=round(time.monotonic() - started, 4),
            device=setting.device,
            error=error,
            message=message,
            warnings=tuple(learner_error(warning) for warning in heard.warnings),
            stdout=str(console.stdout),
            stderr=str(console.stderr),
            truncated=console.truncated,
        )

    async def _visible_inputs(self, name: str | None, exercise: Exercise) -> Payload:
        """The inputs of the first program case: those prepared, which stay, or new ones."""
        if not (exercise.given or exercise.cases or exercise.data):
            return NOTHING
        prepared = self._prepared.get(name or "")
        if prepared is not None and prepared.exercise == exercise:
            return (await asyncio.shield(prepared.case_set)).visible
        case_set = await self._make_cases(exercise, None)
        case_set.author.abandon()
        return case_set.visible

    async def _prepare(self, name: str, exercise: Exercise) -> None:
        """Makes what is missing for the next check; faults are told when the check comes."""
        with contextlib.suppress(GraderError, OSError):
            await self.ready()
            await self._judge.warm()
            await self._import_what_is_used(exercise.solution)
            known = self._prepared.get(name)
            if known is not None and known.exercise == exercise and not _is_spent(known):
                return
            if known is not None:
                self._discard(known)
            cases = asyncio.ensure_future(self._make_cases(exercise, None))
            standby = asyncio.ensure_future(spawn_learner(self._launcher, self._setting(exercise)))
            self._prepared[name] = _Prepared(exercise, cases, standby)
            await asyncio.wait([cases, standby])

    async def _import_what_is_used(self, *programs: str) -> None:
        """Has the host import what is slow and will be used, once for all workers to come."""
        if any("optim" in program for program in programs):
            await self._launcher.import_optimizers()

    async def _make_cases(self, exercise: Exercise, replay: str | None) -> CaseSet:
        async with asyncio.timeout(max(AUTHOR_SECONDS, 2 * exercise.limits.seconds)):
            return await CaseMaker(self._launcher, self._setting(exercise), replay).make()

    def _setting(self, exercise: Exercise) -> Setting:
        device = self.device
        if exercise.devices is not None and device not in exercise.devices:
            device = exercise.devices[0]
        return Setting(exercise, device, os.cpu_count() or 1)

    def _take(self, name: str, exercise: Exercise) -> _Prepared | None:
        prepared = self._prepared.pop(name, None)
        if prepared is None or (prepared.exercise == exercise and not _is_spent(prepared)):
            return prepared
        self._discard(prepared)
        return None

    def _discard(self, prepared: _Prepared) -> None:
        """Ends workers that will not be used."""

        def end(task: asyncio.Task[Any]) -> None:
            if not task.cancelled() and task.exception() is None:
                result = task.result()
                (result.author if isinstance(result, CaseSet) else result).abandon()

        for task in (prepared.case_set, prepared.standby):
            if not task.done():
                task.cancel()
            task.add_done_callback(end)

    async def _choose_device(self, info: HostInfo) -> None:
        """The device for `auto`: an accelerator that a process of its own could use, else the CPU."""
        if self.device == "cpu" or (self.device == "auto" and not info.accelerators):
            self.device = "cpu"
            return
        link = await self._launcher.spawn("devices")
        try:
            answer, _ = await link.ask({"ask": "devices"})
            usable = [str(name) for name in answer["devices"]]
        except WorkerGone:
            usable = ["cpu"]
        finally:
            link.abandon()
        if self.device == "auto":
            self.device = usable[-1] if len(usable) == 1 else usable[1]
        elif self.device not in usable:
            raise GraderError(Message("grader-no-device", {"device": self.device}))

    def _fault(self, name: str, message: Message, started: float) -> Verdict:
        info = self.info
        return Verdict(
            exercise=name,
            status="grader_fault",
            device=self.device,
            torch=info.torch if info else "",
            isolation=info.isolation if info else "none",
            seconds=round(time.monotonic() - started, 4),
            replay=None,
            message=message,
        )

    def _host_died(self) -> None:
        """The host is gone with all workers: start another and make ready again what was ready."""
        self._tell("starting")
        self._in_background(self._recover())

    async def _recover(self) -> None:
        with contextlib.suppress(GraderError):
            await self.ready()
            for name, prepared in list(self._prepared.items()):
                await self._prepare(name, prepared.exercise)

    def _in_background(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _tell(self, state: GraderState) -> None:
        if state != self.state:
            self.state = state
            self._on_state(state)


def _is_spent(prepared: _Prepared) -> bool:
    """Whether a worker that should wait has died or could not be made."""
    for task in (prepared.case_set, prepared.standby):
        if not task.done():
            continue
        if task.cancelled() or task.exception() is not None:
            return True
        result = task.result()
        if (result.author if isinstance(result, CaseSet) else result).exited.done():
            return True
    return False


_SCRATCH = Exercise.model_construct(
    id="scratch",
    kind="exercise",
    text="",
    starter="",
    solution="",
    checks=[],
    limits=Limits(),
    default_device=None,
    devices=None,
)
"""Stands for no exercise: a run of a snippet or of the scratch page."""
