"""CONTRIBUTING.md stays true: every YAML block in it loads, and every exercise in it grades as it says."""

import re
from pathlib import Path

import pytest
import pytest_asyncio

from course.document import parse_document
from course.loader import open_course
from course.model import Exercise
from grader.client import Grader

DOCUMENT = Path(__file__).parent.parent / "CONTRIBUTING.md"
TEXT = DOCUMENT.read_text(encoding="utf-8")
BLOCKS = re.findall(r"^<!-- (file: (\S+)|part) -->\n```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
"""Marker, name of the file (empty for the keys of an exercise) and YAML of every block."""
PARTS = [pytest.param(yaml, id=f"part-{n}") for n, (_, name, yaml) in enumerate(BLOCKS) if not name]


@pytest.fixture(scope="module")
def course_root(tmp_path_factory):
    root = tmp_path_factory.mktemp("course")
    for _, name, yaml in BLOCKS:
        if name:
            (root / name).write_text(yaml, encoding="utf-8")
    return root


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def grader():
    made = Grader(device="cpu")
    yield made
    await made.close()


def exercise_of(part):
    """An exercise from the keys that a block shows."""
    document = parse_document(DOCUMENT, part)
    assert document.problems == ()
    return Exercise.model_validate({"id": "part", "kind": "exercise", "text": "Do it.", **document.data})


async def assert_grades_as_it_says(grader, exercise):
    solved = await grader.check("lesson/exercise", exercise, exercise.solution)
    assert solved.passed, (solved.message, solved.checks)
    begun = await grader.check("lesson/exercise", exercise, exercise.starter)
    assert begun.status in ("failed", "error", "refused"), begun.message
    for mistake in exercise.mistakes:
        wrong = await grader.check("lesson/exercise", exercise, mistake.code)
        assert [check.diagnosis for check in wrong.checks if check.diagnosis] == [mistake.says]


def test_every_block_is_looked_at():
    assert len(BLOCKS) == TEXT.count("```yaml\n")
    assert len(PARTS) >= 4


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_course_loads(course_root, lang):
    course = open_course(course_root, lang=lang)
    kinds = [step.kind for lesson_id in course.lesson_ids for step in course.lesson(lesson_id).steps]
    assert set(kinds) == {"read", "quiz", "exercise"}


def test_the_translation_is_used(course_root):
    english, chinese = (open_course(course_root, lang=lang).lesson("centred-rows") for lang in ("en", "zh"))
    assert english.title != chinese.title
    assert english.step("centered").hints != chinese.step("centered").hints


@pytest.mark.asyncio(loop_scope="module")
async def test_the_lesson_grades_as_it_says(course_root, grader):
    for step in open_course(course_root).lesson("centred-rows").steps:
        if isinstance(step, Exercise):
            await assert_grades_as_it_says(grader, step)
        elif step.run:
            result = await grader.run(step.run)
            assert result.status == "finished"
            assert step.kind == "read" or result.stdout.strip() in step.choices


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.asyncio(loop_scope="module")
async def test_a_part_grades_as_it_says(grader, part):
    await assert_grades_as_it_says(grader, exercise_of(part))
