"""Broken lessons, each in one way: the linter finds that and nothing else, in the right place."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from course.catalogue import LANGUAGES, Catalogue
from course.findings import CODES, Finding
from course.loader import open_course
from grader.client import Grader
from grader.linting import lint_course
from grader.proofs import Proofs
from grader.proving import SEEDS

BROKEN = Path(__file__).parent.parent / "courses" / "broken"
TRIAL = BROKEN.parent / "trial"

EXPECTED = {
    "author-fault": ("author-fault", 6),
    "author-fault-given": ("author-fault", 6),
    "few-hints": ("few-hints", 15),
    "few-mistakes": ("few-mistakes", 16),
    "long-page": ("long-page", 8),
    "mistake-flaky": ("mistake-flaky", 21),
    "mistake-other": ("mistake-other", 20),
    "mistake-passes": ("mistake-passes", 20),
    "mistake-unsaid": ("mistake-unsaid", 20),
    "quiz-answer": ("quiz-answer", 9),
    "quiz-fails": ("quiz-fails", 10),
    "snippet-fails": ("snippet-fails", 9),
    "snippet-warns": ("snippet-warns", 9),
    "solution-fails": ("solution-fails", 11),
    "solution-flaky": ("solution-flaky", 12),
    "solution-warns": ("solution-warns", 11),
    "starter-passes": ("starter-passes", 9),
    "translation-missing": ("translation-missing", None),
    "translation-outdated": ("translation-outdated", 4),
    "translation-partial": ("translation-partial", 3),
    "translation-unstamped": ("translation-unstamped", 3),
    "unobservable": ("unobservable", 14),
    "unusable": ("unusable", 6),
}
FEW_SEEDS = 2
ABOUT_MUTANTS = {"mutant-survives", "survivor-unknown", "survivor-killed"}
"""Tried in `test_scoring`."""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def found():
    """The findings of all broken lessons, by lesson."""
    course = open_course(BROKEN)
    by_chance = [lesson for lesson in course.lesson_ids if lesson.endswith("-flaky")]
    always = [lesson for lesson in course.lesson_ids if lesson not in by_chance]
    findings = [
        each
        for lessons, seeds in ((by_chance, SEEDS), (always, FEW_SEEDS))
        for each in await lint_course(
            course, Proofs(None), lambda: Grader(device="cpu"), lesson_ids=lessons, seeds=seeds
        )
    ]
    by_lesson: dict[str, list[Finding]] = defaultdict(list)
    for each in findings:
        by_lesson[each.file.name.split(".")[0]].append(each)
    return by_lesson


def test_each_code_has_a_broken_lesson() -> None:
    assert set(open_course(BROKEN).lesson_ids) == set(EXPECTED)
    assert {code for code, _ in EXPECTED.values()} == set(CODES) - ABOUT_MUTANTS


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("lesson", EXPECTED)
async def test_a_broken_lesson_gets_the_finding_that_is_meant(found, lesson: str) -> None:
    told = {(each.code, each.line) for each in found[lesson][:1]}
    assert told == {EXPECTED[lesson]}
    assert {each.code for each in found[lesson]} == {EXPECTED[lesson][0]}


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_finding_is_said_in_full(found, language: str) -> None:
    words = Catalogue.load(language)
    for each in (finding for findings in found.values() for finding in findings):
        for said in (words.render(each.message), words.render(each.fix)):
            assert said
            assert "lint-" not in said
            assert "{" not in said
            assert "Message(" not in said


@pytest.mark.asyncio(loop_scope="session")
async def test_what_was_proved_is_not_proved_again(tmp_path: Path) -> None:
    file = tmp_path / "proofs.json"
    lessons = ["snippet-warns", "solution-warns"]

    def no_grader() -> Grader:
        raise AssertionError("a grader was made")

    def lint(make_grader: Callable[[], Grader], lesson_ids: list[str] = lessons) -> Awaitable[list[Finding]]:
        return lint_course(open_course(BROKEN), Proofs(file), make_grader, lesson_ids=lesson_ids, seeds=1)

    first = await lint(lambda: Grader(device="cpu"))
    again = await lint(no_grader)
    assert again == first
    assert [each.code for each in again] == lessons
    await lint(lambda: Grader(device="cpu"), ["author-fault"])
    with pytest.raises(AssertionError, match="a grader was made"):
        await lint(no_grader, ["author-fault"])
    file.write_text('{"half')
    with pytest.raises(AssertionError, match="a grader was made"):
        await lint(no_grader)


def test_the_command_tells_place_code_and_fix_and_how_it_ended(tmp_path: Path) -> None:
    def lint(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "tui", "lint", "--lang", "en", *arguments]
        environment = {"BLITZ_COURSE_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
        return subprocess.run(command, env=environment, capture_output=True, text=True)

    told = lint(str(BROKEN / "few-hints.yaml"), "--seeds", "1")
    assert told.returncode == 1
    assert f"{BROKEN / 'few-hints.yaml'}:15:5: warning few-hints: `answer` has one hint" in told.stdout
    assert "0 errors, 1 warning" in told.stdout

    document = json.loads(lint(str(BROKEN / "few-hints.yaml"), "--seeds", "1", "--json").stdout)
    assert document["findings"][0]["line"] == 15
    assert document["findings"][0]["code"] == "few-hints"

    assert lint(str(BROKEN / "unusable.yaml")).returncode == 2
    assert lint("nowhere").returncode == 2


def test_a_confinement_that_cannot_be_had_is_said_and_ends_the_command(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tui", "lint", "--lang", "en", "--fresh", str(TRIAL)]
    environment = {"BLITZ_COURSE_HOME": str(tmp_path), "PATH": str(tmp_path)}
    told = subprocess.run(
        [*command, "--isolation", "bubblewrap"], env=environment, capture_output=True, text=True
    )
    assert (told.returncode, told.stdout) == (3, "")
    assert told.stderr.startswith("The confinement “bubblewrap” cannot be had here: ")
