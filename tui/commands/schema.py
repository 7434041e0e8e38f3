"""`schema`: the JSON Schemas of a course's files and of a verdict."""

from __future__ import annotations

import json

import click

from tui.cli import SpokenCommand, speaks

KINDS = ("lesson", "course", "lesson-words", "course-words", "glossary", "glossary-words", "verdict")


@click.command("schema", cls=SpokenCommand)
@click.argument("kind", type=click.Choice(KINDS), default="lesson")
@speaks
def command(kind: str) -> None:
    """Prints one schema."""
    from course import schema
    from grader.document import verdict_schema

    made = verdict_schema() if kind == "verdict" else getattr(schema, f"{kind.replace('-', '_')}_schema")()
    click.echo(json.dumps(made, indent=2, ensure_ascii=False))
