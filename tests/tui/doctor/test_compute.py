"""What is said of odd machines: no torch, builds and drivers that do not fit, broken GPUs, weak confinement."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from course.message import Message
from grader.drivers import Driver, Hardware
from grader.examining import Build, Devices, Examined
from tui.doctor.compute import System, confinement_findings, device_findings, torch_findings
from tui.doctor.finding import Finding

LINUX = System("linux", "2.13.0", hidden=False)
CPU = Build("2.13.0+cpu", None, None, mps=False)
CUDA = Build("2.13.0", "13.0", None, mps=False)
ROCM = Build("2.13.0+rocm6.4", None, "6.4.1", mps=False)
MPS = Build("2.13.0", None, None, mps=True)
ON_CPU = Devices(("cpu",), {"cuda": "no kernel image is available", "mps": "no"})
ON_GPU = Devices(("cpu", "cuda"), {"mps": "no"}, ("NVIDIA H100",))
BARE = Hardware(0, None)
NEW = Hardware(1, Driver("610.43", "13.3", ("NVIDIA H100",)))
OLD = Hardware(1, Driver("550.54", "12.4", ("NVIDIA H100",)))


def healthy(build: Build, devices: Devices | None = ON_CPU) -> Examined:
    return Examined(isolation="landlock", build=build, devices=devices, threads=4)


def told(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    return [(finding.state, finding.message.key.removeprefix("doctor-")) for finding in findings]


@pytest.mark.parametrize(
    ("system", "examined", "expected"),
    [
        (LINUX, healthy(CPU), ("ok", "torch")),
        (
            System("linux", None, False),
            Examined(Message("grader-host-died", {"why": "x"})),
            ("problem", "torch-missing"),
        ),
        (LINUX, Examined(Message("grader-host-died", {"why": "SIGILL"})), ("problem", "torch-broken")),
        (LINUX, Examined(Message("grader-host-slow", {"seconds": 90.0})), ("problem", "torch-slow")),
        (LINUX, Examined(isolation="landlock"), ("problem", "torch-silent")),
        (
            System("win32", "2.13.0", False),
            Examined(Message("grader-host-died", {"why": "x"})),
            ("problem", "windows"),
        ),
    ],
)
def test_torch(system: System, examined: Examined, expected: tuple[str, str]) -> None:
    assert told(torch_findings(system, examined)) == [expected]


@pytest.mark.parametrize(
    ("build", "name"), [(CPU, "CPU"), (CUDA, "CUDA 13.0"), (ROCM, "ROCm 6.4.1"), (MPS, "CPU + MPS")]
)
def test_a_build_is_named_as_guides_name_it(build: Build, name: str) -> None:
    (finding,) = torch_findings(LINUX, healthy(build))
    assert finding.message.values == {"version": build.version, "build": name, "threads": 4}


def test_a_broken_import_is_told_with_its_reason() -> None:
    (finding,) = torch_findings(
        LINUX, Examined(Message("grader-host-died", {"why": "libc10.so: no such file"}))
    )
    assert finding.message.values["why"] == "libc10.so: no such file"


@pytest.mark.parametrize(
    ("hardware", "examined", "expected"),
    [
        (BARE, healthy(CPU), [("ok", "gpu-none"), ("ok", "devices")]),
        (BARE, healthy(CUDA), [("ok", "gpu-none"), ("note", "cuda-idle"), ("ok", "devices")]),
        (
            Hardware(2, None),
            healthy(CUDA),
            [("note", "driver-missing"), ("note", "cuda-idle"), ("ok", "devices")],
        ),
        (NEW, healthy(CUDA, ON_GPU), [("ok", "driver"), ("ok", "devices")]),
        (NEW, healthy(CPU), [("ok", "driver"), ("note", "gpu-unused"), ("ok", "devices")]),
        (OLD, healthy(CUDA), [("ok", "driver"), ("problem", "driver-old"), ("ok", "devices")]),
        (NEW, healthy(CUDA), [("ok", "driver"), ("problem", "cuda-refused"), ("ok", "devices")]),
        (NEW, healthy(CUDA, None), [("ok", "driver"), ("problem", "devices-lost")]),
        (Hardware(0, Driver("580.1", None, ())), healthy(CPU), [("ok", "driver-plain"), ("ok", "devices")]),
        (BARE, healthy(ROCM), [("ok", "gpu-none"), ("note", "accelerator-refused"), ("ok", "devices")]),
        (BARE, healthy(ROCM, ON_GPU), [("ok", "gpu-none"), ("ok", "devices")]),
        (BARE, healthy(MPS), [("ok", "gpu-none"), ("note", "accelerator-refused"), ("ok", "devices")]),
        (OLD, Examined(Message("grader-host-died")), [("ok", "driver")]),
    ],
)
def test_devices(hardware: Hardware, examined: Examined, expected: list[tuple[str, str]]) -> None:
    assert told(device_findings(LINUX, hardware, examined)) == expected


def test_hidden_gpus_are_nobodys_fault() -> None:
    hidden = System("linux", "2.13.0", hidden=True)
    assert ("note", "cuda-hidden") in told(device_findings(hidden, NEW, healthy(CUDA)))


def test_an_old_driver_is_told_with_the_one_to_install() -> None:
    found = [f for f in device_findings(LINUX, OLD, healthy(CUDA)) if f.state == "problem"]
    assert [finding.message.values for finding in found] == [
        {"version": "550.54", "cuda": "13.0", "needed": "580"}
    ]


def test_the_device_that_the_course_takes_is_named() -> None:
    *_, last = device_findings(LINUX, NEW, healthy(CUDA, ON_GPU))
    assert last.message.values == {"devices": "cpu, cuda", "chosen": "cuda (NVIDIA H100)"}


def test_confinement() -> None:
    lacks = (Message("sandbox-old-landlock", {"version": 3}), Message("sandbox-no-filter"))
    assert told(confinement_findings(healthy(CPU))) == [("ok", "confined")]
    assert told(confinement_findings(Examined(isolation="limits", missing=lacks))) == [
        ("note", "limits-only"),
        ("note", "sandbox-old-landlock"),
        ("note", "sandbox-no-filter"),
    ]
    assert told(confinement_findings(Examined(Message("grader-host-died")))) == []
