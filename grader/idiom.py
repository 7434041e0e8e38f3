"""A remark on a right answer that is not written as PyTorch people write it: a loop for what one call does.

Learner's program and solution are run once more with a trace of calls, each in a worker of its own, and only where
the one has a loop and the other has none. It says what is so and never that something is wrong.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from course.message import Message
from grader import source
from grader.case_set import CaseSet
from grader.conversation import Heard, begin, converse, well_formed
from grader.diagnosis import Graded
from grader.errors import GraderError
from grader.launch import Launcher
from grader.link import WorkerGone
from grader.loops import Loop
from grader.source import Use

SECONDS = 2.0
"""How long both programs together may take, once more and traced."""
LOOPS = frozenset({"for", "while", "comprehension"})
MOST_LOOPS = 100
MAX_NAMES = 2_000
"""Loops, and pairs of name and line, that are looked at; a learner's worker could tell of any number."""
MOST = 3
"""Calls that a remark names."""
_PIECES = frozenset(
    {"__getitem__", "__setitem__", "unbind", "item", "__float__", "__int__", "__bool__", "tolist"}
)
"""Takes a tensor apart, or puts it together, piece by piece."""
_PLAIN_NAMES = """
    __get__ __set__ __len__ __contains__ __iter__ __repr__ __format__ __hash__
    size dim numel stride is_floating_point is_contiguous data_ptr backward
    tensor as_tensor from_numpy numpy zeros ones empty full eye arange linspace
    zeros_like ones_like empty_like full_like rand randn randint rand_like randn_like randperm manual_seed
    new_zeros new_ones new_empty new_full new_tensor
    clone detach contiguous cpu cuda to type float double long int bool
    view reshape flatten squeeze unsqueeze requires_grad_ copy_
"""
_PLAIN = _PIECES | frozenset(_PLAIN_NAMES.split())
"""What says nothing of how a value is computed."""
_SIGNS = {"add": "+", "sub": "-", "mul": "*", "div": "/", "pow": "**", "matmul": "@"}


async def remark(graded: Graded) -> Message | None:
    """The remark on a program that passed; None where there is nothing to say, or no time to find out."""
    case_set, launcher, code = graded.case_set, graded.launcher, graded.code
    solution = case_set.setting.exercise.solution
    if not _loops(graded.attempt.uses) or _loops(source.gather(solution)):
        return None
    try:
        async with asyncio.timeout(SECONDS):
            own, found = await _traced(case_set, launcher, code, "learner")
            theirs, _ = await _traced(case_set, launcher, solution, "author")
    except (GraderError, WorkerGone, TimeoutError, OSError):
        return None
    return judge(found, own.counts, theirs.counts)


def judge(
    loops: Sequence[Loop], own: Sequence[tuple[str, int, int]], theirs: Sequence[tuple[str, int, int]]
) -> Message | None:
    """What to say of loops, given what was called from which line how often, in the program and in the solution."""
    apart = _pieces((_last(name), count) for name, _, count in theirs)
    for loop in loops:
        inside = [(_last(name), count) for name, line, count in own if loop.line <= line <= loop.end]
        if _pieces(inside) < 2 * apart + 2:
            continue
        used = {source.operation(name) for name, _, _ in own}
        known = [source.operation(name) for name, _, _ in theirs if _last(name) not in _PLAIN]
        missing = [name for name in dict.fromkeys(known) if name not in used and not name.startswith("__")]
        if missing:
            calls = ", ".join(f"`{_SIGNS.get(name, name)}`" for name in missing[:MOST])
            return Message("grader-idiom-calls", {"line": loop.line, "calls": calls})
        if any(name not in _PLAIN or name == "__setitem__" for name, _ in inside):
            return Message("grader-idiom-whole", {"line": loop.line})
    return None


async def _traced(
    case_set: CaseSet, launcher: Launcher, code: str, kind: Literal["learner", "author"]
) -> tuple[Heard, list[Loop]]:
    """What a program calls in its first run, and where its loops are."""
    heard, setting = Heard(), case_set.setting
    checks = setting.exercise.checks
    run = case_set.runs[0]
    seen = replace(run, asked=tuple(case for case in run.asked if not checks[case.check].hidden))
    link = await launcher.spawn(kind, setting.bounds)
    try:
        await begin(link, setting, None)
        await converse(link, setting, code, seen, heard, trace=True)
        answer, _ = await link.ask({"ask": "loops", "code": code})
        with well_formed():
            found = [Loop(int(line), int(end)) for line, end in answer["loops"][:MOST_LOOPS]]
        return replace(heard, counts=heard.counts[:MAX_NAMES]), found
    finally:
        link.abandon()


def _loops(uses: Iterable[Use]) -> bool:
    return any(use.kind == "syntax" and use.name in LOOPS for use in uses)


def _pieces(calls: Iterable[tuple[str, int]]) -> int:
    """How many pieces are taken or put, at least: going through a tensor is one call for two or more."""
    return sum(count * (2 if name == "unbind" else 1) for name, count in calls if name in _PIECES)


def _last(name: str) -> str:
    return name.rpartition(".")[2]
