"""What a verdict or the end of a run says, as lines: signs are words, and the order is that of their weight.

Owns the spoken form of results; the screen's own is `tui.report`. Both render the grader's messages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.failing import has_picture
from tui.magnified import element_texts, error_texts
from tui.plain.editing import lines_of
from tui.plain.values import value_lines
from tui.prose import inline, ticked
from tui.raised import value_texts
from tui.report import advice, checks_passed, duration, status_text
from tui.summaries import is_value

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.difference import TensorDifference
    from grader.verdict import CheckResult, LearnerError, RunResult, Verdict

MOST_ELEMENTS = 5
"""Elements that differ of which the numbers are said."""


def verdict_lines(verdict: Verdict, code: str, words: Catalogue) -> list[str]:
    """How many checks passed, how the program ended, each check with its reason and the tutor's sentence."""
    return list(_verdict(verdict, code, words))


def run_lines(result: RunResult, code: str, words: Catalogue) -> list[str]:
    """How a run ended, after what it printed."""
    told = words.text("plain-ended", status=status_text(result.status, words), time=duration(result.seconds))
    return [told, *_ending(result, code, words)]


def original_lines(result: Verdict | RunResult) -> list[str]:
    """The messages of errors and warnings that are explained, as Python and PyTorch put them."""
    told = [error for error in (result.error, *result.warnings) if error is not None]
    return [f"{error.type}: {error.message}" for error in told if error.explanation is not None]


def failing(verdict: Verdict) -> CheckResult | None:
    """The first check that failed and whose inputs may be told; None when there is none."""
    return next((check for check in verdict.checks if check.status == "failed" and check.given), None)


def given_lines(check: CheckResult, words: Catalogue) -> list[str]:
    """The inputs under which a check failed, then what came of them and what should have."""
    lines = [words.text("plain-given", check=_name(check, words))]
    for name, value in (check.given or {}).items():
        lines += value_lines(name, value, words)
    for key, came in (("plain-given-actual", check.actual), ("plain-given-expected", check.expected)):
        if came is not None and is_value(came):
            lines += value_lines(words.text(key), came, words)
    return lines


def _verdict(verdict: Verdict, code: str, words: Catalogue) -> Iterator[str]:
    done, total = checks_passed(verdict)
    if verdict.status in ("passed", "failed"):
        yield words.text("plain-checks-passed", done=done, total=total)
    else:
        yield words.text("plain-ended-badly", status=status_text(verdict.status, words))
    yield from _ending(verdict, code, words)
    for check in verdict.checks:
        if check.status != "not_run":
            yield from _check(check, words)
    if left := sum(check.status == "not_run" for check in verdict.checks):
        yield words.text("plain-checks-not-run", count=left)
    if verdict.remark is not None:
        yield ticked(words.render(verdict.remark)).plain


def _check(check: CheckResult, words: Catalogue) -> Iterator[str]:
    name = _name(check, words)
    told = words.text(f"plain-check-{check.status}", name=name)
    if check.message is not None:
        told = name if check.status == "skipped" else told  # its message says that it was skipped
        told = words.text("plain-stop").join((told, ticked(words.render(check.message)).plain))
    yield told
    yield from diagnosis_lines(check, words)
    if check.difference is not None and has_picture(check):
        yield from difference_lines(check.difference, words)


def difference_lines(found: TensorDifference, words: Catalogue) -> Iterator[str]:
    """How many elements differ, the largest errors, the first elements one by one."""
    if found.differing:
        yield words.text("plain-difference-count", count=found.differing, total=found.total)
        yield from (words.text("plain-difference-told", told=told) for told in error_texts(found, words))
        for index, ours, theirs, error in element_texts(found, MOST_ELEMENTS):
            yield words.text("plain-difference-element", index=index, ours=ours, theirs=theirs, error=error)


def diagnosis_lines(check: CheckResult, words: Catalogue) -> list[str]:
    """The tutor's sentence on a check; nothing where there is none."""
    return [advice(check, words).plain] if check.diagnosis is not None else []


def _name(check: CheckResult, words: Catalogue) -> str:
    """The name of a check, with the number of its failing case where that may be told."""
    name = inline(check.name).plain
    if check.hidden:
        return words.text("plain-check-aside", name=name, aside=words.text("app-check-hidden"))
    if check.status == "failed" and check.cases > 1 and check.case is not None:
        case = words.text("app-check-case", case=check.case + 1, cases=check.cases)
        return words.text("plain-check-aside", name=name, aside=case)
    return name


def _ending(result: Verdict | RunResult, code: str, words: Catalogue) -> Iterator[str]:
    why = words.render(result.message) if result.message is not None else ""
    if why:
        yield ticked(why).plain
    if result.error is not None:
        said = result.error.message != "" and result.error.message in why
        yield from _error("" if said else "plain-error", result.error, code, words)
    for warning in result.warnings:
        yield from _error("plain-warning", warning, code, words)


def _error(key: str, error: LearnerError, code: str, words: Catalogue) -> Iterator[str]:
    """What an error or a warning is; the key is empty when that was said; then line, meaning, remedy and values.

    The message of one that is explained is left to `original_lines`.
    """
    explained = error.explanation is not None
    if key:
        told = words.text(key, type=error.type)
        yield told if explained else f"{told} {error.message}"
    lines = lines_of(code)
    if error.line is not None and 0 < error.line <= len(lines):
        yield f"{words.text('plain-error-line', line=error.line)} {lines[error.line - 1].strip()}"
    yield from (
        ticked(words.render(said)).plain for said in (error.explanation, error.remedy) if said is not None
    )
    for name, value in value_texts(error):
        yield f"{words.text('plain-value', name=name)} {value}"
