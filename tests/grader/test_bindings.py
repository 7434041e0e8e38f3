"""What is told of the names that a program has bound: little, whatever the values are."""

import collections
import functools
import json
import math

import numpy as np
import pytest
import torch

from grader.bindings import MAX_NAMES, MAX_TOTAL, bound_names
from grader.events import checked


def told(value):
    ((name, summary),) = bound_names({"value": value})
    assert name == "value"
    return summary


def test_code_and_private_names_are_left_out():
    names = {
        "__name__": "__main__",
        "_hidden": 1,
        "torch": torch,
        "relu": torch.relu,
        "f": lambda: None,
        "Model": torch.nn.Linear,
        "append": [].append,
        "x": 1,
        "model": torch.nn.ReLU(),
        5: "no name",
        "long" * 50: 1,
    }
    assert [name for name, _ in bound_names(names)] == ["x", "model"]


def test_of_many_names_the_last_are_told_in_order():
    names = {f"x{number}": number for number in range(MAX_NAMES + 10)}
    assert [name for name, _ in bound_names(names)] == list(names)[10:]


def test_small_tensors_show_their_values_and_autograd():
    w = torch.ones(2, requires_grad=True)
    assert told(w) == {
        "type": "tensor",
        "shape": [2],
        "dtype": "float32",
        "device": "cpu",
        "requires_grad": True,
        "values": [1.0, 1.0],
    }
    assert told(w * 2)["grad_fn"] == "MulBackward0"
    assert "requires_grad" not in told(torch.ones(2))


@pytest.mark.parametrize(
    ("value", "low", "high", "mean"),
    [
        (torch.arange(1000), 0, 999, 499.5),
        (torch.arange(1000, dtype=torch.uint8), 0, 255, 124.5),
        (torch.arange(1000, dtype=torch.float16) / 1000, 0.0, 1.0, 0.5),
        (np.arange(1000), 0, 999, 499.5),
        (torch.full((500,), math.inf), "inf", "inf", "inf"),
    ],
)
def test_larger_ones_show_statistics(value, low, high, mean):
    summary = told(value)
    assert "values" not in summary
    assert summary["min"] == low
    if isinstance(mean, str):
        assert (summary["max"], summary["mean"]) == (high, mean)
    else:
        assert [summary["max"], summary["mean"]] == pytest.approx([high, mean], rel=0.02)


@pytest.mark.parametrize(
    "value",
    [
        torch.zeros(1).expand(10**12),
        torch.empty(10**6, device="meta"),
        torch.empty(3, device="meta"),
        torch.eye(3).to_sparse(),
        torch.ones(1000, dtype=torch.bool),
        torch.ones(1000, dtype=torch.complex64),
    ],
    ids=str,
)
def test_huge_and_special_tensors_show_their_geometry(value):
    summary = told(value)
    assert summary["shape"] == list(value.shape)
    assert "min" not in summary


def test_containers_show_their_first_items_and_not_the_bytes_of_large_ones():
    summary = told({"w": [torch.zeros(1000, 1000)] * 30})
    ((key, items),) = summary["items"]
    assert key == {"type": "str", "value": "w"}
    assert (items["length"], len(items["items"])) == (30, 20)
    assert items["items"][0]["shape"] == [1000, 1000]


def test_a_container_that_holds_itself_has_an_end():
    loop = []
    loop += [loop] * 5
    assert told(loop)["length"] == 5


def test_a_named_tuple_is_a_tuple():
    point = collections.namedtuple("Point", "x y")(1, 2)
    assert told(point)["items"] == [{"type": "int", "value": 1}, {"type": "int", "value": 2}]


class Hostile:
    """Answers every question with an exception."""

    def __getattribute__(self, name):
        raise SystemExit(name)

    def __len__(self):
        raise KeyboardInterrupt


class HostileList(list):
    def __len__(self):
        raise SystemExit

    def __iter__(self):
        raise RecursionError


class Meta(type):
    @property
    def __name__(cls):
        raise ValueError


class Unnamed(HostileList, metaclass=Meta):
    pass


def Opaque():  # noqa: N802  stands for a class of no kind known
    return functools.partial(print)


@pytest.mark.parametrize(
    ("make", "name"),
    [(Hostile, "Hostile"), (HostileList, "HostileList"), (Unnamed, "Unnamed"), (Opaque, "partial")],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_what_does_not_let_itself_be_looked_at_is_told_by_its_type(make, name):
    told = bound_names({"value": make(), "x": 1})
    assert told == [["value", {"type": name}], ["x", {"type": "int", "value": 1}]]


def test_all_together_stay_small():
    names = {f"x{number}": ["word " * 400] * 20 for number in range(MAX_NAMES)}
    names |= {f"y{number}": torch.rand(20, 20, dtype=torch.float64) for number in range(MAX_NAMES)}
    assert len(json.dumps(bound_names(names))) < 1.1 * MAX_TOTAL


@pytest.mark.parametrize(
    "value",
    [
        1,
        10**50,
        10**5000,
        math.nan,
        "text",
        "x" * 5000,
        None,
        torch.float32,
        torch.device("cpu"),
        torch.Size([1, 2]),
        [1, (2.5, {"a": {3}})],
        torch.rand(20, 20),
        torch.rand(1000),
        torch.tensor(1j),
        np.float32(2),
        np.array(["a"]),
        torch.nn.Linear(2, 3),
        torch.optim.SGD([torch.zeros(1)], lr=0.1),
        ValueError("no"),
        object(),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_told_passes_the_look_through_on_the_other_side(value):
    summary = told(value)
    assert checked(json.loads(json.dumps(summary))) == summary
