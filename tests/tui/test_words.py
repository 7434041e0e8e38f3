"""The words of the app and the command line: none is missing in a language, none is left over, all variables agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course.catalogue import LANGUAGES, MESSAGES, read_entries
from tui.actions import COMMANDS

TUI = Path(__file__).parents[2] / "tui"
FILES = ("app.ftl", "cli.ftl", "state.ftl", "results.ftl")


def own(language: str) -> dict[str, str]:
    return {key: text for key, text in read_entries(language).items() if key.startswith(("app-", "cli-"))}


def variables(entry: str) -> set[str]:
    return set(re.findall(r"\{\s*\$(\w+)", entry))


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_sentence_is_there_in_every_language_with_the_same_variables(language: str) -> None:
    original, translated = own("en"), own(language)
    assert original.keys() == translated.keys()
    assert {key: variables(text) for key, text in original.items()} == {
        key: variables(text) for key, text in translated.items()
    }


def test_no_sentence_is_written_twice() -> None:
    for language in LANGUAGES:
        for name in FILES:
            keys = re.findall(r"^([a-z][\w-]*) *=", (MESSAGES / language / name).read_text(), re.MULTILINE)
            assert len(keys) == len(set(keys)), (language, name)


def test_every_key_in_the_code_is_in_the_catalogue() -> None:
    source = "".join(file.read_text() for file in TUI.rglob("*.py"))
    used = set(re.findall(r"""["']((?:app|cli)-[a-z-]*[a-z])["']""", source))
    assert len(used) > 30
    assert used <= own("en").keys()


def test_no_sentence_is_left_over() -> None:
    source = "".join(file.read_text() for file in TUI.rglob("*.py"))
    stems = set(re.findall(r"""["']((?:app|cli)-[a-z-]*)\{""", source))
    said = {f"app-do-{item.id}" for item in COMMANDS} | {f"app-do-{item.id}-help" for item in COMMANDS}
    said |= set(re.findall(r"""["']((?:app|cli)-[a-z-]+)["']""", source))
    left = {key for key in own("en") if key not in said and not any(key.startswith(stem) for stem in stems)}
    assert not left


def test_no_sentence_about_what_is_kept_is_left_over() -> None:
    source = "".join(
        file.read_text() for room in ("tui", "course") for file in (TUI.parent / room).rglob("*.py")
    )
    stems = tuple(set(re.findall(r"""["']([a-z]+-[a-z-]*)\{""", source)))
    told = (MESSAGES / "en" / "state.ftl").read_text()
    keys = re.findall(r"^([a-z][\w-]*) *=", told, re.MULTILINE)
    assert keys
    said = set(re.findall(r"""["']([a-z]+-[a-z-]+)["']""", source)) | set(
        re.findall(r"\{ ([a-z-]+) \}", told)
    )
    assert not {key for key in keys if key not in said and not key.startswith(stems)}
