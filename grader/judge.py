"""The judge: a process that compares answers and never runs anyone's code.

Imported only after its fork. A pure function of the frames it gets: for every item the expected and the actual
observations of one case, and how to compare them.
"""

from __future__ import annotations

import math
import os
import sys
import traceback
from dataclasses import asdict
from typing import Any

from course.message import Message, Value
from grader import describing, relating
from grader.compare import ANYTHING, Comparison, Difference, words_for_raised
from grader.digest import digest
from grader.errors import MALFORMED
from grader.measure import measure
from grader.observe import Tree
from grader.rebuild import Rebuilder, scalar_value
from grader.richness import is_rich
from grader.summary import summarise
from grader.values import Tolerances, all_nan, as_tensor, same_text, trimmed
from grader.wire import BlockingChannel, Header, Payload, unbundle
from grader.worker import Descriptors

_TELLING = {"NotImplementedError", "RecursionError", "UnboundLocalError", "OutOfMemoryError"}
"""Exceptions that say something else than the type they descend from."""


def main(descriptors: Descriptors) -> None:
    """Answers until the other side closes; never returns."""
    sys.dont_write_bytecode = True
    channel = BlockingChannel(descriptors.answers)
    while (request := channel.receive()) is not None:
        header, body = request
        try:
            results = [_HANDLERS[header["ask"]](item, body) for item in header["items"]]
            channel.send({"results": results})
        except Exception as error:
            channel.send({"fault": "".join(traceback.format_exception(error))[-4_000:]})
    os._exit(0)


def judge(item: Header, body: bytes) -> Header:
    """One case of one check: its difference, and summaries of both sides and of the inputs."""
    actual = unbundle(item["actual"], body)
    expected = unbundle(item["expected"], body) if item["expected"] is not None else None
    inputs = [unbundle(payload, body) for payload in item["inputs"]]
    try:
        difference = _difference(item, expected, actual, inputs)
    except MALFORMED:
        difference = Difference("unobservable", Message("grader-unobservable", {"name": item["name"]}))
    if difference is None:
        return {"difference": None}
    return {
        "difference": {"reason": difference.reason, "message": asdict(difference.message)},
        "measured": _measured(item, difference, expected, actual),
        "expected": _summary(expected) if expected is not None else None,
        "actual": _summary(actual),
        "given": {
            name: _summarised(tree, payload) for payload in inputs for name, tree in payload.header["inputs"]
        },
    }


def equal(item: Header, body: bytes) -> bool:
    """Whether one case of one check is as expected."""
    actual, expected = unbundle(item["actual"], body), unbundle(item["expected"], body)
    try:
        inputs = [unbundle(payload, body) for payload in item["inputs"]]
        return _difference(item, expected, actual, inputs) is None
    except MALFORMED:
        return False


def _measured(
    item: Header, difference: Difference, expected: Payload | None, actual: Payload
) -> dict[str, Any] | None:
    """The numbers of a difference, where it is one of tensors, arrays or numbers that can be told."""
    if difference.trees is None or expected is None:
        return None
    rebuilders = Rebuilder(expected), Rebuilder(actual)
    name = str(difference.message.values["name"])
    try:
        return asdict(measure(name, difference.trees, rebuilders, Tolerances(*item["tolerance"])))
    except MALFORMED:
        return None


def alike(item: Header, body: bytes) -> Header:
    """Whether a mistake's observation equals the learner's, and whether that tells anything: NaN alone does not.

    `rich` is what could hardly be equal by chance.
    """
    theirs = unbundle(item["actual"], body)
    try:
        tree = theirs.header["value"]
        telling = not _is_all_nan(tree, theirs)
        return {"alike": _are_alike(item, body), "telling": telling, "rich": is_rich(tree, theirs)}
    except MALFORMED:
        return {"alike": False, "telling": False, "rich": False}


def _are_alike(item: Header, body: bytes) -> bool:
    theirs, known = unbundle(item["actual"], body), unbundle(item["expected"], body)
    tree, model = theirs.header["value"], known.header["value"]
    if "raised" in (tree["k"], model["k"]):
        return bool(
            tree["k"] == model["k"] and (tree["type"], tree["message"]) == (model["type"], model["message"])
        )
    if tree["k"] == "undefined" or tree["k"] != model["k"]:
        return False
    if tree["k"] == "not_raised":
        return True
    words = {*item["words"], *item["instead_of_condition"]} - {"inputs_unchanged"}
    if Comparison(known, theirs, words, Tolerances(*item["tolerance"]), "").first_difference() is not None:
        return False
    before = [unbundle(payload, body) for payload in item["inputs"]]
    return [_changed(theirs, payload) for payload in before] == [
        _changed(known, payload) for payload in before
    ]


def explain(item: Header, body: bytes) -> Header:
    """How one case's observation comes from the expected one."""
    actual, expected = unbundle(item["actual"], body), unbundle(item["expected"], body)
    inputs = [unbundle(payload, body) for payload in item["inputs"]]
    try:
        difference = _difference(item, expected, actual, inputs)
    except MALFORMED:
        return {"reason": "unobservable", "square": False, "garbage": False, "rich": False, "found": []}
    return relating.relate(item, expected, actual, inputs, difference.reason if difference else None)


