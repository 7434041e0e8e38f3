"""The mutation score: which slips in a solution the checks find out, which survive, and what is argued."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import pytest_asyncio

from course.catalogue import LANGUAGES, Catalogue
from course.loader import open_course
from grader.client import Grader
from grader.linting import lint_course
from grader.proofs import Proofs
from grader.scoring import Score, score_course, total

MUTATED = Path(__file__).parent.parent / "courses" / "mutated"
pytestmark = pytest.mark.asyncio(loop_scope="session")


def no_grader() -> Grader:
    raise AssertionError("a grader was made")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def scored(tmp_path_factory: pytest.TempPathFactory):
    """Scores and findings of the course, and the file that holds their proofs."""
    file = tmp_path_factory.mktemp("proofs") / "proofs.json"
    course = open_course(MUTATED)
    return *await score_course(course, Proofs(file), lambda: Grader(device="cpu")), file


async def test_a_survivor_stands_at_its_place_in_the_file(scored):
    _, findings, _ = scored
    told = [
        (each.line, each.column, each.code, each.message.values["change"])
        for each in findings
        if each.file.name == "weak.yaml"
    ]
    line = MUTATED.joinpath("weak.yaml").read_text().splitlines()[14]
    assert told == [
        (15, line.index("1)") + 1, "mutant-survives", "dim=1 -> dim=0"),
        (35, 9, "survivor-killed", "sum -> mean"),
    ]


async def test_what_is_argued_does_not_count(scored):
    scores, _, _ = scored
    weak, sound = scores
    assert (weak.lesson, weak.mutants - weak.killed, weak.argued) == ("weak", 1, 2)
    assert weak.percent < 100
    assert (sound.percent, sound.argued) == (100, 0)
    assert sound.mutants > 3
    assert total(scores).mutants == weak.mutants + sound.mutants


async def test_what_was_scored_is_not_scored_again(scored):
    scores, findings, file = scored
    again = await score_course(open_course(MUTATED), Proofs(file), no_grader)
    assert again == (scores, findings)


async def test_an_argument_about_no_mutant_is_found_without_mutating():
    course = open_course(MUTATED)
    found = await lint_course(
        course, Proofs(None), lambda: Grader(device="cpu"), lesson_ids=["sound"], seeds=1
    )
    assert [(each.code, each.line) for each in found if each.code.startswith("survivor")] == [
        ("survivor-unknown", 30)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_findings_are_said_in_full(scored, language):
    words = Catalogue.load(language)
    for each in scored[1]:
        for said in (words.render(each.message), words.render(each.fix)):
            assert said
            assert "lint-" not in said
            assert "{" not in said


async def test_a_hundred_percent_means_all():
    assert Score("", 3000, 2999, 0).percent == 99.9
    assert Score("", 0, 0, 4).percent == 100


async def test_the_command_tells_the_scores(tmp_path):
    def lint(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [
            sys.executable,
            "-m",
            "tui",
            "lint",
            "--lang",
            "en",
            "--mutate",
            "--seeds",
            "1",
            *arguments,
        ]
        environment = {"BLITZ_COURSE_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
        return subprocess.run(command, env=environment, capture_output=True, text=True)

    told = lint(str(MUTATED / "weak.yaml"))
    assert told.returncode == 1, told.stderr
    assert "weak.yaml:15:28: warning mutant-survives: with dim=1 -> dim=0" in told.stdout
    assert "weak: 4 of 5 mutants found out, 80 %; 2 argued" in told.stdout

    document = json.loads(lint("--json", str(MUTATED / "weak.yaml")).stdout)
    score = {"mutants": 5, "killed": 4, "argued": 2, "score": 80.0}
    assert document["mutation"] == {"lessons": [{"lesson": "weak", **score}], **score}
    assert "mutant-survives" in [each["code"] for each in document["findings"]]
