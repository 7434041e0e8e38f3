"""A world: one program run in a namespace of its own, and probes answered in a copy of its names.

The same code serves the learner's world and the author's; they differ in what they are given and how they are confined.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import linecache
import math
import random
import sys
import types
import warnings
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Literal

import numpy as np
import torch

from grader import source
from grader.observe import Tree, observe
from grader.output import LiveText
from grader.raising import FILENAME, error_tree, warning_tree
from grader.trace import CallTrace
from grader.verdict import MAX_WARNINGS
from grader.wire import MAX_HEADER, Header, Payload, encode

PROBE = "<check>"
_OUT_OF_MEMORY = ("can't allocate memory", "out of memory", "Cannot allocate memory")

ProbeMode = Literal["value", "stdout", "raises"]


class World:
    """Holds the names of one program.

    Args:
        device: where inputs and new tensors go, such as `cpu`.
        default_device: where new tensors go instead, or None.
        emit: takes (stream, text) as the program prints.
        in_full: whether errors are told with the values of their line.
    """

    def __init__(
        self,
        device: str,
        default_device: str | None,
        emit: Callable[[str, str], None],
        *,
        in_full: bool = True,
    ) -> None:
        self.inputs: dict[str, Any] = {}
        self._trace: CallTrace | None = None
        self._device = device
        self._emit = emit
        self._in_full = in_full
        self._helpers: dict[str, Any] = {"torch": torch, "math": math}
        self._module = types.ModuleType("__main__")
        self._warnings: list[Header] = []
        self._told = 0
        """How many of them were told."""
        self._streams: deque[LiveText] = deque(maxlen=16)
        """The latest. `print` only borrows `sys.stdout`: were it freed under a thread that prints, all would crash."""
        self._filename = FILENAME
        factory = default_device or device
        if factory != "cpu":
            torch.set_default_device(factory)

    @property
    def calls(self) -> list[str]:
        """The torch functions that the program called so far, if calls are traced."""
        return self._trace.names if self._trace is not None else []

    @property
    def counts(self) -> list[tuple[str, int, int]]:
        """The same with the line of each and how often it was called from there."""
        traced = self._trace.counts if self._trace is not None else {}
        return [(name, line, count) for (name, line), count in traced.items()]

    @property
    def names(self) -> dict[str, Any]:
        """The program's own namespace."""
        return self._module.__dict__

    def new_warnings(self) -> list[Header]:
        """The warnings given since this was last asked."""
        new = self._warnings[self._told :]
        self._told = len(self._warnings)
        return new

    def run(
        self,
        code: str,
        *,
        setup: str | None,
        helpers: str | None,
        inputs: dict[str, Any],
        seed: int,
        trace: bool,
    ) -> Header:
        """Runs the program.

        Returns:
            `outcome` (finished, error, memory, setup_error), `error` or None, `warnings`, `stdout`.
        """
        sys.modules["__main__"] = self._module
        self.names.update(__builtins__=builtins, __file__=FILENAME)
        reseed(seed)
        error = self._prepare(setup, helpers)
        if error is not None:
            return {"outcome": "setup_error", "error": error, "warnings": [], "stdout": ""}
        self.inputs = inputs
        self.names.update(inputs)
        remember_source(code, FILENAME)
        self._trace = CallTrace(FILENAME) if trace else None
        with self._captured() as printed:
            outcome, error = self._execute(code)
        return {"outcome": outcome, "error": error, "warnings": self.new_warnings(), "stdout": printed.kept}

    def probe(self, code: str, *, inputs: dict[str, Any], seed: int, salt: int, mode: ProbeMode) -> Payload:
        """Evaluates a probe over a copy of the program's names.

        Returns:
            An observation; its value is the probe's, the text it printed, or the exception it raised.
        """
        self._helpers["fill"] = filler(salt)
        scope = {**self.names, **self._helpers, **inputs}
        missing = sorted(
            name for name in source.free_names(code) if name not in scope and not hasattr(builtins, name)
        )
        if missing:
            return _leaf({"k": "undefined", "name": missing[0]})
        reseed(seed)
        with self._captured() as printed:
            try:
                value = _evaluate(code, scope)
            except BaseException as error:
                kinds = [kind.__name__ for kind in type(error).__mro__]
                told = {
                    **error_tree(error, in_full=self._in_full),
                    "kinds": kinds,
                    "memory": is_out_of_memory(error),
                }
                return _leaf({"k": "raised", **told, "uncallable": self._uncallable(code)})
        if mode == "raises":
            return _leaf({"k": "not_raised"})
        return _observed(printed.kept if mode == "stdout" else value, {**self.inputs, **inputs})

    def _uncallable(self, code: str) -> list[str] | None:
        """Name and type of the first of the program's values that a probe calls and that cannot be called."""
        names = (name for name in source.called_names(code) if name in self.names)
        return next(
            (
                [name, type(self.names[name]).__name__[:200]]
                for name in names
                if not callable(self.names[name])
            ),
            None,
        )

    def _prepare(self, setup: str | None, helpers: str | None) -> Header | None:
        """Runs the author's setup and helpers; their error, or None."""
        try:
            if setup:
                exec(compile(setup, "<setup>", "exec", dont_inherit=True), self.names)
            if helpers:
                exec(compile(helpers, "<helpers>", "exec", dont_inherit=True), self._helpers)
        except BaseException as error:
            return error_tree(error)
        return None

    def _execute(self, code: str) -> tuple[str, Header | None]:
        try:
            exec(compile(code, FILENAME, "exec", dont_inherit=True), self.names)
        except BaseException as error:
            told = error_tree(error, in_full=self._in_full)
            return ("memory" if is_out_of_memory(error) else "error"), told
        return "finished", None

    @contextlib.contextmanager
    def _captured(self) -> Iterator[LiveText]:
        """Prints and warnings go to the listener and are kept; calls are traced if they are asked for."""
        out, err = LiveText("stdout", 1, self._emit), LiveText("stderr", 2, self._emit)
        self._streams += [out, err]
        previous = sys.stdout, sys.stderr, warnings.showwarning
        sys.stdout, sys.stderr, warnings.showwarning = out, err, self._warn
        try:
            with self._trace or contextlib.nullcontext():
                yield out
        finally:
            out.flush()
            err.flush()
            sys.stdout, sys.stderr, warnings.showwarning = previous

    def _warn(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: Any = None,
        line: str | None = None,
    ) -> None:
        if len(self._warnings) < MAX_WARNINGS:
            place = lineno if filename == self._filename else None
            self._warnings.append(warning_tree(message, category, self._filename, place))


