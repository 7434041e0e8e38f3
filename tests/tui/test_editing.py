from __future__ import annotations

import pytest

from tui import editing


@pytest.mark.parametrize(
    ("before", "inserted"),
    [
        ("x = 1", "\n"),
        ("    x = 1", "\n    "),
        ("for i in x:", "\n    "),
        ("    if x:  # why", "\n        "),
        ("d = x[1:", "\n"),
        ("call(", "\n    "),
        ("s = '#:'", "\n"),
        ("def f(x):", "\n    "),
        ("    return x", "\n"),
        ("        break", "\n    "),
        ("    return (x,", "\n    "),
        ("    returned = x", "\n    "),
        ("", "\n"),
    ],
)
def test_enter_keeps_opens_and_closes_blocks(before: str, inserted: str) -> None:
    assert editing.line_break(before) == inserted


@pytest.mark.parametrize(
    ("before", "width"), [("", 0), ("x", 1), ("    ", 4), ("      ", 2), (" ", 1), ("  x  ", 1), ("\t", 1)]
)
def test_backspace_takes_a_level_of_indentation(before: str, width: int) -> None:
    assert editing.backspace_width(before) == width


def test_comments_stand_at_the_shallowest_line_and_come_off_again() -> None:
    lines = ["    a = 1", "", "        b = 2"]
    commented = editing.toggle_comment(lines)
    assert commented == ["    # a = 1", "", "    #     b = 2"]
    assert editing.toggle_comment(commented) == lines


def test_a_comment_without_a_blank_comes_off() -> None:
    assert editing.toggle_comment(["#x", "# y"]) == ["x", "y"]


def test_only_blank_lines_stay_as_they_are() -> None:
    assert editing.toggle_comment(["", "  "]) == ["", "  "]


def test_indenting_and_dedenting_are_each_others_undoing() -> None:
    lines = ["a", "", "    b"]
    assert editing.indent_lines(lines) == ["    a", "", "        b"]
    assert editing.dedent_lines(editing.indent_lines(lines)) == lines
    assert editing.dedent_lines(["  a", "b"]) == ["a", "b"]


def test_a_hash_in_quotes_is_no_comment() -> None:
    assert editing.without_comment("x = '# no'  # yes") == "x = '# no'"
    assert editing.without_comment(r"x = 'it\'s # no'") == r"x = 'it\'s # no'"
