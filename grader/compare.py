"""Compares what two worlds let observe, in a fixed order, and says the first difference as data.

Pure functions of two payloads. Types are strict, nothing is broadcast to make it fit, NaN is equal only to NaN, and
every bound is written so that NaN cannot pass it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from course.message import Message, Value
from grader.allowance import MAX_ANSWERS
from grader.errors import MALFORMED, TooLarge
from grader.observe import Tree
from grader.rebuild import Rebuilder, scalar_value
from grader.trees import identity, key_text, storages, type_name, with_floats
from grader.values import Tolerances, as_tensor, close, compare_elements, format_value, tolerances_for
from grader.verdict import Reason
from grader.wire import MAX_ELEMENTS, Payload

ANYTHING = Payload({"inputs": [], "value": {"k": "anything"}, "blobs": []}, b"")
"""Expected where a condition decides: any value will do, as long as there is one."""

_MEASURABLE = frozenset({"tensor", "ndarray", "int", "float", "bool", "complex"})
"""Kinds of trees of which numbers can be told."""

_LIKE_TENSORS = ("list", "tuple", "ndarray", "int", "float")
"""What holds numbers and is easily taken for a tensor."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The first thing in which two observations differ."""

    reason: Reason
    message: Message
    trees: tuple[Tree, Tree] | None = None
    """The two tensors, arrays or numbers that differ, expected and actual; None where none do."""


