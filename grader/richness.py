"""Whether an observation is so particular that two programs hardly make it by chance: not a yes, a 3 or zeros alone."""

from __future__ import annotations

import math

from grader.observe import Tree
from grader.rebuild import Rebuilder, scalar_value
from grader.values import as_tensor
from grader.wire import Payload

LONG_TEXT = 8
"""Characters from which a printed text with a number in it is particular."""


def is_rich(tree: Tree, payload: Payload) -> bool:
    """Whether a value holds a number with a fraction, different numbers, or an error's message with one.

    Raises:
        MALFORMED: what a malformed payload raises.
    """
    kind = tree["k"]
    if kind in ("list", "tuple", "set"):
        return any(is_rich(item, payload) for item in tree["v"])
    if kind == "dict":
        return any(is_rich(value, payload) for _, value in tree["v"])
    if kind == "float":
        value = scalar_value(tree)
        return math.isfinite(value) and value != int(value)
    if kind in ("str", "raised"):
        text = str(tree["v"] if kind == "str" else tree["message"])
        return len(text) >= LONG_TEXT and any(letter.isdigit() for letter in text)
    return kind in ("tensor", "ndarray") and tree.get("device") != "meta" and _has_variety(tree, payload)


def _has_variety(tree: Tree, payload: Payload) -> bool:
    rebuilder = Rebuilder(payload)
    found = rebuilder.tensor(tree) if tree["k"] == "tensor" else as_tensor(rebuilder.array(tree))
    values = found.detach().flatten()
    if values.is_floating_point() and bool((values != values.round()).any()):
        return True
    return values.numel() > 1 and bool((values != values[0]).any())
