from __future__ import annotations

import math
import os
from pathlib import Path

import pytest
import yaml

from course import composer
from course.document import MAX_BYTES, parse_document, read_document
from course.problem import CourseError, Problem


def problems_of(content: bytes, tmp_path: Path) -> list[str]:
    file = tmp_path / "f.yaml"
    file.write_bytes(content)
    try:
        document = read_document(file)
    except CourseError as error:
        found = error.problems
    else:
        found = document.problems
    return [str(problem).removeprefix(f"{tmp_path}/") for problem in found]


BOMB = b"a: &a [1,1,1,1,1,1,1,1,1]\n" + b"".join(
    f"{new}: &{new} [{','.join(['*' + old] * 9)}]\n".encode()
    for old, new in [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")]
)

DEEP_BY_ALIAS = b"a: &a0 x\n" + b"".join(f"k{n}: &a{n} [*a{n - 1}]\n".encode() for n in range(1, 60))

HOSTILE: dict[bytes, list[str]] = {
    b"": ["f.yaml: this file is empty"],
    b"# only a comment\n": ["f.yaml: this file is empty"],
    b"\x89PNG\r\n\x1a\n\x00\x00": ["f.yaml: this is a binary file, not text"],
    "title: x".encode("utf-16"): ["f.yaml: this file is in UTF-16; save it as UTF-8"],
    "a: 1\nb: 中文 ".encode() + "é".encode("latin-1"): [
        "f.yaml:2:7: byte 15 (0xe9) is not UTF-8; save the file as UTF-8"
    ],
    b"a: x\x07y": ["f.yaml:1:5: the character U+0007 may not stand in YAML; delete it"],
    "a: x\r\nb: x\u2028y".encode(): ["f.yaml:2:5: the character U+2028 may not stand in YAML; delete it"],
    b"a:\n\tb: 1": ["f.yaml:2:1: a tab stands in the indentation; YAML is indented with spaces"],
    b"a:\n  b: 1\n \tc: 2": ["f.yaml:3:2: a tab stands in the indentation; YAML is indented with spaces"],
    b"text: a title: b": [
        "f.yaml:1:14: a `:` may not stand here; quote text that holds `: `, or check the indentation"
    ],
    b"a: [1, 2": ["f.yaml:1:4: the `[` opened here is never closed"],
    b"a: {b: c\nd: e": ["f.yaml:2:2: the `{` of line 1 needs a `,` or its end before this"],
    b"a: 'x\nb: c\n": ["f.yaml:1:4: the quote opened here is never closed"],
    b"a: @b": ["f.yaml:1:4: text cannot begin with `@`; put it in quotes"],
    b"a: `b`": ["f.yaml:1:4: text cannot begin with a backtick; put it in quotes"],
    b"text: - foo": ["f.yaml:1:7: a list cannot begin here; begin `- ` on a line of its own"],
    b"- a\nb: c": [
        "f.yaml:2:1: this does not continue the list of line 1; check the indentation and the `- `"
    ],
    b"a: 'b' c": [
        "f.yaml:1:8: this does not continue the mapping of line 1; check the indentation and quotes"
    ],
    b"a: |x\n  b": ["f.yaml:1:5: this cannot follow `|` or `>`; begin the text on the next line"],
    b"a: 1\n---\nb: 2": ["f.yaml:2:1: a second document begins here; a file holds one"],
    b"a: 1\n...\nxx": ["f.yaml:3:1: text stands here after the end of the document"],
    b"%YAML 3.0\n---\na: b": ["f.yaml:1:1: this version of YAML is not supported; delete the `%YAML` line"],
    b"a: *b": ["f.yaml:1:4: the alias `*b` has no anchor; put quotes around the text"],
    b"a: &x [*x]": ["f.yaml:1:8: the alias `*x` stands inside what it repeats"],
    b"a: !!python/object/apply:os.system [id]": [
        "f.yaml:1:4: the tag `!!python/object/apply:os.system` is not supported; put quotes around text"
    ],
    b"a: !important": ["f.yaml:1:4: the tag `!important` is not supported; put quotes around text"],
    b"a: !!int x\nb: 1e999": [
        "f.yaml:1:4: this is marked `!!int` and is not of that type",
        "f.yaml:2:4: this number is too large; write `.inf` for infinity",
    ],
    b"n: " + b"9" * 5000: ["f.yaml:1:4: a number of 5000 characters is too long"],
    b"a: 1\nb: {c: 1, c: 2}\na: 3\n<<: {d: 1}\n? [e]\n: f": [
        "f.yaml:2:11: the key `c` stands here twice, first in line 2",
        "f.yaml:3:1: the key `a` stands here twice, first in line 1",
        "f.yaml:4:1: merge keys (`<<`) are not read; write the keys out",
        "f.yaml:5:3: a list or a mapping cannot be a key; quote text that begins with `{` or `[`",
    ],
    b"[" * 100_000: ["f.yaml:1:41: lists and mappings are nested more than 40 deep"],
    b"a: " + b"{a: " * 100_000: ["f.yaml:1:157: lists and mappings are nested more than 40 deep"],
    BOMB: ["f.yaml:5:23: more than 50,000 values, aliases followed, are too many"],
    DEEP_BY_ALIAS: ["f.yaml:40:12: lists and mappings are nested more than 40 deep"],
    b"x" * (MAX_BYTES + 1): ["f.yaml: this file is larger than 2,000,000 bytes"],
}


@pytest.mark.parametrize("content", HOSTILE, ids=lambda content: repr(content[:30]))
@pytest.mark.parametrize("parser", ["C", "Python"])
def test_hostile_file_is_told_in_one_sentence_with_its_place(
    content: bytes, parser: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(composer, "_Loader", yaml.CSafeLoader if parser == "C" else yaml.SafeLoader)
    assert problems_of(content, tmp_path) == HOSTILE[content]


def test_what_is_no_file_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "d.yaml").mkdir()
    os.mkfifo(tmp_path / "p.yaml")
    told = {"d.yaml": "a directory, not a file", "p.yaml": "not a regular file", "m.yaml": "no such file"}
    for name, words in told.items():
        with pytest.raises(CourseError, match=words) as caught:
            read_document(tmp_path / name)
        assert caught.value.problems[0].line is None


def test_unreadable_file_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may read anything, so the refusal is made.
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "f.yaml").write_text("a: 1")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CourseError, match="this file cannot be read: Permission denied"):
        read_document(tmp_path / "f.yaml")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("y", "y"),
        ("1e-5", 1e-5),
        ("1.", 1.0),
        (".5", 0.5),
        ("012", 12),
        ("0o17", 15),
        ("0x1F", 31),
        ("-3", -3),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("2024-01-01", "2024-01-01"),
        ("true", True),
        ("tRue", "tRue"),
        ("FALSE", False),
        ("~", None),
        ("null", None),
        ("nUll", "nUll"),
        ("-.inf", -math.inf),
        ("'1'", "1"),
        ('"true"', "true"),
        ("!!str 1", "1"),
        ("!!float 1", 1.0),
        ("! 1", "1"),
        ("=", "="),
    ],
)
def test_scalars_follow_the_core_schema_of_yaml_1_2(written: str, value: object) -> None:
    read = parse_document(Path("f"), f"a: {written}").data["a"]
    assert (read, type(read)) == (value, type(value))


def test_places_are_those_of_an_editor() -> None:
    document = parse_document(
        Path("f"), "\ufeffa: 中\r\nlist:\r\n  - x\r\n  - {中文: 1, b: 2}\r\n".lstrip("\ufeff")
    )
    assert document.key_place(("list",)) == (2, 1)
    assert document.value_place(("list", 0)) == (3, 5)
    assert document.key_place(("list", 1, "b")) == (4, 13)
    assert document.value_place(("list", 1, "b")) == (4, 16)
    assert document.value_place(("list", 1, "missing")) == (4, 5)


def test_aliases_stand_for_what_they_repeat() -> None:
    assert parse_document(Path("f"), "a: &x [1]\nb: *x").data == {"a": [1], "b": [1]}


def test_problem_keeps_to_one_line_and_sends_no_command_to_a_terminal() -> None:
    told = str(Problem(Path("a\nb"), None, None, "unknown key `\x1b[2J`"))
    assert told == "a\\nb: unknown key `\\x1b[2J`"
