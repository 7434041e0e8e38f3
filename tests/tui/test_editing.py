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


@pytest.mark.parametrize(
    ("before", "after", "inserted"),
    [("f(", ")", "\n"), ("    x = {", "},", "\n    "), ("f(a", ")", ""), ("f(", "]", ""), ("", "", "")],
)
def test_enter_between_brackets_puts_the_closer_on_a_line_of_its_own(
    before: str, after: str, inserted: str
) -> None:
    assert editing.closing_break(before, after) == inserted


@pytest.mark.parametrize(
    ("above", "line", "indent"),
    [
        (["if x:", "    a()"], "    else:", ""),
        (["    if x:", "        a()"], "        elif y:", "    "),
        (["if x:", "    a()"], "else:", None),
        (["if x:", "    if y:", "        a()", "    b()"], "    else:", ""),
        (["if x:", "    if y:", "        return a"], "    else:", None),
        (["for a in b:", "    if a:", "        a()", "# note", ""], "        else:", "    "),
        (["try:", "    a()"], "    except ValueError as error:", ""),
        (["try:", "    a()", "except E:", "    b()"], "    finally:", ""),
        (["match x:", "    case 1:", "        a()"], "        case 2:", "    "),
        (["match x:"], "    case 1:", None),
        (["async for a in b:", "    a()"], "    else:", ""),
        (["a()"], "    else:", None),
        (["if x:", "    a()"], "    elif y[1:", None),
        (["if x:", "    a()"], "    elsewhere:", None),
    ],
)
def test_a_clause_goes_to_the_block_that_it_ends(above: list[str], line: str, indent: str | None) -> None:
    assert editing.clause_indent(line, above) == indent


def test_what_the_editor_holds_ends_its_lines_alike_and_has_whole_characters() -> None:
    assert editing.readable("a\r\nb\rc\nd") == "a\nb\nc\nd"
    assert editing.readable("x = '\ud83d'") == "x = '\ufffd'"


def test_a_paste_brings_spaces_for_tabs_that_indent_and_nothing_unseen() -> None:
    assert editing.pasted("if x:\r\n\ty = '\t'\r\n  \tz") == "if x:\n    y = '\t'\n    z"
    assert editing.pasted("\ufeffx\xa0=\xa01\x00\x1b\u200b") == "x = 1"
