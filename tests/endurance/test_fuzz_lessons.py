"""Lesson files that are not what they were: each loads as something that can be graded, or all faults have a place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import strategies as st

from course.document import parse_document
from course.fingerprint import task_fingerprint, words_fingerprint
from course.loader import BUILTIN, load_glossary, load_lesson, open_course
from course.model import Exercise, Lesson, Quiz, case_list
from course.problem import CourseError, printable
from grader.conversation import expressions
from tests.course.lessons import LESSON, OVERLAY
from tests.endurance.examples import sizes, try_all
from tests.endurance.mutations import texts, trees

TRIAL = Path(__file__).parents[1] / "courses" / "trial"
OF_THE_WHOLE = ("this file", "this is not valid YAML", "there are", "this is a binary file")
"""How problems begin that have no place."""


@cache
def lessons() -> list[str]:
    """Lessons of up to three steps, in the words of real ones; all are called `tiny`."""
    made = [LESSON]
    for file in [*sorted(TRIAL.glob("*.yaml")), *sorted(BUILTIN.glob("*.yaml"))]:
        text = file.read_text()
        if not re.search(r"^steps:$", text, re.M) or ".zh." in file.name:
            continue
        head, *steps = re.split(r"^(?=  - id:)", text, flags=re.M)
        head = re.sub(r"^id: .*$", "id: tiny", head, flags=re.M)
        made += [head + "".join(steps[at : at + 2]) for at in range(0, len(steps), 2)]
    return made


def as_tree(text: str) -> Any:
    return parse_document(Path("tiny.yaml"), text).data


def as_text(tree: Any) -> str:
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10_000)


def mutated(corpus: list[str]) -> st.SearchStrategy[str]:
    return st.one_of(texts(corpus), trees([as_tree(text) for text in corpus]).map(as_text))


def tell(load: Callable[[], Any], file: Path) -> Any:
    """What a file loads as; None when it is refused with all problems told as they should be."""
    try:
        return load()
    except CourseError as error:
        assert_told(error, file)
        return None


def assert_told(error: CourseError, file: Path) -> None:
    """Each problem is a line that a terminal can show, with a place in its file where it has one."""
    assert error.problems
    length = len(re.split(r"\r\n|\r|\n", file.read_text("utf-8")))
    for problem in error.problems:
        told = str(problem)
        assert told == printable(told)
        if problem.line is None or problem.column is None:
            assert problem.message.startswith(OF_THE_WHOLE), told
        else:
            assert problem.file != file or 1 <= problem.line <= length + 1, told
            assert problem.column >= 1, told


def assert_fit_for_grading(lesson: Lesson) -> None:
    """What the app and the grader take for granted of a lesson."""
    ids = [name for step in lesson.steps for name in (step.id, *step.was)]
    assert len(ids) == len(set(ids))
    assert Lesson.model_validate(lesson.model_dump(exclude_unset=True)) is not None
    for step in lesson.steps:
        assert step.heading.strip()
        assert len(task_fingerprint(step)) == len(words_fingerprint(step)) == 12
        if isinstance(step, Quiz):
            assert step.run is not None or step.answer in step.choices
        if isinstance(step, Exercise):
            assert_askable(step)


def assert_askable(exercise: Exercise) -> None:
    """Everything that a conversation about an exercise is made of can be sent."""
    labels = [check.label for check in exercise.checks]
    assert all(labels)
    assert 0 < exercise.limits.seconds <= 3600
    for position, check in enumerate([exercise, *exercise.checks]):
        cases = case_list(check.cases)
        assert cases
        assert len({frozenset(case) for case in cases}) == 1
        for case in cases:
            sent = expressions([*case.items(), *check.given.items()])
            assert all(name.isidentifier() and isinstance(told, str) for name, told in sent.items())
            json.dumps(sent)
        if position:
            assert set(check.after) <= set(labels[: position - 1])
            assert check.probe is None or check.probe.strip()


@sizes(150, 10_000)
def test_a_mutated_lesson_is_a_lesson_or_told(examples: int, tmp_path: Path) -> None:
    file = tmp_path / "tiny.yaml"

    def check(text: str) -> None:
        file.write_bytes(text.encode("utf-8", "replace"))
        lesson = tell(lambda: load_lesson(file), file)
        if lesson is not None:
            assert_fit_for_grading(lesson)

    try_all(examples, mutated(lessons()), check)


@sizes(60, 2_000)
def test_a_mutated_translation_leaves_the_checks_alone(examples: int, tmp_path: Path) -> None:
    (tmp_path / "tiny.yaml").write_text(LESSON)
    original = load_lesson(tmp_path / "tiny.yaml")
    overlay = tmp_path / "tiny.zh.yaml"

    def check(text: str) -> None:
        overlay.write_bytes(text.encode("utf-8", "replace"))
        lesson = tell(lambda: load_lesson(tmp_path / "tiny.yaml", "zh"), overlay)
        if lesson is not None:
            assert_fit_for_grading(lesson)
            pairs = zip(lesson.steps, original.steps, strict=True)
            assert all(task_fingerprint(step) == task_fingerprint(old) for step, old in pairs)

    try_all(examples, mutated([OVERLAY]), check)


@sizes(40, 2_000)
@pytest.mark.parametrize("name", ["course.yaml", "course.zh.yaml", "glossary.yaml", "glossary.zh.yaml"])
def test_a_mutated_index_or_glossary_is_one_or_told(examples: int, name: str, tmp_path: Path) -> None:
    for each in ("course.yaml", "course.zh.yaml", "glossary.yaml", "glossary.zh.yaml"):
        (tmp_path / each).write_text(_shortened((BUILTIN / each).read_text()))
    file = tmp_path / name

    def check(text: str) -> None:
        file.write_bytes(text.encode("utf-8", "replace"))
        course = tell(lambda: open_course(tmp_path, lang="zh"), file)
        entries = tell(lambda: load_glossary(tmp_path / "glossary.yaml", "zh"), file)
        assert course is None or (len(set(course.lesson_ids)) == len(course.lesson_ids) > 0)
        assert entries is None or all(entry.name.strip() and entry.text.strip() for entry in entries)

    try_all(examples, mutated([file.read_text()]), check)


def _shortened(text: str) -> str:
    """The first terms of a glossary; anything else as it is."""
    parts = re.split(r"^(?=  - id:|  [a-z-]+:$)", text, flags=re.M)
    return "".join(parts[:6]) if len(parts) > 6 else text
