"""A replay token belongs to one exercise as it was."""

import pytest

from grader.tokens import belongs, new_token
from tests.grader.conftest import build

PARTS = {
    "solution": "def f(x): return x * 2",
    "given": {"w": "torch.randn(2)"},
    "checks": [{"name": "doubles", "given": {"x": "torch.randn(3)"}, "observe": "f(x)"}],
}
EXERCISE = build(**PARTS)


def test_a_token_belongs_to_its_exercise_and_differs_from_the_next():
    first, second = new_token(EXERCISE), new_token(EXERCISE)
    assert first != second
    assert belongs(first, EXERCISE)
    assert belongs(second, build(**PARTS))


def test_translated_words_and_another_solution_make_no_other_exercise():
    (check,) = PARTS["checks"]
    said = build(**{**PARTS, "text": "做出来。", "checks": [{**check, "name": "加倍"}]})
    assert belongs(new_token(EXERCISE), said)
    assert belongs(new_token(EXERCISE), build(**{**PARTS, "solution": "f = lambda x: x + x"}))


@pytest.mark.parametrize(
    "changed",
    [
        {"id": "other"},
        {"setup": "base = 1"},
        {"helpers": "def g(): return 1"},
        {"given": {"w": "torch.randn(3)"}},
        {"cases": {"n": [1, 2]}},
        {"checks": [{"given": {"x": "torch.randn(4)"}, "observe": "f(x)"}]},
        {"checks": [{"given": {"x": "torch.randn(3)"}, "observe": "f(x + 1)"}]},
        {"checks": [{"given": {"x": "torch.randn(3)"}, "observe": "f(x)", "hidden": True}]},
    ],
    ids=str,
)
def test_whatever_makes_cases_makes_another_exercise(changed):
    assert not belongs(new_token(EXERCISE), build(**{**PARTS, **changed}))


@pytest.mark.parametrize("token", ["", "-", "c1f0", "zeros"])
def test_what_is_no_token_belongs_to_nothing(token):
    assert not belongs(token, EXERCISE)
