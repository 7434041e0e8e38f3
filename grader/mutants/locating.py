"""Where in a learner's program the slip is that a mutant of the solution shows.

The two programs may look very different, so a line is told only where there is no doubt: the changed statement stands
there word for word, once, or a single operation of the program is one that the kind would change back.
"""

from __future__ import annotations

import ast

from grader.mutants import KINDS, Mutant
from grader.mutants.program import Program


def line_in(code: str, mutant: Mutant) -> int | None:
    """The learner's line, from 1; None when it is not certain."""
    try:
        program = Program(code)
    except (SyntaxError, ValueError):
        return None
    same = _statements_like(program, _changed_statement(mutant))
    if len(same) == 1:
        return same.pop()
    back = {
        program.place(change.anchor)[0]
        for change in KINDS[mutant.kind](program)
        if (change.found, change.instead) == (mutant.instead, mutant.found) and change.found
    }
    return back.pop() if len(back) == 1 else None


def _changed_statement(mutant: Mutant) -> ast.stmt | None:
    """The innermost statement of the mutant that holds the change."""
    around = [
        node
        for node in ast.walk(ast.parse(mutant.code))
        if isinstance(node, ast.stmt) and node.lineno <= mutant.line <= (node.end_lineno or node.lineno)
    ]
    return min(around, key=lambda node: (node.end_lineno or node.lineno) - node.lineno, default=None)


def _statements_like(program: Program, wanted: ast.stmt | None) -> set[int]:
    """The lines on which a statement stands."""
    if wanted is None or isinstance(wanted, ast.Pass):
        return set()
    meaning = ast.dump(wanted)
    return {node.lineno for node in program.nodes(ast.stmt) if ast.dump(node) == meaning}
