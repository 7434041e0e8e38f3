"""The grader on this machine, for `doctor`: what torch was built for, on what it computes, how programs are confined.

Asks a grader's own host and a process that it forks. Whatever happens there is data here, and comes within a time
limit.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field

from course.message import Message
from grader.accelerators import available_threads
from grader.errors import GraderError
from grader.launch import Launcher
from grader.link import Link, WorkerGone
from grader.verdict import Isolation

START_SECONDS = 90.0
"""How long an import of torch may take."""
ANSWER_SECONDS = 45.0
"""How long the first use of an accelerator may take."""
CLOSE_SECONDS = 10.0
"""How long the end of the processes may take."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a torch was built for."""

    version: str
    cuda: str | None
    """The version of CUDA; None for a build without it."""
    rocm: str | None
    """The version of ROCm; None for a build without it."""
    mps: bool
    """Whether it knows Apple's GPUs."""


@dataclass(frozen=True, slots=True)
class Devices:
    """On what programs can compute."""

    usable: tuple[str, ...]
    """Kinds of device, `cpu` first."""
    refusals: dict[str, str] = field(default_factory=dict)
    """Why the other kinds cannot be used, in torch's words."""
    names: tuple[str, ...] = ()
    """The models of the GPUs that `cuda` stands for."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What a grader says of itself."""

    failure: Message | None = None
    """Why there is none; None when there is one."""
    isolation: Isolation | None = None
    """None when there is no grader."""
    missing: tuple[Message, ...] = ()
    """What this machine does not offer of the isolation wished."""
    build: Build | None = None
    """None when it could not be asked."""
    devices: Devices | None = None
    """None when asking for them ended or held up the process that asked."""
    threads: int = field(default_factory=available_threads)
    """Threads that a program's operations may use."""


async def examine(start_seconds: float = START_SECONDS, answer_seconds: float = ANSWER_SECONDS) -> Examined:
    """Starts a grader, asks it and ends it; nothing is raised for what it cannot do."""
    launcher = Launcher(None, None)
    try:
        async with asyncio.timeout(start_seconds):
            await launcher.start()
            info = await launcher.ready()
        build, devices = await _ask(launcher, answer_seconds)
        return Examined(None, info.isolation, info.missing, build, devices)
    except TimeoutError:
        return Examined(Message("grader-host-slow", {"seconds": start_seconds}))
    except GraderError as error:
        return Examined(error.message)
    except (OSError, NotImplementedError, ValueError) as error:  # what a system without such processes raises
        return Examined(Message("grader-host-died", {"why": str(error) or type(error).__name__}))
    finally:
        with contextlib.suppress(TimeoutError, OSError):
            await asyncio.wait_for(launcher.close(), CLOSE_SECONDS)


async def _ask(launcher: Launcher, seconds: float) -> tuple[Build | None, Devices | None]:
    """What a process says that may initialise accelerators, as far as it comes."""
    build = devices = None
    link = await launcher.spawn("devices")
    try:
        with contextlib.suppress(TimeoutError, WorkerGone, GraderError):
            async with asyncio.timeout(seconds):
                build = await _build(link)
                devices = await _devices(link)
    finally:
        link.abandon()
    return build, devices


async def _build(link: Link) -> Build:
    answer, _ = await link.ask({"ask": "build"})
    return Build(answer["version"], answer["cuda"], answer["rocm"], answer["mps"])


async def _devices(link: Link) -> Devices:
    answer, _ = await link.ask({"ask": "devices"})
    return Devices(tuple(answer["devices"]), answer["refusals"], tuple(answer["names"]))
