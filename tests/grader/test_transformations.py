"""What explains a wrong result: each transformation is recognised, and nothing is where chance could have done it."""

import math
from dataclasses import asdict

import pytest
import torch

from course.catalogue import Catalogue
from grader.reckoning import Count
from grader.relating import related
from grader.transformations import SIMPLEST, weighed


def told(*cases, counts=()):
    """The key and the values of the sentence on some cases, each an expected and an actual tensor."""
    answers = []
    for expected, actual in cases:
        found = related(torch.as_tensor(expected), torch.as_tensor(actual), counts)
        equal = expected.shape == actual.shape and torch.equal(expected, actual)
        answers.append({"reason": None if equal else "values", "found": [asdict(one) for one in found]})
    said = weighed(answers)
    return (said.key.removeprefix("tutor-"), said.values) if said is not None else (None, {})


def made(*shape, seed=0):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


X, CUBE, ROW = made(3, 4), made(2, 3, 4), made(7)
POSITIVE = X.abs() + 0.1
HALVES = torch.tensor([46.0, 43.0, 1.0, 3.5, 48.5, 1.0, 14.0])

RECOGNISED = [
    ("transposed", X, X.T, {}),
    ("transposed", torch.arange(6).reshape(2, 3), torch.arange(6).reshape(2, 3).T, {}),
    ("permuted", CUBE, CUBE.permute(0, 2, 1), {"axes": "(0, 2, 1)"}),
    ("reversed", ROW, ROW.flip(0), {"dim": 0}),
    ("reversed", torch.arange(12), torch.arange(12).flip(0), {"dim": 0}),
    ("reversed-along", X, X.flip(1), {"dim": 1}),
    ("reversed-all", CUBE, CUBE.flip(0, 1, 2), {}),
    ("rolled", ROW, ROW.roll(2), {"by": 2, "dim": 0}),
    ("rolled", X, X.roll(-1, 1), {"by": -1, "dim": 1}),
    ("squeezed", made(4, 1), made(4, 1)[:, 0], {"count": 1}),
    ("unsqueezed", ROW, ROW[:, None, None], {"count": 2}),
    ("flattened", X, X.flatten(), {"actual": "(12,)"}),
    ("reshaped", X, X.reshape(2, 6), {"actual": "(2, 6)"}),
    ("other-order", X.T, X.reshape(4, 3), {}),
    ("other-order", X.flatten(), X.T.flatten(), {}),
    ("table", ROW - 1, ROW[:, None] - torch.ones(1, 7), {"size": 7}),
    ("scaled", X, 5 * X, {"factor": "5"}),
    ("scaled", X, X / 2, {"factor": "1/2"}),
    ("scaled", X, X * math.log(2), {"factor": "ln 2"}),
    ("scaled", X, X * 0.123, {"factor": "0.123"}),
    ("shifted", X, X + 1, {"by": "1"}),
    ("shifted-down", X, X - 0.5, {"by": "1/2"}),
    ("negated", X, -X, {}),
    ("absolute", X, X.abs(), {}),
    ("squared", X, X**2, {}),
    ("rooted", POSITIVE, POSITIVE.sqrt(), {}),
    ("exponential", X, X.exp(), {}),
    ("logarithm", POSITIVE, POSITIVE.log(), {}),
    ("reciprocal", POSITIVE, 1 / POSITIVE, {}),
    ("truncated", 5 * made(4, 8), (5 * made(4, 8)).long(), {}),
    ("truncated", HALVES, HALVES.long(), {}),
    ("floored", 5 * made(4, 8), (5 * made(4, 8)).floor(), {}),
    ("rounded", 5 * made(4, 8), (5 * made(4, 8)).round(), {}),
    ("inverted", made(5, 5) > 0, made(5, 5) <= 0, {}),
    ("zeros-for-ones", (made(5, 5) > 0).long(), (made(5, 5) <= 0).long(), {}),
    (
        "counted-once",
        torch.tensor([3, 0, 1, 2, 5, 0, 1, 1, 2]),
        torch.tensor([1, 0, 1, 1, 1, 0, 1, 1, 1]),
        {},
    ),
    ("overflow", X, torch.where(X > 0.5, math.inf, X), {"total": 12}),
    ("sum-for-mean", made(4), 9 * made(4), {"where": "x.shape[0]", "size": 9}),
    ("mean-for-sum", made(4), made(4) / 9, {"where": "x.shape[0]", "size": 9}),
    ("n-minus-one", POSITIVE, POSITIVE * 9 / 8, {"size": 9}),
    ("n", POSITIVE, POSITIVE * 8 / 9, {"size": 9}),
    ("n-minus-one-root", POSITIVE, POSITIVE * math.sqrt(9 / 8), {"size": 9}),
    ("n-root", POSITIVE, POSITIVE * math.sqrt(8 / 9), {"size": 9}),
    ("times-root", X, X * math.sqrt(7), {"where": "x.shape[1]"}),
    ("over-root", X, X / math.sqrt(7), {"where": "x.shape[1]"}),
]


