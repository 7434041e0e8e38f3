"""The model of a check, and of the wrong programs that it is proved with."""

# Pydantic copies mutable defaults for each instance.
# ruff: noqa: RUF012

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from course.part import Cases, Code, Fault, Givens, Part, Text, case_faults

DeviceName = Literal["cpu", "cuda", "mps"]

CompareWord = Literal[
    "type",
    "shape",
    "dtype",
    "device",
    "values",
    "requires_grad",
    "is_leaf",
    "grad",
    "strides",
    "aliasing",
    "inputs_unchanged",
]

DEFAULT_COMPARE: tuple[CompareWord, ...] = ("type", "shape", "dtype", "device", "values")
"""What a check compares when it says nothing else, in this order."""

CHECK_KINDS = ("observe", "stdout", "source", "raises")
"""A check has one of these keys."""

EXPECTATIONS = ("expect", "expect_code", "satisfies")
"""What a check may say instead of leaving it to the solution."""


class Tolerance(Part):
    """`|actual - expected| <= atol + rtol * |expected|`; a key left out keeps the default of its dtype."""

    rtol: Annotated[float, Field(ge=0)] | None = None
    """Relative tolerance."""
    atol: Annotated[float, Field(ge=0)] | None = None
    """Absolute tolerance, in the unit of the values."""


class SourceRule(Part):
    """What the learner's code may use: names (`torch.softmax`, `torch.optim.*`), syntax (`for`, `while`)."""

    forbid: list[str] = []
    """Nothing of this may be used."""
    require: list[str] = []
    """All of this must be used."""
    allow: list[str] = []
    """Exceptions from `forbid`."""

    def faults(self) -> Iterator[Fault]:
        """Whether it says something."""
        if not (self.forbid or self.require):
            yield (), "a source rule needs `forbid` or `require`"


class Limits(Part):
    """Bounds of one run of the learner's program."""

    seconds: Annotated[float, Field(gt=0, le=3600)] = 10.0
    """Wall-clock seconds for a run with all of its probes."""
    memory: Annotated[int, Field(ge=64, le=65536)] = 2048
    """MiB that the run may take beyond an idle worker, all of its processes together."""
    processes: Annotated[int, Field(ge=1, le=1024)] = 32
    """Processes that the run may have at a time, itself included."""
    threads: Annotated[int, Field(ge=1, le=65536)] = 512
    """Threads that all processes of the run may have at a time, those of torch included."""
    file_size: Annotated[int, Field(ge=1, le=65536)] = 256
    """MiB of one file that the run writes."""
    scratch: Annotated[int, Field(ge=1, le=65536)] = 512
    """MiB of all files of the run together."""
    output: Annotated[int, Field(ge=1, le=1024)] = 4
    """MiB that the run may print and draw."""


