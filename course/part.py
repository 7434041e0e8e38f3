"""What every part of a lesson file is built of: kinds of text, and a model that tells all its broken rules.

Apart from `course.model` so that `course.check` can build on it too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""Lower-case words and digits joined by hyphens."""

Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]
"""A Python identifier."""

NOT_BLANK = r"\S"

Text = Annotated[str, StringConstraints(min_length=1, pattern=NOT_BLANK)]
"""Words for the learner, in Markdown."""

Code = Annotated[str, StringConstraints(min_length=1, pattern=NOT_BLANK)]
"""Python source."""

Givens = dict[Name, Any]
"""Names to bind, in order. A string is a Python expression; any other value stands for itself."""

_CaseLists = dict[Name, Annotated[list[Any], Field(min_length=1)]]
_CaseMappings = Annotated[list[dict[Name, Any]], Field(min_length=1)]
Cases = _CaseLists | _CaseMappings
"""Values run in step: names with equally long lists, or a list of mappings."""


Fault = tuple[tuple[str | int, ...], str]
"""The path to a culprit within its part, and the sentence about it."""


class BrokenRulesError(ValueError):
    """A part whose keys are each well formed and do not go together."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(sentence for _, sentence in faults))
        self.faults = faults


class Part(BaseModel):
    """A piece of a lesson file: immutable, and unknown keys are refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True, protected_namespaces=()
    )

    def faults(self) -> Iterator[Fault]:
        """The rules that this part breaks, all of them."""
        yield from ()

    @model_validator(mode="after")
    def _keeps_the_rules(self) -> Self:
        if faults := tuple(self.faults()):
            raise BrokenRulesError(faults)
        return self


def case_list(cases: dict[str, list[Any]] | list[dict[str, Any]] | None) -> list[dict[str, Any]]:
    """The cases as a list of name-to-value mappings; one empty mapping when there are none."""
    if cases is None:
        return [{}]
    if isinstance(cases, list):
        return cases
    names = list(cases)
    return [dict(zip(names, values, strict=True)) for values in zip(*cases.values(), strict=True)]


def case_faults(cases: dict[str, list[Any]] | list[dict[str, Any]] | None) -> Iterator[Fault]:
    """Whether the cases run in step."""
    if cases == {}:
        yield ("cases",), "`cases` names nothing"
    elif isinstance(cases, dict) and len({len(values) for values in cases.values()}) > 1:
        told = ", ".join(f"{name} has {len(values)}" for name, values in cases.items())
        yield ("cases",), f"the lists of `cases` differ in length: {told}"
    elif isinstance(cases, list) and len({frozenset(case) for case in cases}) > 1:
        yield ("cases",), "the mappings of `cases` differ in their names"
