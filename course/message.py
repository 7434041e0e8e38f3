"""A sentence not yet said: its key in the catalogues and the values that go into it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Value: TypeAlias = "str | int | float | Message"
"""What a sentence can name; a message is said in place."""


@dataclass(frozen=True, slots=True)
class Message:
    """What to say, in no language yet; `course.catalogue.Catalogue.render` says it."""

    key: str
    """An id in `course/messages/LANG.ftl`."""
    values: dict[str, Value] = field(default_factory=dict)
    """The variables of that message."""
