"""Repairs of a learner's program: one change each, of which one may make it right.

They go beside the kinds of slips that turn themselves back. What is added is what is forgotten in any program: nothing
comes from the solution, for these programs run in a learner's worker, which must never hold a piece of it. To add one,
write a function in the module of its family and enter it in `REPAIRS`.
"""

from __future__ import annotations

from grader.mutants.program import Finder
from grader.mutants.repairs import order, steps, values

REPAIRS: dict[str, Finder] = {
    "dropped": values.dropped,
    "returned": steps.returned,
    "argument": values.arguments,
    "kept": steps.kept,
    "name": values.names,
    "number": values.numbers,
    "sign": values.signs,
    "brackets": order.brackets,
    "nested": order.nested,
    "range": values.ranges,
    "moved": steps.moved,
    "step": steps.steps,
    "exchanged": order.exchanged,
    "missing": values.missing,
}
"""What else may make a learner's program right, by its name, beside the slips that can be turned back."""
SIMPLEST = ("dropped", "brackets")
"""Those that are tried before the slips that can be turned back."""
