"""A case set: all that a check of one exercise needs from the author, and what the author's conditions say in it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from course.message import Message
from course.model import DEFAULT_COMPARE
from grader.conversation import NOTHING, Run, Setting, new_seed
from grader.link import Link, WorkerGone
from grader.wire import Header, Payload, bundle

CONDITION_SECONDS = 10.0
"""How long a condition may take; it works on a learner's values."""


@dataclass(slots=True)
class CaseSet:
    """Everything that one check of one exercise needs from the author."""

    setting: Setting
    replay: str
    """The seed of all inputs, as text; shows the same cases again."""
    runs: list[Run]
    expected: dict[tuple[int, int], Payload]
    """By check and case number; missing where a condition alone decides."""
    author: Link
    """An author worker that holds hidden data and can judge conditions."""
    renew: Callable[[], Awaitable[Link]]
    """Makes another of that kind."""
    visible: Payload = field(default=NOTHING)
    """The inputs of the first program case, which the app may show and run."""

    async def ask_author(self, question: Header, body: bytes) -> Header:
        """An answer of the author's worker; one that has died is replaced and the other asked.

        Raises:
            WorkerGone: the other died too.
        """
        try:
            answer, _ = await self.author.ask(question, body)
        except WorkerGone:
            self.author.abandon()
            self.author = await self.renew()
            answer, _ = await self.author.ask(question, body)
        return answer

    @property
    def unobservable(self) -> list[int]:
        """The checks of which a solution's value is known by its type alone, so that any other of it would pass."""
        checks = self.setting.exercise.checks
        return sorted(
            {
                position
                for (position, _), seen in self.expected.items()
                if "values" in (checks[position].compare or DEFAULT_COMPARE)
                and _has_opaque(seen.header["value"])
            }
        )


def _has_opaque(tree: Any) -> bool:
    """Whether a tree holds a value that could not be observed."""
    if isinstance(tree, list):
        return any(_has_opaque(item) for item in tree)
    return isinstance(tree, dict) and (tree.get("k") == "other" or _has_opaque(tree.get("v")))


@dataclass(frozen=True, slots=True)
class ConditionAnswer:
    """What an author's condition says of an observation."""

    holds: bool
    unfit: Literal["too_large", "unobservable"] | None = None
    """Why the observation could not be shown to the condition."""
    fault: Message | None = None
    """What is wrong with the condition itself."""


async def condition(case_set: CaseSet, code: str, actual: Payload, inputs: list[Payload]) -> ConditionAnswer:
    """Whether a condition holds for what was observed.

    Raises:
        WorkerGone: the condition killed its worker.
        TimeoutError: it does not come to an end.
    """
    headers, body = bundle([actual, *inputs])
    question = {
        "ask": "condition",
        "code": code,
        "actual": headers[0],
        "inputs": headers[1:],
        "seed": new_seed(),
    }
    async with asyncio.timeout(CONDITION_SECONDS):
        answer = await case_set.ask_author(question, body)
    if "error" in answer:
        why = f"{answer['error']['type']}: {answer['error']['message']}"[:500]
        return ConditionAnswer(False, fault=Message("grader-condition-fault", {"name": code, "why": why}))
    return ConditionAnswer(bool(answer.get("holds", False)), answer.get("unfit"))
