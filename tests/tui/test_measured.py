from __future__ import annotations

from dataclasses import replace

from course.catalogue import Catalogue
from course.message import Message
from grader.verdict import CheckResult
from tests.tui.summarised import difference, listed, tensor
from tests.tui.test_magnifier import blocks
from tui.comparison import compared
from tui.facts import Comparison
from tui.measured import measured
from tui.side_by_side import SideBySide


def facts(found: Comparison) -> dict[str, tuple[object, str | None, bool | None]]:
    return {fact.name: (fact.actual, fact.expected, fact.agrees) for fact in found.facts}


def test_counts_errors_and_what_is_not_finite_are_facts() -> None:
    told = facts(measured(difference([1.0, 2.0, "nan"], [1.0, 3.0, 4.0])))
    count = {"count": 2, "total": 3, "first": "[1]"}
    errors = {"error": "1", "index": "[1]", "relative": "0.5", "where": "[1]"}
    assert told["values"] == (Message("app-fact-unlike", count), None, False)  # type: ignore[arg-type]
    assert told["error"] == (Message("app-fact-error-both", errors), None, None)  # type: ignore[arg-type]
    assert told["nan"] == ("0", "1", False)
    assert "inf" not in told


def test_a_graph_that_is_missing_is_a_fact_where_all_elements_are_equal() -> None:
    found = difference([1.0], [1.0])
    found = replace(found, expected=replace(found.expected, requires_grad=True))
    assert facts(measured(found))["requires_grad"] == ("False", "True", False)
    assert measured(found).grids is None


def test_three_grids_stand_beside_each_other_where_they_fit_and_two_where_not() -> None:
    check = CheckResult("x", "failed", 1, expected=tensor([[1.0, 2.0]] * 2), actual=tensor([[1.0, 2.5]] * 2))
    found = compared(replace(check, difference=difference([[1.0, 2.0]] * 2, [[1.0, 2.5]] * 2)))
    sides = SideBySide(found, Catalogue.load("en"))
    wide, narrow = (sides.numbers(width).plain.splitlines() for width in (60, 30))
    assert wide[0].split() == ["yours", "expected", "difference"]
    assert wide[1].split() == ["1.0", "2.5✗", "1.0", "2.0", "·", "+0.5"]
    assert narrow[0].split() == ["yours", "expected"]


def test_of_a_large_tensor_the_surroundings_of_the_largest_difference_are_shown() -> None:
    grids = measured(blocks()).grids
    assert grids is not None
    assert grids.name == "[1, 4:5, 20:22]"
    assert grids.actual.marked == {1}


def test_the_tensor_of_a_list_that_differs_is_the_one_measured() -> None:
    same, one, other = tensor([1.0]), tensor([1.0, 2.0]), tensor([1.0, 5.0])
    check = CheckResult("x", "failed", 1, expected=listed(same, one), actual=listed(same, other))
    found = compared(replace(check, difference=difference([1.0, 2.0], [1.0, 5.0], "x[1]")))
    assert found.grids is not None
    assert (found.grids.name, found.grids.actual.marked) == ("[1]", {1})
    assert found.grids.difference is not None
