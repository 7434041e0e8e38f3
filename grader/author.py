"""The author's side of a worker: makes inputs from a secret seed, and judges conditions on received data.

Imported only after the fork of an author worker, so that no learner's process ever holds it.
"""

from __future__ import annotations

import io
import math
import sys
from typing import Any

import numpy as np
import torch

from grader.errors import TooLarge
from grader.observe import observe
from grader.program import reseed
from grader.raising import error_tree
from grader.rebuild import Rebuilder, rebuild_inputs
from grader.wire import Header, unbundle
from grader.worker import Answer, Descriptors, Worker, payload_answer

_SCOPE: dict[str, Any] = {"torch": torch, "math": math, "np": np, "inf": math.inf, "nan": math.nan}
"""What the author's expressions may name besides their own givens."""


class AuthorWorker(Worker):
    """A worker that also runs what only the author may say."""

    def __init__(self, descriptors: Descriptors) -> None:
        super().__init__(descriptors)
        self._hidden: dict[str, Any] = {}
        self.handlers |= {
            "inputs": self._inputs,
            "condition": self._condition,
            "literal": self._literal,
            "data": self._data,
        }

    def _data(self, _: Header, body: bytes) -> Answer:
        """Takes a data set (the bytes of an .npz): scaled float images and long labels; test labels stay here."""
        with np.load(io.BytesIO(body), allow_pickle=False) as arrays:
            images = {
                name: torch.from_numpy(arrays[name]).float().unsqueeze(1) / 16
                for name in ("train_x", "test_x")
            }
            labels = {name: torch.from_numpy(arrays[name]).long() for name in ("train_y", "test_y")}
        self._hidden = {"test_y": labels["test_y"]}
        return payload_answer(
            observe(
                None, {"train_x": images["train_x"], "train_y": labels["train_y"], "test_x": images["test_x"]}
            )
        )

    def _inputs(self, header: Header, body: bytes) -> Answer:
        """Evaluates case values and givens, in order, on the CPU, over the names of `outer`."""
        reseed(header["seed"])
        outer = rebuild_inputs(unbundle(header["outer"], body))
        values: dict[str, Any] = {}
        with torch.device("cpu"):
            for name, expression in header["values"].items():
                try:
                    values[name] = eval(
                        compile(expression.strip(), "<given>", "eval"), {**_SCOPE, **outer, **values}
                    )
                except Exception as error:
                    return {"error": {**error_tree(error), "where": name}}, b""
        payload = observe(None, {**outer, **values} if header["with_outer"] else values)
        misfit = next(((name, tree) for name, tree in payload.header["inputs"] if not _travels(tree)), None)
        if misfit is not None:
            name, tree = misfit
            told = tree.get("class") or tree.get("type", tree["k"])
            why = f"a given must be plain data, not {told}"
            return {"error": {"type": "TypeError", "message": why, "where": name}}, b""
        return payload_answer(payload)

    def _literal(self, header: Header, _: bytes) -> Answer:
        """The observation of an author's literal."""
        return payload_answer(observe(eval(header["expression"], dict(_SCOPE))))

    def _condition(self, header: Header, body: bytes) -> Answer:
        """Whether a condition holds for received data; `actual` is what the learner's world let observe."""
        received = unbundle(header["actual"], body)
        scope: dict[str, Any] = {**_SCOPE, **self._hidden}
        for inputs in header["inputs"]:
            scope |= rebuild_inputs(unbundle(inputs, body))
        tree = received.header["value"]
        try:
            scope["actual"] = _Module(tree) if tree["k"] == "module" else Rebuilder(received).value(tree)
        except Exception as error:
            return {"unfit": "too_large" if isinstance(error, TooLarge) else "unobservable"}, b""
        reseed(header["seed"])
        try:
            holds = bool(eval(compile(header["code"].strip(), "<condition>", "eval"), scope))
        except Exception as error:
            return {"error": error_tree(error)}, b""
        return {"holds": holds}, b""


class _Module:
    """What a condition sees of a module: names, shapes and flags, without code."""

    def __init__(self, tree: Header) -> None:
        self.class_name = tree["class"]
        self.training = tree["training"]
        self.parameters = {name: torch.Size(shape) for name, shape, _, _ in tree["parameters"]}
        self.trainable = {name for name, _, _, trainable in tree["parameters"] if trainable}


def _travels(tree: Header) -> bool:
    if tree["k"] in ("list", "tuple", "set"):
        return all(_travels(item) for item in tree["v"])
    if tree["k"] == "dict":
        return all(_travels(part) for pair in tree["v"] for part in pair)
    return tree["k"] not in ("other", "module", "optimizer", "exception")


def main(descriptors: Descriptors) -> None:
    """Serves as an author's worker; never returns."""
    sys.dont_write_bytecode = True
    AuthorWorker(descriptors).serve()
