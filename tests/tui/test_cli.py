from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from course.catalogue import Catalogue
from tests.tui.fakes import COURSE
from tui.cli import cli


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments), prog_name="blitz-course", env={"LANG": "C", "LC_ALL": ""})


def test_help_lists_the_commands_and_describes_the_options() -> None:
    result = invoke("--help")
    assert result.exit_code == 0
    assert "learn" in result.stdout
    assert "schema" in result.stdout
    assert Catalogue.load("en").text("cli-option-lang") in result.stdout


def test_options_of_learn_stand_without_its_name() -> None:
    told = invoke("--plain", "--lesson", "no-such-lesson")
    assert (told.exit_code, "no-such-lesson" in told.stderr) == (2, True)
    assert "No such option '--foo'" in invoke("--foo").stderr


@pytest.mark.parametrize("arguments", [("--lang", "zh", "--help"), ("learn", "--lang", "zh", "--help")])
def test_help_speaks_chinese(arguments: tuple[str, ...]) -> None:
    assert Catalogue.load("zh").text("cli-option-lang") in invoke(*arguments).stdout


def test_every_option_of_every_command_is_described_in_every_language() -> None:
    for language in ("en", "zh"):
        for name in ("learn", "schema"):
            told = invoke(name, "--lang", language, "--help").stdout
            assert "cli-" not in told, (name, language)


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("learn", "--device", "abacus"),
        ("--isolation", "prison"),
        ("--lang", "xx"),
        ("schema", "nonsense"),
    ],
)
def test_bad_usage_exits_with_2(arguments: tuple[str, ...]) -> None:
    assert invoke(*arguments).exit_code == 2


@pytest.mark.parametrize("arguments", [(), ("learn",), ("learn", str(COURSE), "--lesson", "first")])
def test_without_a_terminal_the_app_refuses_in_one_sentence(arguments: tuple[str, ...]) -> None:
    result = invoke(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == Catalogue.load("en").text("cli-no-terminal") + "\n"


@pytest.mark.parametrize("arguments", [(), ("learn", str(COURSE)), ("--plain",)])
def test_a_confinement_that_cannot_be_had_is_told_before_anything_opens(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = invoke(*arguments, "--isolation", "bubblewrap")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith("The confinement “bubblewrap” cannot be had here: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "kind", ["lesson", "course", "lesson-words", "course-words", "glossary", "glossary-words"]
)
def test_schemas_are_printed_as_json(kind: str) -> None:
    schema = json.loads(invoke("schema", kind).stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert "properties" in schema


def test_the_version_is_told() -> None:
    assert invoke("--version").stdout.startswith("blitz-course, version ")


def modules_after(statement: str) -> set[str]:
    code = f"{statement}\nimport sys\nprint(' '.join(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


def test_help_imports_neither_the_app_nor_the_model_nor_the_grader() -> None:
    statement = (
        "from click.testing import CliRunner\nfrom tui.cli import cli\nCliRunner().invoke(cli, ['--help'])"
    )
    assert not modules_after(statement) & {
        "torch",
        "textual",
        "pydantic",
        "yaml",
        "course.model",
        "grader.client",
    }


def test_the_first_paint_imports_neither_the_course_nor_what_the_lessons_need() -> None:
    loaded = modules_after("import tui.commands.learn, tui.app, tui.screens.home")
    late = {
        "pydantic",
        "yaml",
        "sqlite3",
        "markdown_it",
        "tree_sitter",
        "fluent.runtime",
        "grader.client",
        "tui.prose",
    }
    assert not loaded & {"torch", "numpy", *late}


def test_the_app_with_all_it_imports_ahead_knows_no_torch() -> None:
    statement = "from course.catalogue import Catalogue\nfrom tui.opening import import_ahead\n"
    statement += "import tui.app\nimport_ahead(Catalogue.load('en'))"
    loaded = modules_after(statement)
    assert "tui.screens.lesson" in loaded
    assert "torch" not in loaded


def test_the_rooms_below_know_nothing_of_screens() -> None:
    root = Path(__file__).parents[2]
    for room in ("course", "grader"):
        for file in (root / room).rglob("*.py"):
            assert "import tui" not in file.read_text()
            assert "from tui" not in file.read_text()
