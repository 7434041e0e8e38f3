"""What the linter sees by reading alone of the files that all lessons of a course share."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.lint import lint_shared
from course.loader import open_course
from tests.course.lessons import write_course

GLOSSARY = """\
format: 1
terms:
  - {id: tensor, term: tensor, text: A block of numbers.}
  - {id: shape, term: shape, text: How they are arranged.}
"""
WORDS = """\
terms:
  tensor: {term: 张量, text: 一块数。}
  shape: {term: 形状, text: 怎么排列。}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course with nothing wrong."""
    write_course(tmp_path)
    (tmp_path / "course.zh.yaml").write_text("title: 小课程\n")
    (tmp_path / "glossary.yaml").write_text(GLOSSARY)
    (tmp_path / "glossary.zh.yaml").write_text(WORDS)
    return tmp_path


def found(root: Path) -> list[tuple[str, str, int | None]]:
    return [(each.code, each.file.name, each.line) for each in lint_shared(open_course(root))]


def test_a_course_with_all_its_words_has_no_finding(root: Path) -> None:
    assert found(root) == []


def test_missing_words_are_found_where_they_are_missing(root: Path) -> None:
    (root / "course.zh.yaml").unlink()
    (root / "glossary.zh.yaml").write_text("terms:\n  tensor: {term: 张量}\n")
    assert found(root) == [
        ("translation-missing", "course.yaml", None),
        ("translation-partial", "glossary.zh.yaml", 2),
        ("translation-missing", "glossary.zh.yaml", None),
    ]
    (root / "glossary.zh.yaml").unlink()
    assert found(root)[1:] == [("translation-missing", "glossary.yaml", None)]


def test_a_glossary_that_cannot_be_read_is_told_with_its_place(root: Path) -> None:
    (root / "glossary.yaml").write_text(GLOSSARY.replace("term: shape", "trem: shape"))
    assert {(code, line) for code, _, line in found(root)} == {("unusable", 4)}
    (root / "glossary.yaml").unlink()
    (root / "glossary.zh.yaml").unlink()
    assert found(root) == []