@pytest.mark.parametrize(("kind", "expected", "actual", "values"), RECOGNISED)
@pytest.mark.parametrize("dtype", [None, torch.float64])
def test_a_transformation_is_recognised(kind, expected, actual, values, dtype):
    if dtype is not None and expected.is_floating_point() and actual.is_floating_point():
        expected, actual = expected.to(dtype), actual.to(dtype)
    key, said = told((expected, actual), counts=(Count("x.shape[0]", 9), Count("x.shape[1]", 7)))
    assert (key, {name: said.get(name) for name in values}) == (kind, values)


NOTHING = [
    ("reversed with equal values", torch.tensor([2.0, 2.0]), torch.tensor([2.0, 3.0])),
    ("two integers that changed places", torch.tensor([1, 2]), torch.tensor([2, 1])),
    ("one number times another", torch.tensor(0.731), torch.tensor(1.462)),
    ("one number plus another", torch.tensor([0.731]), torch.tensor([1.731])),
    ("a small whole number and its negative", torch.tensor(3), torch.tensor(-3)),
    ("one flag", torch.tensor([True]), torch.tensor([False])),
    ("ones for zeros", torch.zeros(5, 3), torch.ones(5, 3)),
    ("twos for ones", torch.ones(5, 3), 2 * torch.ones(5, 3)),
    ("nothing but NaN", X, torch.full_like(X, math.nan)),
    ("nothing at all", torch.zeros(0, 3), torch.zeros(3, 0)),
    ("one wrong element", X, X.clamp(max=float(X.max()) - 0.1)),
    ("other elements", X, made(3, 4, seed=1)),
]


@pytest.mark.parametrize(("why", "expected", "actual"), NOTHING, ids=[why for why, *_ in NOTHING])
def test_nothing_is_said_where_chance_could_have_done_it(why, expected, actual):
    assert told((expected, actual), counts=(Count("x.shape[0]", 2),)) == (None, {})


def test_one_number_tells_little_and_several_cases_agree():
    one, other = (torch.tensor(0.731), torch.tensor(2.193)), (torch.tensor(-1.377), torch.tensor(-4.131))
    assert told(one) == (None, {})
    assert told(one, other) == ("scaled", {"factor": "3"})
    assert told(one, (torch.tensor(-1.377), torch.tensor(-2.754))) == (None, {})


def test_a_factor_that_is_a_size_may_be_another_in_each_case():
    cases = []
    answers = []
    for size in (5, 9, 1):
        expected, counts = made(4, seed=size), (Count("x.shape[0]", size),)
        cases.append((expected, size * expected))
        found = related(expected, size * expected, counts)
        answers.append({"reason": "values" if size > 1 else None, "found": [asdict(one) for one in found]})
    assert told(*cases) == (None, {})
    said = weighed(answers)
    assert (said.key, said.values) == ("tutor-sum-for-mean", {"where": "x.shape[0]", "size": 5})


def test_a_case_that_is_right_must_be_untouched_by_the_transformation():
    symmetric = X.T @ X
    square = made(4, 4)
    assert told((square, square.T), (symmetric, symmetric))[0] == "transposed"
    assert told((square, square.T), (X, X)) == (None, {})


def random_tensor(random, number):
    """A tensor of one of many kinds, as a wrong program might make it."""
    shapes = [(), (1,), (2,), (3,), (5,), (2, 2), (1, 3), (3, 1), (2, 3), (4, 4), (2, 3, 2)]
    shape = shapes[number % len(shapes)]
    kinds = [
        lambda: torch.randn(shape, generator=random),
        lambda: torch.randn(shape, generator=random, dtype=torch.float64),
        lambda: torch.randint(0, 3, shape, generator=random),
        lambda: torch.randint(-9, 10, shape, generator=random),
        lambda: torch.randint(0, 10, shape, generator=random).float(),
        lambda: torch.rand(shape, generator=random) > 0.5,
        lambda: torch.zeros(shape),
        lambda: torch.rand(shape, generator=random).half(),
    ]
    return kinds[number // len(shapes) % len(kinds)]()


def test_a_thousand_random_tensors_are_no_transformation_of_the_expected_one():
    random = torch.Generator().manual_seed(20)
    counts = (Count("x.shape[0]", 3), Count("x.shape[1]", 4), Count("n", 10))
    named, wrong, number = [], 0, 0
    while wrong < 1000:
        expected, actual = random_tensor(random, number), random_tensor(random, number)
        if number % 3 == 0:
            actual = random_tensor(random, number // 3 * 7)
        number += 1
        if expected.numel() == actual.numel() and torch.equal(
            expected.flatten().double(), actual.flatten().double()
        ):
            continue  # right but for its type or shape: that is no chance, and is said
        wrong += 1
        if told((expected, actual), counts=counts)[0] is not None:
            named.append((expected, actual))
    assert named == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_kind_has_a_sentence(lang):
    words = Catalogue.load(lang)
    values = dict.fromkeys(("expected", "actual", "axes", "where", "factor", "input"), "(1, 2)")
    numbers = dict.fromkeys(("dim", "by", "count", "total", "size", "times", "cases"), 3)
    for kind in (*SIMPLEST, "square-only", "first-only"):
        said = words.text(f"tutor-{kind}", **values, **numbers)
        assert said != f"tutor-{kind}"
        assert "{" not in said
