"""The built-in lessons: what lint proves of them, and what is asked of them beyond that."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.catalogue import LANGUAGES
from course.loader import open_course
from course.model import AnyStep, Exercise, Quiz
from grader.client import Grader
from grader.linting import lint_course
from grader.proofs import Proofs
from grader.proving import SEEDS
from grader.scoring import Score, score_course

pytestmark = pytest.mark.asyncio(loop_scope="session")

COURSES = {language: open_course(lang=language) for language in LANGUAGES}
LESSONS = COURSES["en"].lesson_ids
FEW_SEEDS = 1
LEAST_SCORE = 95
"""Of a hundred mutants, how many the checks of a lesson find out at least."""
WIDEST = 46
"""Columns of a code block in the words of a step, which a narrow terminal still shows unbroken."""


def steps(lesson_id: str, language: str = "en") -> list[AnyStep]:
    return COURSES[language].lesson(lesson_id).steps


async def lint(lesson_id: str, proofs: Proofs, seeds: int) -> list[tuple[str, int | None, str]]:
    found = await lint_course(
        COURSES["en"], proofs, lambda: Grader(device="cpu"), lesson_ids=[lesson_id], seeds=seeds
    )
    return [(each.file.name, each.line, each.code) for each in found]


@pytest.mark.parametrize("lesson_id", LESSONS)
async def test_lint_finds_nothing(pytestconfig: pytest.Config, lesson_id: str) -> None:
    """Proofs are kept, like those of `blitz-course lint`, until a step or the code that judges it changes."""
    kept = pytestconfig.cache.mkdir("proofs") / f"{lesson_id}.json"
    assert await lint(lesson_id, Proofs(Path(kept)), FEW_SEEDS) == []


@pytest.mark.soak
@pytest.mark.parametrize("lesson_id", LESSONS)
async def test_lint_finds_nothing_with_many_seeds(lesson_id: str) -> None:
    assert await lint(lesson_id, Proofs(None), SEEDS) == []


async def score(lesson_id: str, proofs: Proofs) -> Score:
    scores, _ = await score_course(
        COURSES["en"], proofs, lambda: Grader(device="cpu"), lesson_ids=[lesson_id]
    )
    return scores[0]


async def test_checks_find_out_slips_in_the_solutions(pytestconfig: pytest.Config) -> None:
    kept = pytestconfig.cache.mkdir("proofs") / "mutants.json"
    found = await score("install-and-device", Proofs(Path(kept)))
    assert found.mutants > 10
    assert found.percent >= LEAST_SCORE


@pytest.mark.soak
@pytest.mark.parametrize("lesson_id", LESSONS)
async def test_checks_find_out_slips_in_all_solutions(lesson_id: str) -> None:
    assert (await score(lesson_id, Proofs(None))).percent >= LEAST_SCORE


# What lint does not ask for


@pytest.mark.parametrize("lesson_id", LESSONS)
async def test_a_lesson_has_quizzes_and_ends_with_an_exercise_from_an_empty_editor(lesson_id: str) -> None:
    quizzes = [step for step in steps(lesson_id) if isinstance(step, Quiz)]
    assert sum(quiz.run is not None for quiz in quizzes) >= 3, "quizzes that predict an output"
    assert all(len(quiz.choices) >= 3 for quiz in quizzes)
    exercises = [step for step in steps(lesson_id) if isinstance(step, Exercise)]
    assert [exercise.id for exercise in exercises if exercise.starter == ""] == [exercises[-1].id]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_headings_tell_steps_apart(language: str) -> None:
    headings = [step.heading for lesson_id in LESSONS for step in steps(lesson_id, language)]
    assert sorted(headings) == sorted(set(headings))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lesson_id", LESSONS)
async def test_every_choice_and_every_mistake_has_a_sentence_of_its_own(
    lesson_id: str, language: str
) -> None:
    for step in steps(lesson_id, language):
        if isinstance(step, Quiz):
            assert len(set(step.reasons or ())) == len(step.choices), step.id
        if isinstance(step, Exercise):
            sentences = [mistake.says for mistake in step.mistakes]
            assert len(set(sentences)) == len(sentences), step.id


def prose(step: AnyStep) -> Iterator[str]:
    """The words of a step that are not code."""
    yield from (step.heading, step.text)
    if isinstance(step, Quiz):
        yield from (step.because or "", *(step.reasons or ()), *(step.choices if step.run is None else ()))
    if isinstance(step, Exercise):
        yield from (mistake.says for mistake in step.mistakes)
        yield from (hint for hint in step.hints if not is_code(hint))


def is_code(words: str) -> bool:
    """Whether a text is one piece of code, the same in all languages."""
    return words.strip().startswith("`") and words.strip().endswith("`") and words.count("`") == 2


@pytest.mark.parametrize("lesson_id", LESSONS)
async def test_the_chinese_is_chinese(lesson_id: str) -> None:
    assert COURSES["zh"].lesson(lesson_id).title != COURSES["en"].lesson(lesson_id).title
    for step in steps(lesson_id, "zh"):
        for words in prose(step):
            assert any("\u4e00" <= letter <= "\u9fff" for letter in words), (step.id, words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lesson_id", LESSONS)
async def test_code_among_the_words_is_narrow(lesson_id: str, language: str) -> None:
    for step in steps(lesson_id, language):
        for block in step.text.split("```")[1::2]:
            assert max(map(columns, block.splitlines())) <= WIDEST, (step.id, block)


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


# The glossary


async def test_the_glossary_is_complete_in_every_language() -> None:
    english, chinese = (COURSES[language].glossary() for language in ("en", "zh"))
    assert len(english) > 50
    for ours, theirs in zip(english, chinese, strict=True):
        assert ours.text != theirs.text, ours.id
        assert (ours.name == theirs.name) == (ours.id in ("cuda", "softmax")), ours.id


async def test_the_names_of_torch_in_the_glossary_exist(grader: Grader) -> None:
    names = sorted({name for entry in COURSES["en"].glossary() for name in entry.torch})
    code = f"import torch\nimport torch.utils.data\nfor name in {names}:\n" + (
        "    value = torch\n    for part in name.split('.')[1:]:\n        value = getattr(value, part)\n"
    )
    result = await grader.run(code)
    assert result.status == "finished", result.error
