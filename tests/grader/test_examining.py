"""The grader as `doctor` asks it: once for real, and on machines where it cannot start or falls silent."""

from __future__ import annotations

import sys
from pathlib import Path

import psutil
import pytest
import torch

from grader import hosts
from grader.examining import examine
from grader.sandbox import levels


@pytest.fixture
def python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for the Python that imports torch, to be written by the test."""
    file = tmp_path / "python"
    file.touch(0o755)
    monkeypatch.setattr(hosts.sys, "executable", str(file))
    return file


async def test_this_machine() -> None:
    examined = await examine()
    assert examined.failure is None
    expected = levels.choose(None)
    assert (examined.isolation, examined.missing) == (expected.isolation, expected.missing)
    assert examined.build is not None
    assert (examined.build.version, examined.build.cuda) == (torch.__version__, torch.version.cuda)
    assert examined.devices is not None
    assert examined.devices.usable[0] == "cpu"
    assert set(examined.devices.usable) | set(examined.devices.refusals) == {"cpu", "cuda", "mps"}
    assert examined.threads >= 1


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("echo \"ModuleNotFoundError: No module named 'torch'\" >&2; exit 1", "No module named 'torch'"),
        ("echo 'ImportError: libcudart.so.13: cannot open shared object file' >&2; exit 1", "libcudart"),
        ("kill -9 $$", "SIGKILL"),
        ("exit 3", "3"),
    ],
)
async def test_an_import_that_fails_is_told_in_its_own_words(python: Path, script: str, why: str) -> None:
    python.write_text(f"#!/bin/sh\n{script}\n")
    examined = await examine()
    assert examined.failure is not None
    assert why in str(examined.failure.values["why"])
    assert (examined.build, examined.devices, examined.isolation) == (None, None, None)


async def test_a_python_that_cannot_be_started(python: Path) -> None:
    python.unlink()
    examined = await examine()
    assert examined.failure is not None
    assert examined.failure.key == "grader-host-died"


async def test_an_import_without_end_is_given_up_and_its_process_ended(python: Path) -> None:
    python.write_text("#!/bin/sh\nexec /bin/sleep 1000\n")
    before = set(psutil.Process().children(recursive=True))
    examined = await examine(start_seconds=0.2)
    assert examined.failure is not None
    assert examined.failure.key == "grader-host-slow"
    assert set(psutil.Process().children(recursive=True)) <= before


@pytest.mark.parametrize(
    "end", ["os._exit(139)", "os.kill(os.getpid(), 11)", "__import__('time').sleep(1000)"]
)
async def test_devices_whose_driver_kills_or_holds_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    script = tmp_path / "python"
    script.write_text(f"#!{sys.executable}\nimport os, sys\n{STUCK.format(end=end)}")
    script.chmod(0o755)
    monkeypatch.setattr(hosts.sys, "executable", str(script))
    examined = await examine(answer_seconds=5)
    assert examined.failure is None
    assert examined.build is not None
    assert examined.devices is None


STUCK = """
sys.argv = sys.argv[3:]  # what comes after -I -m grader.host
from grader import devices, host
devices.devices = lambda: {end}
host.main()
"""
