"""`lint`: proves a course before a learner meets it."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.cli import GRADER_FAULT, ISOLATIONS, USAGE, SpokenCommand, speaks, words

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.findings import Finding
    from course.loader import Course
    from grader.client import Grader
    from grader.scoring import Score
    from grader.verdict import Isolation

FINDINGS = 1


@click.command("lint", cls=SpokenCommand)
@click.argument("path", metavar="[PATH]", required=False)
@click.option("--seeds", type=click.IntRange(1, 1000), default=None, help="cli-option-seeds")
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda", "mps"]), default="cpu")
@click.option("--isolation", type=click.Choice(ISOLATIONS))
@click.option("--fresh", is_flag=True)
@click.option("--mutate", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@speaks
@click.pass_context
def command(
    context: click.Context,
    path: str | None,
    seeds: int | None,
    device: str,
    isolation: Isolation | None,
    fresh: bool,
    mutate: bool,
    as_json: bool,
) -> None:
    """Prints what is wrong; exits with 0 when nothing is, 1 when something is, 2 when a file cannot be used."""
    from grader.errors import GraderError

    catalogue = words(context)
    course, lessons = _course(path)
    try:
        found, scores = asyncio.run(
            _lint(course, lessons, seeds, device, isolation, fresh=fresh, mutate=mutate, quiet=as_json)
        )
    except GraderError as error:
        click.echo(catalogue.render(error.message), err=True)
        context.exit(GRADER_FAULT)
    if as_json:
        click.echo(json.dumps(_document(found, scores, catalogue), ensure_ascii=False))
    else:
        _tell(found, catalogue)
        _tell_scores(scores, catalogue)
    context.exit(USAGE if any(each.code == "unusable" for each in found) else FINDINGS if found else 0)


def _course(path: str | None) -> tuple[Course, list[str] | None]:
    """The course, and the lessons to look at; a path to one lesson means that lesson of the course around it."""
    from course.loader import INDEX, open_course, resolve_course

    if path is None:
        return open_course(), None
    file = Path(path)
    if file.suffix == ".yaml" and file.name != INDEX and (file.parent / INDEX).is_file():
        return open_course(file.parent), [file.name.split(".")[0]]
    return open_course(resolve_course(path)), None


async def _lint(
    course: Course,
    lessons: list[str] | None,
    seeds: int | None,
    device: str,
    isolation: Isolation | None,
    *,
    fresh: bool,
    mutate: bool,
    quiet: bool,
) -> tuple[list[Finding], list[Score]]:
    from grader.client import Grader
    from grader.linting import in_order, lint_course
    from grader.proofs import Proofs, default_file
    from grader.proving import SEEDS
    from grader.scoring import score_course

    def make_grader() -> Grader:
        return Grader(device=device, isolation=isolation)

    proofs, notice = Proofs(None if fresh else default_file()), _notice(quiet=quiet)
    found = await lint_course(
        course, proofs, make_grader, lesson_ids=lessons, seeds=seeds or SEEDS, notice=notice
    )
    if not mutate or any(each.code == "unusable" for each in found):
        return found, []
    scores, survivors = await score_course(course, proofs, make_grader, lesson_ids=lessons, notice=notice)
    return in_order([*found, *survivors]), scores


def _notice(*, quiet: bool) -> Callable[[int, int, str], None]:
    """Shows progress on a terminal, on one line that goes away."""
    shown = sys.stderr.isatty() and not quiet

    def tell(done: int, total: int, name: str) -> None:
        if shown:
            line = "" if done == total else f"{done}/{total} {name}"
            click.echo(f"\r\x1b[2K{line}", nl=False, err=True)

    return tell


def _tell(found: list[Finding], catalogue: Catalogue) -> None:
    from course.problem import printable

    for each in found:
        place = ":".join(str(part) for part in (each.file, each.line, each.column) if part is not None)
        told = f"{place}: {catalogue.text(f'lint-{each.severity}')} {each.code}: "
        click.echo(printable(told + catalogue.render(each.message)))
        click.echo(printable(f"    {catalogue.render(each.fix)}"))
    errors = sum(each.severity == "error" for each in found)
    total = catalogue.text("cli-lint-total", errors=errors, warnings=len(found) - errors)
    click.echo(total if found else catalogue.text("cli-lint-clean"))


def _tell_scores(scores: list[Score], catalogue: Catalogue) -> None:
    for score in scores:
        click.echo(catalogue.text("cli-lint-score", **_values(score)))
    if len(scores) > 1:
        from grader.scoring import total

        click.echo(catalogue.text("cli-lint-score-all", **_values(total(scores))))


def _values(score: Score) -> dict[str, Any]:
    """A score as it is told; the share in percent, rounded down so that 100 means all."""
    return {
        "lesson": score.lesson,
        "mutants": score.mutants,
        "killed": score.killed,
        "argued": score.argued,
        "score": score.percent,
    }


def _document(found: list[Finding], scores: list[Score], catalogue: Catalogue) -> dict[str, Any]:
    """The findings as published JSON, with the scores if lessons were mutated."""
    findings = [
        {
            "code": each.code,
            "severity": each.severity,
            "file": str(each.file),
            "line": each.line,
            "column": each.column,
            "message": catalogue.render(each.message),
            "fix": catalogue.render(each.fix),
        }
        for each in found
    ]
    document: dict[str, Any] = {"format": 1, "findings": findings}
    if scores:
        from grader.scoring import total

        whole = {key: value for key, value in _values(total(scores)).items() if key != "lesson"}
        document["mutation"] = {"lessons": [_values(score) for score in scores], **whole}
    return document
