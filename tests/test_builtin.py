"""The built-in lessons, proved in both languages: solutions pass, starters do not, mistakes get their sentences."""

import pytest

from course.catalogue import LANGUAGES
from course.loader import open_course
from course.model import Exercise, Quiz, Read

pytestmark = pytest.mark.asyncio(loop_scope="session")

COURSES = {language: open_course(lang=language) for language in LANGUAGES}


def steps(kind, language="en"):
    course = COURSES[language]
    for lesson_id in course.lesson_ids:
        for step in course.lesson(lesson_id).steps:
            if isinstance(step, kind):
                yield f"{lesson_id}/{step.id}", step


def is_code(words):
    """Whether a text is one piece of code, the same in all languages."""
    return words.strip().startswith("`") and words.strip().endswith("`") and words.count("`") == 2


EXERCISES = dict(steps(Exercise))


@pytest.mark.parametrize("name", EXERCISES)
async def test_solution_passes(grader, name):
    for _ in range(3):
        verdict = await grader.check(name, EXERCISES[name], EXERCISES[name].solution)
        assert verdict.passed, [(check.name, check.message) for check in verdict.checks]
        assert not verdict.warnings


@pytest.mark.parametrize("name", EXERCISES)
async def test_starter_does_not_pass(grader, name):
    verdict = await grader.check(name, EXERCISES[name], EXERCISES[name].starter)
    assert verdict.status not in ("passed", "grader_fault"), verdict.message


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXERCISES)
async def test_every_mistake_gets_its_own_sentence(grader, name, language):
    exercise = dict(steps(Exercise, language))[name]
    assert len(exercise.hints) >= 2
    assert len({mistake.says for mistake in exercise.mistakes}) == len(exercise.mistakes)
    for mistake in exercise.mistakes:
        if mistake.code is not None:
            verdict = await grader.check(name, exercise, mistake.code)
            said = [check.diagnosis for check in verdict.checks if check.diagnosis is not None]
            assert (verdict.passed, said) == (False, [mistake.says])


@pytest.mark.parametrize(("name", "quiz"), [pytest.param(*pair, id=pair[0]) for pair in steps(Quiz)])
async def test_quiz_answer_is_what_the_code_prints(grader, name, quiz):
    if quiz.run is not None:
        result = await grader.run(quiz.run)
        assert result.stdout.strip() in quiz.choices, result
    assert len(quiz.choices) >= 3


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_choice_of_a_quiz_has_its_reason(language):
    for name, quiz in steps(Quiz, language):
        assert len(set(quiz.reasons or ())) == len(quiz.choices), name


async def test_the_glossary_is_complete_in_every_language():
    english, chinese = (COURSES[language].glossary() for language in ("en", "zh"))
    assert len(english) > 50
    for ours, theirs in zip(english, chinese, strict=True):
        assert ours.text != theirs.text, ours.id
        assert (ours.name == theirs.name) == (ours.id in ("cuda", "softmax")), ours.id


async def test_the_names_of_torch_in_the_glossary_exist(grader):
    names = sorted({name for entry in COURSES["en"].glossary() for name in entry.torch})
    code = f"import torch\nimport torch.utils.data\nfor name in {names}:\n" + (
        "    value = torch\n    for part in name.split('.')[1:]:\n        value = getattr(value, part)\n"
    )
    result = await grader.run(code)
    assert result.status == "finished", result.error


@pytest.mark.parametrize(("name", "page"), [pytest.param(*pair, id=pair[0]) for pair in steps(Read)])
async def test_snippets_run(grader, name, page):
    assert len(page.text.splitlines()) < 100
    if page.run is not None:
        result = await grader.run(page.run)
        assert (result.status, result.warnings) == ("finished", ()), result


@pytest.mark.parametrize("kind", [Read, Quiz, Exercise])
async def test_chinese_is_complete(kind):
    for (name, english), (_, chinese) in zip(steps(kind), steps(kind, "zh"), strict=True):
        assert chinese.text != english.text, name
        assert chinese.heading != english.heading, name
        if kind is Exercise:
            for ours, theirs in zip(english.hints, chinese.hints, strict=True):
                assert ours != theirs or is_code(ours), name
            for ours, theirs in zip(english.mistakes, chinese.mistakes, strict=True):
                assert ours.says != theirs.says, name
                assert ours.code == theirs.code, name
