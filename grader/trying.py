"""Tries many programs one after another in one worker, each in a world of its own.

Faster than a worker for each, and less strict: a program that changes torch itself is felt by those that follow.
Whoever asks confirms what matters in clean workers.
"""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch

from grader.program import World
from grader.rebuild import rebuild_inputs
from grader.wire import Header, Payload, unbundle

MAX_BODY = 1 << 20
"""Bytes of one observation; a larger one is left out."""
MOST_BYTES = 16 << 20
"""Bytes of all observations, beyond which no further program is tried."""


class TooLongError(BaseException):
    """Raised in a program that takes too long."""


def try_programs(
    header: Header, body: bytes, device: str, make_world: Callable[[], World]
) -> Iterator[tuple[Header, Payload | None]]:
    """What each program lets observe, or how it ended."""
    default = torch.get_default_dtype()
    until = time.monotonic() + header["all_seconds"]
    kept = 0
    for code in header["programs"]:
        if time.monotonic() > until or kept > MOST_BYTES:
            yield {"outcome": "skipped"}, None
            continue
        torch.set_grad_enabled(True)
        torch.set_default_dtype(default)
        inputs = [rebuild_inputs(unbundle(each, body), device) for each in header["inputs"]]
        answer: tuple[Header, Payload | None] = {"outcome": "timeout"}, None
        with contextlib.suppress(TooLongError), _deadline(header["seconds"]):
            answer = _try(make_world(), code, inputs, header)
        kept += len(answer[1].body) if answer[1] is not None else 0
        yield answer


def _try(
    world: World, code: str, inputs: list[dict[str, Any]], header: Header
) -> tuple[Header, Payload | None]:
    result = world.run(
        code,
        setup=header["setup"],
        helpers=header["helpers"],
        inputs=inputs[0],
        seed=header["seed"],
        trace=False,
    )
    told: Header = {"outcome": result["outcome"]}
    if result["error"] is not None:
        told["raised"] = [result["error"]["type"], result["error"]["message"]]
    if result["outcome"] != "finished" or len(inputs) == 1:
        return told, None
    if header["probe"] is None:
        return {**told, "printed": result["stdout"]}, None
    observed = world.probe(
        header["probe"],
        inputs=inputs[1],
        seed=header["seed"],
        salt=header["salt"],
        mode=header["mode"],
    )
    return told, observed if len(observed.body) <= MAX_BODY else None


@contextmanager
def _deadline(seconds: float) -> Iterator[None]:
    def end(*_: object) -> None:
        raise TooLongError

    previous = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
