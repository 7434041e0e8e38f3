"""The trial course: every kind of check with right and wrong answers, all verdicts right in both strategies."""

from pathlib import Path

import pytest
import yaml

from course.loader import open_course
from course.model import Exercise

pytestmark = pytest.mark.asyncio(loop_scope="session")

COURSES = Path(__file__).parent.parent / "courses"
TRIAL = open_course(COURSES / "trial")
EXERCISES = {
    f"{lesson_id}/{step.id}": step
    for lesson_id in TRIAL.lesson_ids
    for step in TRIAL.lesson(lesson_id).steps
    if isinstance(step, Exercise)
}
ANSWERS = yaml.safe_load((COURSES / "trial_answers.yaml").read_text(encoding="utf-8"))


def cases():
    """Every answer, and each exercise's own solution, starter and mistakes."""
    for name, exercise in EXERCISES.items():
        yield pytest.param(name, exercise.solution, {"status": "passed"}, id=f"{name}-solution")
        for number, answer in enumerate(ANSWERS.get(name, [])):
            yield pytest.param(name, answer["code"], answer, id=f"{name}-{number}-{answer['status']}")
        for number, mistake in enumerate(exercise.mistakes):
            if mistake.code is not None:
                expected = {"wrong": True, "says": mistake.says}
                yield pytest.param(name, mistake.code, expected, id=f"{name}-mistake-{number}")


def few_cases():
    """One right and one wrong answer of each lesson: a spare process costs an import of torch."""
    firsts = {name.split("/")[0]: name for name in reversed(ANSWERS)}
    for name in firsts.values():
        answers = ANSWERS[name]
        right = next((a for a in answers if a["status"] == "passed"), None)
        wrong = next((a for a in answers if a["status"] == "failed"), None)
        for answer in filter(None, (right, wrong)):
            yield pytest.param(name, answer["code"], answer, id=f"{name}-{answer['status']}")


def assert_as_expected(verdict, expected):
    """Whether the verdict is the one the table asks for, down to the reason and the sentence."""
    told = [
        (check.name, check.status, check.reason, check.message, check.diagnosis) for check in verdict.checks
    ]
    if expected.get("wrong"):
        assert verdict.status in ("failed", "error", "refused"), (verdict.status, verdict.message)
    else:
        assert verdict.status == expected["status"], (verdict.message, verdict.error, told)
    failed = next((check for check in verdict.checks if check.status == "failed"), None)
    if expected.get("check") is not None:
        assert failed is not None, told
        assert (failed.name, failed.reason) == (expected["check"], expected["reason"]), told
    if expected.get("says") is not None:
        said = [check.diagnosis for check in verdict.checks if check.diagnosis is not None]
        assert [text.strip() for text in said] == [expected["says"].strip()], told


@pytest.mark.parametrize(("name", "code", "expected"), list(cases()))
async def test_verdict(grader, name, code, expected):
    assert_as_expected(await grader.check(name, EXERCISES[name], code), expected)


@pytest.mark.parametrize(("name", "code", "expected"), list(few_cases()))
async def test_verdict_with_spare_processes(spare_grader, name, code, expected):
    assert_as_expected(await spare_grader.check(name, EXERCISES[name], code), expected)


@pytest.mark.soak
@pytest.mark.parametrize(("name", "code", "expected"), list(cases()))
async def test_every_verdict_with_spare_processes(spare_grader, name, code, expected):
    assert_as_expected(await spare_grader.check(name, EXERCISES[name], code), expected)


@pytest.mark.parametrize("name", EXERCISES)
async def test_starter_does_not_pass(grader, name):
    verdict = await grader.check(name, EXERCISES[name], EXERCISES[name].starter)
    assert verdict.status not in ("passed", "grader_fault"), verdict.message


async def test_every_exercise_has_right_and_wrong_answers():
    assert set(ANSWERS) == set(EXERCISES)
    for name, answers in ANSWERS.items():
        statuses = [answer["status"] for answer in answers]
        assert statuses.count("passed") >= 2, name
        assert len(statuses) - statuses.count("passed") >= 3, name
