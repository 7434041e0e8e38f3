"""An observed value as a few plain words and numbers, small enough for a report and a screen."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from grader.errors import GraderError
from grader.observe import Tree
from grader.rebuild import Rebuilder, scalar_value
from grader.verdict import MAX_ITEMS, MAX_TEXT, MAX_VALUES


def summarise(tree: Tree, rebuilder: Rebuilder, depth: int = 0, most: int = MAX_VALUES) -> dict[str, Any]:
    """The summary of a tree: `type`, and for a tensor `shape`, `dtype`, `device`, `values` up to `most` elements."""
    kind = tree["k"]
    if kind in ("tensor", "ndarray"):
        return _tensor(tree, rebuilder, most)
    if kind in ("list", "tuple", "set") and depth < 3:
        items = [summarise(item, rebuilder, depth + 1) for item in tree["v"][:MAX_ITEMS]]
        return {"type": kind, "length": len(tree["v"]), "items": items}
    if kind == "dict" and depth < 3:
        pairs = [[summarise(part, rebuilder, depth + 1) for part in pair] for pair in tree["v"][:MAX_ITEMS]]
        return {"type": kind, "length": len(tree["v"]), "items": pairs}
    if kind == "module":
        return {"type": tree["class"], "parameters": [entry[:3] for entry in tree["parameters"][:MAX_ITEMS]]}
    if kind == "optimizer":
        return {"type": tree["class"]}
    return _scalar(tree)


def _tensor(tree: Tree, rebuilder: Rebuilder, most: int) -> dict[str, Any]:
    told = {"type": tree["k"], "shape": list(tree["shape"]), "dtype": tree["dtype"]}
    if tree["k"] == "tensor":
        told["device"] = tree["device"]
    if math.prod(tree["shape"]) <= most and tree.get("device") != "meta":
        try:
            value = rebuilder.tensor(tree) if tree["k"] == "tensor" else rebuilder.array(tree)
            told["values"] = plain(value.tolist())
        except (GraderError, ValueError, TypeError, RuntimeError):
            return told
    return told


def _scalar(tree: Tree) -> dict[str, Any]:
    kind = tree["k"]
    if kind in ("raised", "exception"):
        return {"type": tree["type"], "message": tree["message"][:MAX_TEXT]}
    if kind in ("undefined", "not_raised"):
        return {"type": kind}
    if kind in ("other", "list", "tuple", "dict", "set"):
        return {"type": tree.get("type", kind)}
    if kind == "ellipsis":
        return {"type": "ellipsis"}
    value = scalar_value(tree)
    if kind in ("dtype", "device"):
        return {"type": kind, "value": str(value).removeprefix("torch.")}
    if kind == "size":
        return {"type": "Size", "value": list(value)}
    if kind == "str":
        return {"type": "str", "value": value[:MAX_TEXT]}
    return {"type": {"none": "None"}.get(kind, kind), "value": plain(value)}


def plain(value: Any) -> Any:
    """Values for JSON: what JSON has no number for becomes text."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, complex):
        return str(value)
    if isinstance(value, float) and not np.isfinite(value):
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() > 64:
        return hex(value)[:MAX_TEXT]
    return value