class Comparison:
    """Compares one pair of observations.

    Args:
        expected: from the author's world.
        actual: from the learner's world; trusted in nothing.
        words: what to compare, see `course.model.CompareWord`.
        name: what the learner calls the value.
    """

    def __init__(
        self, expected: Payload, actual: Payload, words: Iterable[str], tolerances: Tolerances, name: str
    ) -> None:
        self._expected = expected
        self._actual = actual
        self._words = frozenset(words)
        self._tolerances = tolerances
        self._name = name
        self._expected_values = Rebuilder(expected)
        self._actual_values = Rebuilder(actual)

    def first_difference(self) -> Difference | None:
        """The first difference, or None."""
        return self._guarded(self._first_difference)

    def changed_input(self, reference: Payload) -> Difference | None:
        """The first input that differs from the judge's own copy of it, or None."""
        return self._guarded(lambda: self._inputs(reference))

    def _guarded(self, compare: Callable[[], Difference | None]) -> Difference | None:
        """Takes whatever malformed data makes of a comparison as a difference, for an answer is trusted in nothing."""
        try:
            return compare()
        except TooLarge:
            return self._differ("too_large", "grader-too-large", self._name, limit=MAX_ELEMENTS)
        except MALFORMED:
            return self._differ("unobservable", "grader-unobservable", self._name)

    def _first_difference(self) -> Difference | None:
        expected, actual = self._expected.header["value"], self._actual.header["value"]
        if expected["k"] == "anything":
            return self._state(actual, expected, self._name)
        found = self._tree(expected, actual, self._name)
        return self._aliasing() if found is None and "aliasing" in self._words else found

    def _tree(self, expected: Tree, actual: Tree, name: str) -> Difference | None:
        found = self._difference(expected, actual, name)
        if found is None or not {expected["k"], actual["k"]} <= _MEASURABLE:
            return found
        return found if found.trees is not None else replace(found, trees=(expected, actual))

    def _difference(self, expected: Tree, actual: Tree, name: str) -> Difference | None:
        found = self._state(actual, expected, name) or self._type(expected, actual, name)
        if found is not None:
            return found
        kind = expected["k"]
        if kind in ("tensor", "ndarray"):
            return self._tensor(expected, actual, name)
        if kind in ("list", "tuple"):
            return self._sequence(expected["v"], actual["v"], name)
        if kind == "set":
            return self._set(expected["v"], actual["v"], name)
        if kind == "dict":
            return self._mapping(expected["v"], actual["v"], name)
        if kind == "module":
            return self._module(expected, actual, name)
        if kind == "optimizer":
            return self._optimizer(expected, actual, name)
        return self._scalar(expected, actual, name) if "values" in self._words else None

    def _state(self, actual: Tree, expected: Tree, name: str) -> Difference | None:
        """What is no value at all: undefined, raised, left open, too large."""
        kind = actual["k"]
        if kind == "undefined":
            return self._differ("undefined", "grader-undefined", str(actual["name"]))
        if kind == "raised":
            values: dict[str, Value] = {
                "type": str(actual["type"]),
                "message": str(actual["message"])[:500],
                "line": int(actual["line"] or 0),
            }
            return Difference(
                "raised", words_for_raised(actual, name) or Message("grader-raised", {"name": name, **values})
            )
        if kind == "ellipsis" != expected["k"]:
            return self._differ("undefined", "grader-unfinished", name)
        if actual.get("too_large") == "together":
            return self._differ("too_large", "grader-answers-too-large", name, limit=MAX_ANSWERS >> 20)
        if actual.get("too_large"):
            return self._differ("too_large", "grader-too-large", name, limit=MAX_ELEMENTS)
        if kind == "other" and expected["k"] == "tensor" and "(" in str(actual["type"]):
            return self._differ("unobservable", "grader-unobservable", name)
        return None

    def _type(self, expected: Tree, actual: Tree, name: str) -> Difference | None:
        wanted, found = type_name(expected), type_name(actual)
        same_kind = expected["k"] == actual["k"] and bool(expected.get("scalar")) == bool(
            actual.get("scalar")
        )
        if same_kind and (wanted == found or expected["k"] in ("tensor", "ndarray")):
            return None
        if same_kind and "type" not in self._words:
            return None
        reason: Reason = "module" if same_kind and expected["k"] == "module" else "type"
        if actual["k"] == "none":
            return self._differ(reason, "grader-none", name, expected=wanted)
        if expected["k"] == "tensor" and actual["k"] in _LIKE_TENSORS:
            return self._differ(reason, "grader-no-tensor", name, actual=found)
        return self._differ(reason, "grader-type", name, expected=wanted, actual=found)

    def _tensor(self, expected: Tree, actual: Tree, name: str) -> Difference | None:
        if "shape" in self._words or "values" in self._words:
            wanted, found = tuple(expected["shape"]), tuple(actual["shape"])
            if wanted != found:
                return self._differ("shape", "grader-shape", name, expected=str(wanted), actual=str(found))
        for word in ("dtype", "device"):
            if word in self._words and word in expected and expected[word] != actual.get(word):
                return self._told(word, expected, actual, name)
        if "values" in self._words:
            found_difference = self._elements(expected, actual, name)
            if found_difference is not None:
                return found_difference
        if expected["k"] == "ndarray":
            return (
                self._told("strides", expected, actual, name)
                if self._strides_differ(expected, actual)
                else None
            )
        return self._autograd(expected, actual, name)

    def _elements(self, expected: Tree, actual: Tree, name: str) -> Difference | None:
        if expected.get("device") == "meta":
            return None
        if expected["k"] == "tensor":
            pair = self._expected_values.tensor(expected), self._actual_values.tensor(actual)
        else:
            pair = (
                as_tensor(self._expected_values.array(expected)),
                as_tensor(self._actual_values.array(actual)),
            )
        said = compare_elements(*pair, self._tolerances, (expected["dtype"], actual["dtype"]))
        return None if said is None else self._differ(said.reason, said.key, name, **said.values)

    def _autograd(self, expected: Tree, actual: Tree, name: str) -> Difference | None:
        for word in ("requires_grad", "is_leaf"):
            if word in self._words and bool(expected[word]) != bool(actual[word]):
                return self._told(word, expected, actual, name)
        if self._strides_differ(expected, actual):
            return self._told("strides", expected, actual, name)
        if "grad" not in self._words:
            return None
        wanted, found = expected.get("grad"), actual.get("grad")
        if (wanted is None) != (found is None):
            return self._differ(
                "grad", "grader-grad-missing" if found is None else "grader-grad-unexpected", name
            )
        if wanted is None or found is None:
            return None
        pair = {**wanted, "grad": None}, {**found, "grad": None}
        inner = self._tensor(*pair, f"{name}.grad")
        return None if inner is None else Difference("grad", inner.message, pair)

    def _strides_differ(self, expected: Tree, actual: Tree) -> bool:
        return "strides" in self._words and list(expected["strides"]) != list(actual["strides"])

    def _sequence(self, expected: Sequence[Tree], actual: Sequence[Tree], name: str) -> Difference | None:
        if len(expected) != len(actual):
            return self._differ("length", "grader-length", name, expected=len(expected), actual=len(actual))
        pairs = enumerate(zip(expected, actual, strict=True))
        return next((d for i, (e, a) in pairs if (d := self._tree(e, a, f"{name}[{i}]")) is not None), None)

    def _set(self, expected: Sequence[Tree], actual: Sequence[Tree], name: str) -> Difference | None:
        wanted, found = {identity(item) for item in expected}, {identity(item) for item in actual}
        if "values" not in self._words or wanted == found:
            return None
        missing = next((item for item in expected if identity(item) not in found), None)
        if missing is not None:
            return self._differ("keys", "grader-key-missing", name, entry=key_text(missing))
        extra = next(item for item in actual if identity(item) not in wanted)
        return self._differ("keys", "grader-key-extra", name, entry=key_text(extra))

    def _mapping(self, expected: Sequence[Any], actual: Sequence[Any], name: str) -> Difference | None:
        wanted = {identity(key): (key, value) for key, value in expected}
        found = {identity(key): value for key, value in actual}
        for key, (tree, value) in wanted.items():
            told = key_text(tree)
            if key not in found:
                return self._differ("keys", "grader-key-missing", name, entry=told)
            inner = self._tree(value, found[key], f"{name}[{told}]")
            if inner is not None:
                return inner
        extra = next((tree for tree, _ in actual if identity(tree) not in wanted), None)
        return (
            None if extra is None else self._differ("keys", "grader-key-extra", name, entry=key_text(extra))
        )

    def _module(self, expected: Tree, actual: Tree, name: str) -> Difference | None:
        for part in ("parameters", "buffers"):
            wanted = {entry[0]: entry[1:] for entry in expected[part]}
            found = {entry[0]: entry[1:] for entry in actual[part]}
            if list(wanted) != list(found) and sorted(wanted) != sorted(found):
                told = {"expected": ", ".join(wanted) or "–", "actual": ", ".join(found) or "–"}
                return self._differ("module", f"grader-module-{part}", name, **told)
            for item, (shape, dtype, trainable) in wanted.items():
                if tuple(shape) != tuple(found[item][0]) and "shape" in self._words:
                    shapes: dict[str, Value] = {
                        "expected": str(tuple(shape)),
                        "actual": str(tuple(found[item][0])),
                    }
                    return self._differ("module", "grader-shape", f"{name}.{item}", **shapes)
                if dtype != found[item][1] and "dtype" in self._words:
                    return self._differ(
                        "module", "grader-dtype", f"{name}.{item}", expected=dtype, actual=found[item][1]
                    )
                if bool(trainable) != bool(found[item][2]):
                    return self._differ(
                        "module", "grader-trainable", f"{name}.{item}", expected=str(trainable)
                    )
        if expected["training"] != actual["training"]:
            return self._differ("module", "grader-training", name, expected=str(expected["training"]))
        return None

    def _optimizer(self, expected: Tree, actual: Tree, name: str) -> Difference | None:
        if len(expected["groups"]) != len(actual["groups"]):
            sizes = {"expected": len(expected["groups"]), "actual": len(actual["groups"])}
            return self._differ("optimizer", "grader-length", f"{name}.param_groups", **sizes)
        for (wanted_count, wanted), (found_count, found) in zip(
            expected["groups"], actual["groups"], strict=True
        ):
            if wanted_count != found_count:
                counts = {"expected": wanted_count, "actual": found_count}
                return self._differ("optimizer", "grader-length", f"{name}.param_groups.params", **counts)
            inner = self._mapping(with_floats(wanted)["v"], with_floats(found)["v"], name)
            if inner is not None:
                return Difference("optimizer", inner.message)
        return None

    def _scalar(self, expected: Tree, actual: Tree, name: str) -> Difference | None:
        if expected["k"] in ("other", "exception"):
            return None
        wanted, found = scalar_value(expected), scalar_value(actual)
        if expected["k"] in ("float", "complex"):
            same = close(wanted, found, tolerances_for(self._tolerances, "python", "python"))
        else:
            same = wanted == found
        if same:
            return None
        return self._differ(
            "values", "grader-value", name, expected=format_value(wanted), actual=format_value(found)
        )

    def _aliasing(self) -> Difference | None:
        expected, actual = list(storages(self._expected)), list(storages(self._actual))
        for position, ((_, wanted), (_, found)) in enumerate(zip(expected, actual, strict=False)):
            for earlier in range(position):
                should, does = expected[earlier][1] == wanted, actual[earlier][1] == found
                if should != does:
                    first = actual[earlier][0] or self._name
                    second = actual[position][0] or self._name
                    key = "grader-shares" if does else "grader-does-not-share"
                    return self._differ("aliasing", key, second, other=first)
        return None

    def _inputs(self, reference: Payload) -> Difference | None:
        found = dict(self._actual.header["inputs"])
        for name, tree in reference.header["inputs"]:
            exact = Comparison(
                Payload({**reference.header, "value": tree}, reference.body),
                Payload({**self._actual.header, "value": found[name]}, self._actual.body),
                ("type", "shape", "dtype", "values"),
                Tolerances(0.0, 0.0),
                name,
            )
            if exact._tree(tree, found[name], name) is not None:
                return self._differ("inputs_unchanged", "grader-input-changed", name)
        return None

    def _told(self, word: Any, expected: Tree, actual: Tree, name: str) -> Difference:
        key = "grader-" + word.replace("_", "-")
        return self._differ(word, key, name, expected=_plain(expected[word]), actual=_plain(actual.get(word)))

    def _differ(self, reason: Reason, key: str, name: str, **values: Value) -> Difference:
        return Difference(reason, Message(key, {"name": name, **values}))


def words_for_raised(tree: Tree, name: str) -> Message | None:
    """What to say of an exception in a probe beyond its type and message, where there is something."""
    line = int(tree["line"] or 0)
    if tree.get("uncallable"):
        called, kind = map(str, tree["uncallable"])
        if kind == "ellipsis":
            return Message("grader-unfinished", {"name": called})
        return Message("grader-not-callable", {"name": called, "actual": kind})
    if tree.get("memory"):
        return Message("grader-raised-memory", {"name": name, "line": line})
    return None


def _plain(value: Any) -> str:
    return str(tuple(value)) if isinstance(value, list) else str(value)
