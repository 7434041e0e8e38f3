"""Answers about this build of torch and its accelerators, in a process that may initialise them; the host must not."""

from __future__ import annotations

import os
from typing import Any

import torch

from grader.wire import BlockingChannel, Header
from grader.worker import Descriptors

ACCELERATORS = ("cuda", "mps")

LONGEST = 300
"""Characters of an error that are told."""


def build() -> Header:
    """What torch was built for, which initialises nothing."""
    return {
        "version": torch.__version__,
        "cuda": torch.version.cuda,
        "rocm": torch.version.hip,
        "mps": torch.backends.mps.is_built(),
    }


def devices() -> Header:
    """The kinds of device on which a tensor can be made here and now, `cpu` first; why not on the others; names."""
    found, refusals = ["cpu"], {}
    for kind in ACCELERATORS:
        try:
            torch.zeros(1, device=kind).add_(1).cpu()
        except (RuntimeError, AssertionError, NotImplementedError) as error:
            refusals[kind] = str(error).strip().partition("\n")[0][:LONGEST]
        else:
            found.append(kind)
    names = (
        [torch.cuda.get_device_name(i) for i in range(torch.cuda.device_count())] if "cuda" in found else []
    )
    return {"devices": found, "refusals": refusals, "names": names}


def main(descriptors: Descriptors) -> Any:
    """Answers questions until the app has no more; never returns."""
    channel = BlockingChannel(descriptors.answers)
    answers = {"build": build, "devices": devices}
    while (question := channel.receive()) is not None:
        channel.send(answers[question[0]["ask"]]())
    os._exit(0)
