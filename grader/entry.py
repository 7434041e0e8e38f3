"""The way from a host, or a fork of it, to a worker: session, streams, descriptors, confinement, program."""

from __future__ import annotations

import contextlib
import fcntl
import gc
import os
import traceback
from dataclasses import astuple
from pathlib import Path
from typing import Any, NoReturn

from grader import control, sandbox
from grader import worker as learner
from grader.bounds import Bounds
from grader.sandbox import limits
from grader.worker import Descriptors

LEARNERS = ("learner", "interpreter")
"""The roles that run a learner's code."""
STEP_BACK = 5
"""How much less of a busy machine a learner's code gets than the app, which must answer to keys meanwhile."""


def become(
    message: control.Message, descriptors: Descriptors, box: sandbox.Sandbox, directory: Path
) -> NoReturn:
    """Turns this process into a worker; never returns, whatever happens, for it may be a fork of the host.

    Args:
        message: `role` (one of `Role` in `grader.hosts`) and `bounds` (the fields of `Bounds`).
        descriptors: the worker's channels.
        box: the confinement to enter.
        directory: the worker's own, to write in.
    """
    try:
        with contextlib.suppress(OSError):
            os.setsid()
        kept = _standard_streams(descriptors)
        gc.set_threshold(100_000, 50, 100)
        gc.enable()
        _close_all_but(0, 1, 2, *astuple(kept), *box.descriptors)
        if message["role"] in LEARNERS:
            os.nice(STEP_BACK)
            limits.adopt_orphans()
        main = _program(message["role"])
        if message["role"] != "devices":
            box.enter(directory, Bounds(**message["bounds"]), secret=message["role"] not in LEARNERS)
        main(kept)
    except BaseException:
        with contextlib.suppress(OSError):
            os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(70)


def _program(role: str) -> Any:
    """The program of a role; all but the learner's are imported in their own process alone."""
    if role == "author":
        from grader import author

        return author.main
    if role == "judge":
        from grader import judge

        return judge.main
    if role == "assistant":
        from grader import assistant

        return assistant.main
    if role == "devices":
        from grader import devices

        return devices.main
    if role == "interpreter":
        from grader import cells

        return cells.main
    return learner.main


def _standard_streams(descriptors: Descriptors) -> Descriptors:
    """Gives the process its three streams; the channels move to numbers above them."""
    kept = Descriptors(
        *(fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10) for descriptor in astuple(descriptors))
    )
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(kept.raw, 1)
    os.dup2(kept.raw, 2)
    return kept


def _close_all_but(*kept: int) -> None:
    low = 0
    for descriptor in [*sorted(kept), os.sysconf("SC_OPEN_MAX")]:
        if low < descriptor:  # an empty range from 0 makes CPython close everything
            os.closerange(low, descriptor)
        low = descriptor + 1
