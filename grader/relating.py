"""What the judge can explain of one case: how a learner's value comes from the expected one, from the inputs, or
from neither.

Imported in the judge's process alone. Looks at what differs and leaves the weighing to `grader.transformations`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import asdict, replace

import torch

from course.message import Value
from grader.errors import MALFORMED
from grader.explanation import Explanation, Explanations, both
from grader.leftovers import LEARNER
from grader.numbers import Pair
from grader.observe import Tree
from grader.rearranging import LARGE, rearranged
from grader.rebuild import DTYPES, Rebuilder, rebuild_inputs, scalar_value
from grader.reckoning import Count, reckoned
from grader.richness import is_rich
from grader.values import Tolerances, as_tensor, tolerances_for
from grader.wire import Header, Payload

_NUMBERS = ("bool", "int", "float")
MOST_COUNTS = 24
"""Sizes of inputs that a factor may have to do with."""
MOST_LEAVES = 32
"""Tensors of one value that are looked at."""


def related(
    expected: torch.Tensor,
    actual: torch.Tensor,
    counts: tuple[Count, ...] = (),
    tolerances: tuple[float, float] | None = None,
) -> list[Explanation]:
    """How one tensor of plain numbers comes from another.

    Args:
        expected: any shape and dtype.
        actual: any shape and dtype.
        counts: sizes that a factor may have to do with, the result's own apart.
        tolerances: relative and absolute; None for those of the dtypes.
    """
    if expected.is_complex() or actual.is_complex():
        return []
    names = [str(each.dtype).removeprefix("torch.") for each in (expected, actual)]
    rtol, atol = tolerances or tolerances_for(Tolerances(), *names)
    wanted, found = (each.detach().to(torch.float64) for each in (expected, actual))
    cut = expected.dtype.is_floating_point and not actual.dtype.is_floating_point
    pair = Pair(wanted, found, rtol, atol, cut)
    if expected.dtype == torch.bool == actual.dtype and expected.shape == actual.shape:
        made = 1.0 - wanted
        own = [Explanation("inverted", evidence=pair.evidence(found))] if pair.gives(made) else []
        return [*own, *rearranged(pair)]
    sizes = (*counts, *_counts("", list(expected.shape)))
    return [*rearranged(pair), *reckoned(pair, sizes)]


def relate(
    item: Header, expected: Payload, actual: Payload, inputs: list[Payload], reason: str | None
) -> Header:
    """One case of one check, which differs for a reason or (None) not at all."""
    try:
        found = list(_Case(item, expected, actual, inputs, reason).explanations())
        rich = is_rich(expected.header["value"], expected)
        garbage = _is_garbage(actual) and not _is_garbage(expected)
    except MALFORMED:
        found, garbage, rich = [], False, False
    return {
        "reason": reason,
        "square": _is_square(expected, inputs),
        "garbage": garbage,
        "rich": rich,
        "found": [asdict(one) for one in found],
    }


class _Case:
    """One case of one check."""

    def __init__(
        self, item: Header, expected: Payload, actual: Payload, inputs: list[Payload], reason: str | None
    ) -> None:
        self._words = item["words"]
        self._given = Tolerances(*item["tolerance"])
        self._name = item["name"]
        self._printed = str(item.get("printed", ""))
        self._sides = expected.header["value"], actual.header["value"]
        self._values = Rebuilder(expected), Rebuilder(actual)
        self._expected = expected
        self._actual = actual
        self._inputs = inputs
        self._reason = reason

    def explanations(self) -> Iterator[Explanation]:
        """All that holds."""
        expected, actual = self._sides
        if actual["k"] == "none" and self._was_printed():
            yield Explanation("none-printed", fact=True)
        elif self._reason in ("aliasing", "inputs_unchanged"):
            yield from self._of_memory()
        elif "values" in self._words:
            yield from self._of_leaves(list(_leaves(expected, actual, self._name)))

    def _was_printed(self) -> bool:
        """Whether the expected value stands in what was printed."""
        wanted = " ".join(str(self._values[0].value(self._sides[0])).split())
        found = rf"(?<![\w.]){re.escape(wanted)}(?!\w|\.\d)"
        return len(wanted) > 1 and re.search(found, " ".join(self._printed.split())) is not None

    def _of_memory(self) -> Iterator[Explanation]:
        if self._reason == "inputs_unchanged":
            yield Explanation("changed-in-place", fact=True)
            return
        should, does = _shares(self._expected), _shares(self._actual)
        if should != does:
            yield Explanation("view-for-copy" if does else "copy-for-view", fact=True)

    def _of_leaves(self, leaves: list[tuple[Tree, Tree, str]]) -> Iterator[Explanation]:
        """What holds of every part that differs, or of all when none does."""
        common: Explanations | None = None
        for expected, actual, name in leaves[:MOST_LEAVES]:
            found = self._of_leaf(expected, actual, name)
            if found is None:
                continue
            if len(leaves) > 1:  # of several parts each may be another input
                found = [replace(one, same="") if one.kind == "input-returned" else one for one in found]
            own = {one.key: one for one in found}
            common = own if common is None else both(common, own)
        yield from (common or {}).values()

    def _of_leaf(self, expected: Tree, actual: Tree, name: str) -> list[Explanation] | None:
        """What explains a part; None when nothing is to be explained."""
        wanted, found = (elements(*each) for each in zip(self._values, (expected, actual), strict=True))
        if wanted is None or found is None:
            return None if expected == actual else []
        if expected["k"] != actual["k"] and wanted.shape != found.shape:
            return []
        dtypes = [str(each.dtype).removeprefix("torch.") for each in (wanted, found)]
        tolerances = tolerances_for(self._given, *dtypes)
        if (
            self._reason is not None
            and wanted.shape == found.shape
            and torch.allclose(wanted.to(torch.float64), found.to(torch.float64), *tolerances, equal_nan=True)
        ):
            return self._beside_values(expected, actual, name)
        made = related(wanted, found, counts_of(self._inputs), tolerances)
        if name.endswith(".grad"):
            made += [_accumulated(one) for one in made if one.kind == "scaled" and one.same.isdigit()]
        return [*made, *self._from_inputs(wanted, found, actual, tolerances)]

    def _beside_values(self, expected: Tree, actual: Tree, name: str) -> list[Explanation] | None:
        """What differs beside the values, which are right."""
        if expected["k"] != actual["k"]:
            kinds: dict[str, Value] = {"expected": expected["k"], "actual": actual["k"]}
            return [Explanation("type-only", kinds, str(kinds), fact=True)]
        for word in ("dtype", "device"):
            if word in self._words and expected.get(word) != actual.get(word):
                values = {"expected": str(expected.get(word)), "actual": str(actual.get(word))}
                return [Explanation(f"{word}-only", dict(values), str(values), fact=True)]
        if "requires_grad" in self._words and expected.get("requires_grad") != actual.get("requires_grad"):
            return [Explanation("detached" if expected.get("requires_grad") else "tracked", fact=True)]
        return None

    def _from_inputs(
        self, expected: torch.Tensor, found: torch.Tensor, actual: Tree, tolerances: tuple[float, float]
    ) -> Iterator[Explanation]:
        """An input in the place of the result."""
        storages = {name: tree.get("storage") for name, tree in self._actual.header["inputs"]}
        candidates = [
            (name, value)
            for payload in self._inputs
            for name, value in rebuild_inputs(payload).items()
            if isinstance(value, torch.Tensor) and value.shape == found.shape and not value.is_complex()
        ]
        pair = Pair(expected.to(torch.float64), found.to(torch.float64), *tolerances)
        for name, value in candidates:
            made = value.detach().to(torch.float64)
            if pair.gives(made):
                itself = actual.get("storage") is not None and actual.get("storage") == storages.get(name)
                bits = pair.evidence(pair.moved(made))
                cost = math.log2(len(candidates))
                yield Explanation("input-returned", {"input": name}, name, bits, cost, fact=itself)


def elements(rebuilder: Rebuilder, tree: Tree) -> torch.Tensor | None:
    """The elements of a part; None when it is no plain numbers, or lies nowhere.

    Raises:
        MALFORMED: what a malformed payload raises.
    """
    value: torch.Tensor | None = None
    if tree["k"] in ("tensor", "ndarray") and tree.get("device") != "meta":
        value = rebuilder.tensor(tree) if tree["k"] == "tensor" else as_tensor(rebuilder.array(tree))
    elif tree["k"] in _NUMBERS:
        value = torch.tensor(scalar_value(tree), dtype=None if tree["k"] != "float" else torch.float64)
    elif _is_numbers(tree):
        value = torch.tensor([scalar_value(item) for item in tree["v"]], dtype=torch.float64)
    elif tree["k"] in ("list", "tuple") and _are_of_one_shape(tree["v"]):
        value = torch.stack([rebuilder.tensor(item).detach() for item in tree["v"]])
    return None if value is None or value.is_complex() else value.detach()


def _are_of_one_shape(trees: list[Tree]) -> bool:
    """Whether they are tensors that could be stacked."""
    kinds = {
        (tree["k"], tuple(tree.get("shape", ())), tree.get("device"), tree.get("dtype")) for tree in trees
    }
    return len(kinds) == 1 and trees[0]["k"] == "tensor" and trees[0].get("device") != "meta"


def counts_of(inputs: list[Payload]) -> tuple[Count, ...]:
    """The sizes of all inputs, and the whole numbers among them."""
    made: list[Count] = []
    for payload in inputs:
        for name, tree in payload.header["inputs"]:
            if tree["k"] in ("tensor", "ndarray"):
                made += _counts(name, list(tree["shape"]))
            elif tree["k"] == "int":
                made.append(Count(name, int(scalar_value(tree))))
    return tuple(made[:MOST_COUNTS])


def _leaves(expected: Tree, actual: Tree, name: str) -> Iterator[tuple[Tree, Tree, str]]:
    """The parts of two values that answer each other; a list of numbers is one part, a gradient one more."""
    if expected["k"] == actual["k"] and expected["k"] in ("list", "tuple") and not _is_numbers(expected):
        if len(expected["v"]) == len(actual["v"]):
            for position, (wanted, found) in enumerate(zip(expected["v"], actual["v"], strict=True)):
                yield from _leaves(wanted, found, f"{name}[{position}]")
            return
    elif expected["k"] == actual["k"] == "dict":
        found_by = {str(key): value for key, value in actual["v"]}
        for key, wanted in expected["v"]:
            if str(key) in found_by:
                yield from _leaves(wanted, found_by[str(key)], f"{name}[{key.get('v')}]")
        return
    yield expected, actual, name
    if expected.get("grad") is not None and actual.get("grad") is not None:
        yield expected["grad"], actual["grad"], f"{name}.grad"


def _accumulated(scaled: Explanation) -> Explanation:
    """A whole multiple of a gradient."""
    values = {"times": int(scaled.same)}
    return Explanation("accumulated", dict(values), scaled.same, scaled.evidence, scaled.cost)


def _counts(name: str, shape: list[int]) -> list[Count]:
    """Dimensions by their place from the front, and the number of elements; `name` is empty for the result."""
    if len(shape) > 5 or not shape:
        return []
    owner = f"{name}." if name else ""
    sizes = [Count(f"{owner}shape[{axis}]", size) for axis, size in enumerate(shape)]
    return [*sizes, *([Count(f"{owner}numel()", math.prod(shape))] if len(shape) > 1 else [])]


def _tensors(tree: Tree) -> Iterator[Tree]:
    """The tensors and arrays of a value."""
    if tree["k"] in ("tensor", "ndarray"):
        yield tree
    elif tree["k"] in ("list", "tuple"):
        for item in tree["v"]:
            yield from _tensors(item)
    elif tree["k"] == "dict":
        for _, item in tree["v"]:
            yield from _tensors(item)


def _is_numbers(tree: Tree) -> bool:
    """Whether it is a list of numbers."""
    return bool(
        tree["k"] in ("list", "tuple")
        and 0 < len(tree["v"]) <= LARGE
        and all(item["k"] in _NUMBERS for item in tree["v"])
    )


def _shares(payload: Payload) -> bool:
    """Whether a value lies in the memory of an input."""
    given = {tree["storage"] for _, own in payload.header["inputs"] for tree in _tensors(own)}
    return any(tree["storage"] in given for tree in _tensors(payload.header["value"]))


def _is_garbage(payload: Payload) -> bool:
    """Whether a tensor holds elements that nobody has written; single bytes may hold that number by right."""
    tree = payload.header["value"]
    if tree["k"] != "tensor" or tree["device"] == "meta" or DTYPES[tree["dtype"]].itemsize == 1:
        return False
    elements = Rebuilder(payload).tensor(tree).detach().cpu()
    unwritten = torch.full((elements.element_size(),), LEARNER, dtype=torch.uint8).view(elements.dtype)
    return bool((elements == unwritten).any())


def _is_square(expected: Payload, inputs: list[Payload]) -> bool:
    """Whether there are matrices among the inputs and in the expected value, all with as many rows as columns."""
    trees = [expected.header["value"], *(tree for payload in inputs for _, tree in payload.header["inputs"])]
    shapes = [tree["shape"] for tree in trees if len(tree.get("shape") or []) >= 2]
    return bool(shapes) and all(shape[-1] == shape[-2] for shape in shapes)
