"""The ends that a program can come to, told as messages and the learner's errors."""

from __future__ import annotations

import signal
from typing import Literal

from course.message import Message
from grader.errors import GraderError
from grader.link import Link
from grader.verdict import LearnerError
from grader.wire import Header


def learner_error(tree: Header | None) -> LearnerError:
    """The exception or warning that a worker told of."""
    tree = tree or {}
    line = tree.get("line")
    frames = tuple((int(number), str(name)) for number, name in tree.get("frames", []))
    return LearnerError(
        str(tree.get("type")), str(tree.get("message"))[:10_000], int(line) if line else None, frames=frames
    )


def timeout_words(link: Link, seconds: float) -> tuple[Message, LearnerError | None]:
    """What to say of a program that did not end, with the line that was running."""
    line = link.running_line
    error = LearnerError("Timeout", f"{seconds:g} s", line) if line else None
    return Message("grader-timeout", {"seconds": seconds, "line": line or 0}), error


def death_words(link: Link, code: int) -> tuple[Literal["crashed", "memory"], Message, LearnerError | None]:
    """What to say of a worker that ended before it answered.

    Raises:
        GraderError: it ended because its host did, which is not the program's doing.
    """
    excess = link.excess_words()
    if excess is not None:
        return "memory" if link.exceeded == "memory" else "crashed", excess, None
    if link.orphaned:
        raise GraderError(Message("grader-host-lost"))
    line = link.running_line or 0
    if code >= 0:
        return "crashed", Message("grader-exited", {"code": code, "line": line}), None
    return "crashed", Message("grader-signal", {"signal": signal_name(-code), "line": line}), None


def signal_name(number: int) -> str:
    """A signal by its name, or by its number where it has none."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)


def exception_words(error: LearnerError) -> Message | None:
    """A word on exceptions that mean something of their own in a course."""
    if error.type == "SystemExit":
        return Message("grader-exit-call", {"line": error.line or 0})
    if error.type == "EOFError":
        return Message("grader-input-call", {"line": error.line or 0})
    return None
