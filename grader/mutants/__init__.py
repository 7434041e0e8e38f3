"""Mutants of a program: what it becomes by one slip of those that learners of PyTorch make.

Torch-free. A kind is a function that yields changes of a program's text; to add one, write it in the module of its
family, enter it in `KINDS` and give it a sentence, `mutant-KIND`, in the catalogues.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from grader.mutants import arithmetic, likenesses, reductions, shapes, statements, training, values
from grader.mutants.program import Change, Finder, Program

KINDS: dict[str, Finder] = {
    "squeezed": shapes.squeezes,
    "dim": reductions.dims,
    "keepdim": reductions.keepdims,
    "reduction": reductions.reductions,
    "pair": reductions.pairs,
    "product": shapes.products,
    "rearranged": shapes.rearrangements,
    "transposed": shapes.transposes,
    "joined": shapes.joins,
    "dtype": values.dtypes,
    "tensor-class": values.tensor_classes,
    "device": values.devices,
    "inherited": values.inheritances,
    "unfilled": values.unfilled,
    "filled": values.fillings,
    "copied": values.copies,
    "number": values.numbers,
    "hidden-edit": training.hidden_edits,
    "normalised-twice": training.normalisations,
    "zero-grad": training.resets,
    "mode": training.modes,
    "detached": training.detachments,
    "requires-grad": training.gradients,
    "in-place": training.in_places,
    "super-init": training.initialisations,
    "module-list": training.module_lists,
    "correction": reductions.corrections,
    "seed": values.seeds,
    "printed": statements.prints,
    "lost-result": statements.lost_results,
    "early-return": statements.early_returns,
    "sign": arithmetic.signs,
    "function": values.functions,
    "off-by-one": arithmetic.ranges,
    "comparison": arithmetic.comparisons,
    "reshaped": shapes.reshapes,
    "size-order": shapes.sizes,
    "order": arithmetic.order,
    "factor": arithmetic.factors,
    "term": arithmetic.terms,
    "operator": arithmetic.operators,
    "family": likenesses.families,
    "forgotten": likenesses.forgotten,
    "layer": likenesses.layers,
    "bound": likenesses.bounds,
    "end": likenesses.ends,
    "axis": likenesses.axes,
    "exchanged": likenesses.exchanged,
    "conversion": values.conversions,
    "statement": statements.statements,
    "constant": arithmetic.constants,
}
"""Every kind by its name, the likeliest slip first: of two mutants that explain the same, the earlier is told."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A program that differs from another by one slip."""

    kind: str
    """A key of `KINDS`."""
    code: str
    """The whole program."""
    line: int
    """The line of the operation in the program that was changed, from 1."""
    column: int
    """Its column, from 1."""
    found: str
    """The operation before, in a few characters; empty where one was added."""
    instead: str
    """The operation after; empty where it was dropped."""

    @property
    def change(self) -> str:
        """The slip in short."""
        return f"{self.found or '(nothing)'} -> {self.instead or '(nothing)'}"


def mutants(solution: str) -> list[Mutant]:
    """All mutants of a program, in the order of `KINDS`.

    Those that do not compile, say the same as the program or the same as an earlier one are left out.

    Raises:
        SyntaxError, ValueError: the program itself is no Python.
    """
    program = Program(solution)
    seen = {ast.dump(program.tree)}
    made = []
    for kind, change in changes(program):
        code = solution[: change.start] + change.text + solution[change.end :]
        meaning = _meaning(code)
        if meaning is None or meaning in seen:
            continue
        seen.add(meaning)
        made.append(Mutant(kind, code, *program.place(change.anchor), change.found, change.instead))
    return made


def changes(program: Program) -> Iterator[tuple[str, Change]]:
    """All changes of a program by one slip, with their kinds."""
    for kind, find in KINDS.items():
        for change in find(program):
            yield kind, change


def _meaning(code: str) -> str | None:
    """What decides whether two programs say the same; None for text that does not compile."""
    try:
        compile(code, "main.py", "exec", dont_inherit=True)
        return ast.dump(ast.parse(code))
    except (SyntaxError, ValueError):
        return None
