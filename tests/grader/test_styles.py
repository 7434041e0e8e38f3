"""Right is right: correct programs of many styles pass every exercise of the built-in course, and hear no tutor."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from course.loader import open_course
from course.model import Exercise
from grader.client import Grader
from grader.verdict import Verdict

pytestmark = pytest.mark.asyncio(loop_scope="session")

STYLES = Path(__file__).parent.parent / "styles"
COURSE = open_course()
LESSONS = COURSE.lesson_ids
FIRST = 2
"""Programs of an exercise in the short run, the beginner's and the expert's."""
SEEDS = 12
"""Case sets that a program meets in a long run."""


class Answer(NamedTuple):
    """A right program, and where it belongs."""

    name: str
    """`lesson/exercise`."""
    exercise: Exercise
    style: str
    code: str


def exercises(lesson_id: str) -> dict[str, Exercise]:
    return {step.id: step for step in COURSE.lesson(lesson_id).steps if isinstance(step, Exercise)}


def written(file: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = yaml.safe_load(
        (STYLES / f"{file}.yaml").read_text(encoding="utf-8")
    )
    return found


def answers(lesson_id: str, first: int | None = None) -> list[Answer]:
    own = exercises(lesson_id)
    return [
        Answer(f"{lesson_id}/{name}", own[name], each["style"], each["code"])
        for name, programs in written(lesson_id).items()
        for each in programs[:first]
    ]


def trouble(verdict: Verdict) -> str | None:
    """What a learner would hear beside "passed"; None when that is nothing."""
    said = [f"{check.name}: {check.status} {check.message} {check.diagnosis}" for check in verdict.checks]
    silent = all(check.diagnosis is None and check.message is None for check in verdict.checks)
    if verdict.passed and silent and verdict.error is None and not verdict.warnings:
        return None
    return f"{verdict.status} {verdict.message} {verdict.error} {verdict.warnings} {said} {verdict.replay}"


async def troubles(grader: Grader, answers: list[Answer], seeds: int = 1) -> dict[str, str]:
    """What right programs hear, by exercise and style."""
    found = {}
    for answer in answers:
        for _ in range(seeds):
            heard = trouble(await grader.check(answer.name, answer.exercise, answer.code))
            if heard is not None:
                found[f"{answer.name}, {answer.style}"] = heard
    return found


@pytest.mark.parametrize("lesson_id", LESSONS)
async def test_right_programs_of_every_style_pass_in_silence(grader: Grader, lesson_id: str) -> None:
    assert await troubles(grader, answers(lesson_id, FIRST)) == {}


@pytest.mark.soak
@pytest.mark.parametrize("lesson_id", LESSONS)
async def test_right_programs_of_every_style_pass_with_many_cases(grader: Grader, lesson_id: str) -> None:
    assert await troubles(grader, answers(lesson_id), SEEDS) == {}


@pytest.mark.parametrize("lesson_id", LESSONS)
async def test_every_exercise_has_right_programs_of_several_styles(lesson_id: str) -> None:
    programs = written(lesson_id)
    assert list(programs) == list(exercises(lesson_id))
    for name, exercise in exercises(lesson_id).items():
        codes = [exercise.solution, *(each["code"] for each in programs[name])]
        assert len(codes) == len(set(codes)), name
        styles = [each["style"] for each in programs[name]]
        assert styles[:FIRST] == ["beginner", "expert"], name
        assert len(styles) == len(set(styles)) > FIRST, name


async def test_wrong_programs_that_look_right_do_not_pass(grader: Grader) -> None:
    passed = []
    for name, programs in written("wrong").items():
        lesson_id, step_id = name.split("/")
        for each in programs:
            verdict = await grader.check(name, exercises(lesson_id)[step_id], each["code"])
            if verdict.status not in ("failed", "refused"):
                passed.append((name, each["style"], verdict.status))
    assert passed == []
