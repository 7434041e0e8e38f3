"""The app and the terminal it lives in: terminals that will not do, signals, and a terminal that goes away.

Owns the endings that Textual does not see: SIGTERM and SIGHUP would leave the terminal raw, and a
terminal that hung up would keep a core busy for ever.
"""

from __future__ import annotations

import asyncio
import codecs
import contextlib
import gc
import os
import select
import signal
import sys
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.message import Message
    from tui.app import CourseApp

ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""The signals that end the app; Windows has no SIGHUP."""

CHECK_EVERY = 1.0
"""Seconds between two looks whether the terminal is still there."""


def unfit(environ: Mapping[str, str], encoding: str) -> Message | None:
    """Why the app cannot be shown in a terminal; None when it can.

    The encoding is that of the stream it would draw to. In the C locale Python writes UTF-8, and so do we.
    """
    from course.message import Message

    if os.name == "posix" and environ.get("TERM", "") in ("", "dumb", "unknown"):
        return Message("cli-dumb-terminal")
    if codecs.lookup(encoding).name != "utf-8":
        return Message("cli-terminal-encoding", {"encoding": encoding})
    return None


def run(app: CourseApp) -> None:
    """Runs the app until it ends, however it ends."""
    asyncio.run(_run(app))


def postpone_collection() -> None:
    """Collects no garbage while everything is being imported, of which there is none."""
    gc.disable()


def settle_memory() -> None:
    """Leaves what is there now out of later collections: a full one would hold the app for 70 ms."""
    gc.freeze()
    gc.enable()


def hung_up(descriptor: int) -> bool:
    """Whether the other side of a terminal is gone; False where the system cannot tell."""
    if not hasattr(select, "poll"):
        return False
    poll = select.poll()
    poll.register(descriptor, 0)
    return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in poll.poll(0))


async def _run(app: CourseApp) -> None:
    loop = asyncio.get_running_loop()
    with contextlib.suppress(NotImplementedError):  # Windows has no such handlers
        for number in ENDINGS:
            loop.add_signal_handler(number, partial(app.exit, return_code=128 + number))
    _watch(app, sys.stdin.fileno(), loop)
    await app.run_async()


def _watch(app: CourseApp, descriptor: int, loop: asyncio.AbstractEventLoop) -> None:
    """Ends the app when its terminal hangs up, of which nothing tells."""
    if hung_up(descriptor):
        app.exit(return_code=128 + ENDINGS[-1])
    else:
        loop.call_later(CHECK_EVERY, _watch, app, descriptor, loop)