def describe(item: Header, body: bytes) -> Header:
    """What can be said of one case's observation beside the expected one; `right` where it is as expected."""
    if equal(item, body):
        return {"right": True}
    actual, expected = unbundle(item["actual"], body), unbundle(item["expected"], body)
    inputs = [unbundle(payload, body) for payload in item["inputs"]]
    return {"right": False, **describing.describe(item, expected, actual, inputs)}


def summary(item: Header, body: bytes) -> Header:
    """One observation in a few plain words and numbers."""
    return _summary(unbundle(item["actual"], body))


def digested(item: Header, body: bytes) -> list[str | None]:
    """By which text one observation can be found among many, then those of the inputs; None for nothing particular."""
    own = unbundle(item["actual"], body)
    given = [unbundle(payload, body) for payload in item["inputs"]]
    trees = [(own.header.get("value", {}), own)]
    trees += [(tree, payload) for payload in given for _, tree in payload.header["inputs"]]
    return [_digest(tree, payload) for tree, payload in trees]


def _digest(tree: Tree, payload: Payload) -> str | None:
    try:
        return digest(tree, payload)
    except MALFORMED:
        return None


def _difference(
    item: Header, expected: Payload | None, actual: Payload, inputs: list[Payload]
) -> Difference | None:
    tree = actual.header["value"]
    name, kind = item["name"], item["kind"]
    tolerances = Tolerances(*item["tolerance"])
    if kind == "raises":
        return _raised(tree, expected, name)
    if kind == "stdout" and tree["k"] == "str" and expected is not None:
        if "values" not in item["words"]:
            return None
        return _printed(expected.header["value"]["v"], tree["v"], name, item["numbers"], tolerances)
    comparison = Comparison(expected or ANYTHING, actual, item["words"], tolerances, name)
    found = comparison.first_difference()
    for payload in _merged(inputs) if "inputs_unchanged" in item["words"] else []:
        found = found or comparison.changed_input(payload)
    return found


def _merged(inputs: list[Payload]) -> list[Payload]:
    """The inputs; a name given again by the check hides the program's."""
    hidden: set[str] = set()
    kept = []
    for payload in reversed(inputs):
        pairs = [pair for pair in payload.header["inputs"] if pair[0] not in hidden]
        hidden |= {name for name, _ in pairs}
        kept.append(Payload({**payload.header, "inputs": pairs}, payload.body))
    return kept


def _raised(tree: Tree, expected: Payload | None, name: str) -> Difference | None:
    wanted = expected.header["value"] if expected is not None else {"type": "Exception"}
    if tree["k"] == "undefined":
        return Difference("undefined", Message("grader-undefined", {"name": tree["name"]}))
    if tree.get("uncallable") and (words := words_for_raised(tree, name)) is not None:
        return Difference("raised", words)
    if tree["k"] != "raised":
        return Difference(
            "not_raised", Message("grader-not-raised", {"name": name, "expected": wanted["type"]})
        )
    if wanted["type"] == tree["type"] or (wanted["type"] in tree["kinds"] and tree["type"] not in _TELLING):
        return None
    values = {"name": name, "expected": wanted["type"], "actual": str(tree["type"])}
    return Difference(
        "exception", Message("grader-exception", {**values, "message": str(tree["message"])[:500]})
    )


def _printed(
    expected: str, actual: str, name: str, numbers: bool, tolerances: Tolerances
) -> Difference | None:
    if same_text(expected, actual, numbers, tolerances):
        return None
    wanted, found = trimmed(expected).splitlines(), trimmed(actual).splitlines()
    if not found:
        return Difference("stdout", Message("grader-printed-nothing", {"name": name}))
    line = next(
        (
            i
            for i, (e, a) in enumerate(zip(wanted, found, strict=False))
            if not same_text(e, a, numbers, tolerances)
        ),
        None,
    )
    if line is None:
        counts: dict[str, Value] = {"name": name, "expected": len(wanted), "actual": len(found)}
        return Difference("stdout", Message("grader-lines", counts))
    values: dict[str, Value] = {
        "name": name,
        "line": line + 1,
        "expected": wanted[line][:200],
        "actual": found[line][:200],
    }
    return Difference("stdout", Message("grader-line", values))


def _summary(payload: Payload) -> dict[str, Any]:
    return _summarised(payload.header["value"], payload)


def _summarised(tree: Tree, payload: Payload) -> dict[str, Any]:
    try:
        return summarise(tree, Rebuilder(payload))
    except MALFORMED:
        return {"type": "unobservable"}


def _is_all_nan(tree: Tree, payload: Payload) -> bool:
    """Whether a number, a tensor or an array holds nothing but NaN."""
    if tree["k"] == "float":
        return math.isnan(scalar_value(tree))
    if tree["k"] not in ("tensor", "ndarray") or tree.get("device") == "meta":
        return False
    rebuilder = Rebuilder(payload)
    return all_nan(rebuilder.tensor(tree) if tree["k"] == "tensor" else as_tensor(rebuilder.array(tree)))


def _changed(observation: Payload, before: Payload) -> bool:
    """Whether an observation's inputs differ from what they were."""
    return Comparison(ANYTHING, observation, (), Tolerances(), "").changed_input(before) is not None


_HANDLERS = {
    "judge": judge,
    "equal": equal,
    "alike": alike,
    "explain": explain,
    "describe": describe,
    "summary": summary,
    "digest": digested,
}
