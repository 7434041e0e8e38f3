from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from course.document import parse_document, read_document
from course.loader import BUILTIN, open_course
from course.schema import (
    course_schema,
    course_words_schema,
    glossary_schema,
    glossary_words_schema,
    lesson_schema,
    lesson_words_schema,
)
from tests.course.lessons import COURSE, LESSON, OVERLAY

SCHEMAS = [
    lesson_schema(),
    course_schema(),
    lesson_words_schema(),
    course_words_schema(),
    glossary_schema(),
    glossary_words_schema(),
]


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema["title"])
def test_schema_is_one_and_names_itself(schema: dict[str, object]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def is_valid(text: str, schema: dict[str, object]) -> bool:
    return jsonschema.Draft202012Validator(schema).is_valid(parse_document(Path("f"), text).data)


def test_schema_takes_what_the_loader_takes_and_refuses_the_misfit() -> None:
    assert is_valid(LESSON, lesson_schema())
    assert is_valid(OVERLAY, lesson_words_schema())
    assert is_valid(COURSE, course_schema())
    assert not is_valid(LESSON.replace("solution", "soluton"), lesson_schema())
    assert not is_valid(LESSON.replace("minutes: 5", "minutes: five"), lesson_schema())


def test_schema_describes_every_key_of_a_lesson_for_an_editor() -> None:
    schema = lesson_schema()
    for name in ("Exercise", "Check", "Quiz", "Read"):
        for key, told in schema["$defs"][name]["properties"].items():
            assert key == "kind" or told.get("description"), f"{name}.{key}"


def test_builtin_files_fit_their_schemas() -> None:
    course = open_course()
    jsonschema.validate(read_document(BUILTIN / "course.yaml").data, course_schema())
    jsonschema.validate(read_document(BUILTIN / "glossary.yaml").data, glossary_schema())
    jsonschema.validate(read_document(BUILTIN / "glossary.zh.yaml").data, glossary_words_schema())
    for lesson_id in course.lesson_ids:
        file = course.lesson_file(lesson_id)
        jsonschema.validate(read_document(file).data, lesson_schema())
        for overlay in file.parent.glob(f"{file.stem}.*.yaml"):
            jsonschema.validate(read_document(overlay).data, lesson_words_schema())
