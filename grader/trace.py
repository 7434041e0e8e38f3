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
    """While entered, remembers the dotted name of each public torch function that the program, or a layer, calls."""

    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, None] = {}

    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        """Notes the name and calls on; called by torch, with the mode off inside."""
        if len(self.names) < MAX_NAMES and _is_the_programs(sys._getframe(1)):
            self.names[_dotted(func)] = None
        return func(*args, **(kwargs or {}))


def _is_the_programs(frame: FrameType | None) -> bool:
    """Whether a call comes from outside torch or from a layer's `forward`, not from torch's own bookkeeping."""
    while frame is not None and frame.f_code.co_filename.startswith(_TORCH):
        if frame.f_code.co_name == "forward":
            return True
        if not frame.f_code.co_filename.endswith(_PASSED_THROUGH):
            return False
        frame = frame.f_back
    return True


def _dotted(func: Callable[..., Any]) -> str:
    name = getattr(func, "__name__", "?")
    if getattr(func, "__objclass__", None) is not None:
        return f"torch.Tensor.{name}"
    return f"{getattr(func, '__module__', None) or 'torch'}.{name}"
