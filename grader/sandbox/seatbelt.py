"""Seatbelt, the sandbox of macOS, round a host by `sandbox-exec`. Untested, for want of such a machine.

Reads everything but what lies in the user's home; there it reads Python and its libraries. Writes the scratch
directories and devices that keep nothing; reaches no network.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from course.message import Message
from grader.sandbox.paths import host_files

PROGRAM = "sandbox-exec"
_PROFILE = """
(version 1)
(allow default)
(deny network*)
(deny signal (target others))
(deny file-write*)
(allow file-write* (subpath {scratch}) (literal "/dev/null") (literal "/dev/zero"))
(deny file-read-data (subpath {home}))
(allow file-read* (subpath {scratch}) {shown})
(deny file-read-data {hidden})
"""


def missing() -> list[Message]:
    """Why Seatbelt cannot be used here; empty when it can."""
    if sys.platform == "darwin" and shutil.which(PROGRAM) is not None:
        return []
    return [Message("sandbox-no-seatbelt")]


def prefix(scratch_root: Path) -> list[str]:
    """The words before a host's command that start it inside."""
    return [PROGRAM, "-p", profile(scratch_root, Path.home())]


def profile(scratch_root: Path, home: Path) -> str:
    """The rules, of which the last that matches decides."""
    files = host_files()
    return _PROFILE.format(
        scratch=_quoted(scratch_root.resolve()),
        home=_quoted(home.resolve()),
        shown=" ".join(f"(subpath {_quoted(path)})" for path in files.shown),
        hidden=" ".join(f"(subpath {_quoted(path)})" for path in files.hidden),
    )


def _quoted(path: Path) -> str:
    """A path as a text of the rules' language, which escapes as JSON does."""
    return json.dumps(str(path), ensure_ascii=False)
