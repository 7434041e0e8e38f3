"""The terms of a glossary in one language, with their names in the others: laying its overlays over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from course.glossary import Glossary, GlossaryWords, Term, TermWords
from course.part import Fault
from course.wording import did_you_mean


@dataclass(frozen=True, slots=True)
class Entry:
    """A term as it is shown in one language."""

    id: str
    name: str
    """The term."""
    also: tuple[str, ...]
    """Other words for it in this language."""
    elsewhere: tuple[str, ...]
    """The term in the other languages, and other words for it there."""
    text: str
    torch: tuple[str, ...]
    see: tuple[str, ...]
    """Ids of other entries."""

    @property
    def names(self) -> tuple[str, ...]:
        """All words for it in this language."""
        return (self.name, *self.also)


def entries(glossary: Glossary, overlays: Mapping[str, GlossaryWords], lang: str) -> tuple[Entry, ...]:
    """The terms in a language; in the original's where the language has no overlay, or not this term."""
    return tuple(_entry(term, overlays, lang) for term in glossary.terms)


def overlay_faults(glossary: Glossary, words: GlossaryWords) -> Iterator[Fault]:
    """What an overlay says about terms that the glossary does not have, by path in the overlay."""
    ids = [term.id for term in glossary.terms]
    for term_id in words.terms:
        if term_id not in ids:
            yield ("terms", term_id), f"the glossary has no term `{term_id}`{did_you_mean(term_id, ids)}"


def _entry(term: Term, overlays: Mapping[str, GlossaryWords], lang: str) -> Entry:
    here: Term | TermWords = term
    others: list[Term | TermWords] = []
    for name, words in overlays.items():
        translated = words.terms.get(term.id)
        if translated is not None and name == lang:
            here, others = translated, [term, *others]
        elif translated is not None:
            others.append(translated)
    elsewhere = dict.fromkeys(name for other in others for name in (other.term, *other.also))
    return Entry(
        id=term.id,
        name=here.term,
        also=tuple(here.also),
        elsewhere=tuple(name for name in elsewhere if name not in (here.term, *here.also)),
        text=here.text or term.text,
        torch=tuple(term.torch),
        see=tuple(term.see),
    )
