"""Compares elements: tolerances by dtype, exact where numbers are exact, and a word on where they differ most."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import torch

from course.message import Value

_BY_DTYPE = {
    "float16": (1e-3, 1e-5),
    "bfloat16": (1.6e-2, 1e-5),
    "float32": (1.3e-6, 1e-5),
    "float64": (1e-7, 1e-7),
    "complex32": (1e-3, 1e-5),
    "complex64": (1.3e-6, 1e-5),
    "complex128": (1e-7, 1e-7),
    "python": (1e-6, 1e-9),
}
"""Relative and absolute tolerances; those of `torch.testing.assert_close`, which documents them per dtype."""

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|\binf\b|\bnan\b)")


@dataclass(frozen=True, slots=True)
class Tolerances:
    """`|actual - expected| <= atol + rtol * |expected|`; None takes the default of the dtype."""

    rtol: float | None = None
    atol: float | None = None


@dataclass(frozen=True, slots=True)
class ElementsDiffer:
    """How elements differ: a reason, a message key and its values."""

    reason: Literal["values", "finite"]
    key: str
    values: dict[str, Value]


def tolerances_for(given: Tolerances, *dtypes: str) -> tuple[float, float]:
    """Relative and absolute tolerance: the given ones, else the loosest default of the dtypes (0 for exact ones)."""
    defaults = [_BY_DTYPE.get(dtype, (0.0, 0.0)) for dtype in dtypes]
    rtol = given.rtol if given.rtol is not None else max(default[0] for default in defaults)
    atol = given.atol if given.atol is not None else max(default[1] for default in defaults)
    return rtol, atol


def close(expected: Any, actual: Any, tolerances: tuple[float, float]) -> bool:
    """Whether two Python numbers are equal within tolerance; NaN is equal to NaN alone."""
    if expected != expected:
        return bool(actual != actual)
    if expected == actual:
        return True
    rtol, atol = tolerances
    return math.isfinite(abs(expected)) and abs(actual - expected) <= atol + rtol * abs(expected)


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two tensors of one shape, ready to be subtracted, and where they differ."""

    wanted: torch.Tensor
    """As float64, complex128 or exact numbers; 0 where it is not finite."""
    found: torch.Tensor
    """Likewise, of the same dtype; 0 where `wanted` is not finite."""
    unlike: torch.Tensor
    """True where one is NaN, or infinite by some sign, and the other is not."""
    beyond: torch.Tensor
    """True where both are finite and differ by more than the tolerance."""


def contrast(
    expected: torch.Tensor, actual: torch.Tensor, given: Tolerances, dtypes: tuple[str, str]
) -> Contrast:
    """Where two tensors of one shape differ; the dtypes named choose the default tolerances."""
    rtol, atol = tolerances_for(given, *dtypes)
    wanted, found = _comparable(expected), _comparable(actual)
    if wanted.dtype != found.dtype:
        wanted, found = wanted.to(torch.complex128), found.to(torch.complex128)
    if not (wanted.is_floating_point() or wanted.is_complex()):
        if rtol == 0 and atol == 0:
            return Contrast(wanted, found, torch.zeros(wanted.shape, dtype=torch.bool), wanted != found)
        wanted, found = wanted.to(torch.float64), found.to(torch.float64)
    unlike = _class(wanted) != _class(found)
    finite = torch.isfinite(wanted) & ~unlike
    zero = torch.zeros((), dtype=wanted.dtype)
    wanted, found = torch.where(finite, wanted, zero), torch.where(finite, found, zero)
    within = (found - wanted).abs() <= atol + rtol * wanted.abs()
    return Contrast(wanted, found, unlike, ~within)


def compare_elements(
    expected: torch.Tensor, actual: torch.Tensor, given: Tolerances, dtypes: tuple[str, str]
) -> ElementsDiffer | None:
    """The difference of two tensors of one shape, or None; the dtypes named choose the default tolerances."""
    seen = contrast(expected, actual, given, dtypes)
    if not seen.unlike.any():
        return _differing(seen.beyond, seen.wanted, seen.found)
    position = _first(seen.unlike)
    found = _comparable(actual)
    values: dict[str, Value] = {
        "nan": int(torch.isnan(found).sum()),
        "inf": int(torch.isinf(found).sum()),
        "index": _index(position, seen.unlike.shape),
        "expected": format_value(expected.detach().flatten()[position].item()),
        "actual": format_value(actual.detach().flatten()[position].item()),
    }
    return ElementsDiffer("finite", "grader-finite", values)


