"""The interpreter's worker: runs one cell of code after another in a single world, and lets each be interrupted.

Imported only in an interpreter's own process.
"""

from __future__ import annotations

import ast
import builtins
import secrets
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any

from grader.output import LiveText
from grader.program import World, is_out_of_memory, remember_source, reseed
from grader.raising import error_tree
from grader.wire import Header
from grader.worker import Answer, Descriptors, Worker

CELL = "cell "
"""How the names of cells begin."""


class Interrupts:
    """Turns SIGINT into KeyboardInterrupt, once a cell, while its code runs and no event is half written."""

    def __init__(self) -> None:
        self.armed = False
        """Whether code runs that may be interrupted."""
        self._held = False
        self._waiting = False

    def listen(self) -> None:
        """Takes SIGINT over, also from a program that took it."""
        signal.signal(signal.SIGINT, lambda *_: self._take())

    def whole(self, act: Callable[..., None]) -> Callable[..., None]:
        """The same act, after which an interrupt comes that came in its midst."""

        def unbroken(*arguments: Any) -> None:
            if threading.current_thread() is not threading.main_thread():  # no signal is taken there
                act(*arguments)
                return
            self._held = True
            try:
                act(*arguments)
            finally:
                self._held = False
                if self._waiting:
                    self._waiting = False
                    self._take()

        return unbroken

    def _take(self) -> None:
        if self._held:
            self._waiting = True
        elif self.armed:
            self.armed = False
            raise KeyboardInterrupt


class Cells(World):
    """A world that lives on from cell to cell."""

    def __init__(
        self,
        device: str,
        default_device: str | None,
        emit: Callable[[str, str], None],
        interrupts: Interrupts,
    ) -> None:
        super().__init__(device, default_device, interrupts.whole(emit))
        self._interrupts = interrupts
        sys.modules["__main__"] = self._module
        self.names.update(__builtins__=builtins)
        reseed(secrets.randbits(62))

    def run_cell(self, code: str, number: int) -> Header:
        """Runs a cell and prints the value of an expression at its end, as Python's prompt does.

        Returns:
            `outcome` (finished, error, memory, exit), `error` or None, `warnings`, `stdout`.
        """
        self._filename = cell_name(number)
        self._warnings.clear()
        self.names.pop("__warningregistry__", None)
        remember_source(code, self._filename)
        self._interrupts.listen()
        outcome, error = "finished", None
        printed: LiveText | None = None
        try:
            with self._captured() as printed:
                try:
                    self._interrupts.armed = True
                    self._interact(code)
                finally:
                    self._interrupts.armed = False
        except BaseException as raised:
            outcome, error = _outcome(raised), cell_error(raised, self._filename)
        kept = printed.kept if printed is not None else ""
        return {"outcome": outcome, "error": error, "warnings": self._warnings, "stdout": kept}

    def _interact(self, code: str) -> None:
        tree = ast.parse(code, self._filename)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, self._filename, "exec", dont_inherit=True), self.names)
        if last is not None:
            shown = ast.Interactive([last])
            exec(compile(shown, self._filename, "single", dont_inherit=True), self.names)


class CellWorker(Worker):
    """A worker whose world takes cells."""

    def __init__(self, descriptors: Descriptors) -> None:
        super().__init__(descriptors)
        self._cells: Cells
        self._interrupts = Interrupts()
        self.events.write = self._interrupts.whole(self.events.write)
        self.handlers["cell"] = self._cell

    def make_world(self, device: str, default_device: str | None) -> World:
        """The world to begin."""
        self._cells = Cells(device, default_device, self.events.printed, self._interrupts)
        return self._cells

    def _cell(self, header: Header, _: bytes) -> Answer:
        self.events.start_over()
        result = self._cells.run_cell(header["code"], header["number"])
        if header["defined"]:
            self.events.defined(self._cells.names)
        return result, b""


def cell_name(number: int) -> str:
    """The name under which tracebacks know a cell."""
    return f"{CELL}{number}"


def cell_error(error: BaseException, filename: str) -> Header:
    """What a worker tells of an exception: the line in this cell, and the frames of all, earlier ones marked."""
    return error_tree(error, filename, family=CELL)


def _outcome(error: BaseException) -> str:
    if isinstance(error, SystemExit):
        return "exit"
    return "memory" if is_out_of_memory(error) else "error"


def main(descriptors: Descriptors) -> None:
    """Serves as an interpreter; never returns."""
    sys.dont_write_bytecode = True
    CellWorker(descriptors).serve()
