"""What a verdict or the end of a run says, as blocks of words.

Owns the order and the wording of results: one line per check with its sign, then the reason, then the
tutor's sentence. It renders the grader's messages through the catalogue and touches no widget.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from tui.marks import BAD, WARN, check_sign, verdict_style
from tui.prose import Block, inline, ticked

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import CheckResult, LearnerError, RunResult, Verdict


def duration(seconds: float) -> str:
    """A time as people read it: `21 ms`, `1.4 s`, `2 min 05 s`."""
    if seconds < 0.9995:
        return f"{max(1, round(seconds * 1000))} ms"
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02d} s"


def checks_passed(verdict: Verdict) -> tuple[int, int]:
    """Checks passed, and checks in all."""
    return sum(check.status == "passed" for check in verdict.checks), len(verdict.checks)


def headline(result: Verdict | RunResult, words: Catalogue) -> Content:
    """The verdict in one line: sign, what it is, time and device."""
    sign, style = verdict_style(result.status)
    checks = getattr(result, "checks", ())
    if result.status == "failed" and checks:
        done = sum(check.status == "passed" for check in checks)
        said = words.text("app-status-failed", done=done, total=len(checks))
    else:
        said = words.text(f"app-status-{result.status.replace('_', '-')}")
    facts = f"{duration(result.seconds)} · {result.device}"
    told = Content(f"{sign} {said}").stylize(f"bold {style}")
    return told + Content(f"   {facts}").stylize("$muted")


def running_line(kind: str, seconds: float, frame: int, words: Catalogue) -> Content:
    """The line while a program runs: a sign that turns, the time so far, how to stop."""
    turning = "◐◓◑◒"[frame % 4]
    said = words.text("app-running-check" if kind == "check" else "app-running-run")
    how = words.text("app-running-stop")
    time = f"{seconds:.0f} s · " if seconds >= 1 else ""
    return Content(f"{turning} {said}").stylize("bold") + Content(f"   {time}{how}").stylize("$muted")


def verdict_blocks(verdict: Verdict, words: Catalogue) -> tuple[Block, ...]:
    """Everything a verdict says in the app, with what can be done next."""
    blocks = findings(verdict, words)
    if verdict.passed:
        blocks += (Block("paragraph", Content(words.text("app-passed-next")).stylize("$muted")),)
    return blocks


def findings(verdict: Verdict, words: Catalogue) -> tuple[Block, ...]:
    """What a verdict says of the program: how it ended, then its checks."""
    return tuple(_findings(verdict, words))


def run_blocks(result: RunResult, words: Catalogue) -> tuple[Block, ...]:
    """What the end of a run says beyond the output."""
    return tuple(_ending(result, words))


def _findings(verdict: Verdict, words: Catalogue) -> Iterator[Block]:
    yield from _ending(verdict, words)
    checks = [block for check in verdict.checks for block in _check(check, words)]
    yield from checks[:-1]
    yield from (replace(block, tight=False) for block in checks[-1:])


def _check(check: CheckResult, words: Catalogue) -> Iterator[Block]:
    name = inline(check.name)
    if check.status == "failed" and check.cases > 1 and check.case is not None and not check.hidden:
        told = words.text("app-check-case", case=check.case + 1, cases=check.cases)
        name = name + Content(f"   {told}").stylize("$muted")
    if check.hidden:
        name = name + Content(f"   {words.text('app-check-hidden')}").stylize("$muted")
    quiet = check.status in ("skipped", "not_run")
    said = check.message is not None or check.diagnosis is not None
    yield Block(
        "paragraph",
        name.stylize_before("$muted" if quiet else ""),
        marker=check_sign(check.status) + Content(" "),
        depth=1,
        tight=not said or check.message is not None,
    )
    if check.message is not None:
        text = ticked(words.render(check.message))
        yield Block("paragraph", text.stylize_before("$muted" if quiet else ""), depth=1, tight=quiet)
    if check.diagnosis is not None:
        yield Block("advice", inline(check.diagnosis), depth=1)


def _ending(result: Verdict | RunResult, words: Catalogue) -> Iterator[Block]:
    if result.message is not None:
        yield Block("paragraph", ticked(words.render(result.message)))
    if result.error is not None:
        yield from _error(result.error, BAD, "$bad", words)
    for warning in result.warnings:
        yield from _error(warning, WARN, "$warn", words)


def _error(error: LearnerError, sign: str, style: str, words: Catalogue) -> Iterator[Block]:
    name = Content(error.type).stylize(f"bold {style}")
    if error.line is not None:
        name = Content(words.text("app-error-line", line=error.line)).stylize("bold") + Content("   ") + name
    yield Block("paragraph", name, marker=Content(f"{sign} ").stylize(f"bold {style}"), depth=1, tight=True)
    if error.message:
        yield Block("paragraph", Content(error.message), depth=1)
    if error.explanation is not None:
        yield Block("advice", ticked(words.render(error.explanation)), depth=1)
