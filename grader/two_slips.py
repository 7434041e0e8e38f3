"""Recognises two slips at once: the learner's program with one change does what the solution with one slip does.

Both were tried before, the changes by `grader.near_misses` and the slips by `grader.slips`, so that what they let
observe of the first failing case has only to be laid side by side. Pairs that agree there are compared in clean
workers on every case.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from course.message import Message
from course.model import Mistake
from grader.diagnosis import Diagnosis, Graded
from grader.explaining import joined
from grader.grading import Grading
from grader.judging import Question, inputs_of
from grader.mistakes import Search
from grader.mutants import Mutant
from grader.near_misses import can_miss, forgiving
from grader.slips import said
from grader.trials import Whose, variants
from grader.wire import Payload

_DRASTIC = frozenset({"returned", "name", "moved", "zero-grad", "early-return", "printed"})
"""Changes that leave out so much that little is left to be explained."""
_WORD = re.compile(r"[^\W\d]\w*|\d[\w.]*|[-+*/@%<>&|~]+")
"""A name, a number or an operator."""
SECONDS = 4.0
"""How long all of it may take."""
MOST = 3
"""Pairs that are compared on every case."""


async def recognise(graded: Graded) -> Diagnosis | None:
    """A change and a slip that together explain all that was observed, if two do."""
    if not can_miss(graded):
        return None
    with forgiving():
        for repair, slip in itertools.islice(await _likely(graded), MOST):
            if await _agree(graded, repair, slip):
                first = Message(
                    "near-two",
                    {"found": repair.found, "what": "missing" if repair.kind == "missing" else repair.what},
                )
                return Diagnosis(joined(first, said(slip)), "mutant", repair.line)
    return None


async def _likely(graded: Graded) -> Iterator[tuple[Mutant, Mutant]]:
    """The pairs of which each change has to do with what differs in the two programs, and not both with the same."""
    pairs = await _pairs(graded)
    solution = graded.case_set.setting.exercise.solution
    return (
        (repair, slip)
        for repair, slip in pairs
        if _is_due(slip, graded.code)
        and _is_due(repair, solution)
        and not _without(repair.found, repair.instead) & _without(slip.found, slip.instead)
        and not _without(repair.instead, repair.found) & _without(slip.instead, slip.found)
    )


def _is_due(change: Mutant, other: str) -> bool:
    """Whether a change brings in only what the other program has, and takes away what that has not."""
    there, lost = _words(other), _without(change.found, change.instead)
    named = any(word.isidentifier() for word in _words(change.found + change.instead))
    is_wanted = _words(change.instead) <= there and (not lost <= there if lost else bool(change.instead))
    return change.kind not in _DRASTIC and named and is_wanted


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text))


def _without(text: str, other: str) -> set[str]:
    """The words of one text that another has not."""
    return _words(text) - _words(other)


async def _pairs(graded: Graded) -> Iterator[tuple[Mutant, Mutant]]:
    """Those that agree in something particular: not what is right, nor what the learner has, nor an input.

    What several slips lead to is left out too, for that is mostly what remains when something essential is gone.
    """
    key = (graded.position or 0, graded.case)
    known = [graded.observations[key], *(seen for at, seen in graded.case_set.expected.items() if at == key)]
    plain = {None, *itertools.chain(*await _digests(graded, known, inputs_of(graded.case_set, key)))}
    repairs, slips = await _digested(graded, "learner"), await _digested(graded, "author")
    count = Counter(digest for _, digest in slips)
    return (
        (repair, slip)
        for slip, digest in slips
        if digest not in plain and count[digest] == 1
        for repair, own in repairs
        if own == digest
    )


async def _digested(graded: Graded, whose: Whose) -> list[tuple[Mutant, str | None]]:
    """The variants that let something observe, with the digest of that."""
    seen = [(one.variant, one.payload) for one in await variants(graded, whose) if one.payload is not None]
    told = await _digests(graded, [payload for _, payload in seen], [])
    return [(variant, own) for (variant, _), (own, *_) in zip(seen, told, strict=True)]


async def _digests(graded: Graded, seen: list[Payload], inputs: list[Payload]) -> list[list[str | None]]:
    """The digest of each observation, and of all inputs."""
    items: list[Question] = [({}, [payload], inputs) for payload in seen]
    return await graded.judge.ask("digest", items) if items else []


async def _agree(graded: Graded, repair: Mutant, slip: Mutant) -> bool:
    """Whether the changed program does in every case what the solution with the slip does."""
    attempt = await Grading(graded.launcher, graded.case_set, repair.code).ask_learner()
    if attempt.status is not None:
        return False
    changed = replace(graded, code=repair.code, attempt=attempt)
    return await Search(changed).same_failure(Mistake(code=slip.code, says=slip.kind))
