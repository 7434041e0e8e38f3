"""`progress`: what was done, and all that is kept into a file and back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import offers
from tui.cli import SpokenCommand, SpokenGroup, language, speaks, words

if TYPE_CHECKING:
    from course.archive import ArchiveError
    from course.progress import Progress

NOTHING_DONE = 1
"""The exit code of an export or import that could not be carried out."""


@click.group("progress", cls=SpokenGroup, invoke_without_command=True)
@click.option("--course", metavar="DIR", shell_complete=offers.courses)
@click.option("--json", "as_json", is_flag=True)
@click.option("--privacy", is_flag=True)
@speaks
@click.pass_context
def command(context: click.Context, course: str | None, as_json: bool, privacy: bool) -> None:
    """Prints what was done, unless a command follows."""
    if context.invoked_subcommand is not None:
        return
    if privacy:
        from course.store import default_file
        from tui.privacy import privacy_lines

        click.echo("\n".join(privacy_lines(default_file(), None, words(context))))
        return
    from course.loader import open_course, resolve_course
    from tui.progress_report import lessons_done, progress_document, progress_table

    opened = open_course(resolve_course(course) if course else None, lang=language(context))
    with _store(context) as store:
        done = lessons_done(opened, store)
    if as_json:
        click.echo(json.dumps(progress_document(opened, done), ensure_ascii=False))
    else:
        click.echo(progress_table(opened, done, words(context), shutil.get_terminal_size().columns))


@command.command("export", cls=SpokenCommand)
@click.argument("file", metavar="FILE", shell_complete=offers.files)
@click.option("--force", is_flag=True)
@speaks
@click.pass_context
def export(context: click.Context, file: str, force: bool) -> None:
    """Writes all that is kept into a file, or to standard output."""
    from course.archive import ArchiveError, encode, write_file

    with _store(context) as store:
        data = encode(store.everything())
    if file == "-":
        click.echo(data, nl=False)
        return
    try:
        write_file(Path(file), data, replace=force)
    except ArchiveError as error:
        _fail(context, error)
    click.echo(words(context).text("export-done", path=file))


@command.command("import", cls=SpokenCommand)
@click.argument("file", metavar="FILE", shell_complete=offers.files)
@speaks
@click.pass_context
def import_(context: click.Context, file: str) -> None:
    """Takes in what a file holds."""
    from course.archive import ArchiveError, read_file

    try:
        archive = read_file(Path(file))
        with _store(context) as store:
            united = store.unite(archive)
    except ArchiveError as error:
        _fail(context, error)
    counts = {"drafts": united.drafts, "attempts": united.attempts, "steps": united.steps}
    key = "import-done" if any(counts.values()) else "import-nothing"
    click.echo(words(context).text(key, **counts))


def _store(context: click.Context) -> Progress:
    """The learner's store; what is wrong with it is told on standard error."""
    from course.progress import Progress

    store = Progress.open()
    if store.fault is not None:
        click.echo(words(context).render(store.fault), err=True)
    return store


def _fail(context: click.Context, error: ArchiveError) -> None:
    click.echo(words(context).render(error.message), err=True)
    context.exit(NOTHING_DONE)
