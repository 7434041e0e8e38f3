"""`learn`: opens the app, or the course in lines of text."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from tui import offers
from tui.cli import (
    GRADER_FAULT,
    ISOLATIONS,
    USAGE,
    SpokenCommand,
    asked_language,
    can_be_plain,
    speaks,
    wants_plain,
    words,
)

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.message import Message
    from grader.verdict import Isolation
    from tui.opening import Request


@click.command("learn", cls=SpokenCommand)
@click.argument("course", required=False, shell_complete=offers.courses)
@click.option("--lesson", metavar="ID", shell_complete=offers.lessons)
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda", "mps"]), default="auto")
@click.option("--isolation", type=click.Choice(ISOLATIONS))
@can_be_plain
@speaks
@click.pass_context
def command(
    context: click.Context,
    course: str | None = None,
    lesson: str | None = None,
    device: str = "auto",
    isolation: Isolation | None = None,
) -> None:
    """Opens the course; exits with 2 when it cannot be used, with 3 when programs cannot be confined as asked."""
    if isolation is not None and (problem := _lack(isolation)) is not None:
        _tell(problem, words(context))
        context.exit(GRADER_FAULT)
    from tui.opening import Request

    request = Request(course, lesson, device, asked_language(context), isolation)
    if wants_plain(context):
        context.exit(_converse(request))
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

    app = CourseApp(request)
    run(app)
    if app.problem is not None:
        raise app.problem
    context.exit(app.return_code or 0)


def _lack(isolation: Isolation) -> Message | None:
    """Why a level of confinement cannot be had here; None when it can."""
    from grader.errors import GraderUnavailable
    from grader.sandbox import levels

    try:
        levels.choose(isolation)
    except GraderUnavailable as error:
        return error.message
    return None


def _tell(problem: Message, catalogue: Catalogue) -> None:
    """Says what keeps the course from being opened, in English where the terminal cannot write the language."""
    told = catalogue.render(problem)
    try:
        told.encode(sys.stderr.encoding)
    except UnicodeEncodeError:
        told = type(catalogue).load("en").render(problem)
    click.echo(told, err=True)


def _converse(request: Request) -> int:
    from tui.plain.console import run

    return run(request)