def same_text(expected: str, actual: str, numbers: bool, given: Tolerances) -> bool:
    """Whether two printed texts agree, trailing blanks apart; with `numbers`, numbers agree within tolerance."""
    wanted, found = trimmed(expected), trimmed(actual)
    if not numbers:
        return wanted == found
    if [words.split() for words in _NUMBER.split(wanted)] != [
        words.split() for words in _NUMBER.split(found)
    ]:
        return False
    pairs = zip(_NUMBER.findall(wanted), _NUMBER.findall(found), strict=True)
    return all(_same_number(e, a, given) for e, a in pairs)


def _same_number(expected: str, actual: str, given: Tolerances) -> bool:
    whole = not set(".enia") & set((expected + actual).lower())
    return close(float(expected), float(actual), tolerances_for(given, "int64" if whole else "float32"))


def trimmed(text: str) -> str:
    """The text without trailing blanks on its lines and blank lines at its end."""
    return "\n".join(line.rstrip() for line in text.splitlines()).rstrip("\n")


def all_nan(tensor: torch.Tensor) -> bool:
    """Whether a tensor of floats holds nothing but NaN (an empty one counts)."""
    return bool((tensor.is_floating_point() or tensor.is_complex()) and torch.isnan(tensor).all())


def format_value(value: Any) -> str:
    """A number or other plain value in a few characters."""
    if isinstance(value, float):
        return f"{value:.6g}"
    text = repr(value)
    return text if len(text) <= 200 else text[:197] + "..."


def as_tensor(array: np.ndarray[Any, Any]) -> torch.Tensor:
    """The elements of an array as a tensor of their dtype."""
    return torch.from_numpy(np.ascontiguousarray(array).reshape(array.shape))


def _comparable(value: torch.Tensor) -> torch.Tensor:
    """Elements as float64, complex128 or an exact dtype that torch can compare."""
    tensor = value.detach()
    if tensor.is_complex():
        return tensor.to(torch.complex128)
    if tensor.is_floating_point():
        return tensor.to(torch.float64)
    if tensor.dtype in (torch.uint16, torch.uint32):
        return tensor.to(torch.int64)
    return tensor.view(torch.int64) if tensor.dtype == torch.uint64 else tensor


def _class(values: torch.Tensor) -> torch.Tensor:
    """0 for finite elements, 1 for NaN, 2 and 3 for infinities by sign; complex ones by part."""
    if values.is_complex():
        parts = torch.view_as_real(values.resolve_conj())
        return (_class(parts) * torch.tensor([1, 4])).sum(-1)
    kinds = torch.isnan(values).to(torch.int8)
    kinds = torch.where(values == math.inf, torch.tensor(2, dtype=torch.int8), kinds)
    return torch.where(values == -math.inf, torch.tensor(3, dtype=torch.int8), kinds)


def _differing(mask: torch.Tensor, wanted: torch.Tensor, found: torch.Tensor) -> ElementsDiffer | None:
    """Tells how many differ and where the largest difference stands."""
    count = int(mask.sum())
    if count == 0:
        return None
    exact = not (wanted.is_floating_point() or wanted.is_complex())
    numbers = torch.float64 if exact else wanted.dtype
    distance = (found.to(numbers) - wanted.to(numbers)).abs() * mask
    worst = int(distance.flatten().argmax()) if distance.flatten().max() > 0 else _first(mask)
    values: dict[str, Value] = {
        "count": count,
        "total": mask.numel(),
        "index": _index(worst, mask.shape),
        "expected": format_value(wanted.flatten()[worst].item()),
        "actual": format_value(found.flatten()[worst].item()),
    }
    if not mask.shape:
        return ElementsDiffer("values", "grader-value", {key: values[key] for key in ("expected", "actual")})
    return ElementsDiffer("values", "grader-values", values)


def _first(mask: torch.Tensor) -> int:
    return int(mask.flatten().to(torch.int8).argmax())


def _index(position: int, shape: torch.Size) -> str:
    return str([int(axis) for axis in np.unravel_index(position, tuple(shape))]) if shape else "[]"
