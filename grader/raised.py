"""Words for exceptions that mean something of their own in a course, whether the program raised them or a probe.

Stands apart from `grader.endings` because the judge, which knows of no worker, says the same of a probe.
"""

from __future__ import annotations

import re

from course.message import Message

_THREAD_REFUSED = "can't start new thread"
_NO_SHARED_MEMORY = "[Errno 13] Permission denied"
"""What the first semaphore of `multiprocessing` meets with, as `DataLoader` makes one for its worker processes."""
_CUT_FILE = re.compile(
    r"File too large|\b\d+ requested and \d+ written|inline_container\.cc.*(unexpected pos|file write failed)",
    re.DOTALL,
)
"""A write beyond the largest size of a file, as Python and the system, numpy, and torch tell of it."""
_BLANK = re.compile(r"name '(_{2,})' is not defined")


def raised_words(kind: str, message: str, line: int | None) -> Message | None:
    """What to say of an exception; None when its own message says it all.

    Args:
        kind: the name of its class.
        message: its text.
        line: the learner's line, or None.
    """
    at = line or 0
    if kind == "SystemExit":
        return Message("grader-exit-call", {"line": at})
    if kind == "EOFError" and message.startswith("EOF when reading a line"):
        return Message("grader-input-call", {"line": at})
    if kind == "RecursionError":
        return Message("grader-recursion", {"line": at})
    if kind == "NameError" and (blank := _BLANK.match(message)):
        return Message("grader-blank", {"blank": blank[1], "line": at})
    if kind == "RuntimeError" and message == _THREAD_REFUSED:
        return Message("grader-thread-refused", {"line": at})
    if kind in ("OSError", "RuntimeError") and _CUT_FILE.search(message):
        return Message("grader-file-size", {"line": at})
    if kind == "PermissionError" and message == _NO_SHARED_MEMORY:
        return Message("grader-shared-memory", {"line": at})
    if kind == "RuntimeError" and "does not require grad and does not have a grad_fn" in message:
        return Message("grader-no-graph", {"line": at})
    return None
