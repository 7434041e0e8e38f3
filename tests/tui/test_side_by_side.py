from __future__ import annotations

import re

from rich.cells import cell_len

from course.catalogue import Catalogue
from grader.verdict import CheckResult, Summary
from tests.tui.summarised import scalar, tensor
from tui.comparison import compared
from tui.side_by_side import SideBySide

WORDS = Catalogue.load("en")


def sides(expected: Summary, actual: Summary, language: str = "en") -> SideBySide:
    check = CheckResult("x", "failed", 1, reason="values", expected=expected, actual=actual)
    return SideBySide(compared(check), Catalogue.load(language))


def lines(shown: SideBySide, width: int) -> list[str]:
    return [line.rstrip() for line in shown.numbers(width).plain.split("\n")]


def test_facts_are_a_table_that_says_what_was_expected() -> None:
    shown = sides(tensor([[0]], "int64"), tensor([[0.0]]))
    assert shown.facts(60).plain.split("\n") == [
        "dtype    float32     ✗ expected int64",
        "shape    (1, 1)      ✓",
        "values   all equal   ✓",
    ]


def test_facts_too_long_for_a_line_are_stacked() -> None:
    shown = sides(scalar("x" * 60), scalar("y" * 60))
    told = shown.facts(50)
    assert told.plain.startswith("value ✗\n  'yyy")
    assert max(line.cell_length for line in told.split()) <= 50


def test_matrices_stand_beside_each_other_with_signs_at_what_differs() -> None:
    shown = sides(tensor([[1.0, 2.0], [3.0, 4.0]]), tensor([[1.0, 2.0], [-3.5, 4.0]]))
    assert lines(shown, 60) == [
        "yours         expected",
        " 1.0   2.0     1.0   2.0",
        "-3.5✗  4.0     3.0   4.0",
    ]


def test_matrices_too_wide_for_that_are_stacked() -> None:
    wide = [[float(column) for column in range(12)]] * 2
    odd = [wide[0], [9.5, *wide[0][1:]]]
    shown = lines(sides(tensor(wide), tensor(odd)), 76)
    assert shown[0] == "yours"
    assert "expected" in shown
    assert max(map(len, shown)) <= 76


def test_vectors_stand_below_each_other() -> None:
    assert lines(sides(tensor([1.0, 2.0]), tensor([1.0, 5.0])), 60) == [
        "yours     1.0  5.0✗",
        "expected  1.0  2.0",
    ]


def test_the_part_with_the_first_difference_is_shown_of_what_does_not_fit() -> None:
    expected = [[0.0] * 20 for _ in range(20)]
    actual = [row[:] for row in expected]
    actual[15][17] = 7.5
    shown = lines(sides(tensor(expected), tensor(actual)), 50)
    assert any("7.5✗" in line and line.startswith("…") for line in shown)
    assert any("/ 20" in line for line in shown)


def test_of_three_dimensions_the_matrix_that_differs_is_shown_and_named() -> None:
    expected = [[[0.0, 0.0]], [[0.0, 0.0]]]
    actual = [[[0.0, 0.0]], [[0.0, 1.0]]]
    assert lines(sides(tensor(expected), tensor(actual)), 60)[0] == "[1, :, :]"


def test_numbers_that_differ_look_different() -> None:
    shown = lines(sides(tensor([1.0], "float64"), tensor([1.00001], "float64")), 60)
    assert shown == ["yours     1.00001✗", "expected  1.00000"]


def test_texts_are_compared_line_by_line() -> None:
    shown = lines(sides(scalar("a\nb\nc"), scalar("a\nx\nc")), 60)
    assert shown[1].split() == ["1", "a", "a"]
    assert shown[2].split() == ["✗", "2", "x", "b"]


def test_chinese_words_keep_the_table_aligned() -> None:
    table = sides(tensor([[0]], "int64"), tensor([[1.0]]), "zh").facts(70)
    before = [re.split("[✓✗]", line.plain)[0] for line in table.split()]
    assert len({cell_len(text) for text in before}) == 1
