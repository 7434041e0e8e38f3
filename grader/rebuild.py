"""The way back from plain leaves and bytes to tensors, arrays and Python values; every bound is checked first.

Used by workers for inputs, by the author worker for received results and by the judge for values.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import torch

from grader.errors import TooLarge, WireError
from grader.observe import Tree
from grader.wire import MAX_ELEMENTS, Payload

DTYPES: dict[str, torch.dtype] = {
    str(dtype).removeprefix("torch."): dtype
    for dtype in vars(torch).values()
    if isinstance(dtype, torch.dtype)
}

ARRAY_DTYPES: dict[str, np.dtype[Any]] = {
    np.dtype(code).name: np.dtype(code) for code in "?bhilqBHILQefdFD" if np.dtype(code).isnative
}
"""Dtypes of plain numbers alone: in an array of objects the sender's bytes would be pointers."""


class Rebuilder:
    """Builds the values of one payload; leaves that shared memory share it again."""

    def __init__(self, payload: Payload, device: str = "cpu") -> None:
        self._device = torch.device(device)
        self._body = payload.body
        self._blobs = payload.header["blobs"]
        self._buffers: dict[int, bytearray] = {}
        self._storages: dict[tuple[int, torch.device], torch.Tensor] = {}

    def value(self, tree: Tree) -> Any:
        """The value of a tree.

        Raises:
            WireError: the tree is malformed or cannot be rebuilt (modules, functions, ...).
        """
        kind = tree["k"]
        if kind == "tensor":
            return self._tensor_with_state(tree)
        if kind == "ndarray":
            array = self.array(tree)
            return array[()] if tree.get("scalar") else array
        if kind == "list":
            return [self.value(item) for item in tree["v"]]
        if kind == "tuple":
            return tuple(self.value(item) for item in tree["v"])
        if kind == "set":
            return {self.value(item) for item in tree["v"]}
        if kind == "dict":
            return {self.value(key): self.value(item) for key, item in tree["v"]}
        return scalar_value(tree)

    def tensor(self, tree: Tree) -> torch.Tensor:
        """The elements of a tensor leaf on this rebuilder's device, with the leaf's strides.

        Raises:
            WireError: the geometry does not fit the bytes, or there are too many elements.
        """
        dtype = DTYPES[tree["dtype"]]
        shape, strides, start = _geometry(tree, dtype.itemsize)
        if tree["device"] == "meta":
            return torch.empty_strided(shape, strides, dtype=dtype, device="meta")
        nbytes = self._length(tree)
        if start % dtype.itemsize:
            raise WireError("tensor is not aligned to its elements")
        last = start + dtype.itemsize * (1 + sum((n - 1) * s for n, s in zip(shape, strides, strict=True)))
        if math.prod(shape) and last > nbytes:
            raise WireError("tensor outside its bytes")
        flat = self._storage(tree["blob"])
        whole = flat[: nbytes - nbytes % dtype.itemsize].view(dtype)
        return whole.as_strided(shape, strides, start // dtype.itemsize)

    def array(self, tree: Tree) -> np.ndarray[Any, Any]:
        """The elements of an array leaf.

        Raises:
            WireError: the geometry does not fit the bytes.
        """
        dtype = ARRAY_DTYPES[tree["dtype"]]
        shape, start = tuple(map(int, tree["shape"])), int(tree["start"])
        _check_size(shape)
        strides = None if tree.get("packed") else tuple(map(int, tree["strides"]))
        self._length(tree)
        try:
            return np.ndarray(shape, dtype, self._buffer(tree["blob"]), start, strides)
        except (ValueError, TypeError) as error:
            raise WireError("array outside its bytes") from error

    def _tensor_with_state(self, tree: Tree) -> torch.Tensor:
        result = self.tensor(tree)
        if tree.get("parameter"):
            result = torch.nn.Parameter(result, requires_grad=bool(tree["requires_grad"]))
        elif tree["requires_grad"]:
            result = result.requires_grad_()
        if tree.get("grad") is not None:
            result.grad = self.tensor(tree["grad"])
        return result

    def _length(self, tree: Tree) -> int:
        blob = tree["blob"]
        if blob is None:
            raise TooLarge
        offset, length = self._blobs[blob]
        if not 0 <= offset <= offset + length <= len(self._body):
            raise WireError("blob outside its payload")
        return int(length)

    def _buffer(self, blob: int) -> bytearray:
        if blob not in self._buffers:
            offset, length = self._blobs[blob]
            self._buffers[blob] = bytearray(self._body[offset : offset + length])
        return self._buffers[blob]

    def _storage(self, blob: int) -> torch.Tensor:
        key = (blob, self._device)
        if key not in self._storages:
            buffer = self._buffer(blob)
            flat = (
                torch.frombuffer(buffer, dtype=torch.uint8)
                if buffer
                else torch.empty(0, dtype=torch.uint8, device="cpu")
            )
            self._storages[key] = flat.to(self._device)
        return self._storages[key]


def rebuild_inputs(payload: Payload, device: str = "cpu") -> dict[str, Any]:
    """The inputs of a payload by name, tensors on `device` (arrays stay where arrays live)."""
    rebuilder = Rebuilder(payload, device)
    return {name: rebuilder.value(tree) for name, tree in payload.header["inputs"]}


def scalar_value(tree: Tree) -> Any:
    """The value of a tree without parts.

    Raises:
        WireError: it is of a kind that does not travel.
    """
    kind = tree["k"]
    if kind == "none":
        return None
    if kind == "ellipsis":
        return Ellipsis
    value = tree.get("v")
    if kind in ("bool", "str"):
        return value
    if kind == "int":
        return int(str(value), 16)
    if kind == "float":
        return float.fromhex(str(value))
    if kind == "complex" and isinstance(value, list):
        return complex(float.fromhex(value[0]), float.fromhex(value[1]))
    if kind == "size" and isinstance(value, list):
        return torch.Size([int(item) for item in value])
    if kind == "dtype":
        return DTYPES[str(value)]
    if kind == "device":
        return torch.device(str(value))
    raise WireError(f"a {tree.get('type', kind)} does not travel")


def _geometry(tree: Tree, itemsize: int) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """Shape, strides in elements and start in bytes, all checked to be sane."""
    shape = tuple(int(length) for length in tree["shape"])
    _check_size(shape)
    if tree.get("packed"):
        strides = tuple(math.prod(shape[axis + 1 :]) for axis in range(len(shape)))
    else:
        strides = tuple(int(stride) for stride in tree["strides"])
    start = int(tree["start"])
    if len(strides) != len(shape) or min((*strides, start, 0)) < 0 or max((*strides, 0)) * itemsize > 1 << 40:
        raise WireError("impossible geometry")
    return shape, strides, start


def _check_size(shape: tuple[int, ...]) -> None:
    if len(shape) > 64 or any(length < 0 for length in shape):
        raise WireError("impossible shape")
    if math.prod(shape) > MAX_ELEMENTS:
        raise TooLarge(math.prod(shape))
