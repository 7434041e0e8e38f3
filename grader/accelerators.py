"""What a grader's programs compute on: the device that is chosen, and the threads."""

from __future__ import annotations

import os
from collections.abc import Sequence

from grader.errors import NoSuchDevice
from grader.hosts import HostInfo
from grader.launch import Launcher
from grader.link import WorkerGone


def available_threads() -> int:
    """How many threads a program's operations may use."""
    return os.cpu_count() or 1


def preferred(usable: Sequence[str]) -> str:
    """The kind of device for `auto`, of those that can be used, `cpu` first: the first accelerator."""
    return usable[1] if len(usable) > 1 else usable[0]


async def choose_device(launcher: Launcher, asked: str, info: HostInfo) -> str:
    """The device to use; for `auto` an accelerator that a process of its own could use, else the CPU.

    Raises:
        NoSuchDevice: the device asked for cannot be used here.
    """
    if asked == "cpu" or (asked == "auto" and not info.accelerators):
        return "cpu"
    link = await launcher.spawn("devices")
    try:
        answer, _ = await link.ask({"ask": "devices"})
        usable = [str(name) for name in answer["devices"]]
    except WorkerGone:
        usable = ["cpu"]
    finally:
        link.abandon()
    if asked == "auto":
        return preferred(usable)
    if asked not in usable:
        raise NoSuchDevice(asked)
    return asked
