"""The rooms import in one direction only, and only what computes imports torch; each looked at in a fresh process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def modules(room):
    """The importable modules of a room."""
    files = (ROOT / room).rglob("*.py")
    dotted = (".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files)
    return sorted(name.removesuffix(".__init__") for name in dotted if not name.endswith("__main__"))


def brought_along(statements):
    """The names of all modules in a fresh process after the statements."""
    script = f"import sys, json\n{statements}\nprint(json.dumps(list(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd="/")
    return set(json.loads(done.stdout.splitlines()[-1]))


def rooms(names):
    return {name.split(".")[0] for name in names} & {"course", "grader", "tui", "tests"}


def test_course_imports_nothing_of_ours_and_no_screen():
    names = brought_along("\n".join(f"import {name}" for name in modules("course")))
    assert rooms(names) == {"course"}
    assert not {"torch", "textual", "click"} & names


def test_grader_imports_no_screen():
    names = brought_along("\n".join(f"import {name}" for name in modules("grader") if name != "grader.host"))
    assert rooms(names) <= {"course", "grader"}
    assert "textual" not in names


@pytest.mark.parametrize("name", ["grader.client", "grader.document", "grader.verdict"])
def test_the_client_is_free_of_torch(name):
    assert not {"torch", "numpy"} & brought_along(f"import {name}")


def test_the_app_and_all_commands_are_free_of_torch():
    names = brought_along("\n".join(f"import {name}" for name in modules("tui")))
    assert not {"torch", "numpy"} & names
    assert {"course", "tui"} <= rooms(names)
