"""bubblewrap round a host: namespaces of its own, no network, and of the file system only what it reads.

Needs the program `bwrap` and a system that lets it make namespaces, which many containers do not; one trial tells.
"""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
from pathlib import Path

from course.message import Message
from grader.sandbox.paths import accelerator_files, host_files

PROGRAM = "bwrap"
TRIAL_SECONDS = 10.0
"""How long the trial may take; it takes hundredths."""
_NAMESPACES = ("--unshare-all", "--die-with-parent", "--cap-drop", "ALL", "--proc", "/proc", "--dev", "/dev")


def missing() -> list[Message]:
    """Why bubblewrap cannot be used here; empty when it can. The first call may take a while."""
    program = shutil.which(PROGRAM)
    if program is None:
        return [Message("sandbox-no-bubblewrap")]
    why = _refusal(program, sys.executable)
    return [] if why is None else [Message("sandbox-bubblewrap-refused", {"why": why})]


def prefix(scratch_root: Path, *, is_init: bool) -> list[str]:
    """The words before a host's command that start it inside.

    Args:
        scratch_root: the one directory that it may write in.
        is_init: whether it is the first process of its namespace, with which all others end, and which none of them
            can signal.
    """
    root = str(scratch_root)
    places = ["--setenv", "HOME", root, "--setenv", "TMPDIR", root]
    words = [PROGRAM, *_arguments(), "--bind", root, root, *places, "--remount-ro", "/"]
    return [*words, "--as-pid-1"] if is_init else words


@functools.cache
def _refusal(program: str, python: str) -> str | None:
    """Why Python does not start inside, in bubblewrap's words; None when it does."""
    trial = [program, *_arguments(), python, "-I", "-S", "-c", ""]
    try:
        done = subprocess.run(
            trial,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=TRIAL_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode == 0:
        return None
    told = done.stderr.strip().splitlines()
    return told[-1][:300] if told else str(done.returncode)


def _arguments() -> list[str]:
    """What is shown inside, without the scratch directories."""
    files = host_files()
    words = [*_NAMESPACES, "--chdir", "/"]
    for device in map(str, accelerator_files()):
        words += ["--dev-bind", device, device]
    for path in files.shown:
        words += ["--ro-bind", str(path.resolve()), str(path)]
    for path in files.hidden:
        words += ["--tmpfs", str(path)] if path.is_dir() else ["--ro-bind", "/dev/null", str(path)]
    return words
