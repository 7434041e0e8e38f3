"""The catalogue of errors and warnings that have an explanation, and the recognition of them.

The entries are data in `course/errors/*.yaml`, their sentences `error-ID`, `error-ID-here` and `error-ID-try` in the
message catalogues; a new one needs no Python.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path

import yaml

from course.part import Id, Name, Part

ERRORS = Path(__file__).parent / "errors"
LONGEST = 2_000
"""Characters of a message that are looked at."""


class Explanation(Part):
    """An error or a warning that is explained."""

    id: Id
    raised: str | list[str]
    """The names of its class, or of several."""
    pattern: str
    """A regular expression that its message contains; named groups become variables of the sentences."""
    finds: dict[Name, str] = {}  # noqa: RUF012
    """Values to be found on the failing line: the name of a variable and a regular expression for the description
    of the value, such as `(4, 400) float32 cpu` or `NoneType`, in which `{group}` is a group of the pattern. Where all
    are found, `error-ID-here` is said too."""
    near: bool = False
    """Whether the nearest known name, where there is one, is told in place of `error-ID-try`."""

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The pattern, ready for use."""
        return re.compile(self.pattern)

    def match(self, kind: str, message: str) -> re.Match[str] | None:
        """The match in an exception's message; `kind` is the name of its class."""
        if kind not in ([self.raised] if isinstance(self.raised, str) else self.raised):
            return None
        return self.expression.search(message[:LONGEST])

    def find(self, groups: Mapping[str, str], described: Sequence[str]) -> dict[str, int] | None:
        """Positions, by variable, among the described values of the line; None unless all are found.

        Args:
            groups: what the pattern's groups hold.
            described: the values of the line, each of which stands for one variable at most.
        """
        found: dict[str, int] = {}
        for variable, wanted in self.finds.items():
            for group, text in groups.items():
                wanted = wanted.replace(f"{{{group}}}", re.escape(text))
            place = next(
                (
                    position
                    for position, description in enumerate(described)
                    if position not in found.values() and re.search(wanted, description)
                ),
                None,
            )
            if place is None:
                return None
            found[variable] = place
        return found or None


@cache
def explanations() -> tuple[Explanation, ...]:
    """All entries, in the order in which they are tried."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    files = sorted(ERRORS.glob("*.yaml"))
    entries = [entry for file in files for entry in yaml.load(file.read_bytes(), loader)]
    return tuple(map(Explanation.model_validate, entries))


def matching(kind: str, message: str) -> Iterator[tuple[Explanation, dict[str, str]]]:
    """The entries that explain an exception, each with what its groups hold; the first is the one to tell."""
    for entry in explanations():
        if (found := entry.match(kind, message)) is not None:
            yield entry, {name: text or "" for name, text in found.groupdict().items()}
