"""The part of linting that reads and runs nothing: hints, mistakes, lengths, translations.

`grader.proving` proves by running; both report to `grader.linting`, which orders the findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from course.catalogue import LANGUAGES
from course.document import Document, read_document
from course.findings import Finding, Remark, finding
from course.fingerprint import words_fingerprint, words_of
from course.glossary import Glossary, GlossaryWords
from course.loader import GLOSSARY, INDEX, ORIGINAL, Course, overlay_of
from course.message import Value
from course.model import AnyStep, Exercise, Lesson, LessonWords, Read, StepWords
from course.problem import CourseError, Problem
from course.validation import validate

LONGEST_PAGE = 100
"""Lines of a step's words."""
FEWEST = 2
"""Hints and mistakes of an exercise."""


def unusable(error: CourseError) -> list[Finding]:
    """The problems of a course that cannot be loaded, as findings."""
    return [_of_problem(problem) for problem in error.problems]


def lint_lesson(course: Course, lesson_id: str) -> list[Finding]:
    """What is wrong with a lesson at sight, and with its translations. Raises CourseError."""
    file = course.lesson_file(lesson_id)
    lesson, document = course.lesson(lesson_id), read_document(file)
    found = [
        place_remark(remark, document, index)
        for index, step in enumerate(lesson.steps)
        for remark in _remarks(step)
    ]
    for language in _others():
        found += _lint_translation(lesson, file, language)
    return found


def lint_shared(course: Course) -> list[Finding]:
    """What is wrong with the files that all lessons share: the course's words in other languages, and its glossary."""
    found: list[Finding] = []
    try:
        course.glossary()
    except CourseError as error:
        return unusable(error)
    for language in _others():
        if overlay_of(course.root / INDEX, language) is None:
            about: dict[str, Value] = {"lesson": course.id, "language": language}
            found.append(finding("translation-missing", course.root / INDEX, None, about))
        if (course.root / GLOSSARY).exists():
            found += _lint_terms(course.root / GLOSSARY, language)
    return found


def _lint_terms(file: Path, language: str) -> Iterator[Finding]:
    """Terms of a glossary that have no words in a language; the glossary can be loaded."""
    overlay = overlay_of(file, language)
    if overlay is None:
        yield finding("translation-missing", file, None, {"lesson": file.stem, "language": language})
        return
    document = read_document(overlay)
    words = validate(GlossaryWords, document)
    for term in validate(Glossary, read_document(file)).terms:
        translated = words.terms.get(term.id)
        if translated is None:
            yield finding("translation-missing", overlay, None, {"lesson": term.id, "language": language})
        elif translated.text is None:
            place = document.key_place(("terms", term.id))
            yield finding("translation-partial", overlay, place, {"step": term.id, "keys": "text"})


def _others() -> Iterator[str]:
    """The languages that a course is translated into."""
    return (language for language in LANGUAGES if language != ORIGINAL)


def place_remark(remark: Remark, document: Document, index: int) -> Finding:
    """A remark about the step at an index, with its place in the lesson's file."""
    path = ("steps", index, *remark.path)
    place = document.text_place(path, *remark.within) if remark.within else document.key_place(path)
    return finding(remark.code, document.file, place, remark.values)


def _remarks(step: AnyStep) -> Iterator[Remark]:
    lines = len(step.text.splitlines())
    if isinstance(step, Read) and lines >= LONGEST_PAGE:
        yield Remark("long-page", ("text",), {"step": step.id, "lines": lines, "most": LONGEST_PAGE})
    if isinstance(step, Exercise):
        for code, key, count in (
            ("few-hints", "hints", len(step.hints)),
            ("few-mistakes", "mistakes", len(step.mistakes)),
        ):
            if count < FEWEST:
                yield Remark(
                    code, (key,) if count else (), {"step": step.id, "count": count, "least": FEWEST}
                )


def _lint_translation(lesson: Lesson, file: Path, language: str) -> Iterator[Finding]:
    overlay = overlay_of(file, language)
    if overlay is None:
        yield finding("translation-missing", file, None, {"lesson": lesson.id, "language": language})
        return
    try:
        document = read_document(overlay)
        words = validate(LessonWords, document)
    except CourseError as error:
        yield from unusable(error)
        return
    for step in lesson.steps:
        yield from _lint_step_words(step, words.steps.get(step.id), document)


def _lint_step_words(step: AnyStep, words: StepWords | None, document: Document) -> Iterator[Finding]:
    path = ("steps", step.id)
    if words is None:
        yield finding(
            "translation-missing", document.file, None, {"lesson": step.id, "language": _language(document)}
        )
        return
    place = document.key_place(path)
    missing = _untranslated(step, words)
    if missing:
        keys = ", ".join(missing)
        yield finding("translation-partial", document.file, place, {"step": step.id, "keys": keys})
    current = words_fingerprint(step)
    if words.of is None:
        yield finding("translation-unstamped", document.file, place, {"step": step.id, "of": current})
    elif words.of != current:
        place = document.value_place((*path, "of"))
        yield finding("translation-outdated", document.file, place, {"step": step.id, "of": current})


def _untranslated(step: AnyStep, words: StepWords) -> list[str]:
    """The words of a step that have no translation, as dotted keys."""
    missing = []
    for key, original in words_of(step).items():
        translated = getattr(words, key)
        if not translated:
            missing.append(key)
        elif isinstance(original, dict):
            missing += [f"{key}.{name}" for name in original if name not in translated]
    return missing


def _language(document: Document) -> str:
    return document.file.stem.rpartition(".")[2]


def _of_problem(problem: Problem) -> Finding:
    place = (problem.line, problem.column or 1) if problem.line is not None else None
    return finding("unusable", problem.file, place, {"problem": problem.message})
