"""A verdict as the JSON document that `--json` prints, and the schema of that document."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from course.catalogue import Catalogue
from course.message import Message
from grader.difference import TensorDifference
from grader.verdict import CheckStatus, DiagnosedBy, Isolation, LearnerError, Reason, Status, Summary, Verdict


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class FrameDocument(_Document):
    """A line of the learner's that was running when the exception came."""

    line: int
    function: str
    """`<module>` at the top."""
    text: str
    """What stands in the line, less its indent."""
    mark: tuple[int, int] | None
    """Where in the text the expression that failed begins and ends; null when it is all of it."""


class ErrorDocument(_Document):
    """An exception or a warning of the learner's program."""

    type: str
    message: str
    line: int | None
    """The learner's line, from 1; null when it lies outside the program."""
    explanation: str | None
    """What it means, in the language asked for; null when it is not known."""
    remedy: str | None
    """What to try; null when there is no explanation."""
    frames: list[FrameDocument]
    """The learner's frames, outermost first."""
    operands: dict[str, Summary]
    """The values that the failing line works with, by the names that it gives them."""


class CheckDocument(_Document):
    """The answer to one check."""

    name: str
    status: CheckStatus
    reason: Reason | None
    """Why it failed; null when it did not."""
    points: float
    """What a pass is worth."""
    case: int | None
    """The failing case, from 0; null when there is one case only, or none failed."""
    message: str | None
    diagnosis: str | None
    """The tutor's sentence."""
    diagnosed_by: DiagnosedBy | None
    diagnosed_line: int | None
    """The learner's line that the sentence points at, from 1; null when it is about none in particular."""
    expected: Summary | None
    """null when hidden, or when there is nothing to show."""
    actual: Summary | None
    given: dict[str, Summary] | None
    """The inputs of the failing case; null when hidden or none."""
    hidden: bool
    difference: TensorDifference | None
    """The numbers, where two tensors, arrays or numbers differ; null when hidden, or when something else is wrong."""


class VerdictDocument(_Document):
    """The answer to one attempt."""

    format: Literal[1]
    exercise: str
    """`lesson/exercise`."""
    passed: bool
    status: Status
    device: str
    torch: str
    isolation: Isolation
    seconds: float
    """Wall-clock seconds from the request to the verdict, the preparation of cases left out."""
    replay: str | None
    """Give it to `--replay` to see the same cases again; null when no case was made."""
    checks: list[CheckDocument]
    warnings: list[ErrorDocument]
    error: ErrorDocument | None
    message: str | None
    """What a status other than `passed` and `failed` means here."""
    stdout: str
    stderr: str
    truncated: bool
    """Whether output was left out."""
    remark: str | None
    """On a pass, how PyTorch people would write it; null when there is nothing to say."""


def verdict_document(verdict: Verdict, words: Catalogue) -> dict[str, Any]:
    """The JSON object of a verdict, its sentences in the catalogue's language."""
    document = VerdictDocument(
        format=1,
        exercise=verdict.exercise,
        passed=verdict.passed,
        status=verdict.status,
        device=verdict.device,
        torch=verdict.torch,
        isolation=verdict.isolation,
        seconds=verdict.seconds,
        replay=verdict.replay,
        checks=[
            CheckDocument(
                name=check.name,
                status=check.status,
                reason=check.reason,
                points=check.points,
                case=check.case,
                message=_said(check.message, words),
                diagnosis=_said(check.diagnosis, words),
                diagnosed_by=check.diagnosed_by,
                diagnosed_line=check.diagnosed_line,
                expected=check.expected,
                actual=check.actual,
                given=check.given,
                hidden=check.hidden,
                difference=check.difference,
            )
            for check in verdict.checks
        ],
        warnings=[_error(warning, words) for warning in verdict.warnings],
        error=_error(verdict.error, words) if verdict.error else None,
        message=_said(verdict.message, words),
        stdout=verdict.stdout,
        stderr=verdict.stderr,
        truncated=verdict.truncated,
        remark=_said(verdict.remark, words),
    )
    return document.model_dump(mode="json")


def verdict_schema() -> dict[str, Any]:
    """The JSON Schema of the document."""
    schema = VerdictDocument.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "blitz-course verdict",
    }


def _error(error: LearnerError, words: Catalogue) -> ErrorDocument:
    return ErrorDocument(
        type=error.type,
        message=error.message,
        line=error.line,
        explanation=_said(error.explanation, words),
        remedy=_said(error.remedy, words),
        frames=[FrameDocument(**asdict(frame)) for frame in error.frames],
        operands=dict(error.operands),
    )


def _said(message: Message | str | None, words: Catalogue) -> str | None:
    return words.render(message) if isinstance(message, Message) else message
