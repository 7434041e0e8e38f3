"""Frames of a worker that are not what they were: a verdict in the end, and a pass only for what is equal."""

from __future__ import annotations

import asyncio
import os
import socket
from dataclasses import dataclass
from typing import Any

import pytest
import torch
from hypothesis import strategies as st

from grader import judge
from grader.bounds import UNBOUNDED
from grader.case_set import CaseSet
from grader.client import Grader
from grader.console import Console
from grader.conversation import Heard, begin, converse
from grader.errors import WireError, WorkerFault
from grader.grading import Grading
from grader.hosts import HostInfo
from grader.judging import Judging, judge_frame
from grader.link import FrameReader, Link, Reins
from grader.rebuild import Rebuilder
from grader.verdict import Defined, Output, Plotted, Shown, Verdict
from grader.wire import PREFIX, Payload, decode_header, encode, prefix_lengths
from tests.endurance.examples import sizes, try_all
from tests.endurance.mutations import blobs, trees
from tests.grader.conftest import build

PROGRAM = """
import torch, numpy as np
x = torch.arange(6.0).reshape(2, 3)
things = {"a": [1, 2.5, None, True, 1j, "text"], "b": (x[0], np.arange(3)), 3: torch.float32}
net = torch.nn.Linear(2, 1)
def f(y): return y.sum(0)
"""
EXERCISE = build(
    solution=PROGRAM,
    checks=[
        {"observe": "x", "also": ["strides", "requires_grad"]},
        {"observe": "things"},
        {"observe": "net"},
        {"observe": "f(y)", "given": {"y": "torch.randn(2, 2)"}, "also": ["inputs_unchanged"]},
        {"raises": "int('a')"},
    ],
)
INFO = HostInfo("2", "limits", (), ())
SUMMARY = {"type": "tensor", "shape": [2], "dtype": "float32", "values": [1.0, 2.0]}
EVENTS: list[tuple[dict[str, Any], bytes]] = [
    ({"event": "output", "stream": "stdout"}, b"loss 0.5\n"),
    ({"event": "shown", "label": "x", "summary": SUMMARY}, b""),
    ({"event": "plotted", "series": "loss", "points": [[0, 1.5], [1, 0.5]]}, b""),
    ({"event": "defined", "names": [["x", SUMMARY], ["n", {"type": "int", "value": 3}]]}, b""),
]


@dataclass(frozen=True)
class Recorded:
    """A conversation with a right program, word for word."""

    case_set: CaseSet
    headers: list[dict[str, Any]]
    """Of the answers to the question about the text, to the beginning, to the run and to each probe."""
    bodies: list[bytes]

    def frames(self, headers: list[Any]) -> bytes:
        """The conversation with other headers."""
        pairs = zip(headers, self.bodies, strict=False)
        return b"".join(encode(header, body) for header, body in pairs)


@pytest.fixture(scope="module")
def recorded() -> Recorded:
    return asyncio.run(_record())


async def _record() -> Recorded:
    grader = Grader(device="cpu")
    await grader.start()
    case_set = await grader.case_set(EXERCISE)
    link = await grader._launcher.spawn("learner")
    answers: list[tuple[dict[str, Any], bytes]] = []
    ask = link.ask

    async def noted(*question: Any) -> tuple[dict[str, Any], bytes]:
        answers.append(await ask(*question))
        return answers[-1]

    link.ask = noted  # type: ignore[method-assign]
    await noted({"ask": "facts", "code": PROGRAM})
    await begin(link, case_set.setting, None)
    await converse(link, case_set.setting, PROGRAM, case_set.runs[0], Heard())
    link.abandon()
    await grader.close()
    return Recorded(case_set, [header for header, _ in answers], [body for _, body in answers])


class Replayer:
    """A launcher whose workers say what was written beforehand."""

    def __init__(self, conversation: bytes) -> None:
        self._conversation = conversation
        self._open: list[socket.socket] = []

    async def spawn(self, _: str, __: int | None = None) -> Link:
        """Such a worker."""

        async def leave_alone() -> None:
            """Takes no interrupts."""

        link = Link(Reins(lambda: None, leave_alone, lambda _: None, lambda _: None), UNBOUNDED)
        answers, *pipes = await link.open()
        link.exited.set_result(0)
        for descriptor in pipes:
            os.close(descriptor)
        theirs = socket.socket(fileno=answers)
        theirs.sendall(self._conversation)
        theirs.shutdown(socket.SHUT_WR)
        self._open.append(theirs)
        return link

    def close(self) -> None:
        """Ends the workers."""
        for theirs in self._open:
            theirs.close()


