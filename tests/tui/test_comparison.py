from __future__ import annotations

from dataclasses import replace

from course.message import Message
from grader.verdict import CheckResult, Summary
from tests.tui.summarised import listed, scalar, tensor
from tui.comparison import Comparison, compared


def failed(expected: Summary | None, actual: Summary | None, count: int | None = None) -> Comparison:
    """The comparison of a check that failed."""
    message = Message("grader-values", {"count": count, "index": "[0]"}) if count is not None else None
    check = CheckResult("x", "failed", 1, reason="values", expected=expected, actual=actual, message=message)
    return compared(check)


def facts(found: Comparison) -> list[tuple[str, object, str | None, bool | None]]:
    return [(fact.name, fact.actual, fact.expected, fact.agrees) for fact in found.facts]


def test_what_differs_comes_first_and_equal_numbers_of_another_dtype_are_equal() -> None:
    found = failed(tensor([[0, 0]], "int64"), tensor([[0.0, 0.0]]))
    assert facts(found) == [
        ("dtype", "float32", "int64", False),
        ("shape", "(1, 2)", "(1, 2)", True),
        ("values", Message("app-fact-all-equal"), None, True),
    ]
    assert found.grids is None
    assert found.tells("dtype")
    assert not found.tells("requires_grad")


def test_elements_that_differ_are_marked_on_both_sides() -> None:
    found = failed(tensor([[1.0, 2.0], [3.0, 4.0]]), tensor([[1.0, 2.0], [3.5, 4.0]]))
    assert found.grids is not None
    assert found.grids.expected is not None
    assert found.grids.actual.marked == found.grids.expected.marked == {2}
    assert found.facts[0].actual == Message("app-fact-differ", {"count": 1, "total": 4, "most": 0})


def test_the_judge_knows_better_how_many_elements_differ() -> None:
    found = failed(tensor([1.0, 2.0, 3.0]), tensor([1.001, 2.5, 3.0]), count=1)
    assert found.grids is not None
    assert found.grids.actual.marked == {1}


def test_nan_equals_nan_and_differs_from_numbers() -> None:
    found = failed(tensor(["nan", "nan"]), tensor(["nan", 1.0]))
    assert found.grids is not None
    assert found.grids.actual.marked == {1}


def test_tensors_of_other_shapes_are_shown_without_marks() -> None:
    found = failed(tensor([[1.0, 2.0]]), tensor([1.0, 2.0]))
    assert facts(found)[0] == ("shape", "(2,)", "(1, 2)", False)
    assert found.grids is not None
    assert not found.grids.actual.marked


def test_a_tensor_with_one_element_and_no_dimension_is_a_fact() -> None:
    found = failed(tensor(1.5), tensor(2.5))
    assert facts(found)[0] == ("value", "2.5", "1.5", False)
    assert found.grids is None


def test_the_device_is_told_only_when_it_differs() -> None:
    elsewhere = {**tensor([1.0]), "device": "cuda:0"}
    assert ("device", "cpu", "cuda:0", False) in facts(failed(elsewhere, tensor([1.0])))
    assert "device" not in {fact.name for fact in failed(tensor([2.0]), tensor([1.0])).facts}


def test_large_tensors_have_no_numbers() -> None:
    large = {"type": "tensor", "shape": [100, 100], "dtype": "float32", "device": "cpu"}
    found = failed(large, large)
    assert not found.has_numbers
    assert not found.tells("values"), "then the judge's sentence is the only word on it"


def test_scalars_are_compared_in_a_line_and_types_strictly() -> None:
    assert facts(failed(scalar(3), scalar(4))) == [("value", "4", "3", False)]
    assert facts(failed(scalar(True), scalar(1)))[0] == ("type", "int", "bool", False)
    assert facts(failed(scalar(3), tensor([3.0])))[0] == ("type", "tensor", "int", False)


def test_of_texts_the_lines_around_the_first_difference_are_shown() -> None:
    expected = "\n".join(f"line {number}" for number in range(40))
    found = failed(scalar(expected), scalar(expected.replace("line 30", "line x")))
    assert any(pair.number == 31 and not pair.agrees for pair in found.lines)
    assert len(found.lines) <= 12


def test_a_list_is_compared_item_by_item_and_shows_the_numbers_of_the_first_tensor_that_differs() -> None:
    expected = listed(scalar(1), tensor([1.0, 2.0]), scalar("a"))
    actual = listed(scalar(1), tensor([1.0, 3.0]))
    found = failed(expected, actual)
    wrong = {fact.name for fact in found.facts if fact.agrees is False}
    assert wrong == {"length", "[1]", "[2]"}
    assert found.grids is not None
    assert found.grids.name == "[1]"


def test_a_dict_is_compared_key_by_key() -> None:
    def told(**items: int) -> Summary:
        pairs = [[scalar(key), scalar(value)] for key, value in items.items()]
        return {"type": "dict", "length": len(pairs), "items": pairs}

    found = failed(told(a=1, b=2), told(a=1, c=2))
    assert {fact.name: fact.agrees for fact in found.facts} == {
        "length": True,
        "['a']": True,
        "['b']": False,
        "['c']": False,
    }


def test_modules_are_compared_by_their_parameters() -> None:
    expected = {"type": "Linear", "parameters": [["weight", [3, 4], True], ["bias", [3], True]]}
    actual = {"type": "Linear", "parameters": [["weight", [4, 3], True], ["bias", [3], True]]}
    assert facts(failed(expected, actual))[0] == ("weight", "(4, 3)", "(3, 4)", False)


def test_where_nothing_is_expected_the_value_alone_is_shown() -> None:
    found = failed(None, tensor([[1.0, 2.0]]))
    assert {fact.agrees for fact in found.facts} == {None}
    assert found.grids is not None
    assert found.grids.expected is None


def test_what_is_not_defined_has_nothing_to_show() -> None:
    assert failed(tensor([1.0]), {"type": "undefined"}) == Comparison()
    assert failed(tensor([1.0]), None) == Comparison()


def test_an_exception_is_not_compared_for_its_sentence_says_all() -> None:
    told: Summary = {"type": "RuntimeError", "value": "RuntimeError: sizes"}
    check = CheckResult("a", "failed", 1, reason="raised", expected=tensor([1.0, 2.0]), actual=told)
    assert compared(check) == Comparison()
    assert compared(replace(check, reason="type")) != Comparison()
