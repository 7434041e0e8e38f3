"""Mutants of a program: what it becomes by one slip of those that learners of PyTorch make.

Torch-free. A kind is a function that yields changes of a program's text; to add one, write it in the module of its
family, enter it in `KINDS` and give it a sentence, `mutant-KIND`, in the catalogues.
"""

from __future__ import annotations

import ast
import itertools
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from grader.mutants import arithmetic, likenesses, reductions, shapes, statements, training, values
from grader.mutants.program import Change, Finder, Program
from grader.mutants.repairs import REPAIRS, SIMPLEST

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
    "filter": likenesses.filters,
    "end": likenesses.ends,
    "axis": likenesses.axes,
    "exchanged": likenesses.exchanged,
    "conversion": values.conversions,
    "statement": statements.statements,
    "constant": arithmetic.constants,
}
"""Every kind by its name, the likeliest slip first: of two mutants that explain the same, the earlier is told."""

_TURNING = """
    dim keepdim reduction pair product transposed joined filled in-place sign function off-by-one comparison
    size-order order operator family bound end axis exchanged constant mode zero-grad dtype
"""
_BACK = frozenset(_TURNING.split())
"""Slips whose like turns them back."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A program that differs from another by one slip."""

    kind: str
    """A key of `KINDS` or, for a change to a learner's program, of `REPAIRS`."""
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
    def what(self) -> Literal["changed", "dropped", "added"]:
        """What became of the operation."""
        return "changed" if self.found and self.instead else "dropped" if self.found else "added"

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
    return list(_distinct(program, changes(program)))


def slips(solution: str) -> list[Mutant]:
    """All mutants of a program, and those that slip in the same way in several places.

    Raises:
        SyntaxError, ValueError: the program itself is no Python.
    """
    program = Program(solution)
    made = mutants(solution)
    known = {mutant.code for mutant in made}
    return [*made, *(one for one in _everywhere(program, changes(program)) if one.code not in known)]


def repaired(code: str) -> Iterator[Mutant]:
    """What a learner's program becomes by one change that may make it right, the likeliest first.

    Some of it may be no Python.

    Raises:
        SyntaxError, ValueError: the program itself is no Python.
    """
    program = Program(code)
    back = {kind: find for kind, find in KINDS.items() if kind in _BACK}
    first = {kind: REPAIRS[kind] for kind in SIMPLEST}
    ordered = itertools.chain(*(_found(program, finders) for finders in (first, back, REPAIRS)))
    yield from _made(program, ordered)
    yield from _everywhere(program, _found(program, back))


def _found(program: Program, finders: Mapping[str, Finder]) -> Iterator[tuple[str, Change]]:
    """All changes of several kinds, with their kinds, made as they are asked for."""
    return ((kind, change) for kind, find in finders.items() for change in find(program))


def changes(program: Program) -> Iterator[tuple[str, Change]]:
    """All changes of a program by one slip, with their kinds."""
    return _found(program, KINDS)


def _distinct(program: Program, found: Iterable[tuple[str, Change]]) -> Iterator[Mutant]:
    """The programs that changes make, as far as they compile, each meaning once."""
    seen = {ast.dump(program.tree)}
    for mutant in _made(program, found):
        meaning = _meaning(mutant.code)
        if meaning is not None and meaning not in seen:
            seen.add(meaning)
            yield mutant


def _made(program: Program, found: Iterable[tuple[str, Change]]) -> Iterator[Mutant]:
    """The programs that changes make, each text once."""
    seen = {program.code}
    for kind, change in found:
        code = program.code[: change.start] + change.text + program.code[change.end :]
        if code not in seen:
            seen.add(code)
            yield Mutant(kind, code, *program.place(change.anchor), change.found, change.instead)


def _everywhere(program: Program, found: Iterable[tuple[str, Change]]) -> Iterator[Mutant]:
    """The same change in all places of a program that has several."""
    alike: dict[tuple[str, str, str], list[Change]] = {}
    for kind, change in found:
        alike.setdefault((kind, change.found, change.instead), []).append(change)
    for (kind, *_), places in alike.items():
        ordered = sorted(places, key=lambda change: change.start)
        apart = all(one.end <= other.start for one, other in itertools.pairwise(ordered))
        if len(ordered) > 1 and apart:
            code = program.code
            for change in reversed(ordered):
                code = code[: change.start] + change.text + code[change.end :]
            first = ordered[0]
            yield Mutant(kind, code, *program.place(first.anchor), first.found, first.instead)


def _meaning(code: str) -> str | None:
    """What decides whether two programs say the same; None for text that does not compile."""
    try:
        with warnings.catch_warnings(action="ignore"):
            compile(code, "main.py", "exec", dont_inherit=True)
        return ast.dump(ast.parse(code))
    except (SyntaxError, ValueError):
        return None