class JudgeHere:
    """The judge without its process; it gets what would arrive there."""

    async def ask(self, question: str, items: Any) -> list[Any]:
        """One answer per item."""
        headers, body = judge_frame(items)
        frame = encode({"items": headers}, body)
        sent = decode_header(frame[PREFIX.size : PREFIX.size + PREFIX.unpack(frame[: PREFIX.size])[0]])
        return [judge._HANDLERS[question](item, body) for item in sent["items"]]


async def grade(case_set: CaseSet, conversation: bytes) -> Verdict | None:
    """The verdict on what a worker said; None for a fault of the worker that has not run the program yet."""
    launcher: Any = Replayer(conversation)
    try:
        attempt = await Grading(launcher, case_set, "x = 1").ask_learner()
    except (WireError, WorkerFault):
        return None
    finally:
        launcher.close()
    return await Judging(JudgeHere(), case_set, attempt, INFO, "fuzz/frames").verdict(0.0)


def plain(tree: Any, values: Rebuilder) -> Any:
    """What a tree stands for, told without the comparison of the grader."""
    kind = tree["k"]
    if kind == "tensor":
        tensor = values.tensor(tree)
        return kind, tree["dtype"], tree["device"], tensor.shape, tensor.tolist()
    if kind == "ndarray":
        return kind, tree["dtype"], values.array(tree).tolist()
    if kind in ("list", "tuple"):
        return kind, [plain(item, values) for item in tree["v"]]
    if kind == "dict":
        return kind, {repr(plain(key, values)): plain(item, values) for key, item in tree["v"]}
    if kind == "module":
        parts = [
            {name: (shape, dtype, bool(trains)) for name, shape, dtype, trains, *_ in tree[part]}
            for part in ("parameters", "buffers")
        ]
        return kind, tree["class"], parts, bool(tree["training"])
    if kind == "raised":
        return kind, "ValueError" in (tree["type"], *tree.get("kinds", ()))
    return kind, values.value(tree)


def alike(one: Any, other: Any) -> bool:
    """Whether two plain things are equal, numbers within what is allowed."""
    if isinstance(one, float) and isinstance(other, float):
        return torch.isclose(torch.tensor(other), torch.tensor(one), rtol=1e-5, atol=1e-5).item() is True
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    return bool(one == other)


def assert_equal_to_the_solutions(case_set: CaseSet, conversation: bytes) -> None:
    """The answers in a conversation that passed are those of the solution."""
    answers = payloads(conversation, len(case_set.expected))
    for actual, expected in zip(answers, case_set.expected.values(), strict=True):
        told = [plain(side.header["value"], Rebuilder(side)) for side in (expected, actual)]
        assert alike(*told), told


def payloads(conversation: bytes, count: int) -> list[Payload]:
    """The first payloads in the frames of a conversation; what follows them nobody reads."""
    found: list[Payload] = []
    while len(found) < count:
        head, body = prefix_lengths(conversation[: PREFIX.size])
        start = PREFIX.size + head
        header = decode_header(conversation[PREFIX.size : start])
        if "payload" in header:
            found.append(Payload(header["payload"], conversation[start : start + body]))
        conversation = conversation[start + body :]
    return found


@sizes(200, 10_000)
def test_a_mutated_answer_passes_only_where_it_is_equal(examples: int, recorded: Recorded) -> None:
    original = recorded.frames(recorded.headers)
    with asyncio.Runner() as runner:
        right = runner.run(grade(recorded.case_set, original))
        assert right is not None
        assert right.passed

        def check(conversation: bytes) -> None:
            verdict = runner.run(grade(recorded.case_set, conversation))
            if verdict is not None and verdict.passed:
                assert_equal_to_the_solutions(recorded.case_set, conversation)

        spoilt = st.one_of(blobs([original]), trees([recorded.headers]).map(recorded.frames))
        try_all(examples, spoilt, check)


@sizes(150, 10_000)
def test_a_mutated_event_is_an_event_or_nothing(examples: int) -> None:
    original = [encode(header, body) for header, body in EVENTS]
    headers = trees([header for header, _ in EVENTS]).map(encode)

    async def read(frames: list[bytes]) -> list[Any]:
        heard: list[Any] = []
        reader = FrameReader(Console(heard.append).take)
        for frame in frames:
            reader.data_received(frame)
        return heard

    with asyncio.Runner() as runner:

        def check(frames: list[bytes]) -> None:
            for event in runner.run(read(frames)):
                assert isinstance(event, Output | Shown | Plotted | Defined)
                encode({"told": repr(event)})

        try_all(examples, st.lists(st.one_of(blobs(original), headers), min_size=1, max_size=4), check)
