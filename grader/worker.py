"""A worker: holds one world and answers requests about it in lock-step until its channel closes.

Runs in a process of its own, confined before the first request. Knows nothing of what is right. `grader.author`
adds what only the author's side may be asked.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch

import blitz
from grader import source
from grader.leftovers import fill_fresh_memory
from grader.loops import loops
from grader.output import EventSender
from grader.program import World
from grader.raising import error_tree
from grader.rebuild import rebuild_inputs
from grader.trying import try_programs
from grader.wire import BlockingChannel, Header, Payload, bundle, unbundle

LINE_SIGNAL = signal.SIGXCPU
"""The signal at which the running line is written there, sent before a worker is killed for taking too much."""
LINE_BEFORE_DEADLINE = 0.2
"""Seconds before the deadline at which the running line is written to the faults channel."""

READING_DEPTH = 20_000
"""How deep a program's text may be nested; a sum of a thousand terms is."""


@dataclass(frozen=True, slots=True)
class Descriptors:
    """The channels of a worker, as open file descriptors."""

    answers: int
    """Socket: requests in, answers out, lock-step."""
    events: int
    """Pipe: output and drawings, droppable."""
    raw: int
    """Pipe: what is printed below Python, and by programs it starts."""
    faults: int
    """Pipe: tracebacks of `faulthandler`, at a crash or before the deadline."""


Answer = tuple[Header, bytes]


class Worker:
    """Answers requests; each is a header with `ask` and a body."""

    def __init__(self, descriptors: Descriptors) -> None:
        self._channel = BlockingChannel(descriptors.answers)
        self.events = EventSender(descriptors.events)
        self._faults = descriptors.faults
        self._world: World | None = None
        self._device = "cpu"
        self.handlers: dict[str, Callable[[Header, bytes], Answer]] = {
            "warm": self._warm,
            "facts": self._facts,
            "begin": self._begin,
            "run": self._run,
            "probe": self._probe,
            "calls": self._calls,
            "loops": self._loops,
            "variants": self._variants,
        }

    def serve(self) -> None:
        """Answers until the other side closes; then leaves at once, whatever threads or exit handlers there are."""
        while (request := self._channel.receive()) is not None:
            header, body = request
            try:
                answer, data = self.handlers[header["ask"]](header, body)
            except Exception as error:
                answer, data = {"fault": "".join(traceback.format_exception(error))[-4_000:]}, b""
            self._channel.send(answer, data)
        os._exit(0)

    @property
    def world(self) -> World:
        """The world begun.

        Raises:
            RuntimeError: `begin` was not asked before.
        """
        if self._world is None:
            raise RuntimeError("no world was begun")
        return self._world

    @property
    def device(self) -> str:
        """The device of the world."""
        return self._device

    def make_world(self, device: str, default_device: str | None) -> World:
        """The world to begin."""
        return World(device, default_device, self.events.printed)

    def _warm(self, header: Header, _: bytes) -> Answer:
        """Makes the context of an accelerator ahead of time: 0.2 to 1 s."""
        torch.zeros(1, device=header["device"])
        return {}, b""

    def _facts(self, header: Header, _: bytes) -> Answer:
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(READING_DEPTH)
        try:
            uses = source.gather(header["code"])
            unfinished = source.unfinished_lines(header["code"])
            compile(header["code"], "main.py", "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            told = error_tree(error)
            return {"error": {**told, "line": getattr(error, "lineno", None)}}, b""
        finally:
            sys.setrecursionlimit(limit)
        return {"uses": [[use.name, use.line, use.kind] for use in uses], "unfinished": unfinished}, b""

    def _begin(self, header: Header, _: bytes) -> Answer:
        """Makes the world; `seconds` is the time that the whole conversation may take."""
        torch.set_num_threads(header["threads"])
        if header["leftover"] is not None:
            fill_fresh_memory(header["leftover"])
        self._device = header["device"]
        self._world = self.make_world(header["device"], header["default_device"])
        blitz._draw = self.events.draw
        faulthandler.enable(self._faults, all_threads=False)
        faulthandler.register(LINE_SIGNAL, self._faults, all_threads=False)
        if header["seconds"] is not None:
            wait = max(header["seconds"] - LINE_BEFORE_DEADLINE, header["seconds"] / 2)
            faulthandler.dump_traceback_later(wait, file=self._faults)
        return {}, b""

    def _run(self, header: Header, body: bytes) -> Answer:
        inputs = rebuild_inputs(unbundle(header["inputs"], body), self._device)
        result = self.world.run(
            header["code"],
            setup=header["setup"],
            helpers=header["helpers"],
            inputs=inputs,
            seed=header["seed"],
            trace=header["trace"],
        )
        if header["defined"] and result["outcome"] != "setup_error":
            self.events.defined(self.world.names)
        return result, b""

    def _probe(self, header: Header, body: bytes) -> Answer:
        inputs = rebuild_inputs(unbundle(header["inputs"], body), self._device)
        observation = self.world.probe(
            header["code"], inputs=inputs, seed=header["seed"], salt=header["salt"], mode=header["mode"]
        )
        answer, data = payload_answer(observation)
        return {**answer, "warnings": self.world.new_warnings()}, data

    def _calls(self, _: Header, __: bytes) -> Answer:
        return {"calls": self.world.calls, "counts": self.world.counts}, b""

    def _loops(self, header: Header, _: bytes) -> Answer:
        """Where a program, which was read and run before, goes round and round to make a value."""
        return {"loops": [[loop.line, loop.end] for loop in loops(header["code"])]}, b""

    def _variants(self, header: Header, body: bytes) -> Answer:
        """What many variants of a program let observe of one case; what they print is dropped."""

        def make_world() -> World:
            return World(self._device, header["default_device"], lambda stream, text: None, in_full=False)

        tried = list(try_programs(header, body, self._device, make_world))
        headers, data = bundle(payload for _, payload in tried if payload is not None)
        placed = iter(headers)
        answers = [told if payload is None else {**told, "payload": next(placed)} for told, payload in tried]
        return {"answers": answers}, data


def payload_answer(payload: Payload) -> Answer:
    """An answer that is one payload."""
    return {"payload": payload.header}, payload.body


def main(descriptors: Descriptors) -> Any:
    """Serves as a learner's worker; never returns."""
    sys.dont_write_bytecode = True
    Worker(descriptors).serve()
