"""The NVIDIA GPUs and driver of this machine, as system and driver tell them; no accelerator is initialised.

Owns the reading of `nvidia-smi`, `/proc/driver/nvidia` and the PCI bus. A machine without any of them has no driver,
which is no error.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

NEEDED = {11: 450, 12: 525, 13: 580}
"""The first driver for each major version of CUDA, by NVIDIA's table of minor version compatibility."""

PATIENCE = 10.0
"""Seconds within which `nvidia-smi` must have answered; a broken driver lets it wait for ever."""

_WINDOWS_SUBSYSTEM = "/usr/lib/wsl/lib"
"""Where Windows lays the driver's program for Linux."""

_VENDOR = "0x10de"
_DISPLAY_CLASSES = ("0x0300", "0x0302")
"""VGA and 3D controllers, as the PCI bus names them."""


@dataclass(frozen=True, slots=True)
class Driver:
    """An NVIDIA driver."""

    version: str
    cuda: str | None
    """The highest version of CUDA that it supports; None when it does not tell."""
    gpus: tuple[str, ...]
    """The models that it drives."""

    def supports(self, cuda: str) -> bool:
        """Whether programs built for a version of CUDA can run, of any minor version within a major one."""
        wanted = int(cuda.partition(".")[0])
        if self.cuda is not None:
            return int(self.cuda.partition(".")[0]) >= wanted
        return int(self.version.partition(".")[0]) >= NEEDED.get(wanted, 0)


@dataclass(frozen=True, slots=True)
class Hardware:
    """What there is of NVIDIA."""

    gpus: int
    """GPUs on the PCI bus, driven or not."""
    driver: Driver | None
    """None when none is loaded."""


def find_hardware(root: Path = Path("/"), patience: float = PATIENCE) -> Hardware:
    """Looks for GPUs and driver.

    Args:
        root: where the file system of the system begins.
        patience: seconds to wait for `nvidia-smi`.
    """
    told = _run_smi(patience)
    driver = read_smi(told) or read_kernel_module(root)
    return Hardware(max(count_gpus(root), len(driver.gpus) if driver else 0), driver)


def read_smi(told: str) -> Driver | None:
    """The driver, from what `nvidia-smi -q` prints; None when it tells of none."""
    version = re.search(r"^(?:Driver|KMD) Version\s*:\s*([\d.]+)", told, re.MULTILINE)
    if version is None:
        return None
    cuda = re.search(r"^CUDA (?:UMD )?Version\s*:\s*([\d.]+)", told, re.MULTILINE)
    gpus = re.findall(r"^\s+Product Name\s*:\s*(\S.*?)\s*$", told, re.MULTILINE)
    return Driver(version[1], cuda[1] if cuda else None, tuple(gpus))


def read_kernel_module(root: Path) -> Driver | None:
    """The driver, from what its kernel module tells; None when it is not loaded."""
    place = root / "proc/driver/nvidia"
    version = re.search(r"NVRM version:.*?\s(\d+\.[\d.]+)\s", _read(place / "version"))
    if version is None:
        return None
    told = [_read(file) for file in sorted(place.glob("gpus/*/information"))]
    models = [re.search(r"^Model:\s*(\S.*?)\s*$", text, re.MULTILINE) for text in told]
    return Driver(version[1], None, tuple(model[1] for model in models if model))


def count_gpus(root: Path) -> int:
    """How many NVIDIA GPUs the PCI bus knows."""
    places = (root / "sys/bus/pci/devices").glob("*")
    return sum(
        _read(place / "vendor").strip() == _VENDOR and _read(place / "class").startswith(_DISPLAY_CLASSES)
        for place in places
    )


def _run_smi(patience: float) -> str:
    """What `nvidia-smi -q` prints; nothing when there is none, or it fails, or does not come to an end."""
    program = shutil.which("nvidia-smi") or shutil.which("nvidia-smi", path=_WINDOWS_SUBSYSTEM)
    if program is None:
        return ""
    pipe, null = subprocess.PIPE, subprocess.DEVNULL
    try:
        process = subprocess.Popen([program, "-q"], stdin=null, stdout=pipe, stderr=null)
    except OSError:
        return ""
    try:
        told, _ = process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):  # one that hangs in the driver does not even die
            process.communicate(timeout=1.0)
        return ""
    return told.decode("utf-8", "replace") if process.returncode == 0 else ""


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""
