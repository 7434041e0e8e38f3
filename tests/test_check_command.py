"""`blitz-course check` as scripts use it: JSON against the published schema, exit codes, standard input."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from grader.document import verdict_schema

TRIAL = Path(__file__).parent / "courses" / "trial"
COMMAND = [sys.executable, "-c", "from tui.cli import main; main()", "check"]
RIGHT = "import torch\nx = torch.zeros(5, 3, dtype=torch.long)\n"
WRONG = "import torch\nx = torch.zeros(5, 3)\n"


def check(*arguments, code=None):
    return subprocess.run([*COMMAND, *arguments], input=code, capture_output=True, text=True, timeout=60)


@pytest.fixture(scope="module")
def wrong(tmp_path_factory):
    file = tmp_path_factory.mktemp("answers") / "answer.py"
    file.write_text(WRONG)
    return check("creating-tensors/zeros-long", str(file), "--json", "--lang", "en")


def test_json_follows_the_schema(wrong):
    document = json.loads(wrong.stdout)
    jsonschema.Draft202012Validator(verdict_schema()).validate(document)
    assert (wrong.returncode, wrong.stderr) == (1, "")
    assert (document["passed"], document["status"], document["exercise"]) == (
        False,
        "failed",
        "creating-tensors/zeros-long",
    )
    (found,) = document["checks"]
    assert (found["reason"], found["diagnosed_by"]) == ("dtype", "mistake")
    assert found["message"] == "x has dtype float32; expected int64."
    assert found["expected"]["dtype"] == "int64"
    assert found["actual"]["shape"] == [5, 3]


def test_facts_and_numbers_are_printed_for_a_person():
    done = check("creating-tensors/zeros-long", "-", "--lang", "en", code=WRONG)
    said = done.stdout.splitlines()
    assert any(line.split() == ["dtype", "float32", "✗", "expected", "int64"] for line in said), said


def test_the_schema_refuses_other_documents(wrong):
    document = json.loads(wrong.stdout)
    for broken in (
        {**document, "status": "great"},
        {**document, "surprise": 1},
        {k: document[k] for k in ("format",)},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(verdict_schema()).validate(broken)


def test_standard_input_and_exit_code_of_a_pass():
    done = check("creating-tensors/zeros-long", "-", "--lang", "en", code=RIGHT)
    assert done.returncode == 0, done.stderr
    assert "✓" in done.stdout


def test_chinese_words():
    done = check("creating-tensors/zeros-long", "-", "--json", "--lang", "zh", code=WRONG)
    assert json.loads(done.stdout)["checks"][0]["message"] == "x 的 dtype 是 float32，应为 int64。"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere/zeros-long", "-"), "There is no lesson nowhere"),
        (("creating-tensors/nothing", "-"), "There is no exercise creating-tensors/nothing"),
        (("creating-tensors/zeros-long", "/no/such/file.py"), "No such file"),
        (("creating-tensors/zeros-long", "-", "--course", "/no/such/course"), "/no/such/course"),
        (("creating-tensors/zeros-long", "-", "--device", "mps"), "The device mps cannot be used here."),
    ],
)
def test_bad_usage_is_one_line_and_exit_code_2(arguments, said):
    done = check(*arguments, "--lang", "en", code="")
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


def test_a_broken_course_tells_every_problem_with_its_place(tmp_path):
    (tmp_path / "course.yaml").write_text("format: 1\nid: broken\ntitle: Broken\nlessons: [one]\n")
    (tmp_path / "one.yaml").write_text(
        "format: 1\nid: one\ntitle: One\nminutes: 5\nsteps:\n"
        "  - id: a\n    kind: exercise\n    text: Make x.\n    starter: ''\n    soluton: x = 1\n"
        "    checks:\n      - observe: x\n"
    )
    done = check("one/a", "-", "--course", str(tmp_path), "--lang", "en", code="")
    assert done.returncode == 2
    assert f"{tmp_path}/one.yaml:10:5: " in done.stderr
    assert "did you mean `solution`" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_authors_fault_is_exit_code_3(tmp_path):
    (tmp_path / "course.yaml").write_text("format: 1\nid: faulty\ntitle: Faulty\nlessons: [one]\n")
    (tmp_path / "one.yaml").write_text(
        "format: 1\nid: one\ntitle: One\nminutes: 5\nsteps:\n"
        "  - id: a\n    kind: exercise\n    text: Make x.\n    starter: ''\n    solution: x = 1 / 0\n"
        "    checks:\n      - observe: x\n"
    )
    done = check("one/a", "-", "--course", str(tmp_path), "--json", code="x = 1")
    assert done.returncode == 3
    assert json.loads(done.stdout)["status"] == "grader_fault"


@pytest.mark.parametrize("options", [[], ["--json"]], ids=["words", "json"])
def test_a_confinement_that_cannot_be_had_is_no_weaker_one(tmp_path, options, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    done = check(
        "creating-tensors/zeros-long", "-", "--isolation", "bubblewrap", "--lang", "en", *options, code=RIGHT
    )
    assert (done.returncode, done.stderr) == (3, "")
    assert "The confinement “bubblewrap” cannot be had here: " in done.stdout
    assert "is not installed" in done.stdout
