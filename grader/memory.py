"""The memory behind the tensors and arrays of an observation: which of them share it, and the bytes they span."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

MAX_BYTES = 96 << 20
"""Bytes of one observation."""
SPARSE_SPAN = 1 << 20
"""A span of memory above this, and eight times its elements' bytes, is sent element by element instead."""


@dataclass(slots=True)
class Leaf:
    """A tensor or an array on its way out."""

    tree: dict[str, Any]
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


def tensor_leaf(tree: dict[str, Any], value: torch.Tensor, values: torch.Tensor) -> Leaf:
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
    leaf = Leaf(tree, values, place, low, low + size, start, last, start, value.numel() * item)
    if values is not value:
        tree["packed"] = True
    return leaf


def gather(leaves: list[Leaf]) -> tuple[list[list[int]], bytes]:
    """Gives every leaf its storage id and its place in the bytes; returns the blobs' ranges and the bytes."""
    blobs: list[list[int]] = []
    parts: list[bytes] = []
    total = 0
    for number, group in enumerate(_groups(leaves)):
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


def _groups(leaves: list[Leaf]) -> list[list[Leaf]]:
    """The leaves whose memory blocks overlap, in groups; groups in the order in which their first leaf was seen."""
    order = {id(leaf): position for position, leaf in enumerate(leaves)}
    groups: list[list[Leaf]] = []
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


def _pieces(group: list[Leaf]) -> list[tuple[bytes | None, list[tuple[Leaf, int]]]]:
    """The bytes to send for a group, each with the leaves that read from them and where each starts."""
    spread = [leaf for leaf in group if not leaf.tree.get("packed")]
    lone = [leaf for leaf in group if leaf.tree.get("packed")]
    pieces: list[tuple[bytes | None, list[tuple[Leaf, int]]]] = []
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


def _read(leaf: Leaf, first: int, last: int) -> bytes | None:
    """The bytes of memory from `first` to `last`, all within the blocks of the leaf's group."""
    if last == first:
        return b""
    if leaf.place == "cpu":
        return ctypes.string_at(first, last - first) if last - first <= MAX_BYTES else None
    window = torch.empty(0, dtype=torch.uint8, device=leaf.value.device)
    window.set_(leaf.value.untyped_storage(), first - leaf.low, (last - first,), (1,))
    return bytes(window.cpu().numpy().tobytes())


def _packed(leaf: Leaf) -> bytes | None:
    """The elements of one leaf, contiguous."""
    if leaf.nbytes > MAX_BYTES:
        return None
    if isinstance(leaf.value, np.ndarray):
        return leaf.value.tobytes()
    flat = leaf.value.contiguous().cpu().reshape(-1)
    return bytes(flat.view(torch.uint8).numpy().tobytes())
