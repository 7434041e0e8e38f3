"""The assistant as the app sees it: what may be typed at a place of half-written code."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from grader.errors import GraderError, WireError, WorkerFault
from grader.launch import Launcher
from grader.link import Link, WorkerGone
from grader.verdict import Summary
from grader.wire import Header

SECONDS = 10.0
"""After so long a question is given up and the process replaced."""
MAX_CODE = 200_000
"""Characters of code beyond which nothing is offered."""


@dataclass(frozen=True, slots=True)
class Completion:
    """One name that may be typed."""

    name: str
    kind: str
    """As jedi calls it: function, class, module, instance, param, keyword and so on."""


@dataclass(frozen=True, slots=True)
class Completions:
    """What may be typed at a place."""

    items: tuple[Completion, ...] = ()
    typed: int = 0
    """How many characters of the items stand there already."""
    signature: str | None = None
    """How the function is called in whose parentheses the place lies; None outside of any."""


class Assistant:
    """The assistant's process, started when first asked and again when it died."""

    def __init__(self, launcher: Launcher) -> None:
        self._launcher = launcher
        self._link: Link | None = None
        self._lock = asyncio.Lock()

    async def complete(
        self, code: str, line: int, column: int, names: Sequence[tuple[str, Summary]] = ()
    ) -> Completions:
        """What may be typed at a place; nothing when the assistant cannot tell.

        Args:
            code: a program, finished or not.
            line: from 1.
            column: in characters, from 0.
            names: what the last run bound.
        """
        if len(code) > MAX_CODE:
            return Completions()
        question = {"ask": "complete", "code": code, "line": line, "column": column, "names": _tensors(names)}
        # An answer that nobody waits for any more is still taken, or the next question would get it.
        return await asyncio.shield(asyncio.ensure_future(self._ask(question)))

    def drop(self) -> None:
        """Ends the process."""
        if self._link is not None:
            self._link.abandon()
            self._link = None

    async def _ask(self, question: dict[str, Any]) -> Completions:
        async with self._lock:
            with contextlib.suppress(
                GraderError,
                WorkerGone,
                WorkerFault,
                WireError,
                OSError,
                TimeoutError,
                LookupError,
                ValueError,
            ):
                answer = await self._answer(question)
                items = tuple(Completion(str(name), str(kind)) for name, kind in answer["items"])
                return Completions(items, int(answer["typed"]), answer["signature"])
            self.drop()
            return Completions()

    async def _answer(self, question: dict[str, Any]) -> Header:
        """The process's answer; one that is found dead is replaced and asked anew."""
        async with asyncio.timeout(SECONDS):
            if self._link is not None and not self._link.exited.done():
                with contextlib.suppress(WorkerGone):
                    return (await self._link.ask(question))[0]
                self.drop()
            self._link = await self._launcher.spawn("assistant")
            return (await self._link.ask(question))[0]


def _tensors(names: Sequence[tuple[str, Summary]]) -> list[list[Any]]:
    """Name, shape and dtype of those names that are tensors."""
    return [
        [name, summary["shape"], summary["dtype"]]
        for name, summary in names
        if summary.get("type") == "tensor"
    ]
