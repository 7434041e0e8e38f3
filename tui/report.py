"""What a verdict or the end of a run says, as blocks of words.

Owns the order and the wording of results: what failed comes first, each check in a line, below it what
differs, the tutor's sentence, the numbers and the inputs. It renders the grader's messages through the
catalogue and touches no widget.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from grader.errors import GraderError
from tui.actions import command, keys_label
from tui.bars import CLICK
from tui.comparison import compared
from tui.failing import FailingCase, Inputs, failing_case, pictured
from tui.marks import BAD, WARN, check_sign, verdict_style
from tui.prose import Block, inline, ticked
from tui.raised import error_blocks
from tui.side_by_side import SideBySide

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import CheckResult, RunResult, Verdict
    from tui.success import Success


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


def status_text(status: str, words: Catalogue) -> str:
    """How an attempt or a run ended; of one that failed, `headline` says more."""
    return words.text(f"app-status-{status.replace('_', '-')}")


def failure_text(error: BaseException, words: Catalogue) -> str:
    """That a program could not be run at all, and why."""
    if isinstance(error, GraderError):
        return words.text("app-run-failed", problem=words.render(error.message))
    return words.text("app-run-failed", problem=str(error) or type(error).__name__)


def headline(result: Verdict | RunResult, words: Catalogue) -> Content:
    """The verdict in one line: sign, what it is, time and device."""
    sign, style = verdict_style(result.status)
    checks = getattr(result, "checks", ())
    if result.status == "failed" and checks:
        done = sum(check.status == "passed" for check in checks)
        said = words.text("app-status-failed", done=done, total=len(checks))
    else:
        said = status_text(result.status, words)
    facts = f"{duration(result.seconds)} · {result.device}"
    told = Content(f"{sign} {said}").stylize(f"bold {style}")
    return told + Content(f"   {facts}").stylize("$muted")


def verdict_blocks(
    verdict: Verdict, words: Catalogue, success: Success | None = None, *, original: bool = False
) -> tuple[Block, ...]:
    """Everything a verdict says in the app, with what can be done next.

    Args:
        verdict: what to tell of.
        words: the catalogue in use.
        success: what a pass means.
        original: whether the messages of errors that are explained are shown, too.
    """
    instead = None if original else do_block("original", words, tight=False)
    blocks = findings(verdict, words, failing_case(verdict), pictured(verdict), instead)
    if not verdict.passed:
        return blocks
    meant = success.blocks(words) if success is not None else ()
    return (*blocks, *meant, do_block("solution", words, "app-passed-compare"), do_block("next", words))


def findings(
    verdict: Verdict,
    words: Catalogue,
    again: FailingCase | None = None,
    drawn: CheckResult | None = None,
    instead: Block | None = None,
) -> tuple[Block, ...]:
    """What a verdict says of the program: how it ended, then its checks.

    Args:
        verdict: what to tell of.
        words: the catalogue in use.
        again: the case that can be run again.
        drawn: the check whose difference can be looked at closely.
        instead: stands for the messages of errors that are explained; None shows them.
    """
    return tuple(_findings(verdict, words, again, drawn, instead))


def run_blocks(result: RunResult, words: Catalogue, *, original: bool = True) -> tuple[Block, ...]:
    """What the end of a run says beyond the output; `original` shows the messages of errors that are explained."""
    return tuple(_ending(result, words, None if original else do_block("original", words, tight=False)))


def do_block(command_id: str, words: Catalogue, label: str | None = None, *, tight: bool = True) -> Block:
    """A line that carries out a command when it is clicked, with its key."""
    item = command(command_id)
    said = words.text(label or f"app-offer-{command_id}")
    line = Content(f"▸ {said}").stylize("$accent") + Content(f"  {keys_label(item)}").stylize("$muted")
    return Block(
        "paragraph", line.stylize(Style.from_meta({CLICK: f"screen.{item.action}"})), depth=1, tight=tight
    )


def _findings(
    verdict: Verdict,
    words: Catalogue,
    again: FailingCase | None,
    drawn: CheckResult | None,
    instead: Block | None,
) -> Iterator[Block]:
    yield from _ending(verdict, words, instead)
    failed = [position for position, check in enumerate(verdict.checks) if check.status == "failed"]
    others = [check for check in verdict.checks if check.status != "failed"]
    for position in failed:
        check = verdict.checks[position]
        offers = [
            *(["difference"] if check is drawn else []),
            *(["run-case"] if again is not None and again.check == position else []),
        ]
        yield from _failed(check, words, offers)
    lines = [block for check in others for block in _told_in_a_line(check, words)]
    yield from lines[:-1]
    yield from (replace(block, tight=False) for block in lines[-1:])
    if verdict.remark is not None:
        yield Block("paragraph", ticked(words.render(verdict.remark)).stylize_before("$muted"), depth=1)


def _told_in_a_line(check: CheckResult, words: Catalogue) -> Iterator[Block]:
    """A check that did not fail: nothing that calls for attention."""
    name = _name(check, words)
    if check.status != "passed":
        name = name.stylize_before("$muted")
    marker = check_sign(check.status) + Content(" ")
    yield Block("paragraph", name, marker=marker, depth=1, tight=True)
    if check.message is not None:
        said = ticked(words.render(check.message)).stylize_before("$muted")
        yield Block("paragraph", said, depth=1, tight=True)
    if check.diagnosis is not None:
        yield Block("advice", advice(check, words), depth=1)


def _failed(check: CheckResult, words: Catalogue, offers: Sequence[str]) -> Iterator[Block]:
    """A failed check: what differs, what the tutor says, the numbers, the inputs, the commands it offers."""
    found = compared(check) if not check.hidden else None
    sides = SideBySide(found, words) if found is not None else None
    marker = check_sign(check.status) + Content(" ")
    yield Block("paragraph", _name(check, words), marker=marker, depth=1, tight=True)
    if found is not None and sides is not None and found.facts:
        yield Block("paragraph", Content(""), depth=2, layout=sides.facts)
    if check.message is not None and not (found is not None and found.tells(check.reason)):
        yield Block("paragraph", ticked(words.render(check.message)), depth=1)
    if check.diagnosis is not None:
        yield Block("advice", advice(check, words), depth=1)
    if found is not None and sides is not None and found.has_numbers:
        yield Block("paragraph", Content(""), depth=2, layout=sides.numbers)
    if check.given and not check.hidden:
        title = Content(words.text("app-given")).stylize("$muted")
        inputs = Inputs(check.given, title)
        yield Block("paragraph", Content(""), depth=2, layout=inputs, tight=bool(offers))
    for command_id in offers:
        yield do_block(command_id, words, tight=command_id != offers[-1])


def advice(check: CheckResult, words: Catalogue) -> Content:
    """The tutor's sentence on a check that has one: an author's is Markdown; the line that it points at comes first."""
    said = check.diagnosis
    told = inline(said) if isinstance(said, str) else ticked(words.render(said)) if said else Content("")
    if check.diagnosed_line is None:
        return told
    line = Content(words.text("app-error-line", line=check.diagnosed_line)).stylize("bold")
    return line + Content("   ") + told


def _name(check: CheckResult, words: Catalogue) -> Content:
    name = inline(check.name)
    if check.status == "failed":
        name = name.stylize_before("bold")
        if check.cases > 1 and check.case is not None and not check.hidden:
            case = words.text("app-check-case", case=check.case + 1, cases=check.cases)
            name = name + Content(f"   {case}").stylize("not bold $muted")
    for state, told in ((check.hidden, "app-check-hidden"), (check.status == "not_run", "app-check-not-run")):
        if state:
            name = name + Content(f"   {words.text(told)}").stylize("not bold $muted")
    return name


def _ending(result: Verdict | RunResult, words: Catalogue, instead: Block | None) -> Iterator[Block]:
    if result.message is not None:
        sign, style = verdict_style(result.status)
        marker = Content(f"{sign} ").stylize(f"bold {style}")
        yield Block("paragraph", ticked(words.render(result.message)), marker=marker, depth=1)
    if result.error is not None:
        yield from error_blocks(result.error, BAD, "$bad", words, instead)
    for warning in result.warnings:
        yield from error_blocks(warning, WARN, "$warn", words, instead)
