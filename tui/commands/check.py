"""`check`: grades one file, for scripts, editors and instructors."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import offers
from tui.cli import GRADER_FAULT, ISOLATIONS, USAGE, SpokenCommand, language, speaks, words

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.model import Exercise
    from grader.hosts import Strategy
    from grader.verdict import Isolation, Verdict

NOT_PASSED = 1
WIDTH = 100
"""Cells into which tables and numbers are set."""


@click.command("check", cls=SpokenCommand)
@click.argument("exercise", metavar="LESSON/EXERCISE", shell_complete=offers.exercises)
@click.argument("file", metavar="FILE", shell_complete=offers.files)
@click.option("--course", metavar="DIR", shell_complete=offers.courses)
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda", "mps"]), default="auto")
@click.option("--isolation", type=click.Choice(ISOLATIONS))
@click.option("--strategy", type=click.Choice(["fork", "spare"]))
@click.option("--replay", metavar="TOKEN")
@click.option("--json", "as_json", is_flag=True)
@speaks
@click.pass_context
def command(
    context: click.Context,
    exercise: str,
    file: str,
    course: str | None,
    device: str,
    isolation: Isolation | None,
    strategy: Strategy | None,
    replay: str | None,
    as_json: bool,
) -> None:
    """Prints the verdict; exits with 0 when passed, 1 when not, 2 on bad usage, 3 on a fault of the grader."""
    catalogue = words(context)
    asked = _exercise(course, exercise, language(context), catalogue)
    code = _code(file, catalogue)
    verdict = asyncio.run(_grade(exercise, asked, code, device, isolation, strategy, replay, catalogue))
    if as_json:
        from grader.document import verdict_document

        document = json.dumps(verdict_document(verdict, catalogue), ensure_ascii=False)
        click.echo(document.encode("utf-8", "backslashreplace"))
    else:
        _tell(verdict, catalogue)
    context.exit(0 if verdict.passed else GRADER_FAULT if verdict.status == "grader_fault" else NOT_PASSED)


def _exercise(course: str | None, name: str, lang: str, catalogue: Catalogue) -> Exercise:
    from course.loader import open_course, resolve_course
    from course.model import Exercise

    opened = open_course(resolve_course(course) if course else None, lang=lang)
    lesson_id, _, step_id = name.partition("/")
    if lesson_id not in opened.lesson_ids:
        raise _Usage(catalogue.text("cli-no-lesson", name=lesson_id, lessons=", ".join(opened.lesson_ids)))
    steps = opened.lesson(lesson_id).steps
    found = next((step for step in steps if step_id in (step.id, *step.was)), None)
    if not isinstance(found, Exercise):
        exercises = ", ".join(step.id for step in steps if isinstance(step, Exercise))
        raise _Usage(catalogue.text("cli-no-exercise", name=name, exercises=exercises))
    return found


def _code(file: str, catalogue: Catalogue) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Usage(catalogue.text("cli-not-utf8", file=file, byte=error.start)) from error
    except OSError as error:
        raise _Usage(catalogue.text("cli-unreadable", file=file, why=error.strerror or str(error))) from error


async def _grade(
    name: str,
    exercise: Exercise,
    code: str,
    device: str,
    isolation: Isolation | None,
    strategy: Strategy | None,
    replay: str | None,
    catalogue: Catalogue,
) -> Verdict:
    from grader.client import Grader
    from grader.errors import GraderUnavailable, NoSuchDevice

    grader = Grader(device=device, isolation=isolation, strategy=strategy)
    try:
        with contextlib.suppress(GraderUnavailable):  # the verdict says so, too
            await grader.ready()
        return await grader.check(name, exercise, code, replay=replay)
    except NoSuchDevice as error:
        raise _Usage(catalogue.render(error.message)) from error
    finally:
        await grader.close()


def _tell(verdict: Verdict, catalogue: Catalogue) -> None:
    """Prints the verdict for a person: what the program printed first, then the app's own words, without colour."""
    from course.problem import harmless
    from tui.report import findings, headline

    for text, is_error in ((verdict.stdout, False), (verdict.stderr, True)):
        click.echo(harmless(text), nl=False, err=is_error)
    click.echo(headline(verdict, catalogue).plain)
    for block in findings(verdict, catalogue):
        marker = block.marker.plain if block.marker is not None else ""
        indent = "  " * block.depth
        told = block.text if block.layout is None else block.layout(WIDTH - len(indent))
        for line in told.plain.split("\n"):
            click.echo(f"{indent}{marker}{line}".rstrip())


class _Usage(click.ClickException):
    """A call that cannot be carried out, told in one line."""

    exit_code = USAGE

    def show(self, file: object = None) -> None:
        """One line on standard error."""
        click.echo(self.message, err=True)
