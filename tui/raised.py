"""An exception or a warning of the learner's program, as blocks of words.

Owns what is told of it and in which order: what it means, what to try, the lines that ran, the values on the last
of them. The original message comes last, or can be asked for, where there is an explanation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from course.problem import harmless
from tui.prose import Block, ticked
from tui.summaries import describe

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import Frame, LearnerError, RunResult, Verdict

MOST_LINES = 4
"""Lines that are shown of the way to an exception; of a longer one its beginning and its end."""
WIDEST_NAME = 24
"""Cells of a value's name up to which it stands in a column of its own."""


def is_explained(result: Verdict | RunResult) -> bool:
    """Whether an original message can be asked for."""
    return any(told.explanation is not None for told in (result.error, *result.warnings) if told is not None)


def error_blocks(
    error: LearnerError, sign: str, style: str, words: Catalogue, instead: Block | None = None
) -> Iterator[Block]:
    """What is told of an exception or a warning.

    Args:
        error: the exception or the warning.
        sign: stands before its first line.
        style: the colour of its sign and its name.
        words: the catalogue in use.
        instead: stands for the original message where there is an explanation; None shows the message.
    """
    name = Content(harmless(error.type)).stylize(f"bold {style}")
    if error.line is not None:
        name = Content(words.text("app-error-line", line=error.line)).stylize("bold") + Content("   ") + name
    yield Block("paragraph", name, marker=Content(f"{sign} ").stylize(f"bold {style}"), depth=1, tight=True)
    if error.explanation is None:
        yield from _message(error, "")
        yield from (*_lines(error.frames), *_values(error))
        return
    yield Block("advice", ticked(words.render(error.explanation)), depth=1)
    if error.remedy is not None:
        arrow = Content("→ ").stylize("$accent")
        yield Block("paragraph", ticked(words.render(error.remedy)), marker=arrow, depth=2)
    yield from (*_lines(error.frames), *_values(error))
    yield from _message(error, "$muted") if instead is None else (instead,)


def value_texts(error: LearnerError) -> Iterator[tuple[str, str]]:
    """Name and description of each value of the failing line."""
    for name, summary in error.operands:
        yield harmless(name), harmless(describe(summary))


def shown_frames(frames: tuple[Frame, ...]) -> tuple[Frame | None, ...]:
    """The frames that are shown, outermost first; None stands for those left out."""
    if len(frames) <= MOST_LINES:
        return frames
    return (frames[0], None, *frames[-(MOST_LINES - 1) :])


def _message(error: LearnerError, style: str) -> Iterator[Block]:
    if error.message:
        yield Block("paragraph", Content(harmless(error.message)).stylize_before(style), depth=1)


def _lines(frames: tuple[Frame, ...]) -> Iterator[Block]:
    """The learner's lines on the way to the exception, each with its number."""
    shown = [frame for frame in shown_frames(frames) if frame is None or frame.text]
    if not any(shown):
        return
    wide = max(len(str(frame.line)) for frame in shown if frame is not None)
    blocks = [Block("paragraph", _line(frame, wide), depth=2, tight=True) for frame in shown]
    yield from (*blocks[:-1], replace(blocks[-1], tight=False))


def _line(frame: Frame | None, wide: int) -> Content:
    if frame is None:
        return Content("…".rjust(wide)).stylize("$muted")
    text = Content(harmless(frame.text))
    if frame.mark is not None:
        text = text.stylize("underline", *frame.mark)
    where = Content("" if frame.function == "<module>" else f"   {harmless(frame.function)}").stylize(
        "$muted"
    )
    number = Content(f"{frame.line:>{wide}}  ").stylize("$muted")
    return number + text + where


def _values(error: LearnerError) -> Iterator[Block]:
    """The values on the failing line, one a line."""
    rows = [(Content(name).stylize("bold"), Content(told)) for name, told in value_texts(error)]
    wide = min(WIDEST_NAME, max((name.cell_length for name, _ in rows), default=0))
    for position, (name, told) in enumerate(rows, 1):
        padding = " " * (max(0, wide - name.cell_length) + 2)
        text = name + Content(padding) + told.stylize("$muted")
        yield Block("paragraph", text, depth=2, tight=position < len(rows))
