"""Saving while the learner works: drafts soon after a key, everything else at once, never on the event
loop.

Owns the one thread that talks to the store, and the delay. A fault of the store is told once and the
course goes on.
"""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pathlib import Path

    from course.archive import Archive
    from course.kept import Attempt, Draft, StepKey, StepState
    from course.message import Message
    from course.progress import Progress
    from course.tables import United
    from grader.verdict import Verdict

T = TypeVar("T")

DELAY = 0.25
"""Seconds from a key press to the saving of the draft; the promise is half a second."""

HISTORY = 500
"""Attempts of a step that its history shows."""


class Keeper:
    """Keeps drafts, attempts and marks through a store, in a thread of its own."""

    def __init__(self, open_store: Callable[[], Progress], on_fault: Callable[[Message], None]) -> None:
        self._open_store = open_store
        self._on_fault = on_fault
        """Called on the event loop, once for each fault."""
        self._loop = asyncio.get_running_loop()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="keeper")
        self._store: Progress | None = None
        self._drafts: dict[StepKey, str] = {}
        """Drafts not saved yet."""
        self._timer: asyncio.TimerHandle | None = None
        self._told: Message | None = None
        self.fault: Message | None = None
        """The last fault of the store; None when all is well."""
        self.saves = True
        """Whether work reaches the file, as far as it is known."""

    async def setting(self, name: str) -> str | None:
        """A setting; None when it was never set, or is no text: it may come from an archive that anyone wrote."""
        kept = await self._ask(lambda store: store.setting(name))
        return kept if isinstance(kept, str) else None

    def set(self, name: str, value: str) -> None:
        """Keeps a setting."""
        self._tell(lambda store: store.set_setting(name, value))

    async def left_at(self, course: str) -> tuple[str, str] | None:
        """The ids of lesson and step where the learner was last, as they were then; None the first time."""
        states = await self._ask(lambda store: store.states(course))
        seen = {ids: state.last_at for ids, state in states.items() if state.last_at is not None}
        return max(seen, key=lambda ids: seen[ids], default=None)

    async def states(self, keys: Mapping[T, StepKey]) -> dict[T, StepState]:
        """What is kept of some steps."""
        return await self._ask(lambda store: {place: store.state(key) for place, key in keys.items()})

    async def draft_of(self, key: StepKey) -> str | None:
        """What the learner wrote in a step; None when nothing is kept."""
        if key in self._drafts:
            return self._drafts[key]
        draft = await self._ask(lambda store: store.draft(key))
        return draft.code if draft is not None else None

    async def history(self, key: StepKey) -> tuple[list[Attempt], list[Draft]]:
        """The attempts at a step and its replaced drafts, newest first."""
        self.flush()
        return await self._ask(lambda store: (store.attempts(key, HISTORY), store.revisions(key)))

    async def file(self) -> Path:
        """Where everything is kept."""
        return await self._ask(lambda store: store.file)

    async def everything(self) -> dict[str, Any]:
        """All that is kept, as the data of an archive."""
        self.flush()
        return await self._ask(lambda store: store.everything())

    async def unite(self, archive: Archive) -> United:
        """Takes in what an archive holds. Raises ArchiveError."""
        self.flush()
        return await self._ask(lambda store: store.unite(archive))

    async def restart(self, course: str, lessons: Sequence[str] | None) -> None:
        """Begins a course anew, or some lessons of it, named by all their ids."""
        self.flush()
        await self._ask(lambda store: store.restart(course, lessons))

    def seen(self, key: StepKey) -> None:
        """Keeps that the learner is at a step."""
        self._tell(lambda store: store.mark_seen(key))

    def passed(self, key: StepKey, task: str) -> None:
        """Keeps a pass without an attempt."""
        self._tell(lambda store: store.mark_passed(key, task))

    def attempt(self, key: StepKey, code: str, verdict: Verdict, task: str) -> None:
        """Keeps an attempt, and the pass that it may be; the draft first, which is what was attempted."""
        self.flush()
        data = dataclasses.asdict(verdict)
        self._tell(lambda store: store.add_attempt(key, code, verdict.status, data, task=task))

    def complete(self, key: StepKey, before: Verdict, verdict: Verdict) -> None:
        """Keeps what a verdict became after its attempt was kept with another."""
        datas = dataclasses.asdict(before), dataclasses.asdict(verdict)
        self._tell(lambda store: store.complete_attempt(key, *datas))

    def draft(self, key: StepKey, code: str) -> None:
        """Takes a draft, to be saved in a moment; the latest of a step is what counts."""
        self._drafts[key] = code
        if self._timer is None:
            self._timer = self._loop.call_later(DELAY, self.flush)

    def replace_draft(self, key: StepKey, code: str) -> None:
        """Takes a draft that the learner may regret: the one before it stays as a revision."""
        self.flush()
        self._tell(lambda store: store.save_draft(key, code, keep=True))

    def flush(self) -> None:
        """Has the drafts saved now."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        drafts, self._drafts = self._drafts, {}
        for key, code in drafts.items():
            self._save(key, code)

    async def close(self) -> None:
        """Saves what waits, and ends the thread."""
        self.flush()
        await self._ask(lambda store: store.close())
        self._thread.shutdown(wait=False)

    def _save(self, key: StepKey, code: str) -> None:
        self._tell(lambda store: store.save_draft(key, code))

    async def _ask(self, question: Callable[[Progress], T]) -> T:
        return await self._loop.run_in_executor(self._thread, self._asked, question)

    def _tell(self, statement: Callable[[Progress], Any]) -> None:
        self._thread.submit(self._asked, statement)

    def _asked(self, question: Callable[[Progress], T]) -> T:
        if self._store is None:
            self._store = self._open_store()
        answer = question(self._store)
        fault = self._store.fault
        if fault is not None and fault != self._told:
            self._told = fault
            self._loop.call_soon_threadsafe(self._fail, fault, self._store.saves)
        return answer

    def _fail(self, fault: Message, saves: bool) -> None:
        self.fault, self.saves = fault, saves
        self._on_fault(fault)
