"""Pages, code and choices as lines of text in reading order, each thing said once.

Owns what replaces the eye: tables become sentences, code is announced and ended, indentation can be told.
What a verdict says is `tui.plain.verdicts`, where one stands `tui.plain.places`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.editing import INDENT, indent_of
from tui.plain.editing import lines_of
from tui.prose import inline

if TYPE_CHECKING:
    from textual.content import Content

    from course.catalogue import Catalogue
    from tui.prose import Block
    from tui.steps import StepView

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def clean(text: str) -> list[str]:
    """The lines of a text, less what a terminal could take for a command."""
    return [_CONTROLS.sub("", line) for line in text.split("\n")]


def block_lines(blocks: Iterable[Block], words: Catalogue) -> list[str]:
    """The words of a page."""
    return [line for block in blocks for line in _block(block, words)]


def _block(block: Block, words: Catalogue) -> Iterator[str]:
    if block.kind == "code":
        yield from quoted_code(block.text.plain, words)
    elif block.kind == "table":
        yield from _table(block.rows, words)
    elif block.kind == "heading":
        yield words.text("plain-heading", text=block.text.plain)
    elif block.kind != "rule":
        marker = block.marker.plain.replace("•", "-") if block.marker is not None else ""
        text = block.text.plain
        told = f"{words.text('plain-quotation')} {text}" if block.quoted else text
        yield from ("  " * max(0, block.depth - 1) + marker + told).split("\n")


def _table(rows: Sequence[Sequence[Content]], words: Catalogue) -> Iterator[str]:
    """Each row as a sentence that names the columns; empty cells are left out."""
    heading, *rest = ([cell.plain.strip() for cell in row] for row in rows)
    yield words.text("plain-table", count=len(rest))
    for row in rest:
        told = [
            words.text("plain-cell", heading=name, cell=cell) if name else cell
            for name, cell in zip(heading, row, strict=False)
            if cell
        ]
        yield words.text("plain-cells").join(told)


def quoted_code(code: str, words: Catalogue) -> list[str]:
    """Code that belongs to the words: announced, read, ended; a single line stands beside its announcement."""
    lines = lines_of(code)
    if len(lines) == 1:
        return [words.text("plain-code-line", line=lines[0])]
    return [words.text("plain-code", count=len(lines)), *lines, words.text("plain-code-end")]


def numbered_code(
    code: str, words: Catalogue, span: range | None = None, *, indents: bool = False
) -> list[str]:
    """Lines of code with their numbers; `span` counts from 0, and None means all of them."""
    lines = lines_of(code)
    chosen = span if span is not None else range(len(lines))
    return [f"{index + 1}: {told_line(lines[index], words, indents=indents)}".rstrip() for index in chosen]


def told_line(line: str, words: Catalogue, *, indents: bool) -> str:
    """A line of code; with `indents`, its indentation in words and the code after it."""
    blanks = len(indent_of(line).expandtabs(INDENT))
    if not indents or not line.strip():
        return line
    if not blanks:
        return line
    depth = (
        words.text("plain-indent", depth=blanks // INDENT)
        if blanks % INDENT == 0
        else words.text("plain-indent-spaces", count=blanks)
    )
    return f"{depth} {line.strip()}"


def choice_lines(choices: Sequence[str], words: Catalogue) -> list[str]:
    """The choices of a quiz, with the numbers that answer it."""
    numbered = [f"{number}: {inline(choice).plain}" for number, choice in enumerate(choices, start=1)]
    return [words.text("plain-choices", count=len(choices)), *numbered]


def ways(view: StepView, words: Catalogue) -> str:
    """What can be done at a step, in one sentence."""
    if view.step.kind == "read":
        return words.text("plain-ways-code" if view.code is not None else "plain-ways-page")
    if view.passed:
        return words.text(f"plain-ways-{view.step.kind}-passed")
    return words.text(f"plain-ways-{view.step.kind}")
