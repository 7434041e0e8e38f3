"""Turns what a world holds into plain leaves and bytes: the only way out of a worker.

An observation keeps all that a check may ask of a value: for a tensor its geometry, autograd state, storage identity
and the bytes it spans. Storage ids run over inputs and results, so that views and in-place edits are comparisons of
plain numbers. `grader.rebuild` is the way back.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from grader.memory import Leaf, gather, tensor_leaf
from grader.wire import Payload

Tree = dict[str, Any]

MAX_NODES = 100_000
"""Nodes of one observation; what comes after is told as too large."""
MAX_DEPTH = 40
MAX_TEXT = 1 << 20
"""Characters of one string."""


def observe(value: Any, inputs: dict[str, Any] | None = None) -> Payload:
    """The observation of a value beside the inputs it may share memory with.

    Returns:
        A payload `{"inputs": [[name, tree], ...], "value": tree, "blobs": [[offset, length], ...]}`.
    """
    observer = _Observer()
    seen = [[name, observer.tree(item)] for name, item in (inputs or {}).items()]
    result = observer.tree(value)
    blobs, body = gather(observer.leaves)
    return Payload({"inputs": seen, "value": result, "blobs": blobs}, body)


class _Observer:
    """Builds the trees of one observation and collects their leaves."""

    def __init__(self) -> None:
        self.leaves: list[Leaf] = []
        self._nodes = 0

    def tree(self, value: Any, depth: int = 0) -> Tree:
        self._nodes += 1
        if depth > MAX_DEPTH or self._nodes > MAX_NODES:
            return {"k": "other", "type": _name(value), "too_large": True}
        scalar = _scalar_tree(value)
        if scalar is not None:
            return scalar
        if issubclass(
            type(value), torch.Tensor
        ):  # for isinstance, an object may name a class that it has not
            return self._tensor(value, depth)
        if isinstance(value, (np.ndarray, np.generic)):
            return self._array(value)
        if isinstance(value, torch.nn.Module):
            return _module_tree(value)
        if isinstance(value, torch.optim.Optimizer):
            return self._optimizer(value, depth)
        if isinstance(value, BaseException):
            return {"k": "exception", "type": type(value).__name__, "message": str(value)[:10_000]}
        return self._container(value, depth)

    def _container(self, value: Any, depth: int) -> Tree:
        if isinstance(value, (list, tuple)):
            kind = "list" if isinstance(value, list) else "tuple"
            return {"k": kind, "v": [self.tree(item, depth + 1) for item in value[: MAX_NODES + 1]]}
        if isinstance(value, dict):
            pairs = [[self.tree(key, depth + 1), self.tree(item, depth + 1)] for key, item in value.items()]
            return {"k": "dict", "v": pairs}
        if isinstance(value, (set, frozenset)):
            items = [self.tree(item, depth + 1) for item in value]
            return {"k": "set", "type": _name(value), "v": sorted(items, key=repr)}
        return {"k": "other", "type": _name(value)}

    def _tensor(self, value: torch.Tensor, depth: int) -> Tree:
        parameter = isinstance(value, torch.nn.Parameter)
        with torch._C.DisableTorchFunctionSubclass():
            plain = (
                value
                if type(value) in (torch.Tensor, torch.nn.Parameter)
                else torch.Tensor.as_subclass(value, torch.Tensor)
            )
            if (
                plain.layout != torch.strided
                or plain.is_quantized
                or torch._C._functorch.is_functorch_wrapped_tensor(plain)
            ):
                return {"k": "other", "type": f"{type(value).__name__} ({plain.layout})"}
            return self._strided(value, plain, parameter, depth)

    def _strided(self, value: torch.Tensor, plain: torch.Tensor, parameter: bool, depth: int) -> Tree:
        """The tree of a tensor; `plain` is the same without its subclass, a view that has its own autograd state."""
        grad_fn, is_leaf = _true(value, "grad_fn"), _true(value, "is_leaf")
        has_grad = is_leaf or _true(value, "retains_grad")
        tree: Tree = {
            "k": "tensor",
            "parameter": parameter,
            "shape": list(plain.shape),
            "dtype": str(plain.dtype).removeprefix("torch."),
            "device": str(plain.device),
            "strides": list(plain.stride()),
            "offset": plain.storage_offset(),
            "requires_grad": _true(value, "requires_grad"),
            "is_leaf": is_leaf,
            "grad_fn": None if grad_fn is None else type(grad_fn).__name__,
        }
        # Element reads must see what the learner sees, also through the lazy conjugate and negative bits.
        values = plain.detach()
        lazy = values.is_conj() or values.is_neg()
        self.leaves.append(tensor_leaf(tree, values, values.resolve_conj().resolve_neg() if lazy else values))
        grad = _true(value, "grad") if has_grad else None
        tree["grad"] = None if grad is None else self.tree(grad, depth + 1)
        return tree

    def _array(self, value: Any) -> Tree:
        scalar = isinstance(value, np.generic)
        array = np.asarray(value)
        if array.dtype.kind not in "biufc" or not array.dtype.isnative:
            return {"k": "other", "type": f"{type(value).__name__} of {array.dtype}"}
        tree: Tree = {
            "k": "ndarray",
            "scalar": scalar,
            "shape": list(array.shape),
            "dtype": array.dtype.name,
            "strides": list(array.strides),
        }
        owner = array
        while isinstance(owner.base, np.ndarray):
            owner = owner.base
        low, high = np.lib.array_utils.byte_bounds(owner)
        first, last = np.lib.array_utils.byte_bounds(array)
        if isinstance(owner.base, torch.Tensor):
            storage = owner.base.untyped_storage()
            low, high = storage.data_ptr(), storage.data_ptr() + storage.nbytes()
        start = array.__array_interface__["data"][0]
        if array.size == 0:
            first = last = start
        self.leaves.append(Leaf(tree, array, "cpu", low, high, first, last, start, array.nbytes))
        return tree

    def _optimizer(self, value: torch.optim.Optimizer, depth: int) -> Tree:
        groups = []
        for group in value.param_groups:
            settings = {str(key): item for key, item in group.items() if key != "params"}
            groups.append([len(group["params"]), self.tree(settings, depth + 1)])
        return {
            "k": "optimizer",
            "class": type(value).__name__,
            "torch": _is_torch(type(value)),
            "groups": groups,
        }


def _true(value: torch.Tensor, name: str) -> Any:
    """A property of a tensor as torch has it, whatever a subclass says of itself."""
    return getattr(torch._C.TensorBase, name).__get__(value)


def _scalar_tree(value: Any) -> Tree | None:
    """The tree of a value without parts, or None. Types are exact: a subclass of int is not an int."""
    kind = type(value)
    if value is None or value is Ellipsis or value is NotImplemented:
        return {"k": "none"} if value is None else {"k": "ellipsis"}
    if kind is bool:
        return {"k": "bool", "v": value}
    if kind is int:
        return (
            {"k": "int", "v": hex(value)}
            if value.bit_length() < 100_000
            else {"k": "other", "type": "int", "too_large": True}
        )
    if kind is float:
        return {"k": "float", "v": value.hex()}
    if kind is complex:
        return {"k": "complex", "v": [value.real.hex(), value.imag.hex()]}
    if kind is str:
        return (
            {"k": "str", "v": value}
            if len(value) <= MAX_TEXT
            else {"k": "other", "type": "str", "too_large": True}
        )
    if kind is torch.Size:
        return {"k": "size", "v": [int(item) for item in value]}
    if kind is torch.dtype:
        return {"k": "dtype", "v": str(value).removeprefix("torch.")}
    return {"k": "device", "v": str(value)} if kind is torch.device else None


def _module_tree(value: torch.nn.Module) -> Tree:
    def entry(name: str, item: torch.Tensor) -> list[Any]:
        return [name, list(item.shape), str(item.dtype).removeprefix("torch."), bool(item.requires_grad)]

    return {
        "k": "module",
        "class": type(value).__name__,
        "torch": _is_torch(type(value)),
        "parameters": [entry(*pair) for pair in value.named_parameters()],
        "buffers": [entry(*pair) for pair in value.named_buffers()],
        "training": bool(value.training),
    }


def _name(value: Any) -> str:
    return type(value).__name__[:200]


def _is_torch(kind: type) -> bool:
    return kind.__module__.split(".")[0] == "torch"