class Check(Part):
    """One question asked of the learner's world; one of `observe`, `stdout`, `source`, `raises`."""

    name: Text | None = None
    """What the learner sees; the probe itself when left out."""
    observe: Code | None = None
    """Python whose last statement is the value to compare."""
    stdout: Literal[True] | Code | None = None
    """The text that the program (true) or this probe prints."""
    source: SourceRule | None = None
    """A rule about the text and the calls of the program."""
    raises: Code | None = None
    """A probe that must raise an exception of the type that the solution raises."""
    given: Givens = {}
    """Names bound over the learner's for the probe."""
    cases: Cases | None = None
    """The probe is asked once per case."""
    compare: list[CompareWord] | None = None
    """Replaces the default comparison."""
    also: list[CompareWord] = []
    """Adds to the default comparison."""
    tolerance: Tolerance = Tolerance()
    """Replaces the default tolerances."""
    expect: Any = None
    """A literal expected instead of the solution's value (under `raises`: the name of an exception type)."""
    expect_code: Code | None = None
    """An expression evaluated in the author's world instead of the probe."""
    satisfies: Code | None = None
    """A condition over `actual`, the givens, the case's names and hidden data, instead of equal values."""
    numbers: bool = False
    """Under `stdout`: compare the numbers by tolerance, the words exactly."""
    fresh: bool = False
    """Gives the check a run of its own."""
    hidden: bool = False
    """Its inputs and expected values are not shown."""
    points: Annotated[float, Field(ge=0)] = 1
    """What a pass of the check is worth."""
    after: list[Text] = []
    """Names of checks; this one is skipped when one of them did not pass."""
    devices: list[DeviceName] | None = None
    """The devices on which the check makes sense; None means all."""

    @property
    def kind(self) -> Literal["observe", "stdout", "source", "raises"]:
        """The one of the four kinds that this check is."""
        if self.observe is not None:
            return "observe"
        if self.stdout is not None:
            return "stdout"
        return "source" if self.source is not None else "raises"

    @property
    def probe(self) -> str | None:
        """The Python evaluated in both worlds; None when the check looks at the program itself."""
        if isinstance(self.stdout, str):
            return self.stdout
        return self.observe if self.observe is not None else self.raises

    @property
    def label(self) -> str:
        """The name shown: the author's, or the first line of the probe, or the kind."""
        if self.name is not None:
            return self.name
        return self.probe.strip().splitlines()[0] if self.probe else self.kind

    @property
    def has_expectation(self) -> bool:
        """Whether `expect` stands in the file (its value may be null)."""
        return "expect" in self.model_fields_set

    @property
    def compared(self) -> tuple[CompareWord, ...]:
        """The words of the comparison; `satisfies` takes the place of the values."""
        words = tuple(self.compare) if self.compare is not None else DEFAULT_COMPARE
        words += tuple(word for word in self.also if word not in words)
        return tuple(word for word in words if word != "values") if self.satisfies else words

    def faults(self) -> Iterator[Fault]:
        """Whether it is one kind of check, with words that go with that kind."""
        kinds = [kind for kind in CHECK_KINDS if getattr(self, kind) is not None]
        if len(kinds) != 1:
            found = " and ".join(f"`{kind}`" for kind in kinds) or "none"
            yield tuple(kinds[1:2]), f"a check needs exactly one of {_ticked(CHECK_KINDS)}; found {found}"
        wants = [word for word in EXPECTATIONS if word in self.model_fields_set]
        if len(wants) > 1:
            yield (wants[1],), f"use one of {_ticked(EXPECTATIONS)}"
        if self.compare is not None and self.also:
            yield ("also",), "`compare` replaces the default and `also` adds to it; use one of them"
        yield from self._source_faults()
        if self.satisfies and self.raises is not None:
            yield ("satisfies",), "`satisfies` goes with `observe` or `stdout`"
        if self.raises is not None and self.has_expectation and not isinstance(self.expect, str):
            yield ("expect",), "under `raises`, `expect` is the name of an exception type, such as ValueError"
        if self.numbers and self.stdout is None:
            yield ("numbers",), "`numbers` goes with `stdout`"
        if self.stdout is True and (self.given or self.cases):
            yield ("stdout",), "`stdout: true` looks at the program; give `given` and `cases` to the exercise"
        yield from case_faults(self.cases)

    def _source_faults(self) -> Iterator[Fault]:
        if self.source is None:
            return
        for word in ("given", "cases", *EXPECTATIONS):
            if word in self.model_fields_set:
                yield (word,), f"a `source` check reads the program; it takes no `{word}`"


class Mistake(Part):
    """A wrong program with the sentence a tutor would say to it."""

    code: Code | None = None
    """A wrong program; it matches when it observes what the learner's observes."""
    when: Code | None = None
    """A condition over `actual` of the first failing check, for random or trained results."""
    says: Text
    """The tutor's sentence."""

    def faults(self) -> Iterator[Fault]:
        """Whether it can match."""
        if self.code is None and self.when is None:
            yield (), "a mistake needs `code` or `when`"


def _ticked(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)
