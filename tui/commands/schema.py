"""`schema`: the JSON Schemas of a course's files, of a verdict, and of what `doctor` found."""

from __future__ import annotations

import json
from typing import Any

import click

from tui.cli import SpokenCommand, speaks

KINDS = (
    "lesson",
    "course",
    "lesson-words",
    "course-words",
    "glossary",
    "glossary-words",
    "verdict",
    "doctor",
)


@click.command("schema", cls=SpokenCommand)
@click.argument("kind", type=click.Choice(KINDS), default="lesson")
@speaks
def command(kind: str) -> None:
    """Prints one schema."""
    click.echo(json.dumps(_schema(kind), indent=2, ensure_ascii=False))


def _schema(kind: str) -> dict[str, Any]:
    if kind == "verdict":
        from grader.document import verdict_schema

        return verdict_schema()
    if kind == "doctor":
        from tui.doctor.document import doctor_schema

        return doctor_schema()
    from course import schema

    made: dict[str, Any] = getattr(schema, f"{kind.replace('-', '_')}_schema")()
    return made
