"""Wrong programs of beginners: what the tutor says to the misconceptions of the syllabus, and to others never listed.

The exercises name no mistakes, so that whatever is said comes of mutants, transformations, explained errors and
warnings.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from course.catalogue import LANGUAGES, Catalogue
from course.loader import open_course
from course.model import Exercise
from grader.document import verdict_document
from grader.explaining import diagnosis_of, explained
from grader.tutor import ORDER
from grader.verdict import LearnerError

pytestmark = pytest.mark.asyncio(loop_scope="session")

COURSES = Path(__file__).parent.parent / "courses"
COURSE = open_course(COURSES / "misconceptions")
EXERCISES = {
    f"{lesson}/{step.id}": step
    for lesson in COURSE.lesson_ids
    for step in COURSE.lesson(lesson).steps
    if isinstance(step, Exercise)
}
LISTED = yaml.safe_load((COURSES / "misconceptions.yaml").read_text(encoding="utf-8"))
UNLISTED = [
    entry
    for file in sorted(COURSES.joinpath("unlisted").glob("*.yaml"))
    for entry in yaml.safe_load(file.read_text(encoding="utf-8"))
]
SYLLABUS = [
    *(1, 2, 3, 5, 6, 7, 8, 10, 11),
    *(15, 16, 17, 18, 19, 20, 21, 23, 24, 27, 29, 31, 33),
    *(37, 39),
    *(41, 42, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55),
    *(58, 59, 61, 62, 63),
    *(65, 66, 67, 68, 69, 72, 74, 75, 77, 80, 82, 84),
]
"""The numbers of the misconceptions in the syllabus."""
FEW = 12
"""Each so-manieth of the wrong programs never listed is tried in the default run."""
PATIENT = tuple(replace(turn, seconds=60.0) for turn in ORDER)
"""The tutor with time enough on a busy machine."""
WORDS = {lang: Catalogue.load(lang) for lang in LANGUAGES}


def sentences(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What the tutor says beyond the plain difference: by what it was recognised, and the sentence."""
    for check in document["checks"]:
        if check["diagnosis"]:
            yield check["diagnosed_by"], check["diagnosis"]
    if document["error"] and document["error"]["explanation"]:
        yield "error", told(document["error"])
    for warning in document["warnings"]:
        if warning["explanation"]:
            yield "warning", told(warning)


def told(error: dict[str, Any]) -> str:
    """What is said of an error or a warning: what it means, and what to try."""
    return f"{error['explanation']} {error['remedy']}"


def programs() -> list[Any]:
    """The listed misconceptions that can be run here."""
    return [pytest.param(entry, id=entry["id"]) for entry in LISTED if "code" in entry]


@pytest.mark.parametrize("name", EXERCISES)
async def test_the_solution_passes(grader, name):
    verdict = await grader.check(name, EXERCISES[name], EXERCISES[name].solution)
    assert verdict.passed, (verdict.message, verdict.error, verdict.checks)
    assert not verdict.warnings


@pytest.mark.parametrize("entry", programs())
async def test_a_listed_misconception_is_named(grader, entry):
    verdict = await grader.check(
        entry["exercise"], EXERCISES[entry["exercise"]], entry["code"], order=PATIENT
    )
    assert verdict.passed is entry.get("passes", False), verdict
    for lang, words in WORDS.items():
        said = list(sentences(verdict_document(verdict, words)))
        fitting = [text for by, text in said if by in entry["by"]]
        assert any(all(word.lower() in text.lower() for word in entry[lang]) for text in fitting), (
            lang,
            said,
        )


@pytest.mark.parametrize(
    "entry", [pytest.param(entry, id=entry["id"]) for entry in LISTED if "recorded" in entry]
)
async def test_a_misconception_that_needs_another_machine_is_explained_by_its_message(entry):
    error = explained(LearnerError(**entry["recorded"], line=3))
    for lang, words in WORDS.items():
        said = words.render(diagnosis_of(error))
        assert all(word.lower() in said.lower() for word in entry[lang]), said


async def test_the_syllabus_is_covered():
    assert sorted({int(entry["id"].split("-")[0]) for entry in LISTED}) == SYLLABUS


@pytest.mark.parametrize(
    ("entries", "least"),
    [
        pytest.param(UNLISTED[::FEW], 0.65, id="some"),
        pytest.param(UNLISTED, 0.8, id="all", marks=pytest.mark.soak),
    ],
)
async def test_most_wrong_programs_never_listed_are_diagnosed(grader, entries, least):
    verdicts = [
        (
            entry,
            await grader.check(entry["exercise"], EXERCISES[entry["exercise"]], entry["code"], order=PATIENT),
        )
        for entry in entries
    ]
    assert not [entry for entry, verdict in verdicts if verdict.status not in ("failed", "error")]
    silent = []
    for entry, verdict in verdicts:
        if not all(list(sentences(verdict_document(verdict, words))) for words in WORDS.values()):
            silent.append(f"{entry['exercise']}: {entry['about']}")
    share = 1 - len(silent) / len(entries)
    print(f"diagnosed: {share:.0%} of {len(entries)}; to these nothing is said:", *silent, sep="\n  ")
    assert share >= least, silent
