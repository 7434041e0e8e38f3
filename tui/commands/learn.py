"""`learn`: opens the app, or the course in lines of text."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from tui import offers
from tui.cli import USAGE, SpokenCommand, asked_language, can_be_plain, speaks, wants_plain, words

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.message import Message


@click.command("learn", cls=SpokenCommand)
@click.argument("course", required=False, shell_complete=offers.courses)
@click.option("--lesson", metavar="ID", shell_complete=offers.lessons)
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda", "mps"]), default="auto")
@can_be_plain
@speaks
@click.pass_context
def command(
    context: click.Context, course: str | None = None, lesson: str | None = None, device: str = "auto"
) -> None:
    """Opens the course; exits with 2 when it cannot be used."""
    if wants_plain(context):
        context.exit(_converse(course, lesson, device, asked_language(context)))
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        click.echo(words(context).text("cli-no-terminal"), err=True)
        context.exit(USAGE)
    from tui.terminal import postpone_collection, run, unfit

    problem = unfit(os.environ, sys.stderr.encoding)
    if problem is not None:
        _tell(problem, words(context))
        context.exit(USAGE)
    postpone_collection()
    from tui.app import CourseApp
    from tui.opening import Request

    app = CourseApp(Request(course, lesson, device, asked_language(context)))
    run(app)
    if app.problem is not None:
        raise app.problem
    context.exit(app.return_code or 0)


def _tell(problem: Message, catalogue: Catalogue) -> None:
    """Says what is wrong with the terminal, in English where it cannot write the language."""
    told = catalogue.render(problem)
    try:
        told.encode(sys.stderr.encoding)
    except UnicodeEncodeError:
        told = type(catalogue).load("en").render(problem)
    click.echo(told, err=True)


def _converse(course: str | None, lesson: str | None, device: str, lang: str | None) -> int:
    from tui.opening import Request
    from tui.plain.console import run

    return run(Request(course, lesson, device, lang))
