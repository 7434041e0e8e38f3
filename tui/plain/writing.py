"""The commands that read and change the learner's code."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.plain.editing import (
    END,
    EditorFailed,
    Entry,
    changed,
    chosen_editor,
    edited_outside,
    fits,
    lines_of,
    parse_span,
    with_spaces,
)

if TYPE_CHECKING:
    from tui.plain.reader import Reader


INDENTS = "plain-indents"
"""The setting that tells whether indentation is read in words."""


async def read_code(reader: Reader, rest: str) -> None:
    """Reads the code, or some of its lines; can be told to tell indentation in words from now on, or not."""
    if reader.page.view.code is None:
        reader.tell("plain-no-code")
        return
    words = rest.split()
    if words[:1] in (["indents"], ["plain"]):
        reader.indents = words.pop(0) == "indents"
        reader.study.keeper.set(INDENTS, "on" if reader.indents else "off")
    if not words:
        reader.tell_code()
    elif (span := _span(reader, words[0])) is not None:
        reader.tell_code(span)


async def type_code(reader: Reader, rest: str) -> None:
    """Begins to take lines: for the whole program, or in the place of some lines."""
    count = len(lines_of(reader.page.code))
    if not rest.strip():
        reader.entry = Entry(range(count), whole=True)
        reader.tell("plain-type-whole", count=count)
        return
    span = _span(reader, rest)
    if span is None:
        return
    code = _code_after(rest)
    if code is not None:
        _replace(reader, span, [code])
    elif len(span) == 1:
        reader.entry = Entry(span, single=True)
        reader.tell("plain-type-line")
        if not reader.prefills:
            reader.tell_code(span)
    else:
        reader.entry = Entry(span)
        reader.tell("plain-type-lines")


async def insert_lines(reader: Reader, rest: str) -> None:
    """Begins to take lines that are put before a line, or at the end."""
    count = len(lines_of(reader.page.code))
    parsed = parse_span(rest.lstrip()) if rest.strip() else (range(count, count + 1), None)
    if parsed is None or not 0 <= parsed[0].start <= count:
        reader.tell("plain-no-line", line=rest.strip(), count=count)
        return
    start, code = parsed[0].start, parsed[1]
    if code is not None:
        _replace(reader, range(start, start), [code])
    else:
        reader.entry = Entry(range(start, start))
        reader.tell("plain-type-lines")


async def delete_lines(reader: Reader, rest: str) -> None:
    """Takes lines away."""
    span = _span(reader, rest)
    if span is not None:
        _replace(reader, span, [])


async def undo(reader: Reader, _: str) -> None:
    """Takes the last change back."""
    page = reader.page
    if not page.earlier:
        reader.tell("plain-nothing-to-undo")
        return
    reader.put(page.earlier.pop())
    reader.tell_code()


async def start_over(reader: Reader, _: str) -> None:
    """Puts the code back with which the step began."""
    reader.change(reader.page.view.code or "", regrettable=True)
    reader.tell_code()
    reader.tell("plain-undo-how")


async def edit(reader: Reader, _: str) -> None:
    """Opens the learner's own editor on the code, and takes what it leaves."""
    editor = chosen_editor(os.environ)
    if editor is None:
        reader.tell("plain-no-editor")
        return
    page = reader.page
    try:
        code = await edited_outside(page.code, page.place.step, editor)
    except EditorFailed as error:
        reader.tell("plain-editor-failed", why=str(error))
        return
    _take(reader, code, regrettable=True)


def take_line(reader: Reader, line: str) -> None:
    """Takes one line of code that is being typed."""
    entry = reader.entry
    if entry is None:
        return
    if entry.single:
        reader.entry = entry.typed(line)
        end_entry(reader)
    elif line.rstrip() == END:
        end_entry(reader)
    else:
        reader.entry = entry.typed(line)


def end_entry(reader: Reader) -> None:
    """Puts what was typed where it belongs; nothing typed changes nothing."""
    entry, reader.entry = reader.entry, None
    if entry is None or not entry.lines:
        reader.tell("plain-type-given-up")
        return
    _take(reader, changed(reader.page.code, entry.span, entry.lines), regrettable=entry.whole)


def _replace(reader: Reader, span: range, lines: list[str]) -> None:
    _take(reader, changed(reader.page.code, span, [with_spaces(line) for line in lines]))


def _take(reader: Reader, code: str, *, regrettable: bool = False) -> None:
    """Takes other code, and says how long it is."""
    if code == reader.page.code:
        reader.tell("plain-type-given-up")
        return
    reader.change(code, regrettable=regrettable)
    ways = "check" if reader.page.view.step.kind == "exercise" else "run"
    reader.tell(f"plain-saved-{ways}", count=len(lines_of(code)))


def _span(reader: Reader, text: str) -> range | None:
    """The lines that a text names; None, and said, when there are no such lines."""
    parsed, count = parse_span(text.lstrip()), len(lines_of(reader.page.code))
    if parsed is not None and fits(parsed[0], count):
        return parsed[0]
    reader.tell("plain-no-line", line=text.strip() or "?", count=count)
    return None


def _code_after(text: str) -> str | None:
    parsed = parse_span(text.lstrip())
    return parsed[1] if parsed is not None else None
