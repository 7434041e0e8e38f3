"""Recognises what was done to the expected value: the judge explains each case, and what holds of all is weighed.

Holds no tensor. An explanation is said only when it holds in every case of the check and chance is ruled out.
"""

from __future__ import annotations

from typing import Any

from course.message import Message
from grader.diagnosis import Diagnosis, Graded
from grader.explanation import BY_COUNT, Explanation, Explanations, both
from grader.judging import inputs_of, item_of

NEEDED = 14.0
"""Bits by which an explanation must be beyond chance, after what was spent on finding it."""
UNINITIALISED = ("empty", "empty_like", "empty_strided", "new_empty", "Tensor")
"""Functions that give memory as it lies there."""
MOST_PRINTED = 20_000
"""Characters of the output in which the result is looked for."""

SIMPLEST = (
    "none-printed",
    "changed-in-place",
    "view-for-copy",
    "copy-for-view",
    "type-only",
    "dtype-only",
    "device-only",
    "detached",
    "tracked",
    "overflow",
    "input-returned",
    "squeezed",
    "unsqueezed",
    "flattened",
    "transposed",
    "negated",
    "inverted",
    "zeros-for-ones",
    "counted-once",
    "truncated",
    "floored",
    "rounded",
    "table",
    "permuted",
    "reversed",
    "reversed-along",
    "reversed-all",
    "reshaped",
    "other-order",
    "rolled",
    "sum-for-mean",
    "mean-for-sum",
    "n-minus-one",
    "n",
    "n-minus-one-root",
    "n-root",
    "times-root",
    "over-root",
    "accumulated",
    "absolute",
    "squared",
    "rooted",
    "exponential",
    "logarithm",
    "reciprocal",
    "scaled",
    "shifted",
    "shifted-down",
)
"""All kinds of explanation; where several hold, the first is said."""
SMALL = 4
"""A size that is itself a factor is met up to here among the sizes of inputs whatever the factor."""


async def recognise(graded: Graded) -> Diagnosis | None:
    """What explains every case of the failing check, if anything does."""
    if not comparable(graded):
        return None
    check = graded.case_set.setting.exercise.checks[graded.position or 0]
    keys = list(graded.observations)
    printed = str(graded.attempt.console.stdout)[-MOST_PRINTED:]
    items = []
    for key in keys:
        expected, actual = graded.case_set.expected[key], graded.observations[key]
        how, sides, inputs = item_of(check, expected, actual, inputs_of(graded.case_set, key))
        items.append(({**how, "printed": printed}, sides, inputs))
    answers = await graded.judge.ask("explain", items)
    said = weighed(answers) or _uninitialised(graded, answers) or _some_cases(keys, answers)
    return Diagnosis(said, "transformation") if said is not None else None


def comparable(graded: Graded) -> bool:
    """Whether what was observed can be laid beside something expected, and both be talked about."""
    if graded.position is None or graded.verdict.status != "failed":
        return False
    check = graded.case_set.setting.exercise.checks[graded.position]
    is_told = not check.hidden and check.kind == "observe" and not check.satisfies
    return (
        is_told
        and bool(graded.observations)
        and graded.observations.keys() <= graded.case_set.expected.keys()
    )


def weighed(answers: list[dict[str, Any]]) -> Message | None:
    """The simplest explanation that holds of all cases that differ and is beyond chance; the first gives the words."""
    common: Explanations | None = None
    for answer in sorted(answers, key=lambda answer: answer["reason"] is None):
        own = {one.key: one for one in (Explanation(**found) for found in answer["found"])}
        common = own if common is None else both(common, own)
    sure = [one for one in (common or {}).values() if one.fact or one.evidence - one.cost >= NEEDED]
    best = min(sure, key=_rank, default=None)
    return Message(f"tutor-{best.kind}", best.values) if best is not None else None


def _rank(explanation: Explanation) -> tuple[bool, int]:
    """The simplest first; a factor that a small size explains is a plain number where it never changes."""
    size = explanation.values.get("size")
    small = SMALL if explanation.kind in BY_COUNT else 2
    by_chance = explanation.kind != "table" and isinstance(size, int) and size <= small
    return by_chance, SIMPLEST.index(explanation.kind)


def _uninitialised(graded: Graded, answers: list[dict[str, Any]]) -> Message | None:
    """That memory was read which nobody wrote: the program asks for such memory, and its result looks like that."""
    asked = next(
        (use.name for use in graded.attempt.uses if use.name.rpartition(".")[2] in UNINITIALISED), None
    )
    garbage = any(answer["garbage"] for answer in answers)
    return Message("tutor-uninitialised", {"name": asked}) if asked is not None and garbage else None


def _some_cases(keys: list[tuple[int, int]], answers: list[dict[str, Any]]) -> Message | None:
    """What the cases have in common in which the result is right, and not by chance; at least three must be known."""
    right = [key[1] for key, answer in zip(keys, answers, strict=True) if answer["reason"] is None]
    square = [key[1] for key, answer in zip(keys, answers, strict=True) if answer["square"]]
    told = [answer for answer in answers if answer["reason"] is None and answer["rich"]]
    if len(keys) < 3 or not told:
        return None
    if right == square:
        return Message("tutor-square-only")
    if right == [min(key[1] for key in keys)]:
        return Message("tutor-first-only", {"cases": len(keys)})
    return None
