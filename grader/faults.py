"""What is told when grader or author fail: results like others, never exceptions."""

from __future__ import annotations

import time

from course.message import Message
from grader.errors import GraderError
from grader.hosts import HostInfo
from grader.link import WorkerGone
from grader.verdict import RunResult, Verdict


def fault_message(error: Exception) -> Message:
    """The words for a failure that is not the learner's."""
    if isinstance(error, GraderError):
        return error.message
    if isinstance(error, WorkerGone) and error.excess is not None:
        return Message("grader-author-excess", {"why": error.excess})
    if isinstance(error, WorkerGone | TimeoutError | OSError):
        return Message("grader-author-died", {"why": type(error).__name__})
    return Message("grader-worker-fault", {"fault": repr(error)[:300]})


def fault_verdict(name: str, error: Exception, device: str, info: HostInfo | None, started: float) -> Verdict:
    """The verdict on an attempt that could not be graded; `started` is a reading of `time.monotonic`."""
    return Verdict(
        exercise=name,
        status="grader_fault",
        device=device,
        torch=info.torch if info else "",
        isolation=info.isolation if info else "none",
        seconds=round(time.monotonic() - started, 4),
        replay=None,
        message=fault_message(error),
    )


def fault_result(error: Exception, device: str, started: float) -> RunResult:
    """The end of a run that could not be had; `started` is a reading of `time.monotonic`."""
    seconds = round(time.monotonic() - started, 4)
    return RunResult("grader_fault", seconds, device, message=fault_message(error))
