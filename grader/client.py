"""The grader as the app and the command line see it: torch-free, one event loop, nothing raised for what others did.

Cancelling a coroutine stops its run and kills every process of it.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from typing import Any, Literal

from course.message import Message
from course.model import Exercise
from grader.accelerators import available_threads, choose_device
from grader.case_set import CaseSet
from grader.completing import Assistant
from grader.console import Console
from grader.conversation import NOTHING, Heard, Run, Setting
from grader.diagnosis import Graded
from grader.errors import GraderError, GraderUnavailable
from grader.faults import fault_result, fault_verdict
from grader.grading import Grading
from grader.hosts import HostInfo, Strategy
from grader.interpreter import Interpreter
from grader.judging import Judge, Judging
from grader.launch import Launcher
from grader.link import Link
from grader.preparing import Preparations
from grader.replaying import Replaying, refusal
from grader.running import NO_EXERCISE, run_program
from grader.tutor import ORDER, Turn, complete
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
        self.assistant = Assistant(self._launcher)
        """Completes code."""
        self._on_state = on_state or (lambda _: None)
        self._preparations = Preparations(self._launcher)
        self._kept_ready: str | None = None
        self._tasks: set[asyncio.Task[Any]] = set()

    async def start(self) -> None:
        """Starts the host and returns before it has imported torch."""
        self._tell("starting")
        try:
            await self._launcher.start()
        except GraderUnavailable:
            self._tell("failed")
            raise
        except OSError as error:
            self._tell("failed")
            raise GraderUnavailable(Message("grader-host-died", {"why": str(error)})) from error

    async def ready(self) -> HostInfo:
        """Waits until programs can be run.

        Raises:
            GraderUnavailable: torch cannot be imported, the process dies at once, or is not confined as was asked.
            NoSuchDevice: the device asked for cannot be used here.
        """
        try:
            info = await self._launcher.ready()
            if self.device == "auto" or self.info is None:
                self.device = await choose_device(self._launcher, self.device, info)
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
        on_verdict: Callable[[Verdict], None] | None = None,
        replay: str | None = None,
        order: tuple[Turn, ...] = ORDER,
    ) -> Verdict:
        """Grades a program.

        Args:
            name: `lesson/exercise`.
            exercise: what was asked.
            code: the learner's program.
            on_event: takes what it prints and draws, as it comes.
            on_verdict: takes the verdict as soon as it is known, before the tutor looks at a failure.
            replay: the token of an earlier verdict, for the same cases again.
            order: who is asked what is wrong, when something is.

        Returns:
            The verdict, whatever learner, author or grader did, with what the tutor says of a failure.
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
                graded = await self._grade(name, case_set, code, standby, on_event)
                self._make_ready_again(name, exercise)
                if on_verdict is not None:
                    on_verdict(graded.verdict)
                return await complete(graded, order)
            finally:
                case_set.author.abandon()
        except Exception as error:
            return fault_verdict(name, error, self.device, self.info, started)
        finally:
            self._make_ready_again(name, exercise)

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
        try:
            await self.ready()
            await self._import_what_is_used(code)
            inputs = await self._visible_inputs(name, exercise) if exercise else NOTHING
            return await run_program(
                self._launcher,
                self._setting(exercise or NO_EXERCISE),
                code,
                Run(0, inputs, ()),
                Heard(),
                console=Console(on_event),
                seconds=seconds,
            )
        except Exception as error:
            return fault_result(error, self.device, started)

    async def run_case(
        self,
        name: str,
        exercise: Exercise,
        code: str,
        *,
        replay: str,
        check: int,
        case: int | None,
        on_event: Callable[[Event], None] | None = None,
        seconds: float = 60.0,
    ) -> RunResult:
        """Runs a program with the inputs of one case of an earlier verdict, and evaluates the probe of its check.

        Args:
            name: `lesson/exercise`.
            exercise: what was asked.
            code: the learner's program.
            replay: the token of the verdict.
            check: position of the check.
            case: the case, as `CheckResult.case` names it.
            on_event: takes what program and probe print and draw, as it comes.
            seconds: the deadline of program and probe, wall-clock.

        Returns:
            The end, with the probe's value; `refused` for a case that is hidden, unknown or of another exercise.
        """
        started = time.monotonic()
        why_not = refusal(exercise, replay, check, case or 0)
        if why_not is not None:
            return RunResult("refused", 0.0, self.device, message=why_not)
        try:
            await self.ready()
            await self._import_what_is_used(code)
            replaying = Replaying(self._launcher, self._judge, self._setting(exercise), Console(on_event))
            return await replaying.run(code, replay, check, case or 0, seconds)
        except Exception as error:
            return fault_result(error, self.device, started)

    async def interpreter(self) -> Interpreter:
        """A new interpreter, confined like a learner's program; whoever asked for it closes it.

        Raises:
            GraderError: none can be had.
        """
        await self.ready()
        setting = self._setting(NO_EXERCISE)
        return await Interpreter.start(self._launcher, setting)

    async def case_set(self, exercise: Exercise) -> CaseSet:
        """Inputs and expectations of an exercise, to be looked at.

        Raises:
            GraderError, WorkerGone, TimeoutError: the author's code is broken.
        """
        case_set = await self._preparations.case_set(self._setting(exercise))
        case_set.author.abandon()
        return case_set

    async def close(self) -> None:
        """Ends every process."""
        for task in list(self._tasks):
            task.cancel()
        self._preparations.forget_others(None)
        self._judge.drop()
        self.assistant.drop()
        await self._launcher.close()
        self._tell("stopped")

    async def _grade(
        self,
        name: str,
        case_set: CaseSet,
        code: str,
        standby: Link | None,
        on_event: Callable[[Event], None] | None,
    ) -> Graded:
        assert self.info is not None
        started = time.monotonic()
        attempt = await Grading(self._launcher, case_set, code, standby, on_event).ask_learner()
        judging = Judging(self._judge, case_set, attempt, self.info, name)
        verdict = await judging.verdict(started)
        return Graded(code, attempt, case_set, verdict, judging.first_failing, self._launcher, self._judge)

    async def _visible_inputs(self, name: str | None, exercise: Exercise) -> Payload:
        """The inputs of the first program case: those prepared, which stay, or new ones."""
        if not (exercise.given or exercise.cases or exercise.data):
            return NOTHING
        prepared = self._preparations.find(name or "", exercise)
        if prepared is not None:
            await asyncio.wait([prepared.case_set])
            if not prepared.case_set.cancelled():
                return prepared.case_set.result().visible
        return (await self.case_set(exercise)).visible

    async def _prepare(self, name: str, exercise: Exercise) -> None:
        """Makes what is missing for the next check; faults are told when the check comes."""
        with contextlib.suppress(GraderError, OSError):
            await self.ready()
            await self._judge.warm()
            await self._import_what_is_used(exercise.solution)
            if name != self._kept_ready:
                return
            await self._preparations.make(name, self._setting(exercise))

    def _make_ready_again(self, name: str, exercise: Exercise) -> None:
        """Prepares the next check of an exercise that is kept ready, unless that waits already."""
        if self._kept_ready == name:
            self._in_background(self._prepare(name, exercise))

    async def _import_what_is_used(self, *programs: str) -> None:
        """Has the host import what is slow and will be used, once for all workers to come."""
        if any("optim" in program for program in programs):
            await self._launcher.import_optimizers()

    def _setting(self, exercise: Exercise) -> Setting:
        device = self.device
        if exercise.devices is not None and device not in exercise.devices:
            device = exercise.devices[0]
        return Setting(exercise, device, available_threads())

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
