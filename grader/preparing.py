"""What is made ready while the learner reads: case sets and confined workers, each used once."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import Any

from course.model import Exercise
from grader.case_set import CaseSet
from grader.cases import CaseMaker
from grader.conversation import Setting
from grader.grading import spawn_learner
from grader.launch import Launcher
from grader.link import Link, WorkerGone

AUTHOR_SECONDS = 60.0
"""The least time that author code gets to make a case set."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What waits for the next check of one exercise."""

    exercise: Exercise
    case_set: asyncio.Task[CaseSet]
    standby: asyncio.Task[Link]

    @property
    def is_spent(self) -> bool:
        """Whether a worker that should wait has died, or could not be made."""
        for task in (self.case_set, self.standby):
            if task.done() and (
                task.cancelled() or task.exception() or _link_of(task.result()).exited.done()
            ):
                return True
        return False

    def discard(self) -> None:
        """Ends workers that will not be used, now or when they come to be."""

        def end(task: asyncio.Task[Any]) -> None:
            if not task.cancelled() and task.exception() is None:
                _link_of(task.result()).abandon()

        for task in (self.case_set, self.standby):
            if not task.done():
                task.cancel()
            task.add_done_callback(end)


class Preparations:
    """What waits, by exercise name."""

    def __init__(self, launcher: Launcher) -> None:
        self._launcher = launcher
        self._waiting: dict[str, Prepared] = {}

    async def make(self, name: str, setting: Setting) -> None:
        """Makes a case set and a waiting worker, unless they wait already; faults are told when they are taken."""
        known = self.find(name, setting.exercise)
        if known is not None:
            return
        self.forget(name)
        cases = asyncio.ensure_future(self.case_set(setting))
        standby = asyncio.ensure_future(self._standby(setting))
        self._waiting[name] = Prepared(setting.exercise, cases, standby)
        await asyncio.wait([cases, standby])

    async def _standby(self, setting: Setting) -> Link:
        """A confined worker that waits, with the context of its accelerator."""
        link = await spawn_learner(self._launcher, setting)
        if setting.device != "cpu":
            await link.ask({"ask": "warm", "device": setting.device})
        return link

    async def case_set(self, setting: Setting, replay: str | None = None) -> CaseSet:
        """A case set for one check; a worker that dies over it gets a second chance.

        Raises:
            AuthorFault, WorkerGone, TimeoutError: the author's code is broken.
        """
        async with asyncio.timeout(author_seconds(setting)):
            with contextlib.suppress(WorkerGone):
                return await CaseMaker(self._launcher, setting, replay).make()
            return await CaseMaker(self._launcher, setting, replay).make()

    def find(self, name: str, exercise: Exercise) -> Prepared | None:
        """What waits for an exercise as it is now, and stays."""
        prepared = self._waiting.get(name)
        return prepared if prepared and prepared.exercise == exercise and not prepared.is_spent else None

    def take(self, name: str, exercise: Exercise) -> Prepared | None:
        """What waits for an exercise, to be used up."""
        prepared = self.find(name, exercise)
        if prepared is None:
            self.forget(name)
        else:
            del self._waiting[name]
        return prepared

    def forget(self, name: str) -> None:
        """Ends what waits for an exercise."""
        prepared = self._waiting.pop(name, None)
        if prepared is not None:
            prepared.discard()

    def forget_others(self, name: str | None) -> None:
        """Ends what waits for any exercise but one."""
        for other in [key for key in self._waiting if key != name]:
            self.forget(other)

    def exercises(self) -> list[tuple[str, Exercise]]:
        """Names and exercises for which something waits, or should."""
        return [(name, prepared.exercise) for name, prepared in self._waiting.items()]


def author_seconds(setting: Setting) -> float:
    """How long the author's code may take over the cases of an exercise."""
    return max(AUTHOR_SECONDS, 2 * setting.exercise.limits.seconds)


def _link_of(result: CaseSet | Link) -> Link:
    return result.author if isinstance(result, CaseSet) else result
