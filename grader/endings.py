"""The ends that a program can come to, told as messages and the learner's errors."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from typing import Any, Literal

from course.message import Message, Value
from grader.errors import GraderError
from grader.events import MAX_NAME, checked
from grader.explaining import explained
from grader.link import Link
from grader.verdict import MAX_FRAMES, MAX_OPERANDS, Frame, LearnerError, Summary
from grader.wire import Header

MAX_LINE = 300
"""Characters of a line of the program that are shown."""
PRINTED_MUCH = 100_000
"""Characters beyond which a program that did not end is told that it printed without end."""
IDLE_SHARE, IDLE_SECONDS = 0.1, 0.15
"""A program that computed for less than this share of its time, or this long at all, has waited."""
_CRASHES = (signal.SIGSEGV, signal.SIGBUS, signal.SIGILL, signal.SIGFPE, signal.SIGABRT)
"""Signals that a fault of the program's own brings; all others are sent."""


def learner_error(tree: Header | None) -> LearnerError:
    """The exception or warning that a worker told of, explained where it can be.

    Raises:
        LookupError, TypeError, ValueError, AttributeError, OverflowError: the tree is malformed.
    """
    tree = tree or {}
    line = tree.get("line")
    error = LearnerError(
        str(tree.get("type"))[:MAX_NAME],
        str(tree.get("message"))[:10_000],
        int(line) if line else None,
        frames=tuple(map(_frame, tree.get("frames", [])[-MAX_FRAMES:])),
        operands=tuple(_operands(tree.get("operands", []))),
    )
    near = tree.get("near")
    return explained(error, (_name(near[0]), _name(near[1])) if near else None)


def _frame(row: list[Any]) -> Frame:
    line, function, text, start, end = row
    mark = (int(start), int(end)) if start is not None and end is not None else None
    text = str(text)[:MAX_LINE]
    fits = mark is not None and 0 <= mark[0] < mark[1] <= len(text)
    return Frame(int(line), _name(function), text, mark if fits else None)


def _operands(pairs: list[Any]) -> Iterator[tuple[str, Summary]]:
    for name, told in pairs[:MAX_OPERANDS]:
        summary = checked(told)
        if summary is not None:
            yield _name(name), summary


def _name(told: object) -> str:
    return str(told)[:MAX_NAME]


def timeout_words(link: Link, seconds: float) -> tuple[Message, LearnerError | None]:
    """What to say of a program that did not end, with the line that was running."""
    line = link.running_line
    error = LearnerError("Timeout", f"{seconds:g} s", line) if line else None
    values: dict[str, Value] = {"seconds": seconds, "line": line or 0}
    if link.console.printed > PRINTED_MUCH:
        return Message("grader-printing", {**values, "count": link.console.printed}), error
    if has_waited(link.busy, link.ran, seconds):
        return Message("grader-waiting", values), error
    return Message("grader-timeout", values), error


def has_waited(busy: float | None, ran: bool, seconds: float) -> bool:
    """Whether a program waited; one that got hardly a processor on a busy machine has not.

    Args:
        busy: seconds that it computed; None where nobody counted.
        ran: whether it would have computed on at its end.
        seconds: how long it lasted.
    """
    return busy is not None and not ran and busy < max(IDLE_SHARE * seconds, IDLE_SECONDS)


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
    if link.console.muted:
        return "crashed", Message("grader-hidden-end"), None
    line = link.running_line or 0
    if code >= 0:
        return "crashed", Message("grader-exited", {"code": code, "line": line}), None
    if -code == signal.SIGXFSZ:
        return "crashed", Message("grader-file-size", {"line": line}), None
    key = "grader-signal" if -code in _CRASHES else "grader-killed"
    return "crashed", Message(key, {"signal": signal_name(-code), "line": line}), None


def signal_name(number: int) -> str:
    """A signal by its name, or by its number where it has none."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
