"""The exceptions of the grader. A learner's failure is never one of them: it is a `Verdict`."""

from __future__ import annotations

from course.message import Message


class GraderError(Exception):
    """The root: the grader itself cannot do what was asked."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key, message.values)
        self.message = message


class GraderUnavailable(GraderError):
    """No host could be started: torch does not import, or the process dies at once."""


class HostDied(GraderUnavailable):
    """A host died before it could give a worker."""


class NoSuchDevice(GraderError):
    """The device asked for cannot be used here."""

    def __init__(self, device: str) -> None:
        super().__init__(Message("grader-no-device", {"device": device}))


class AuthorFault(GraderError):
    """Author code (setup, givens, solution, probe, condition) raised, hung or gave what cannot be used."""


class WorkerFault(GraderError):
    """A worker's own code failed; in a learner's worker the learner may have made it fail."""

    def __init__(self, fault: str) -> None:
        last = (fault.strip().splitlines() or ["?"])[-1]
        super().__init__(Message("grader-worker-fault", {"fault": last[:300]}))


class TooLarge(GraderError):
    """A value whose elements nobody should have to hold."""

    def __init__(self, elements: int | None = None) -> None:
        super().__init__(Message("grader-wire", {"why": f"too large: {elements or '?'} elements"}))


class WireError(GraderError):
    """A frame that breaks the format: too long, not JSON, or pointing outside its bytes."""

    def __init__(self, why: str) -> None:
        super().__init__(Message("grader-wire", {"why": why}))


class AnswerTooLarge(WireError):
    """An answer for which there is no room left; it was passed over, and the worker can be asked on."""

    def __init__(self) -> None:
        super().__init__("no room for so large an answer")


MALFORMED = (
    GraderError,
    LookupError,
    TypeError,
    ValueError,
    RuntimeError,
    AttributeError,
    OverflowError,
)
"""What reading an answer may raise that a learner's program has written itself."""
