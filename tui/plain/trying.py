"""The commands that run and check code, answer quizzes, and help."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from tui import steps
from tui.attempts import Ask, Played
from tui.plain.output import Speaker
from tui.plain.prompt import whole_number
from tui.plain.speech import block_lines, numbered_code
from tui.plain.verdicts import (
    diagnosis_lines,
    failing,
    given_lines,
    original_lines,
    run_lines,
    verdict_lines,
)
from tui.prose import blocks, inline
from tui.report import failure_text

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable

    from grader.verdict import RunResult, Verdict
    from tui.plain.reader import Reader
    from tui.steps import Running, StepView

PATIENCE = 1.0
"""Seconds until it is said that a program runs."""

EVERY = 10.0
"""Seconds between two words on how long it has run."""


async def run(reader: Reader, _: str) -> None:
    """Runs the code."""
    played = await _play(reader, "run")
    if played is not None and played.run is not None:
        speaker = reader.page.speaker
        if played.run.status == "finished" and speaker is not None and speaker.transcript.empty:
            reader.tell("app-output-empty")
        _conclude(reader, played.run, run_lines(played.run, played.code, reader.words))


async def check(reader: Reader, _: str) -> None:
    """Checks the code, and keeps the attempt; the verdict is said as soon as it is known, and then what is wrong."""
    page = reader.page
    async with aclosing(_plays(reader, "check")) as plays:
        played = await _first(reader, plays, "check")
        if played is None or played.verdict is None:
            return
        reader.study.attempted(page.place, played.code, played.verdict)
        page.verdict = played.verdict
        reader.see(page.view)
        _conclude(reader, played.verdict, verdict_lines(played.verdict, played.code, reader.words))
        await _complete(reader, plays)
    if played.passed:
        row = next(row for row in reader.study.rows() if row.id == page.place.lesson)
        reader.tell("plain-after-pass", done=row.done, total=row.total)
    elif failing(played.verdict) is not None:
        reader.tell("plain-after-failure-given")
    elif page.view.hints_left:
        reader.tell("plain-after-failure")


async def _complete(reader: Reader, plays: AsyncGenerator[Played]) -> None:
    """Says what the tutor has to add to a verdict that was said; nothing when it is stopped or fails."""
    played = await _next(reader, plays)
    if not isinstance(played, Played) or played.verdict is None:
        return
    page = reader.page
    reader.study.attempted(page.place, played.code, played.verdict, played.before)
    page.verdict = played.verdict
    page.results = tuple(verdict_lines(played.verdict, played.code, reader.words))
    for check in played.verdict.checks:
        for line in diagnosis_lines(check, reader.words):
            reader.say(line)


async def answer(reader: Reader, rest: str) -> None:
    """Makes a choice of a quiz; when its snippet knows the answer, runs it."""
    page = reader.page
    chosen = steps.chosen(page.view, (whole_number(rest) or 0) - 1)
    if chosen is page.view:
        reader.tell("plain-answer-how", count=len(getattr(page.view.step, "choices", ())))
        return
    printed = None
    if chosen.answered == "waiting":
        played = await _play(reader, "run")
        printed = played.printed if played is not None else None
        chosen = steps.settled(chosen, printed)
    if chosen.answered == "right":
        reader.study.passed(page.place)
    reader.see(chosen)
    _tell_answer(reader, steps.right_choice(chosen, printed))


def _tell_answer(reader: Reader, right: int | None) -> None:
    """Says whether the answer was right, which one is, and why."""
    view = reader.page.view
    if view.step.kind != "quiz":
        return
    reader.tell(f"app-answer-{view.answered}")
    if right is not None and right != view.choice:
        choice = inline(view.step.choices[right]).plain
        reader.tell("plain-answer-right", number=right + 1, choice=choice)
    for line in block_lines(blocks(view.step.because), reader.words):
        reader.say(line)
    reader.tell("plain-after-answer")


async def read_output(reader: Reader, _: str) -> None:
    """Says again what the last program printed."""
    speaker = reader.page.speaker
    if speaker is None or speaker.transcript.empty:
        reader.tell("app-output-empty")
    else:
        speaker.again()


async def read_results(reader: Reader, _: str) -> None:
    """Says again what came of the last run or check."""
    for line in reader.page.results or (reader.words.text("plain-no-results"),):
        reader.say(line)


async def read_original(reader: Reader, _: str) -> None:
    """Says the messages that the last run or check explained, as Python and PyTorch put them."""
    for line in reader.page.originals or (reader.words.text("plain-no-original"),):
        reader.say(line)


async def read_given(reader: Reader, _: str) -> None:
    """Tells the inputs under which the first check failed."""
    verdict = reader.page.verdict
    failed = failing(verdict) if verdict is not None else None
    for line in given_lines(failed, reader.words) if failed else (reader.words.text("plain-no-given"),):
        reader.say(line)


async def give_hint(reader: Reader, _: str) -> None:
    """Tells one more hint, then the solution a line at a time; when there is none, the last hint again."""
    view = reader.page.view
    hints = view.step.hints if view.step.kind == "exercise" else []
    more = steps.with_hint(view)
    if more.lines > view.lines:
        _tell_line(reader, more)
        return
    if not hints:
        reader.tell("plain-no-hint")
        return
    reader.see(more)
    reader.tell("plain-hint", number=more.hints, total=len(hints))
    for line in block_lines(blocks(hints[more.hints - 1]), reader.words):
        reader.say(line)
    if not more.hints_left and more.lines_left:
        reader.tell("plain-solution-next")


def _tell_line(reader: Reader, view: StepView) -> None:
    """Tells one more line of the solution, and how many are left."""
    reader.see(view)
    shown = steps.solution_lines(view.step)[: view.lines]
    told = len("\n".join(shown[:-1]).splitlines())
    reader.tell("plain-solution-line", shown=view.lines, total=view.lines + view.lines_left)
    code = "\n".join(shown)
    span = range(told, len(code.splitlines()))
    for line in numbered_code(code, reader.words, span, indents=reader.indents):
        reader.say(line)


async def give_solution(reader: Reader, _: str) -> None:
    """Reads the solution; before a pass, only when asked twice."""
    view = reader.page.view
    if view.step.kind != "exercise":
        return
    if not view.passed and not view.solution_asked:
        reader.see(replace(view, solution_asked=True))
        reader.tell("plain-solution-sure")
        return
    reader.tell("plain-solution")
    for line in numbered_code(view.step.solution, reader.words, indents=reader.indents):
        reader.say(line)


async def _play(reader: Reader, running: Running) -> Played | None:
    """One program from its beginning to its end, heard as it runs; None when it was stopped or failed."""
    async with aclosing(_plays(reader, running)) as plays:
        return await _first(reader, plays, running)


def _plays(reader: Reader, running: Running) -> AsyncGenerator[Played]:
    """Begins a program; what comes of it."""
    page, attempts = reader.page, reader.attempts
    page.speaker = speaker = Speaker(reader.say, reader.words)
    return attempts.play(attempts.begin(), Ask(running, page.opened), page.code, speaker.hear)


async def _first(reader: Reader, plays: AsyncGenerator[Played], running: Running) -> Played | None:
    """The end of a program, with words on how long it takes; None when it was stopped or failed, which is said."""
    played = await _next(reader, plays, running)
    if reader.page.speaker is not None:
        reader.page.speaker.finish()
    if isinstance(played, asyncio.CancelledError):
        reader.tell("app-stopped")
        return None
    if isinstance(played, BaseException):  # a fault of the grader is told; it must not end the course
        reader.say(failure_text(played, reader.words))
        return None
    return played


async def _next(
    reader: Reader, plays: AsyncGenerator[Played], running: Running | None = None
) -> Played | BaseException | None:
    """The next that comes of a program, or why nothing does; None after the last."""
    reader.playing = task = asyncio.ensure_future(anext(plays, None))
    try:
        await (_wait(reader, task, running) if running is not None else asyncio.wait([task]))
    finally:
        reader.playing = None
        task.cancel()
    return asyncio.CancelledError() if task.cancelled() else task.exception() or task.result()


async def _wait(reader: Reader, task: asyncio.Future[Played | None], running: Running) -> None:
    """Waits for a program, and says now and then that it runs still."""
    started, told = monotonic(), 0.0
    pause = PATIENCE
    while not (await asyncio.wait([task], timeout=pause))[0]:
        if told:
            reader.tell("plain-running-time", seconds=round(told))
        elif reader.study.grader.state == "starting":
            reader.tell("plain-grader-starting")
        else:
            reader.tell(f"plain-running-{running}")
        told += EVERY
        pause = max(0.0, started + told - monotonic())


def _conclude(reader: Reader, result: Verdict | RunResult, lines: Iterable[str]) -> None:
    """Says what came of a program, and keeps it to be said again."""
    reader.page.results = tuple(lines)
    reader.page.originals = tuple(original_lines(result))
    for line in reader.page.results:
        reader.say(line)
    if reader.page.originals:
        reader.tell("plain-original-how")
