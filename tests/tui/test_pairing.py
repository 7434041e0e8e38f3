"""The rules of pairs, with `|` for the cursor."""

from __future__ import annotations

import pytest

from tui import pairing
from tui.scanning import Place, place_after


def around(text: str) -> tuple[str, str]:
    before, _, after = text.partition("|")
    return before, after


@pytest.mark.parametrize(
    ("text", "typed", "added"),
    [
        ("print|", "(", ")"),
        ("x = |", "[", "]"),
        ("call(|)", "{", "}"),
        ("f(|, y)", "(", ")"),
        ("|name", "(", ""),
        ("|(x)", "(", ""),
        ("x = |", '"', '"'),
        ("x = f|", "'", "'"),
        ("x = rb|", "'", "'"),
        ("print(|)", '"', '"'),
        ("don|", "'", ""),
        ("2|", "'", ""),
        ("'it|", '"', ""),
        ("'a'|", "'", ""),
        ("# don|", "(", ""),
        ("'(|'", "(", ""),
        ("f'{x}|'", "{", "}"),
        ('""|', '"', '"""'),
        ('    f""|', '"', '"""'),
        ('"a""|', '"', ""),
        ("x|", "y", ""),
    ],
)
def test_closers_are_added_where_they_help(text: str, typed: str, added: str) -> None:
    assert pairing.closer(typed, *around(text)) == added


@pytest.mark.parametrize(
    ("text", "typed", "over"),
    [
        ("f(x|)", ")", True),
        ("f((x|)", ")", False),
        ("    bar(1), baz(2|))", ")", True),
        ("'abc|'", "'", True),
        ("'abc|'", '"', False),
        ("x = |'abc'", "'", False),
        ("f(|]", ")", False),
        ("'(|)'", ")", False),
        ("f'{x|}'", "}", True),
        ('"""a|"""', '"', True),
        ('"""a"|""', '"', True),
        ('"""a""|"', '"', True),
        ("# (|)", ")", False),
        ("f(|x)", "x", False),
    ],
)
def test_a_closer_that_is_there_is_stepped_over(text: str, typed: str, over: bool) -> None:
    assert pairing.steps_over(typed, *around(text)) is over


@pytest.mark.parametrize(
    ("text", "gone"),
    [("(|)", 1), ("((|)", 0), ("'|'", 1), ("''|", 0), ('"""|"""', 3), ("'(|)'", 0), ("(|x)", 0), ("|)", 0)],
)
def test_backspace_takes_the_closer_of_an_empty_pair(text: str, gone: int) -> None:
    assert pairing.empty_pair(*around(text)) == gone


def test_a_string_from_above_is_known() -> None:
    inside = Place('"""')
    assert pairing.closer("(", "text ", "", inside) == ""
    assert pairing.steps_over('"', "    ", '"""', inside)


def test_a_place_knows_its_string_comment_and_brackets() -> None:
    assert place_after("x = f'a{") == Place("'", formatted=True)
    assert place_after("f(a[1], '(' # )") == Place(comment=12, brackets="(")
    assert place_after(r"'it\'s") == Place("'")
    assert place_after('end""" + g(', Place('"""')) == Place(brackets="(")
