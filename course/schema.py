"""JSON Schemas of the files of a course, for editors that complete and check YAML while it is written.

They say what the model says of single keys; rules between keys are the loader's.
"""

from __future__ import annotations

from typing import Any

from course.glossary import Glossary, GlossaryWords
from course.model import CourseIndex, CourseWords, Lesson, LessonWords, Part

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def lesson_schema() -> dict[str, Any]:
    """The schema of a lesson file, `ID.yaml`."""
    return _schema(Lesson, "blitz-course lesson")


def course_schema() -> dict[str, Any]:
    """The schema of `course.yaml`."""
    return _schema(CourseIndex, "blitz-course course")


def lesson_words_schema() -> dict[str, Any]:
    """The schema of a lesson's overlay, `ID.LANG.yaml`."""
    return _schema(LessonWords, "blitz-course lesson in another language")


def course_words_schema() -> dict[str, Any]:
    """The schema of a course's overlay, `course.LANG.yaml`."""
    return _schema(CourseWords, "blitz-course course in another language")


def glossary_schema() -> dict[str, Any]:
    """The schema of `glossary.yaml`."""
    return _schema(Glossary, "blitz-course glossary")


def glossary_words_schema() -> dict[str, Any]:
    """The schema of a glossary's overlay, `glossary.LANG.yaml`."""
    return _schema(GlossaryWords, "blitz-course glossary in another language")


def _schema(model: type[Part], title: str) -> dict[str, Any]:
    return {"$schema": DIALECT} | model.model_json_schema() | {"title": title}
