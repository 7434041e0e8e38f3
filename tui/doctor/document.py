"""The schema of the JSON object that `doctor --json` prints."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from tui.doctor.finding import State, Topic


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class FindingDocument(_Document):
    """One thing found."""

    topic: Topic
    state: State
    """`ok`, `note` (worth knowing, in nobody's way) or `problem`."""
    code: str
    """What was found, in a word for scripts that is the same in every language."""
    message: str
    advice: str | None
    """What to do about it; null when the state is `ok`."""


class DoctorDocument(_Document):
    """Everything found on a machine."""

    format: Literal[1]
    program: str | None
    """The version of blitz-course; null for a checkout that was not installed."""
    healthy: bool
    """Whether there is no problem."""
    findings: list[FindingDocument]


def doctor_schema() -> dict[str, Any]:
    """The JSON Schema of the document."""
    schema = DoctorDocument.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "blitz-course doctor",
    }
