"""`blitz-course doctor` as a process of its own: on this machine, and where much is missing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import torch

from tests.terminal import Terminal
from tui.doctor.document import doctor_schema

BLIND = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("torch", "textual", "pydantic", "yaml", "numpy"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Missing())
from tui.cli import main
main()
"""


def doctor(
    *arguments: str, program: list[str] | None = None, **environ: str
) -> subprocess.CompletedProcess[bytes]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}
    return subprocess.run(
        [sys.executable, *(program or ["-m", "tui"]), "doctor", *arguments],
        env={**kept, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(Path(__file__).parents[1]), **environ},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
    )


def test_this_machine_as_json(tmp_path: Path) -> None:
    done = doctor("--json", BLITZ_COURSE_HOME=str(tmp_path / "home"))
    assert done.stderr == b""
    document = json.loads(done.stdout)
    jsonschema.validate(document, doctor_schema())
    assert done.returncode == (0 if document["healthy"] else 1)
    found = {finding["code"]: finding for finding in document["findings"]}
    assert torch.__version__ in found["torch"]["message"]
    assert str(tmp_path / "home") in found["state-none"]["message"]
    assert "confined" in found or "limits-only" in found
    assert all((finding["advice"] is None) == (finding["state"] == "ok") for finding in document["findings"])
    assert not (tmp_path / "home").exists()


def test_a_terminal_without_signs_and_a_home_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("in the way")
    done = doctor(BLITZ_COURSE_HOME=str(tmp_path / "home"), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, b"")
    told = done.stdout.decode("ascii")
    assert "x The terminal's encoding is ascii" in told
    assert "cannot be written: Not a directory" in told
    assert "2 problems" in told


def test_chinese_is_told_where_it_can_be_shown_and_breaks_nothing_where_it_cannot(tmp_path: Path) -> None:
    home = {"BLITZ_COURSE_HOME": str(tmp_path)}
    assert "学习记录" in doctor("--lang", "zh", **home).stdout.decode()
    assert doctor("--lang", "zh", PYTHONIOENCODING="latin-1", **home).stderr == b""


def test_without_the_packages_that_the_app_needs(tmp_path: Path) -> None:
    done = doctor(program=["-c", BLIND], BLITZ_COURSE_HOME=str(tmp_path))
    assert done.stderr == b""
    assert "✓ Python 3." in done.stdout.decode()


def test_in_a_small_terminal(tmp_path: Path) -> None:
    terminal = Terminal(["doctor"], tmp_path, columns=60, rows=20)
    try:
        terminal.wait_for("60 columns and 20 rows are few", "enlarge the window")
    finally:
        terminal.close()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_is_spoken(language: str) -> None:
    told = doctor("--lang", language, "--help").stdout.decode()
    assert "cli-" not in told
    assert "--json" in told
