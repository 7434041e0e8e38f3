"""Mutants of a solution that pass its checks: each is a weakness of the checks, or right as well.

What is right as well, or left open on purpose, is argued in the lesson's file under `survivors`, and is not counted.
"""

from __future__ import annotations

from course.findings import Remark
from course.model import AnyStep, Exercise, Survivor
from grader.client import Grader
from grader.mutants import Mutant, mutants

TRIES = 3
"""Case sets with which a mutant is asked before it counts as one that passes."""


async def survivors(grader: Grader, name: str, step: AnyStep) -> list[Remark]:
    """The mutants of an exercise that pass every time and are not argued, and arguments about those that do not."""
    if not isinstance(step, Exercise):
        return []
    made = mutants(step.solution)
    passing = [mutant for mutant in made if await _passes(grader, name, step, mutant)]
    remarks = [
        Remark(
            "mutant-survives",
            ("solution",),
            {"change": mutant.change, "line": mutant.line},
            (mutant.line, mutant.column),
        )
        for mutant in passing
        if not _is_argued(step, mutant)
    ]
    return remarks + [
        Remark(
            "survivor-killed", ("survivors", position), {"change": known.change or "any", "line": known.line}
        )
        for position, known in enumerate(step.survivors)
        if not any(_covers(known, mutant) for mutant in passing)
        and any(_covers(known, mutant) for mutant in made)
    ]


def counted(exercise: Exercise) -> tuple[int, int]:
    """How many mutants of an exercise count, and how many are argued."""
    made = mutants(exercise.solution)
    argued = sum(_is_argued(exercise, mutant) for mutant in made)
    return len(made) - argued, argued


def unknown_survivors(exercise: Exercise) -> list[Remark]:
    """Arguments about what is no mutant of the solution."""
    made = mutants(exercise.solution)
    return [
        Remark(
            "survivor-unknown", ("survivors", position), {"change": known.change or "any", "line": known.line}
        )
        for position, known in enumerate(exercise.survivors)
        if not any(_covers(known, mutant) for mutant in made)
    ]


def _is_argued(exercise: Exercise, mutant: Mutant) -> bool:
    return any(_covers(survivor, mutant) for survivor in exercise.survivors)


def _covers(survivor: Survivor, mutant: Mutant) -> bool:
    return survivor.line == mutant.line and survivor.change in (None, mutant.change)


async def _passes(grader: Grader, name: str, exercise: Exercise, mutant: Mutant) -> bool:
    for _ in range(TRIES):
        if not (await grader.check(name, exercise, mutant.code, order=())).passed:
            return False
    return True
