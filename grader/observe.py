"""Turns what a world holds into plain leaves and bytes: the only way out of a worker.

An observation keeps all that a check may ask of a value: for a tensor its geometry, autograd state, storage identity
and the bytes it spans. Storage ids run over inputs and results, so that views and in-place edits are comparisons of
plain numbers. `grader.rebuild` is the way back.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from grader.wire import Payload

Tree = dict[str, Any]

MAX_NODES = 100_000
"""Nodes of one observation; what comes after is told as too large."""
MAX_DEPTH = 40
MAX_TEXT = 1 << 20
"""Characters of one string."""
MAX_BYTES = 96 << 20
"""Bytes of one observation."""
SPARSE_SPAN = 1 << 20
"""A span of memory above this, and eight times its elements' bytes, is sent element by element instead."""


@dataclass(slots=True)
class _Leaf:
    """A tensor or an array on its way out."""

    tree: Tree
    value: Any
    """The tensor or array itself, kept alive until its bytes are copied."""
    place: str
    """Device; memory addresses of two devices are unrelated."""
    low: int
    """First byte of the memory block that holds it (address)."""
    high: int
    """First byte after the memory block."""
    first: int
    """Address of the lowest byte of an element."""
    last: int
    """Address after the highest byte of an element."""
    start: int
    """Address of the element [0, ..., 0]."""
    nbytes: int
    """Bytes of its elements, were they contiguous."""


def observe(value: Any, inputs: dict[str, Any] | None = None) -> Payload:
    """The observation of a value beside the inputs it may share memory with.

    Returns:
        A payload `{"inputs": [[name, tree], ...], "value": tree, "blobs": [[offset, length], ...]}`.
    """
    observer = _Observer()
    seen = [[name, observer.tree(item)] for name, item in (inputs or {}).items()]
    result = observer.tree(value)
    blobs, body = observer.memory()
    return Payload({"inputs": seen, "value": result, "blobs": blobs}, body)


class _Observer:
    """Builds the trees of one observation and collects their leaves."""

    def __init__(self) -> None:
        self._leaves: list[_Leaf] = []
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
        self._leaves.append(
            _tensor_leaf(tree, values, values.resolve_conj().resolve_neg() if lazy else values)
        )
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
        self._leaves.append(_Leaf(tree, array, "cpu", low, high, first, last, start, array.nbytes))
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

    def memory(self) -> tuple[list[list[int]], bytes]:
        """Gives every leaf its storage id and its place in the bytes; returns the blobs' ranges and the bytes."""
        blobs: list[list[int]] = []
        parts: list[bytes] = []
        total = 0
        for number, group in enumerate(_groups(self._leaves)):
            for leaf in group:
                leaf.tree["storage"] = number
            for bytes_of, members in _pieces(group):
                length = len(bytes_of) if bytes_of is not None else 0
                fits = bytes_of is not None and total + length <= MAX_BYTES
                for leaf, start in members:
                    leaf.tree["blob"] = len(blobs) if fits else None
                    leaf.tree["start"] = start
                if fits and bytes_of is not None:
                    blobs.append([total, length])
                    parts.append(bytes_of)
                    total += length
        return blobs, b"".join(parts)


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


def _tensor_leaf(tree: Tree, value: torch.Tensor, values: torch.Tensor) -> _Leaf:
    """The leaf of a tensor; `values` differs from `value` where elements are lazily conjugated or negated."""
    storage = value.untyped_storage()
    low, size = int(storage.data_ptr()), int(storage.nbytes())
    place = str(value.device)
    item = value.element_size()
    start = low + int(value.storage_offset()) * item
    last = start
    if value.numel():
        last += item + sum(
            (length - 1) * stride * item for length, stride in zip(value.shape, value.stride(), strict=True)
        )
    if value.device.type == "meta" or size == 0:
        low = start = last = storage._cdata  # the address of a small object: it only tells storages apart
        size = 1
        place = f"{value.device} without memory"
    leaf = _Leaf(tree, values, place, low, low + size, start, last, start, value.numel() * item)
    if values is not value:
        tree["packed"] = True
    return leaf


def _groups(leaves: list[_Leaf]) -> list[list[_Leaf]]:
    """The leaves whose memory blocks overlap, in groups; groups in the order in which their first leaf was seen."""
    order = {id(leaf): position for position, leaf in enumerate(leaves)}
    groups: list[list[_Leaf]] = []
    high, place = 0, ""
    for leaf in sorted(leaves, key=lambda leaf: (leaf.place, leaf.low)):
        if groups and leaf.place == place and leaf.low < high:
            groups[-1].append(leaf)
            high = max(high, leaf.high)
        else:
            groups.append([leaf])
            high, place = leaf.high, leaf.place
    for group in groups:
        group.sort(key=lambda leaf: order[id(leaf)])
    return sorted(groups, key=lambda group: order[id(group[0])])


def _pieces(group: list[_Leaf]) -> list[tuple[bytes | None, list[tuple[_Leaf, int]]]]:
    """The bytes to send for a group, each with the leaves that read from them and where each starts."""
    spread = [leaf for leaf in group if not leaf.tree.get("packed")]
    lone = [leaf for leaf in group if leaf.tree.get("packed")]
    pieces: list[tuple[bytes | None, list[tuple[_Leaf, int]]]] = []
    if spread:
        first, last = min(leaf.first for leaf in spread), max(leaf.last for leaf in spread)
        if last - first > max(SPARSE_SPAN, 8 * sum(leaf.nbytes for leaf in spread)):
            for leaf in spread:
                leaf.tree["packed"] = True
            lone += spread
        else:
            data = _read(spread[0], first, last)
            pieces.append((data, [(leaf, leaf.start - first) for leaf in spread]))
    pieces += [(_packed(leaf), [(leaf, 0)]) for leaf in lone]
    return pieces


def _read(leaf: _Leaf, first: int, last: int) -> bytes | None:
    """The bytes of memory from `first` to `last`, all within the blocks of the leaf's group."""
    if last == first:
        return b""
    if leaf.place == "cpu":
        return ctypes.string_at(first, last - first) if last - first <= MAX_BYTES else None
    window = torch.empty(0, dtype=torch.uint8, device=leaf.value.device)
    window.set_(leaf.value.untyped_storage(), first - leaf.low, (last - first,), (1,))
    return bytes(window.cpu().numpy().tobytes())


def _packed(leaf: _Leaf) -> bytes | None:
    """The elements of one leaf, contiguous."""
    if leaf.nbytes > MAX_BYTES:
        return None
    if isinstance(leaf.value, np.ndarray):
        return leaf.value.tobytes()
    flat = leaf.value.contiguous().cpu().reshape(-1)
    return bytes(flat.view(torch.uint8).numpy().tobytes())
