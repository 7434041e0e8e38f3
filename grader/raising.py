"""What a worker tells of an exception or a warning: its words, the learner's lines, and the values on the last of them.

Apart from `grader.program`, which runs programs; everything here happens after one has failed or warned.
"""

from __future__ import annotations

import linecache
import sys
from itertools import islice
from types import CodeType, FrameType, TracebackType
from typing import Any

from grader.operands import Spot, operands_at
from grader.spelling import near_name
from grader.verdict import MAX_FRAMES
from grader.wire import Header

FILENAME = "main.py"
"""The name under which tracebacks and `__file__` know the program."""
MAX_MESSAGE = 10_000
MAX_LINE = 300
"""Characters of a line that are told."""


def error_tree(
    error: BaseException, filename: str = FILENAME, family: str | None = None, *, in_full: bool = True
) -> Header:
    """Type, message, line, frames and operands of an exception, as far as the learner's program goes.

    Args:
        error: the exception.
        filename: the program in which the line is looked for.
        family: how the names of all programs begin whose frames are told; by default `filename` alone.
        in_full: whether the values of the line and near names are looked for, which takes the longest.
    """
    own = [
        step
        for step in _steps(error.__traceback__)
        if step[0].f_code.co_filename.startswith(family or filename)
    ]
    frames = [_row(*step, filename) for step in own[-MAX_FRAMES:]]
    inside = [step for step in own if step[0].f_code.co_filename == filename]
    line = inside[-1][2] if inside else None
    try:
        message = str(error)
    except Exception:
        message = ""
    if isinstance(error, SyntaxError):
        if error.filename == filename:
            line, frames = error.lineno, [_syntax_row(error)] if error.lineno else frames
        message = error.msg if isinstance(error.msg, str) else message
    spot = _spot(*inside[-1]) if inside and in_full else None
    return {
        "type": type(error).__name__[:200],
        "message": message[:MAX_MESSAGE],
        "line": line,
        "frames": frames,
        "operands": operands_at(spot, _innermost(error.__traceback__)) if spot is not None else [],
        "near": near_name(error, spot),
    }


def warning_tree(message: Warning | str, category: type[Warning], filename: str, line: int | None) -> Header:
    """What is told of a warning that is being given; `line` is where, None for the line that runs now."""
    frame = _running(filename)
    step = (frame, frame.f_lasti, line or frame.f_lineno) if frame is not None else None
    return {
        "type": category.__name__[:200],
        "message": str(message)[:MAX_MESSAGE],
        "line": step[2] if step is not None else line,
        "frames": [_row(*step, filename)] if step is not None else [],
        "operands": operands_at(_spot(*step), None) if step is not None else [],
        "near": None,
    }


Step = tuple[FrameType, int, int]
"""A frame, the index of its last instruction, and its line."""


def _steps(trail: TracebackType | None) -> list[Step]:
    steps = []
    while trail is not None:
        steps.append((trail.tb_frame, trail.tb_lasti, trail.tb_lineno))
        trail = trail.tb_next
    return steps


def _innermost(trail: TracebackType | None) -> FrameType | None:
    steps = _steps(trail)
    return steps[-1][0] if steps else None


def _running(filename: str) -> FrameType | None:
    """The innermost frame of the program that is running now."""
    frame: FrameType | None = sys._getframe()
    while frame is not None and frame.f_code.co_filename != filename:
        frame = frame.f_back
    return frame


def _spot(frame: FrameType, instruction: int, line: int) -> Spot:
    first, last, start, end = _position(frame.f_code, instruction)
    lines = (first or line, last or line)
    columns = (start, end) if start is not None and end is not None else None
    return Spot(frame, lines, columns)


def _position(code: CodeType, instruction: int) -> tuple[int | None, int | None, int | None, int | None]:
    """First line, last line, first column and last column of an instruction's expression, columns in bytes."""
    positions = code.co_positions()
    return next(islice(positions, max(instruction, 0) // 2, None), (None, None, None, None))


def _row(frame: FrameType, instruction: int, line: int, filename: str) -> list[Any]:
    """One frame: line, function, text and the ends of the mark in it; a frame of another program says of which."""
    code = frame.f_code
    function = code.co_name if code.co_filename == filename else f"{code.co_name} ({code.co_filename})"
    written = linecache.getline(code.co_filename, line).rstrip("\r\n")
    first, last, start, end = _position(code, instruction)
    if first != line or first != last or start is None or end is None:
        return [line, function, written.strip()[:MAX_LINE], None, None]
    columns = [len(written.encode()[:column].decode("utf-8", "ignore")) for column in (start, end)]
    return [line, function, *_trimmed(written, *columns)]


def _syntax_row(error: SyntaxError) -> list[Any]:
    start = max((error.offset or 1) - 1, 0)
    end = (error.end_offset or 0) - 1 if error.end_lineno == error.lineno else start
    return [
        error.lineno,
        "<module>",
        *_trimmed(str(error.text or "").rstrip("\r\n"), start, max(end, start + 1)),
    ]


def _trimmed(written: str, start: int, end: int) -> list[Any]:
    """A line without its indent, and a mark in it unless that is the whole line."""
    text = written.strip()
    indent = len(written) - len(written.lstrip())
    start, end = max(start - indent, 0), min(end - indent, len(text))
    if end <= start or (start, end) == (0, len(text)) or end > MAX_LINE:
        return [text[:MAX_LINE], None, None]
    return [text[:MAX_LINE], start, end]
