"""What an observed tree tells by itself, without its memory: its type, its identity, the storages below it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from grader.observe import Tree
from grader.rebuild import scalar_value
from grader.values import format_value
from grader.wire import Payload


def type_name(tree: Tree) -> str:
    """What a programmer calls the type of a tree."""
    kind = tree["k"]
    if kind in ("module", "optimizer"):
        return str(tree["class"]) if tree["torch"] else kind.capitalize()
    if kind == "ndarray":
        return "numpy." + (str(tree["dtype"]) if tree.get("scalar") else "ndarray")
    names = {
        "tensor": "Tensor",
        "none": "None",
        "size": "torch.Size",
        "dtype": "torch.dtype",
        "device": "torch.device",
    }
    return names.get(kind) or str(tree.get("type", kind))


def with_floats(tree: Tree) -> Tree:
    """The tree with whole numbers as floats: a learning rate of 1 is one of 1.0."""
    if tree["k"] == "int":
        return {"k": "float", "v": float(int(tree["v"], 16)).hex()}
    if tree["k"] in ("list", "tuple"):
        return {**tree, "v": [with_floats(item) for item in tree["v"]]}
    if tree["k"] == "dict":
        return {**tree, "v": [[key, with_floats(item)] for key, item in tree["v"]]}
    return tree


def identity(tree: Tree) -> str:
    """A text that is the same for equal trees without parts."""
    return json.dumps(tree, sort_keys=True)


def key_text(tree: Tree) -> str:
    """How a key or an item is named to people."""
    if tree["k"] in ("list", "tuple", "set", "dict", "other"):
        return type_name(tree)
    return repr(tree["v"]) if tree["k"] == "str" else format_value(scalar_value(tree))


def storages(payload: Payload) -> Iterable[tuple[str, int]]:
    """Input name (empty for a result) and storage id of every tensor and array, inputs first."""
    for name, tree in payload.header["inputs"]:
        yield from ((name, storage) for storage in _storages_below(tree))
    yield from (("", storage) for storage in _storages_below(payload.header["value"]))


def _storages_below(tree: Tree) -> Iterable[int]:
    if tree["k"] in ("tensor", "ndarray"):
        yield tree["storage"]
    elif tree["k"] in ("list", "tuple"):
        for item in tree["v"]:
            yield from _storages_below(item)
    elif tree["k"] == "dict":
        for _, item in sorted(tree["v"], key=lambda pair: identity(pair[0])):
            yield from _storages_below(item)
