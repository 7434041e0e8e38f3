from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from course import catalogue
from course.catalogue import LANGUAGES, MESSAGES, Catalogue, guess_language
from course.message import Message


class _Variables(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802
        self.names.add(node.id.name)


def variables(entry: Any) -> frozenset[str]:
    visitor = _Variables()
    visitor.visit(entry)
    return frozenset(visitor.names)


def entries(lang: str) -> list[tuple[str, Any]]:
    files = sorted((MESSAGES / lang).glob("*.ftl"))
    assert files
    return [
        (file.name, entry) for file in files for entry in FluentParser().parse(file.read_text("utf-8")).body
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_catalogues_parse_and_name_each_message_once(lang: str) -> None:
    junk = [(name, entry.content) for name, entry in entries(lang) if isinstance(entry, ast.Junk)]
    assert not junk
    counts = Counter(entry.id.name for _, entry in entries(lang) if isinstance(entry, ast.Message | ast.Term))
    assert [key for key, count in counts.items() if count > 1] == []


def test_languages_have_the_same_messages_with_the_same_variables_in_the_same_files() -> None:
    told = {
        lang: {
            (name, entry.id.name): variables(entry)
            for name, entry in entries(lang)
            if isinstance(entry, ast.Message)
        }
        for lang in LANGUAGES
    }
    for lang in LANGUAGES[1:]:
        assert told[lang] == told[LANGUAGES[0]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_message_is_said_in_full(lang: str) -> None:
    words = Catalogue.load(lang)
    for _, entry in entries(lang):
        if isinstance(entry, ast.Message):
            said = words.text(entry.id.name, **dict.fromkeys(variables(entry), 2))
            assert said
            assert said != entry.id.name
            assert "{" not in said


@pytest.fixture
def messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory of catalogues for a test to write."""
    for lang in LANGUAGES:
        (tmp_path / lang).mkdir()
    monkeypatch.setattr(catalogue, "MESSAGES", tmp_path)
    return tmp_path


def test_fallback_is_english_and_then_the_key(messages: Path) -> None:
    (messages / "en" / "a.ftl").write_text("both = yes\nonly-english = English { $n }\n")
    (messages / "zh" / "b.ftl").write_text("both = 是\nbroken = { $\n", encoding="utf-8")
    words = Catalogue.load("zh")
    assert [words.text(key, n=1) for key in ("both", "only-english", "broken", "nothing")] == [
        "是",
        "English 1",
        "broken",
        "nothing",
    ]
    assert Catalogue.load("xx").text("both") == "yes"


def test_messages_of_many_lines_plurals_and_references(messages: Path) -> None:
    (messages / "en" / "a.ftl").write_text(
        "# A comment.\n-course = blitz\nlines =\n    one\n    two\n# Another.\n"
        "count = { $n ->\n    [one] one step\n   *[other] { $n } steps\n} of { -course }, { plain }\n"
        "plain = no = yes\n"
    )
    words = Catalogue.load("en")
    assert words.text("lines") == "one\ntwo"
    assert words.render(Message("count", {"n": 1})) == "one step of blitz, no = yes"
    assert words.render(Message("count", {"n": 12345})) == "12345 steps of blitz, no = yes"


def test_numbers_are_written_in_full(messages: Path) -> None:
    (messages / "en" / "a.ftl").write_text("say = { $value }\n")
    words = Catalogue.load("en")
    assert [words.text("say", value=value) for value in (1e-5, 0.25, 1234, "1,5", True)] == [
        "1e-05",
        "0.25",
        "1234",
        "1,5",
        "True",
    ]
    assert "value" in words.text("say")


def test_plain_messages_are_said_without_importing_fluent() -> None:
    code = (
        "import sys; from course.catalogue import Catalogue; words = Catalogue.load('zh')\n"
        "assert words.text('progress-full') != 'progress-full'\n"
        "assert not any('fluent' in module for module in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB"}, "en"),
        ({"LANG": "de_DE", "LC_MESSAGES": "zh"}, "zh"),
        ({"LANG": "zh_CN", "LC_ALL": ""}, "zh"),
        ({"LANG": "zhuang"}, "en"),
    ],
)
def test_language_is_guessed_from_the_environment(environ: dict[str, str], lang: str) -> None:
    assert guess_language(environ) == lang


def test_a_long_value_is_shortened_and_said() -> None:
    said = Catalogue.load("en").text(
        "grader-exception", name="f(x)", actual="KeyError", expected="ValueError", message="a" * 5_000
    )
    assert "ValueError" in said
    assert "aaa…" in said