def _observed(value: Any, inputs: dict[str, Any]) -> Payload:
    """The observation of a value; looking at it may run code of its class, and fail like any code."""
    try:
        payload = observe(value, inputs)
    except MemoryError:
        return _too_large(value)
    except Exception as error:
        return _leaf({"k": "raised", **error_tree(error), "kinds": [], "memory": False})
    return payload if len(encode(payload.header)) <= MAX_HEADER // 4 else _too_large(value)


def _too_large(value: Any) -> Payload:
    return _leaf({"k": "other", "type": type(value).__name__[:200], "too_large": True})


def reseed(seed: int) -> None:
    """Seeds torch, numpy and random."""
    if _has_accelerator():
        torch.manual_seed(seed)
    else:  # the same without asking each kind of accelerator, which takes longer than most programs
        torch.default_generator.manual_seed(seed)
    np.random.seed(seed & 0xFFFFFFFF)
    random.seed(seed)


@cache
def _has_accelerator() -> bool:
    return torch.accelerator.is_available()


def filler(salt: int) -> Callable[..., Any]:
    """The `fill` of one case: gives every parameter and floating buffer values that both worlds agree on."""

    def fill(module: torch.nn.Module, by: Literal["position", "name"] = "position") -> torch.nn.Module:
        tensors = [
            *module.named_parameters(),
            *((n, b) for n, b in module.named_buffers() if b.is_floating_point()),
        ]
        with torch.no_grad():
            for position, (name, tensor) in enumerate(tensors):
                key = zlib.crc32(name.encode()) if by == "name" else position
                generator = torch.Generator("cpu").manual_seed((salt * 1_000_003 + key) & 0x7FFFFFFFFFFFFFFF)
                values = (
                    torch.rand(tensor.shape, generator=generator, dtype=torch.float64, device="cpu") * 1.6
                    + 0.2
                )
                signs = torch.rand(tensor.shape, generator=generator, dtype=torch.float32, device="cpu") < 0.5
                is_variance = name.endswith("running_var")
                tensor.copy_(values if is_variance else torch.where(signs, -values, values))
        return module

    return fill


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an allocation failed."""
    told = isinstance(error, (RuntimeError, OSError)) and any(words in str(error) for words in _OUT_OF_MEMORY)
    return isinstance(error, MemoryError) or told


def _evaluate(code: str, scope: dict[str, Any]) -> Any:
    """Runs the code; the value of its last statement, which must be an expression."""
    tree = ast.parse(code, PROBE)
    last = tree.body.pop() if tree.body else None
    if not isinstance(last, ast.Expr):
        raise SyntaxError("the last statement of a probe must be an expression")
    exec(compile(tree, PROBE, "exec", dont_inherit=True), scope)
    return eval(compile(ast.Expression(last.value), PROBE, "eval", dont_inherit=True), scope)


def _leaf(tree: Tree) -> Payload:
    return Payload({"inputs": [], "value": tree, "blobs": []}, b"")


def remember_source(code: str, filename: str) -> None:
    """Lets tracebacks quote a program that is in no file."""
    linecache.cache[filename] = (len(code), None, code.splitlines(keepends=True), filename)
