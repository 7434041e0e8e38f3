"""Says what is so of a wrong result where nobody knows how it came about: where alone it is wrong, what holds of the
expected result and not of this one, what its sizes are called.

Asked last. Holds no tensor. Each is said only when it is so in every case that differs, and no chance.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from course.message import Message
from grader.diagnosis import Diagnosis, Graded
from grader.explanation import Explanation, Explanations, both
from grader.judging import Question, inputs_of, item_of
from grader.transformations import comparable

SECONDS = 2.0
"""How long all of it may take."""
MOST_APART = 2
"""By how much a size may be off from one that has a name."""

NEEDED = 8.0
"""Bits by which a fact must be beyond chance: it is true in any case, but should tell something."""
OF_THE_WHOLE = ("none", "nan", "infinite", "one-of", "among")
"""Facts about what kind of thing the result is."""
OF_ELEMENTS = (
    "picked",
    "shuffled",
    "too-many",
    "too-few",
    "wrong-first",
    "wrong-last",
    "wrong-ends",
    "wrong-diagonal",
    "wrong-above",
    "wrong-below",
    "wrong-where-negative",
    "wrong-where-zero",
    "wrong-where-positive",
    "wrong-zero",
    "wrong-negative",
    "wrong-positive",
    "sums-to-one",
    "exp-sums-to-one",
    "mean-zero",
    "norm-one",
)
"""Facts about its elements; where several hold, the first is said."""


async def recognise(graded: Graded) -> Diagnosis | None:
    """What is so in every case of the failing check."""
    if not comparable(graded):
        return None
    told = await graded.judge.ask("describe", list(_items(graded)))
    answers = [answer for answer in told if not answer["right"]]
    all_differ = len(answers) == len(told)
    said = (
        weighed(answers, OF_THE_WHOLE)
        or (_constant(answers) if all_differ else None)
        or _unused(graded)
        or (_shapes(answers) if all_differ else None)
        or weighed(answers, OF_ELEMENTS)
    )
    return Diagnosis(said, "transformation") if said is not None else None


def _items(graded: Graded) -> Iterator[Question]:
    check = graded.case_set.setting.exercise.checks[graded.position or 0]
    for key, actual in graded.observations.items():
        yield item_of(check, graded.case_set.expected[key], actual, inputs_of(graded.case_set, key))


def weighed(answers: list[dict[str, Any]], kinds: tuple[str, ...]) -> Message | None:
    """The first fact of some kinds that is so in all cases."""
    common: Explanations | None = None
    for answer in answers:
        own = {one.key: one for one in (Explanation(**found) for found in answer["found"])}
        common = own if common is None else both(common, own)
    own_kinds = [one for one in (common or {}).values() if one.kind in kinds]
    sure = [one for one in own_kinds if one.fact or one.evidence - one.cost >= NEEDED]
    best = min(sure, key=lambda one: kinds.index(one.kind), default=None)
    return Message(f"fact-{best.kind}", best.values) if best is not None else None


def _constant(answers: list[dict[str, Any]]) -> Message | None:
    """That the result is the same whatever is given."""
    prints = {answer["print"] for answer in answers}
    given = {repr(answer["shapes"][0]) for answer in answers if answer["shapes"]}
    is_same = len(answers) > 1 and len(prints) == 1 and None not in prints and len(given) > 1
    return Message("fact-constant", {"cases": len(answers)}) if is_same else None


def _unused(graded: Graded) -> Message | None:
    """That a function makes no use of something given to it, of which the solution's makes use."""
    own, theirs = (_functions(code) for code in (graded.code, graded.case_set.setting.exercise.solution))
    for name in own.keys() & theirs.keys():
        for given, wanted in zip(own[name].args.args, theirs[name].args.args, strict=False):
            is_due = not given.arg.startswith("_") and not _is_lost(theirs[name], wanted.arg)
            if is_due and _is_lost(own[name], given.arg):
                return Message("fact-unused", {"name": given.arg, "function": name.rpartition(".")[2]})
    return None


def _functions(code: str) -> dict[str, ast.FunctionDef]:
    """The functions and methods of a program by their dotted names."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError):
        return {}
    owners: list[tuple[str, ast.Module | ast.ClassDef]] = [("", tree)]
    owners += [(f"{node.name}.", node) for node in tree.body if isinstance(node, ast.ClassDef)]
    return {
        f"{prefix}{node.name}": node
        for prefix, owner in owners
        for node in owner.body
        if isinstance(node, ast.FunctionDef)
    }


def _is_lost(function: ast.FunctionDef, name: str) -> bool:
    """Whether a function never reads a parameter, or gives it another value before it does."""
    for statement in function.body:
        names = [node for node in ast.walk(statement) if isinstance(node, ast.Name) and node.id == name]
        if any(isinstance(node.ctx, ast.Load) for node in names):
            return False
        if names:
            return isinstance(statement, ast.Assign)
    return name != "self"


def _shapes(answers: list[dict[str, Any]]) -> Message | None:
    """What the sizes of the result are and what they should be, by the names of sizes that were given."""
    if not all(answer["shapes"] for answer in answers):
        return None
    counts = [dict(answer["counts"]) for answer in answers]
    wanted, found = ([answer["shapes"][side] for answer in answers] for side in (0, 1))
    if wanted == found:
        return None
    expected, actual = (_named(shapes, counts) for shapes in (wanted, found))
    if expected is None or actual is None or expected == actual:
        return None
    if not any(letter.isalpha() for letter in expected + actual):
        return None  # the plain difference says as much
    return Message("fact-shape", {"expected": expected, "actual": actual})


def _named(shapes: list[list[int]], counts: list[dict[str, int]]) -> str | None:
    """A shape in the names of sizes; None where it has none in all cases."""
    if len({len(shape) for shape in shapes}) > 1:
        return None
    names = [_size([shape[axis] for shape in shapes], counts) for axis in range(len(shapes[0]))]
    if None in names:
        return None
    told = ", ".join(str(name) for name in names)
    return f"({told},)" if len(names) == 1 else f"({told})"


def _size(sizes: list[int], counts: list[dict[str, int]]) -> str | None:
    """The name of a size that varies from case to case; one that does not is a number."""
    if len(set(sizes)) == 1:
        return str(sizes[0])
    common = [where for where in counts[0] if all(where in own for own in counts)]
    known = sorted(common, key=lambda where: "shape" not in where)
    for apart in (
        0,
        *(sign * by for by in range(1, MOST_APART + 1) for sign in (-1, 1) if len(sizes) > 2 or by == 1),
    ):
        for where in known:
            if [own[where] + apart for own in counts] == sizes:
                return where if not apart else f"{where} {'+' if apart > 0 else '-'} {abs(apart)}"
    for where in known:
        for factor in (2, 3):
            if [own[where] * factor for own in counts] == sizes:
                return f"{factor} * {where}"
            if [own[where] / factor for own in counts] == sizes:
                return f"{where} / {factor}"
    return None
