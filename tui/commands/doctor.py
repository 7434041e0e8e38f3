"""`doctor`: what the machine offers the course, what is wrong with it, and what to do."""

from __future__ import annotations

import json
import os
import shutil
import sys

import click

from tui.cli import PROGRAM, SpokenCommand, language, speaks, words

SICK = 1
"""The exit code when there is a problem."""


@click.command("doctor", cls=SpokenCommand)
@click.option("--json", "as_json", is_flag=True)
@speaks
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """Prints what was found; exits with 0 when nothing is a problem, 1 when something is."""
    from tui.doctor.examination import examine
    from tui.doctor.finding import healthy
    from tui.doctor.program import installed_version
    from tui.doctor.report import report_document, report_lines

    catalogue = words(context)
    if not as_json and sys.stderr.isatty():
        click.echo(catalogue.text("doctor-looking"), err=True)
    findings = examine(os.environ, language(context))
    if as_json:
        document = report_document(findings, catalogue, installed_version(PROGRAM))
        click.echo(json.dumps(document, ensure_ascii=False).encode("utf-8", "backslashreplace"))
    else:
        encoding = getattr(sys.stdout, "encoding", None) or "ascii"
        lines = report_lines(findings, catalogue, shutil.get_terminal_size().columns, encoding)
        click.echo("\n".join(lines).encode(encoding, "replace"))
    context.exit(0 if healthy(findings) else SICK)
