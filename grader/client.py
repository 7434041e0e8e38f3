"""The grader as the app and the command line see it: torch-free, one event loop, nothing raised for what others did.

Cancelling a coroutine stops its run and kills every process of it.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections.abc import Callable
from typing import Any, Literal

from course.message import Message
from course.model import Exercise, Limits
from grader import mistakes
from grader.cases import CaseSet
from grader.conversation import NOTHING, Setting
from grader.errors import AuthorFault, GraderError, GraderUnavailable, NoSuchDevice
from grader.grading import Grading
from grader.judging import Judge, Judging
from grader.launch import HostInfo, Launcher, Strategy
from grader.link import Console, Link, WorkerGone
from grader.preparing import Preparations
from grader.running import run_program
from grader.verdict import Event, Isolation, RunResult, Verdict
from grader.wire import Payload

GraderState = Literal["stopped", "starting", "ready", "failed"]


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
        self._preparations = Preparations(self._launcher)
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
            NoSuchDevice: the device asked for cannot be used here.
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
        self._preparations.forget_others(name)
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
            prepared = self._preparations.take(name, exercise) if replay is None else None
            try:
                case_set = await (
                    prepared.case_set
                    if prepared
                    else self._preparations.case_set(self._setting(exercise), replay)
                )
                standby = await prepared.standby if prepared else None
            except BaseException:
                if prepared:
                    prepared.discard()
                raise
            try:
                return await self._grade(name, case_set, code, standby, on_event)
            finally:
                case_set.author.abandon()
        except GraderError as fault:
            return self._fault(name, fault.message, started)
        except (WorkerGone, TimeoutError, OSError) as error:
            return self._fault(name, Message("grader-author-died", {"why": type(error).__name__}), started)
        except Exception as error:
            return self._fault(name, Message("grader-worker-fault", {"fault": repr(error)[:300]}), started)
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
            inputs = await self._visible_inputs(name, exercise) if exercise else NOTHING
            return await run_program(
                self._launcher,
                self._setting(exercise or _SCRATCH),
                code,
                exercise=exercise,
                inputs=inputs,
                console=console,
                seconds=seconds,
            )
        except GraderError as fault:
            message = fault.message
        except (WorkerGone, TimeoutError, OSError) as error:
            message = Message("grader-author-died", {"why": type(error).__name__})
        return RunResult("grader_fault", round(time.monotonic() - started, 4), self.device, message=message)

    async def case_set(self, exercise: Exercise) -> CaseSet:
        """Inputs and expectations of an exercise, to be looked at.

        Raises:
            GraderError: the author's code is broken.
        """
        try:
            case_set = await self._preparations.case_set(self._setting(exercise))
        except (WorkerGone, TimeoutError, OSError) as error:
            raise AuthorFault(Message("grader-author-died", {"why": type(error).__name__})) from error
        case_set.author.abandon()
        return case_set

    async def close(self) -> None:
        """Ends every process."""
        for task in list(self._tasks):
            task.cancel()
        self._preparations.forget_others(None)
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

    async def _visible_inputs(self, name: str | None, exercise: Exercise) -> Payload:
        """The inputs of the first program case: those prepared, which stay, or new ones."""
        if not (exercise.given or exercise.cases or exercise.data):
            return NOTHING
        prepared = self._preparations.find(name or "", exercise)
        if prepared is not None:
            await asyncio.wait([prepared.case_set])
            if not prepared.case_set.cancelled():
                return prepared.case_set.result().visible
        case_set = await self._preparations.case_set(self._setting(exercise))
        case_set.author.abandon()
        return case_set.visible

    async def _prepare(self, name: str, exercise: Exercise) -> None:
        """Makes what is missing for the next check; faults are told when the check comes."""
        with contextlib.suppress(GraderError, OSError):
            await self.ready()
            await self._judge.warm()
            await self._import_what_is_used(exercise.solution)
            if name != self._kept_ready:
                return
            await self._preparations.make(name, self._setting(exercise))

    async def _import_what_is_used(self, *programs: str) -> None:
        """Has the host import what is slow and will be used, once for all workers to come."""
        if any("optim" in program for program in programs):
            await self._launcher.import_optimizers()

    def _setting(self, exercise: Exercise) -> Setting:
        device = self.device
        if exercise.devices is not None and device not in exercise.devices:
            device = exercise.devices[0]
        return Setting(exercise, device, os.cpu_count() or 1)

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
            raise NoSuchDevice(self.device)

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
            for name, exercise in self._preparations.exercises():
                await self._prepare(name, exercise)

    def _in_background(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _tell(self, state: GraderState) -> None:
        if state != self.state:
            self.state = state
            self._on_state(state)


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
