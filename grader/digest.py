"""A short text that equal observations have in common, by which many can be compared with many.

Used in the judge's process alone. Whoever finds two alike has to compare them properly.
"""

from __future__ import annotations

import hashlib

import torch

from grader.numbers import irregular
from grader.observe import Tree
from grader.rebuild import Rebuilder, scalar_value
from grader.values import as_tensor
from grader.wire import Payload

DIGITS = 4
"""Significant digits in which elements are told apart."""


def digest(tree: Tree, payload: Payload) -> str | None:
    """What elements there are, in which shape; None for values that two programs may well have by chance.

    Raises:
        MALFORMED: what a malformed payload raises.
    """
    parts = list(_parts(tree, Rebuilder(payload)))
    if not any(bool(irregular(part[torch.isfinite(part)]).any()) for part in parts):
        return None
    return fingerprint(parts)


def fingerprint(parts: list[torch.Tensor]) -> str:
    """What tensors of float64 on the CPU have in common that are equal in a few digits."""
    told = hashlib.sha256()
    for part in parts:
        told.update(repr(tuple(part.shape)).encode())
        told.update(torch.stack([part.isnan(), part.isposinf(), part.isneginf()]).numpy().tobytes())
        told.update(_rounded(part).contiguous().numpy().tobytes())
    return told.hexdigest()


def _parts(tree: Tree, rebuilder: Rebuilder) -> list[torch.Tensor]:
    kind = tree["k"]
    if kind in ("list", "tuple"):
        return [part for item in tree["v"] for part in _parts(item, rebuilder)]
    if kind == "float":
        return [torch.tensor(scalar_value(tree), dtype=torch.float64)]
    if kind not in ("tensor", "ndarray") or tree.get("device") == "meta":
        return []
    found = rebuilder.tensor(tree) if kind == "tensor" else as_tensor(rebuilder.array(tree))
    return [] if found.is_complex() else [found.detach().cpu().to(torch.float64)]


def _rounded(values: torch.Tensor) -> torch.Tensor:
    """The elements in few digits; those that are not finite and the sign of zero are no matter."""
    finite = torch.nan_to_num(values, 0.0, 0.0, 0.0)
    size = torch.where(finite == 0, 1.0, finite.abs()).log10().floor()
    unit = 10 ** (size - DIGITS + 1)
    return (finite / unit).round() * unit + 0.0
