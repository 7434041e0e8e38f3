"""Measures how two tensors, arrays or numbers differ: `grader.difference` filled by the judge, after a check failed.

It stands apart from `grader.compare`, which decides and is on the path of every check.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch

from grader.difference import Extreme, Part, Side, TensorDifference
from grader.errors import GraderError
from grader.observe import Tree
from grader.rebuild import Rebuilder, scalar_value
from grader.summary import plain
from grader.values import Contrast, Tolerances, as_tensor, contrast
from grader.verdict import MAX_PICTURE

NUMBERS = ("int", "float", "bool", "complex")
MEASURED = ("tensor", "ndarray", *NUMBERS)
"""Kinds of trees that can be measured."""
NEAR = 32
"""Rows and columns round the largest difference of a tensor that is too large to be told whole."""
MAX_SLICES = 4
"""Slices of such a tensor that are drawn in blocks: the first that differ."""
DIGITS = 4
"""Significant digits of the mean of a block, which nobody compares."""


def measure(
    name: str, trees: tuple[Tree, Tree], rebuilders: tuple[Rebuilder, Rebuilder], tolerances: Tolerances
) -> TensorDifference:
    """The difference of an expected and an actual tree of the kinds `MEASURED`."""
    values = [_elements(tree, rebuilder) for tree, rebuilder in zip(trees, rebuilders, strict=True)]
    sides = [_side(tree, value) for tree, value in zip(trees, values, strict=True)]
    wanted, found = values
    if wanted is None or found is None:
        return TensorDifference(name, sides[0], sides[1], None, None, None, None, None, ())
    if wanted.shape != found.shape:
        parts = tuple(_unlike(wanted, found))
        return TensorDifference(name, sides[0], sides[1], None, None, None, None, None, parts)
    dtypes = sides[0].dtype or "python", sides[1].dtype or "python"
    pair = _Pair.of(wanted, found, contrast(wanted, found, tolerances, dtypes))
    return TensorDifference(
        name=name,
        expected=sides[0],
        actual=sides[1],
        total=pair.differs.numel(),
        differing=int(pair.differs.sum()),
        first=pair.index(int(pair.differs.flatten().to(torch.int8).argmax())) if pair.differs.any() else None,
        largest_absolute=pair.largest(pair.error),
        largest_relative=pair.largest(pair.error / pair.size),
        parts=tuple(pair.parts()),
    )


def _elements(tree: Tree, rebuilder: Rebuilder) -> torch.Tensor | None:
    """The elements of a tree; None where they are not known."""
    if tree["k"] in NUMBERS:
        value = scalar_value(tree)
        exact = isinstance(value, bool) or not isinstance(value, int) or value.bit_length() < 64
        return torch.tensor(value if exact else float(value), dtype=_python_dtype(value))
    if tree.get("device") == "meta" or tree.get("too_large"):
        return None
    try:
        return rebuilder.tensor(tree) if tree["k"] == "tensor" else as_tensor(rebuilder.array(tree))
    except (GraderError, ValueError, TypeError, RuntimeError):
        return None


def _python_dtype(value: float | complex) -> torch.dtype | None:
    return {float: torch.float64, complex: torch.complex128}.get(type(value))


def _side(tree: Tree, value: torch.Tensor | None) -> Side:
    inexact = value is not None and (value.is_floating_point() or value.is_complex())
    is_tensor = tree["k"] == "tensor"
    return Side(
        type=tree["k"],
        shape=tuple(tree.get("shape", ())),
        dtype=tree.get("dtype"),
        device=str(tree["device"]) if is_tensor else None,
        requires_grad=bool(tree["requires_grad"]) if is_tensor else None,
        nan=int(torch.isnan(value).sum()) if inexact and value is not None else 0,
        inf=int((torch.isinf(value) & ~torch.isnan(value)).sum()) if inexact and value is not None else 0,
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two tensors of one shape and what was found of their elements."""

    wanted: torch.Tensor
    found: torch.Tensor
    differs: torch.Tensor
    """True beyond tolerance."""
    error: torch.Tensor
    """`|actual - expected|` in float64, `inf` where only one side is finite; 0 for equal infinities and NaN."""
    size: torch.Tensor
    """`|expected|`."""

    @classmethod
    def of(cls, wanted: torch.Tensor, found: torch.Tensor, seen: Contrast) -> _Pair:
        inexact = seen.wanted.is_floating_point() or seen.wanted.is_complex()
        one, other = (side if inexact else side.to(torch.float64) for side in (seen.wanted, seen.found))
        error = (other - one).abs()
        return cls(
            wanted, found, seen.unlike | seen.beyond, error.masked_fill(seen.unlike, torch.inf), one.abs()
        )

    def index(self, position: int) -> tuple[int, ...]:
        """The index of an element by its position, row by row."""
        if not self.differs.ndim:
            return ()
        return tuple(int(axis) for axis in np.unravel_index(position, tuple(self.differs.shape)))

    def largest(self, error: torch.Tensor) -> Extreme | None:
        """Where an error is largest, among elements that differ and have a finite one."""
        counted = torch.where(self.differs & torch.isfinite(error), error, -1.0).flatten()
        if not counted.numel() or counted.max() < 0:
            return None
        position = int(counted.argmax())
        sides = (plain(side.flatten()[position].item()) for side in (self.wanted, self.found))
        return Extreme(self.index(position), float(counted[position]), *sides)

    def parts(self) -> Iterator[Part]:
        """What can be drawn."""
        if self.differs.numel() <= MAX_PICTURE:
            yield from (self._part(start, slice(None), slice(None)) for start in _slices(self.differs.shape))
            return
        yield from self._blocks()
        yield self._near()

    def _part(self, start: tuple[int, ...], rows: slice, columns: slice) -> Part:
        """A piece of one slice, element by element."""
        sides = [
            _matrix(side[start])[rows, columns]
            for side in (self.wanted, self.found, self.error, self.differs)
        ]
        at = _at(self.differs.ndim, start, int(rows.start or 0), int(columns.start or 0))
        expected, actual, error = (plain(side.tolist()) for side in sides[:3])
        cells = [(row, column) for row, column in sides[3].nonzero().tolist()]
        return Part(at, (1, 1), expected, actual, error, cells)

    def _near(self) -> Part:
        """The surroundings of the largest difference."""
        weight = torch.where(self.differs, self.error, -1.0).flatten()
        index = self.index(int(weight.argmax()))
        *start, row, column = (0, *index) if len(index) == 1 else index
        spans = [
            _window(focus, size) for focus, size in zip((row, column), _size(self.differs.shape), strict=True)
        ]
        return self._part(tuple(start), *spans)

    def _blocks(self) -> Iterator[Part]:
        """The first slices that differ, in blocks, all of them together no more cells than a picture has."""
        shape = self.differs.shape
        rows, columns = _size(shape)
        slices = self.differs.reshape(-1, rows * columns).any(dim=1).nonzero().flatten()[:MAX_SLICES]
        odd = [tuple(map(int, np.unravel_index(number, shape[:-2]))) for number in slices.tolist()]
        cells = MAX_PICTURE // max(1, len(odd))
        side = int(cells**0.5)
        block = -(-rows // side), -(-columns // side)
        for start in odd:
            means = [_reduced(_matrix(side[start]), block, "mean") for side in (self.wanted, self.found)]
            error = _reduced(_matrix(self.error[start]), block, "max")
            differs = _reduced(_matrix(self.differs[start]).to(torch.float64), block, "max")
            told = [plain(_rounded(matrix)) for matrix in (*means, error)]
            places = [(row, column) for row, column in differs.nonzero().tolist()]
            yield Part(_at(self.differs.ndim, start), block, told[0], told[1], told[2], places)


def _unlike(wanted: torch.Tensor, found: torch.Tensor) -> Iterator[Part]:
    """The slices of two tensors of two shapes beside each other, as far as both are small."""
    if max(wanted.numel(), found.numel()) > MAX_PICTURE:
        return
    starts = [list(_slices(side.shape)) for side in (wanted, found)]
    for number in range(max(map(len, starts))):
        sides = [
            plain(_matrix(side[own[number]]).tolist()) if number < len(own) else None
            for side, own in zip((wanted, found), starts, strict=True)
        ]
        own, shape = (starts[1], found.shape) if number < len(starts[1]) else (starts[0], wanted.shape)
        yield Part(_at(len(shape), own[number]), (1, 1), sides[0], sides[1], None, [])


def _slices(shape: torch.Size) -> Iterator[tuple[int, ...]]:
    """The leading indices of every matrix within a tensor."""
    return (tuple(map(int, start)) for start in np.ndindex(*shape[:-2]))


def _size(shape: torch.Size) -> tuple[int, int]:
    """Rows and columns of a slice."""
    columns, rows = [*reversed(shape[-2:]), 1, 1][:2]
    return rows, columns


def _at(dimensions: int, start: tuple[int, ...], row: int = 0, column: int = 0) -> tuple[int, ...]:
    """The index of an element of a slice."""
    return (*start, row, column)[-dimensions:] if dimensions else ()


def _matrix(piece: torch.Tensor) -> torch.Tensor:
    return piece.detach().reshape(_size(piece.shape))


def _window(focus: int, size: int) -> slice:
    """`NEAR` rows or columns with the focus in the middle, as far as there are so many."""
    start = max(0, min(focus - NEAR // 2, size - NEAR))
    return slice(start, min(size, start + NEAR))


def _reduced(matrix: torch.Tensor, block: tuple[int, int], how: str) -> torch.Tensor:
    """The mean of each block's finite elements (NaN where it has none), or its largest; complex ones by size."""
    values = matrix.abs() if matrix.is_complex() else matrix
    rows, columns = (-(-size // step) for size, step in zip(values.shape, block, strict=True))
    room = values.new_full((rows * block[0], columns * block[1]), torch.nan, dtype=torch.float64)
    room[: values.shape[0], : values.shape[1]] = values
    cells = room.reshape(rows, block[0], columns, block[1])
    if how == "max":
        return torch.where(torch.isnan(cells), -torch.inf, cells).amax(dim=(1, 3))
    return torch.where(torch.isfinite(cells), cells, torch.nan).nanmean(dim=(1, 3))


def _rounded(matrix: torch.Tensor) -> list[list[float]]:
    return [[float(f"{value:.{DIGITS}g}") for value in row] for row in matrix.tolist()]
