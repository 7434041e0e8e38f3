"""Mutants of a solution that pass its checks: each is a weakness of the checks, or right as well.

What is right as well is argued in the lesson's file, under `survivors`, and is not counted.
"""

from __future__ import annotations

from course.findings import Remark
from course.model import AnyStep, Exercise
from grader.client import Grader
from grader.mutants import Mutant, mutants

TRIES = 3
"""Case sets with which a mutant is asked before it counts as one that passes."""


async def survivors(grader: Grader, name: str, step: AnyStep) -> list[Remark]:
    """The mutants of an exercise that pass every time and are not argued, and arguments about others."""
    if not isinstance(step, Exercise):
        return []
    passing = [mutant for mutant in mutants(step.solution) if await _passes(grader, name, step, mutant)]
    argued = _argued(step)
    remarks = [
        Remark(
            "mutant-survives",
            ("solution",),
            {"change": mutant.change, "line": mutant.line},
            (mutant.line, mutant.column),
        )
        for mutant in passing
        if (mutant.change, mutant.line) not in argued
    ]
    known = {(mutant.change, mutant.line) for mutant in mutants(step.solution)}
    met = {(mutant.change, mutant.line) for mutant in passing}
    return remarks + [
        Remark("survivor-killed", ("survivors", position), {"change": key[0]})
        for key, position in argued.items()
        if key in known - met
    ]


def counted(exercise: Exercise) -> tuple[int, int]:
    """How many mutants of an exercise count, and how many are argued."""
    argued = _argued(exercise)
    made = mutants(exercise.solution)
    left_out = sum((mutant.change, mutant.line) in argued for mutant in made)
    return len(made) - left_out, left_out


def unknown_survivors(exercise: Exercise) -> list[Remark]:
    """Arguments about what is no mutant of the solution."""
    argued = _argued(exercise)
    known = {(mutant.change, mutant.line) for mutant in mutants(exercise.solution)} if argued else set()
    return [
        Remark("survivor-unknown", ("survivors", position), {"change": change, "line": line})
        for (change, line), position in argued.items()
        if (change, line) not in known
    ]


def _argued(exercise: Exercise) -> dict[tuple[str, int], int]:
    """What is argued, by change and line, with its position in the file."""
    return {(known.change, known.line): place for place, known in enumerate(exercise.survivors)}


async def _passes(grader: Grader, name: str, exercise: Exercise, mutant: Mutant) -> bool:
    for _ in range(TRIES):
        if not (await grader.check(name, exercise, mutant.code, order=())).passed:
            return False
    return True
