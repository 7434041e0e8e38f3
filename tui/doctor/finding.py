"""What was found on the machine: one sentence a finding, with what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from course.message import Message, Value

Topic = Literal["program", "python", "torch", "devices", "grader", "terminal", "state"]
"""What a finding is about."""

State = Literal["ok", "note", "problem"]
"""A `note` is worth knowing and keeps nobody from learning; a `problem` does, or breaks what was plainly wished."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found."""

    topic: Topic
    state: State
    message: Message

    @property
    def advice(self) -> Message | None:
        """What to do about it; None when nothing is to be done."""
        if self.state == "ok":
            return None
        return Message(f"{self.message.key}-fix", self.message.values)


def ok(topic: Topic, key: str, **values: Value) -> Finding:
    """Something that is as it should be."""
    return Finding(topic, "ok", Message(key, values))


def note(topic: Topic, key: str, **values: Value) -> Finding:
    """Something worth knowing."""
    return Finding(topic, "note", Message(key, values))


def problem(topic: Topic, key: str, **values: Value) -> Finding:
    """Something to be mended."""
    return Finding(topic, "problem", Message(key, values))


def healthy(findings: Iterable[Finding]) -> bool:
    """Whether there is no problem."""
    return all(finding.state != "problem" for finding in findings)
