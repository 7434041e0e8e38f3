"""The names that a program has bound, with a few plain words on each value, made where the values live.

Unlike `grader.observe` this copies no large storage, for it looks at everything after each run, asked or not.
"""

from __future__ import annotations

import contextlib
import json
import types
from collections.abc import Iterable
from itertools import islice
from typing import Any

import numpy as np
import torch

from grader.observe import observe
from grader.rebuild import Rebuilder
from grader.summary import plain, summarise
from grader.verdict import MAX_ITEMS, MAX_VALUES, Summary

MAX_NAMES = 50
MAX_NAME = 100
"""Characters of a name; longer ones are left out."""
MAX_COUNTED = 1_000_000
"""Elements up to which minimum, maximum and mean are worked out."""
MAX_DEPTH = 3
MAX_PARTS = 100
"""Values inside one container that are looked at, at all depths together."""
MAX_SIZE = 16 << 10
"""Bytes of one summary as JSON; a longer one loses its values."""
MAX_TOTAL = 256 << 10
"""Bytes of all summaries as JSON, beyond which the rest lose their values."""
_NOT_VALUES = (
    types.ModuleType,
    type,
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
)
_TYPE_NAME = type.__dict__["__name__"].__get__
"""The name of a class, whatever its metaclass says."""
_BULKY = frozenset({"values", "value", "items", "parameters", "message"})
"""What a summary can do without."""


def bound_names(names: dict[str, Any]) -> list[list[Any]]:
    """Pairs of name and summary, in the order of the names; of more than `MAX_NAMES` the last.

    Modules, classes, functions and private names are left out. An object that does not let itself be looked at is
    told by its type.
    """
    shown = [(name, value) for name, value in list(names.items()) if _is_shown(name, value)]
    total = 0
    told = []
    for name, value in shown[-MAX_NAMES:]:
        summary = _safely(value)
        size = len(json.dumps(summary))
        if size > MAX_SIZE or total + size > MAX_TOTAL:
            summary = {key: part for key, part in summary.items() if key not in _BULKY}
        else:
            total += size
        told.append([name, summary])
    return told


def _is_shown(name: object, value: object) -> bool:
    named = type(name) is str and not name.startswith("_") and len(name) <= MAX_NAME
    return named and not issubclass(type(value), _NOT_VALUES)


def _safely(value: Any) -> Summary:
    """The summary; looking at a value may run code of its class, and fail like any code."""
    try:
        return _Sketch().of(value)
    except BaseException:
        return {"type": _TYPE_NAME(type(value))[:200]}


class _Sketch:
    """Looks at one value and, so far as its share goes, at what that contains."""

    def __init__(self) -> None:
        self._left = MAX_PARTS

    def of(self, value: Any, depth: int = 0) -> Summary:
        self._left -= 1
        kind = type(value)
        if issubclass(kind, torch.Tensor):
            return _tensor(value)
        if issubclass(kind, np.ndarray):
            return _array(np.asarray(value))
        if kind is not torch.Size:
            for container, name in _CONTAINERS.items():
                if issubclass(kind, container):
                    return self._container(value, name, depth)
        payload = observe(value)
        return summarise(payload.header["value"], Rebuilder(payload))

    def _container(self, value: Any, name: str, depth: int) -> Summary:
        told: Summary = {"type": name, "length": len(value)}
        if depth >= MAX_DEPTH or self._left <= 0:
            return told
        if name == "dict":
            pairs = islice(value.items(), MAX_ITEMS)
            told["items"] = [[self.of(part, depth + 1) for part in pair] for pair in self._share(pairs)]
        else:
            items = self._share(islice(value, MAX_ITEMS))
            told["items"] = [self.of(item, depth + 1) for item in items]
        return told

    def _share(self, items: Iterable[Any]) -> Iterable[Any]:
        for item in items:
            if self._left <= 0:
                return
            yield item


_CONTAINERS: dict[type, str] = {list: "list", tuple: "tuple", dict: "dict", set: "set", frozenset: "set"}


def _tensor(value: torch.Tensor) -> Summary:
    with torch._C.DisableTorchFunctionSubclass(), torch.no_grad():
        told: Summary = {
            "type": "tensor",
            "shape": list(value.shape),
            "dtype": str(value.dtype).removeprefix("torch."),
            "device": str(value.device),
        }
        if value.requires_grad:
            told["requires_grad"] = True
        if value.grad_fn is not None:
            told["grad_fn"] = type(value.grad_fn).__name__
        if value.layout == torch.strided and value.device.type != "meta":
            with contextlib.suppress(RuntimeError, NotImplementedError, TypeError):
                told |= _tensor_values(value.as_subclass(torch.Tensor).detach())
    return told


def _tensor_values(whole: torch.Tensor) -> Summary:
    """The values of a small tensor, the statistics of a larger one, nothing of a huge one."""
    count = whole.numel()
    if count <= MAX_VALUES:
        return {"values": plain(whole.tolist())}
    if count > MAX_COUNTED or whole.dtype.is_complex or whole.dtype == torch.bool:
        return {}
    low, high = torch.aminmax(whole)
    mean = whole.mean() if whole.dtype.is_floating_point else whole.sum() / count
    return {"min": plain(low.item()), "max": plain(high.item()), "mean": plain(mean.item())}


def _array(value: np.ndarray[Any, Any]) -> Summary:
    told: Summary = {"type": "ndarray", "shape": list(value.shape), "dtype": value.dtype.name}
    if value.dtype.kind not in "biufc":
        return told
    if value.size <= MAX_VALUES:
        told["values"] = plain(value.tolist())
    elif value.size <= MAX_COUNTED and value.dtype.kind in "iuf":
        with np.errstate(all="ignore"):
            told |= {name: plain(getattr(value, name)().item()) for name in ("min", "max", "mean")}
    return told
