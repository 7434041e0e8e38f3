"""NVIDIA hardware as it is told by `nvidia-smi`, by the kernel module and by the PCI bus, none of which is here."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.drivers import Driver, Hardware, count_gpus, find_hardware, read_kernel_module, read_smi

OLDER = """
==============NVSMI LOG==============

Timestamp                                 : Thu Oct 19 10:00:00 2023
Driver Version                            : 535.129.03
CUDA Version                              : 12.2

Attached GPUs                             : 2
GPU 00000000:3B:00.0
    Product Name                          : NVIDIA H100 PCIe
    Product Brand                         : NVIDIA
    GSP Firmware Version                  : 535.129.03
GPU 00000000:5E:00.0
    Product Name                          : Tesla T4
"""
NEWER = """
==============NVSMI LOG==============

KMD Version                               : 610.43.02
CUDA UMD Version                          : 13.3

Attached GPUs                             : 1
GPU 00000000:01:00.0
    Product Name                          : NVIDIA GeForce RTX 5060
"""
FAILED = "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.\n"
MODULE = "NVRM version: NVIDIA UNIX x86_64 Kernel Module  384.81  Sat Sep  2 02:43:11 PDT 2017\nGCC version:  4.8\n"
OPEN_MODULE = (
    "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  555.42.06  Release Build  (root@host)\n"
)


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def program(directory: Path, script: str) -> None:
    """Puts a stand-in for `nvidia-smi` into a directory."""
    write(directory, {"nvidia-smi": f"#!/bin/sh\n{script}\n"})
    (directory / "nvidia-smi").chmod(0o755)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only directory in which programs are looked for."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path / "bin"


@pytest.mark.parametrize(
    ("told", "driver"),
    [
        (OLDER, Driver("535.129.03", "12.2", ("NVIDIA H100 PCIe", "Tesla T4"))),
        (NEWER, Driver("610.43.02", "13.3", ("NVIDIA GeForce RTX 5060",))),
        (OLDER.replace("12.2", "N/A"), Driver("535.129.03", None, ("NVIDIA H100 PCIe", "Tesla T4"))),
        (FAILED, None),
        ("", None),
    ],
)
def test_nvidia_smi_is_read_in_both_spellings(told: str, driver: Driver | None) -> None:
    assert read_smi(told) == driver


@pytest.mark.parametrize(("told", "version"), [(MODULE, "384.81"), (OPEN_MODULE, "555.42.06")])
def test_the_kernel_module_tells_the_driver_and_the_models(tmp_path: Path, told: str, version: str) -> None:
    place = "proc/driver/nvidia"
    models = {f"{place}/gpus/0000:0{n}:00.0/information": f"Model: \t\t Tesla T{n}\nIRQ: 5\n" for n in (1, 4)}
    write(tmp_path, {f"{place}/version": told, **models})
    assert read_kernel_module(tmp_path) == Driver(version, None, ("Tesla T1", "Tesla T4"))


def test_gpus_are_counted_on_the_bus_and_nothing_else_of_nvidia_is(tmp_path: Path) -> None:
    devices = {"0": ("0x10de", "0x030000"), "1": ("0x10de", "0x030200"), "2": ("0x10de", "0x040300")}
    devices["3"] = ("0x1002", "0x030000")
    for name, (vendor, kind) in devices.items():
        write(
            tmp_path,
            {
                f"sys/bus/pci/devices/{name}/{part}": f"{text}\n"
                for part, text in (("vendor", vendor), ("class", kind))
            },
        )
    assert count_gpus(tmp_path) == 2


@pytest.mark.parametrize(
    ("driver", "cuda", "fits"),
    [
        (Driver("550.54", "12.4", ()), "12.8", True),
        (Driver("550.54", "12.4", ()), "13.0", False),
        (Driver("610.43", "13.3", ()), "12.1", True),
        (Driver("550.54", None, ()), "12.8", True),
        (Driver("579.99", None, ()), "13.0", False),
        (Driver("580.65", None, ()), "13.0", True),
        (Driver("580.65", None, ()), "99.0", True),
    ],
)
def test_a_build_fits_a_driver_of_its_major_version(driver: Driver, cuda: str, fits: bool) -> None:
    assert driver.supports(cuda) is fits


def test_a_machine_without_any_of_it(path: Path, tmp_path: Path) -> None:
    assert find_hardware(tmp_path) == Hardware(0, None)


def test_the_driver_is_asked_by_its_program(path: Path, tmp_path: Path) -> None:
    program(path, f"cat <<'END'\n{OLDER}\nEND".replace("cat", "/bin/cat"))
    hardware = find_hardware(tmp_path)
    assert hardware == Hardware(2, read_smi(OLDER))


@pytest.mark.parametrize("script", ["while :; do :; done", "exit 9", "kill -9 $$"])
def test_a_program_that_fails_or_hangs_leaves_the_kernel_module_to_be_asked(
    path: Path, tmp_path: Path, script: str
) -> None:
    program(path, script)
    write(tmp_path, {"proc/driver/nvidia/version": MODULE})
    assert find_hardware(tmp_path, patience=0.2) == Hardware(0, Driver("384.81", None, ()))
