"""What programs compute on and how they are confined: torch, the NVIDIA driver, the devices, the sandbox.

Owns what is to be said of it; `grader.examining` and `grader.drivers` find it out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from course.message import Message
from grader.accelerators import preferred
from grader.drivers import NEEDED, Hardware
from grader.examining import Build, Devices, Examined
from grader.sandbox.levels import SEALED
from tui.doctor.finding import Finding, note, ok, problem
from tui.doctor.program import installed_version

HIDING = "CUDA_VISIBLE_DEVICES"
"""The environment variable by which GPUs are hidden from CUDA."""


@dataclass(frozen=True, slots=True)
class System:
    """What is known of the machine before torch is asked."""

    platform: str
    """As `sys.platform` names it."""
    torch: str | None
    """The version that is installed; None when none is."""
    hidden: bool
    """Whether the environment hides all GPUs."""


def this_system(environ: Mapping[str, str]) -> System:
    """This machine."""
    return System(sys.platform, installed_version("torch"), environ.get(HIDING) in ("", "-1"))


def torch_findings(system: System, examined: Examined) -> Iterator[Finding]:
    """What is to be said of torch, or of the process that imports it."""
    build = examined.build
    if system.platform == "win32":
        yield problem("torch", "doctor-windows")
    elif system.torch is None and examined.failure is not None:
        yield problem("torch", "doctor-torch-missing", python=sys.executable)
    elif examined.failure is not None:
        yield _failure(system, examined.failure)
    elif build is None:
        yield problem("torch", "doctor-torch-silent")
    else:
        yield ok(
            "torch", "doctor-torch", version=build.version, build=build_name(build), threads=examined.threads
        )


def build_name(build: Build) -> str:
    """What a build was made for, in the names that installation guides use."""
    if build.cuda is not None:
        return f"CUDA {build.cuda}"
    if build.rocm is not None:
        return f"ROCm {build.rocm}"
    return "CPU + MPS" if build.mps else "CPU"


def device_findings(system: System, hardware: Hardware, examined: Examined) -> Iterator[Finding]:
    """What is to be said of GPUs, driver and devices, and whether they fit this build."""
    build, devices = examined.build, examined.devices
    yield from _driver(hardware)
    if build is None:
        return
    if devices is None:
        yield problem("devices", "doctor-devices-lost")
        return
    if build.cuda is not None and "cuda" not in devices.usable:
        yield _unused_cuda(system, hardware, build.cuda, devices)
    elif build.cuda is None and build.rocm is None and hardware.driver is not None and hardware.gpus:
        yield note("devices", "doctor-gpu-unused", cuda=hardware.driver.cuda or "?")
    for kind, is_built in (("cuda", build.rocm is not None), ("mps", build.mps)):
        if is_built and kind not in devices.usable:
            name = "ROCm" if kind == "cuda" else "MPS"
            yield note(
                "devices", "doctor-accelerator-refused", name=name, why=devices.refusals.get(kind, "?")
            )
    yield _usable(devices)


def confinement_findings(examined: Examined) -> Iterator[Finding]:
    """What is to be said of the sandbox; nothing where there is no grader."""
    if examined.isolation is None:
        return
    confined = examined.isolation in SEALED
    if confined:
        yield ok("grader", "doctor-confined", level=examined.isolation)
    else:
        yield note("grader", "doctor-limits-only", level=examined.isolation)
    for lack in examined.missing:
        can_do_without = confined and lack.key == "sandbox-no-bubblewrap"
        yield Finding("grader", "ok" if can_do_without else "note", lack)


def _failure(system: System, failure: Message) -> Finding:
    if failure.key == "grader-host-slow":
        return problem("torch", "doctor-torch-slow", version=system.torch or "?", **failure.values)
    why = str(failure.values.get("why", "?"))
    return problem(
        "torch", "doctor-torch-broken", version=system.torch or "?", why=why, python=sys.executable
    )


def _driver(hardware: Hardware) -> Iterator[Finding]:
    driver = hardware.driver
    if driver is not None:
        told = {"version": driver.version, "gpus": ", ".join(driver.gpus) or "–"}
        if driver.cuda is None:
            yield ok("devices", "doctor-driver-plain", **told)
        else:
            yield ok("devices", "doctor-driver", cuda=driver.cuda, **told)
    elif hardware.gpus:
        yield note("devices", "doctor-driver-missing", count=hardware.gpus)
    else:
        yield ok("devices", "doctor-gpu-none")


def _unused_cuda(system: System, hardware: Hardware, cuda: str, devices: Devices) -> Finding:
    """Why a build for CUDA computes on the CPU all the same."""
    driver = hardware.driver
    if driver is None:
        return note("devices", "doctor-cuda-idle", cuda=cuda)
    if system.hidden:
        return note("devices", "doctor-cuda-hidden", variable=HIDING)
    if not driver.supports(cuda):
        needed = NEEDED.get(int(cuda.partition(".")[0]), 0)
        return problem(
            "devices", "doctor-driver-old", version=driver.version, cuda=cuda, needed=str(needed or "?")
        )
    return problem("devices", "doctor-cuda-refused", why=devices.refusals.get("cuda", "?"))


def _usable(devices: Devices) -> Finding:
    chosen = preferred(devices.usable)
    named = f"{chosen} ({', '.join(devices.names)})" if devices.names else chosen
    return ok("devices", "doctor-devices", devices=", ".join(devices.usable), chosen=named)
