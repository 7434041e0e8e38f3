"""Lessons in another language: laying the words of an overlay over a lesson.

An overlay holds words alone, by step id. Code, checks, order and answers come from the original, so a
translation can be incomplete or outdated, and still the lesson grades alike in every language.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from course.document import Document
from course.fingerprint import words_of
from course.model import Exercise, Fault, Lesson, LessonWords, Part, Quiz, Read, StepWords
from course.problem import CourseError, Problem
from course.wording import did_you_mean, noun

_LISTS = ("choices", "reasons", "hints", "mistakes")
"""Words that are translated item by item."""


def translate_lesson(lesson: Lesson, words: LessonWords, document: Document) -> Lesson:
    """The lesson in the words of an overlay, in the lesson's own where it has none.

    `document` is the overlay's. Raises CourseError when the overlay does not fit the lesson.
    """
    if faults := list(overlay_faults(lesson, words)):
        raise CourseError(_problems(faults, document))
    steps = [translate_step(step, words.steps.get(step.id, StepWords())) for step in lesson.steps]
    if faults := list(_clashes(steps)):
        raise CourseError(_problems(faults, document))
    return lesson.model_copy(update={**_given(words, "title", "summary"), "steps": steps})


def translate_step(step: Read | Quiz | Exercise, words: StepWords) -> Read | Quiz | Exercise:
    """One step in other words, which fit it."""
    update = _given(words, "title", "text")
    if isinstance(step, Quiz):
        update |= _given(words, "because", "choices", "reasons")
        if step.answer is not None and words.choices is not None:
            update["answer"] = words.choices[step.choices.index(step.answer)]
    if isinstance(step, Exercise):
        update |= _given(words, "hints")
        update |= _translated_checks(step, words) | _translated_mistakes(step, words)
    return step.model_copy(update=update)


def overlay_faults(lesson: Lesson, words: LessonWords) -> Iterator[Fault]:
    """What an overlay says about things that the lesson does not have, by path in the overlay."""
    ids = [step.id for step in lesson.steps]
    for step_id, step_words in words.steps.items():
        step = lesson.step(step_id)
        if step is None:
            yield ("steps", step_id), f"the lesson has no step `{step_id}`{did_you_mean(step_id, ids)}"
        elif step.id != step_id:
            yield ("steps", step_id), f"the step `{step_id}` is called `{step.id}` now"
        else:
            for path, told in _step_faults(step, step_words):
                yield ("steps", step_id, *path), told


def _step_faults(step: Read | Quiz | Exercise, words: StepWords) -> Iterator[Fault]:
    originals = words_of(step)
    for key in ("because", *_LISTS, "checks"):
        translated = getattr(words, key)
        if translated in (None, {}) or (key == "checks" and isinstance(step, Exercise)):
            continue
        if key == "choices" and isinstance(step, Quiz) and step.run is not None:
            yield (key,), "the choices of this quiz are what its code prints, and are not translated"
        elif key not in originals:
            kind = noun(type(step)) if key not in type(step).model_fields else "this step"
            yield (key,), f"{kind} has no `{key}`"
        elif key in _LISTS and len(translated) != len(originals[key]):
            count = len(originals[key])
            yield (key,), f"`{key}` must hold {count} like the original, found {len(translated)}"
    if isinstance(step, Exercise):
        names = originals.get("checks", {})
        for name in words.checks:
            if name not in names:
                yield ("checks", name), f"the exercise has no check named `{name}`{did_you_mean(name, names)}"


def _clashes(steps: list[Read | Quiz | Exercise]) -> Iterator[Fault]:
    """What a translation made alike that must differ: two choices, or the names of two checks."""
    for step in steps:
        for path, told in step.faults():
            yield ("steps", step.id, *path), told


def _translated_checks(exercise: Exercise, words: StepWords) -> dict[str, Any]:
    checks = [
        check.model_copy(
            update={
                "name": words.checks.get(check.name or "", check.name),
                "after": [words.checks.get(name, name) for name in check.after],
            }
        )
        for check in exercise.checks
    ]
    return {"checks": checks}


def _translated_mistakes(exercise: Exercise, words: StepWords) -> dict[str, Any]:
    if words.mistakes is None:
        return {}
    pairs = zip(exercise.mistakes, words.mistakes, strict=True)
    return {"mistakes": [mistake.model_copy(update={"says": says}) for mistake, says in pairs]}


def _given(words: Part, *keys: str) -> dict[str, Any]:
    return {key: value for key in keys if (value := getattr(words, key)) is not None}


def _problems(faults: list[Fault], document: Document) -> list[Problem]:
    return [document.problem(document.key_place(path), told) for path, told in faults]
