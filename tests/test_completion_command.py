"""Completion in shells: the scripts, and what they are offered."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from tests.tui.fakes import COURSE
from tui.cli import cli
from tui.commands.completion import SHELLS, VARIABLE


def offered(*words: str) -> list[str]:
    """What is offered for the last of the words."""
    *before, incomplete = words
    complete = ShellComplete(cli, {}, "blitz-course", VARIABLE)
    return [item.value for item in complete.get_completions(list(before), incomplete)]


def test_commands_and_their_options_are_offered_with_their_help() -> None:
    complete = ShellComplete(cli, {}, "blitz-course", VARIABLE)
    commands = {item.value: item.help for item in complete.get_completions(["--lang", "zh"], "")}
    assert commands["check"] == "按一道练习检查一个文件。"
    options = {item.value: item.help for item in complete.get_completions(["check", "--lang", "zh"], "--")}
    assert options["--json"] == "只打印一个 JSON 对象。"
    assert not [told for told in [*commands.values(), *options.values()] if told is None or "cli-" in told]


def test_lessons_are_offered_until_one_is_meant_and_then_its_exercises() -> None:
    assert offered("check", "--course", str(COURSE), "") == ["first/", "broken/", "third/"]
    exercises = offered("check", "--course", str(COURSE), "f")
    assert exercises == offered("check", "--course", str(COURSE), "first/")
    assert "first/double" in exercises
    assert offered("check", "--course", str(COURSE), "first/dou") == ["first/double"]
    assert offered("check", "--course", str(COURSE), "nonsense/") == []


@pytest.mark.parametrize("words", [("broken/",), ("fir", "--course")])
def test_what_cannot_be_read_offers_nothing(words: tuple[str, ...], tmp_path: Path) -> None:
    where = str(tmp_path) if len(words) > 1 else str(COURSE)
    assert offered("check", "--course", where, words[0]) == []


def test_lessons_and_courses_of_learn() -> None:
    assert offered("learn", str(COURSE), "--lesson", "t") == ["third"]
    assert "creating-tensors" in offered("learn", "--lesson", "")
    assert offered("learn", "bl") == ["blitz"]
    assert offered("learn", "--isolation", "b") == ["bubblewrap"]
    assert offered("learn", "some/where") == ["some/where"]  # a directory, which the shell completes


def test_files_are_left_to_the_shell() -> None:
    complete = ShellComplete(cli, {}, "blitz-course", VARIABLE)
    assert [item.type for item in complete.get_completions(["check", "first/double"], "")] == ["file"]


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_each_shell(shell: str) -> None:
    told = CliRunner().invoke(cli, ["completion", shell], prog_name="blitz-course").stdout
    assert f"{VARIABLE}={shell}_complete" in told
    found = shutil.which(shell)
    if found is not None:
        subprocess.run([found, "-n"], input=told, text=True, check=True)


def test_bash_completes_by_the_script_without_torch(tmp_path: Path) -> None:
    program = tmp_path / "blitz-course"
    program.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -X importtime -m tui "$@" 2>"{tmp_path}/imports"\n'
    )
    program.chmod(0o755)
    script = f"""
eval "$({program} completion bash)"
COMP_WORDS=({program} check creating-tensors/zeros) COMP_CWORD=2
_blitz_course_completion {program}
echo "${{COMPREPLY[@]}}"
"""
    root = Path(__file__).parents[1]
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, cwd=root, env=dict(os.environ), timeout=60
    )
    assert done.stdout == "creating-tensors/zeros-long\n", done.stderr
    imported = (tmp_path / "imports").read_text()
    assert "course.loader" in imported
    assert "torch" not in imported
