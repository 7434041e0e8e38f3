from __future__ import annotations

import pytest

from tui.finding import Match, index_from, matches, replaced, stepped

LINES = ["Tensor = tensor", "", "tensors of a tensor"]
FOUND = [Match(0, 0, 6), Match(0, 9, 15), Match(2, 0, 6), Match(2, 13, 19)]


def test_capitals_count_only_when_the_query_has_one() -> None:
    assert matches(LINES, "tensor") == FOUND
    assert matches(LINES, "Tensor") == FOUND[:1]


def test_a_query_is_plain_text_and_an_empty_one_finds_nothing() -> None:
    assert matches(["a.b", "axb"], "a.b") == [Match(0, 0, 3)]
    assert matches(LINES, "") == []


@pytest.mark.parametrize(("place", "index"), [((0, 0), 0), ((0, 1), 1), ((1, 0), 2), ((2, 14), 0)])
def test_a_search_begins_where_one_is_and_goes_around(place: tuple[int, int], index: int) -> None:
    assert index_from(FOUND, *place) == index
    assert index_from([], *place) is None


@pytest.mark.parametrize(
    ("place", "direction", "index"),
    [((0, 0), 1, 1), ((2, 13), 1, 0), ((0, 3), 1, 1), ((0, 0), -1, 3), ((1, 0), -1, 1), ((2, 13), -1, 2)],
)
def test_steps_go_on_and_back_around_the_ends(place: tuple[int, int], direction: int, index: int) -> None:
    assert stepped(FOUND, *place, direction) == index


def test_all_matches_are_replaced_also_by_longer_text() -> None:
    assert replaced(LINES, FOUND, "array (n)") == ["array (n) = array (n)", "", "array (n)s of a array (n)"]
    assert replaced(LINES, [], "x") == LINES
