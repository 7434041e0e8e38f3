"""The words of the program: none is missing in a language, none is left over, all variables agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course.catalogue import LANGUAGES, MESSAGES, read_entries
from tui.actions import COMMANDS
from tui.plain.commands import COMMANDS as SPOKEN

HOME = Path(__file__).parents[2]
SOURCE = "".join(
    file.read_text() for room in ("course", "grader", "tui") for file in (HOME / room).rglob("*.py")
)
WORD = r"[a-z]+(?:-[a-z0-9]+)+"


def variables(entry: str) -> set[str]:
    return set(re.findall(r"\{\s*\$(\w+)", entry))


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_sentence_is_there_in_every_language_with_the_same_variables(language: str) -> None:
    original, translated = read_entries("en"), read_entries(language)
    assert original.keys() == translated.keys()
    assert {key: variables(text) for key, text in original.items()} == {
        key: variables(text) for key, text in translated.items()
    }


def test_no_sentence_is_written_twice() -> None:
    for language in LANGUAGES:
        told = "".join(file.read_text() for file in sorted((MESSAGES / language).glob("*.ftl")))
        keys = re.findall(r"^([a-z][\w-]*) *=", told, re.MULTILINE)
        assert len(keys) == len(set(keys)), {key for key in keys if keys.count(key) > 1}


def test_every_key_in_the_code_is_in_the_catalogue() -> None:
    used = set(re.findall(rf"""["']((?:app|cli|plain|progress|lint)-{WORD})["']""", SOURCE))
    assert len(used) > 30
    assert used <= read_entries("en").keys()


def test_no_sentence_is_left_over() -> None:
    entries = read_entries("en")
    stems = tuple(set(re.findall(rf"""["']((?:{WORD}|[a-z]+)-)\{{""", SOURCE)))
    said = {key for item in (*COMMANDS, *SPOKEN) for key in (item.label, item.help)}
    said |= set(re.findall(rf"""["']({WORD})["']""", SOURCE))
    said |= {key for text in entries.values() for key in re.findall(r"\{ ?(-?[a-z][a-z-]+)\b", text)}
    said |= {f"{key}-fix" for key in said}  # the advice on a finding of `doctor`
    assert not {key for key in entries if key not in said and not key.startswith(stems)}
