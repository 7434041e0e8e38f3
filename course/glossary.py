"""The model of a glossary, `glossary.yaml`, and of its overlays.

Apart from `course.model`, since a course may do without; `course.terms` lays the overlays over it.
"""

# Pydantic copies mutable defaults for each instance.
# ruff: noqa: RUF012

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from course.part import Fault, Id, Part, Text

TORCH_NAME = r"^torch(\.[A-Za-z_][A-Za-z0-9_]*)*$"

TorchName = Annotated[str, StringConstraints(pattern=TORCH_NAME)]
"""A dotted name of torch; a method is one of `torch.Tensor`."""


class Term(Part):
    """A term, told in a sentence or two."""

    id: Id
    """Unique within the glossary."""
    term: Text
    """The word as it stands in a sentence."""
    also: list[Text] = []
    """Other words for the same thing, which are found too."""
    text: Text
    """What it is."""
    torch: list[TorchName] = []
    """What of torch it goes with; a step that uses one of them is about the term."""
    see: list[Id] = []
    """Ids of terms to read next."""


class Glossary(Part):
    """`glossary.yaml`: the terms of a course."""

    format: Literal[1]
    """The version of the lesson format."""
    terms: Annotated[list[Term], Field(min_length=1)]
    """In the order in which the course needs them."""

    def faults(self) -> Iterator[Fault]:
        """Whether the ids differ, and `see` names other terms."""
        ids = [term.id for term in self.terms]
        for position, term in enumerate(self.terms):
            if term.id in ids[:position]:
                yield ("terms", position, "id"), f"an earlier term has the id {term.id!r} too"
            for place, name in enumerate(term.see):
                if name not in ids or name == term.id:
                    yield ("terms", position, "see", place), f"{name!r} is not the id of another term"


class TermWords(Part):
    """A term in another language; what is missing falls back to the original."""

    term: Text
    also: list[Text] = []
    text: Text | None = None


class GlossaryWords(Part):
    """An overlay file, `glossary.LANG.yaml`: the terms in another language, by id."""

    terms: dict[Id, TermWords]
