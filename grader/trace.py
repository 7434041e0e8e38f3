"""A trace of the torch functions that a program calls, by name and line, whatever name the text gave them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import torch
from torch.overrides import TorchFunctionMode

MAX_NAMES = 2_000
"""Pairs of name and line that are remembered."""
_TORCH = str(Path(torch.__file__).parent)
_PASSED_THROUGH = ("overrides.py", "functional.py", "_tensor.py")


class CallTrace(TorchFunctionMode):
    """While entered, remembers by name each torch function that the program `filename`, or a layer, calls."""

    def __init__(self, filename: str) -> None:
        super().__init__()
        self.counts: dict[tuple[str, int], int] = {}
        """How often each was called from each line; the line is 0 within a layer."""
        self._filename = filename

    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        """Notes the name and calls on; called by torch, with the mode off inside."""
        if len(self.counts) < MAX_NAMES and (line := self._line(sys._getframe(1))) is not None:
            call = _dotted(func), line
            self.counts[call] = self.counts.get(call, 0) + 1
        return func(*args, **(kwargs or {}))

    @property
    def names(self) -> list[str]:
        """What was called, in the order of the first calls."""
        return list(dict.fromkeys(name for name, _ in self.counts))

    def _line(self, frame: FrameType | None) -> int | None:
        """The line of a call in the program, 0 in a layer's `forward`; None in torch's bookkeeping or a probe."""
        while frame is not None and frame.f_code.co_filename.startswith(_TORCH):
            if frame.f_code.co_name == "forward":
                counts = frame.f_code.co_filename.endswith("batchnorm.py")  # counts its batches with `add_`
                return None if counts else 0
            if not frame.f_code.co_filename.endswith(_PASSED_THROUGH):
                return None
            frame = frame.f_back
        is_programs = frame is not None and frame.f_code.co_filename == self._filename
        return frame.f_lineno if frame is not None and is_programs else None


def _dotted(func: Callable[..., Any]) -> str:
    name = getattr(func, "__name__", "?")
    if getattr(func, "__objclass__", None) is not None or getattr(torch.Tensor, name, None) is func:
        return f"torch.Tensor.{name}"
    return f"{getattr(func, '__module__', None) or 'torch'}.{name}"
