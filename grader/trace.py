"""A trace of the torch functions that a program calls, by name, whatever name the text gave them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import torch
from torch.overrides import TorchFunctionMode

MAX_NAMES = 2_000
_TORCH = str(Path(torch.__file__).parent)
_PASSED_THROUGH = ("overrides.py", "functional.py", "_tensor.py")


class CallTrace(TorchFunctionMode):
    """While entered, remembers by name each torch function that the program `filename`, or a layer, calls."""

    def __init__(self, filename: str) -> None:
        super().__init__()
        self.names: dict[str, None] = {}
        self._filename = filename

    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        """Notes the name and calls on; called by torch, with the mode off inside."""
        if len(self.names) < MAX_NAMES and self._is_the_programs(sys._getframe(1)):
            self.names[_dotted(func)] = None
        return func(*args, **(kwargs or {}))

    def _is_the_programs(self, frame: FrameType | None) -> bool:
        """Whether a call stands in the program or in a layer's `forward`, not in torch's bookkeeping or a probe."""
        while frame is not None and frame.f_code.co_filename.startswith(_TORCH):
            if frame.f_code.co_name == "forward":
                return not frame.f_code.co_filename.endswith("batchnorm.py")  # counts its batches with `add_`
            if not frame.f_code.co_filename.endswith(_PASSED_THROUGH):
                return False
            frame = frame.f_back
        return frame is not None and frame.f_code.co_filename == self._filename


def _dotted(func: Callable[..., Any]) -> str:
    name = getattr(func, "__name__", "?")
    if getattr(func, "__objclass__", None) is not None or getattr(torch.Tensor, name, None) is func:
        return f"torch.Tensor.{name}"
    return f"{getattr(func, '__module__', None) or 'torch'}.{name}"
