"""The words of the scratch page: a cell's code and end, what goes on, and what the interpreter has bound.

Owns the wording, on plain data; `tui.widgets.cells` shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from tui.marks import BAD, WARN
from tui.prose import Block, code_block, ticked
from tui.report import duration, failure_text, run_blocks
from tui.summaries import describe

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from tui.scratch import Ending, Names, Phase

PROMPT = "›"

SHOWN = 30
"""Lines of a cell's code that are shown; a longer one is cut."""

SLOW = 0.5
"""Seconds from which the time of a cell is told, and that something goes on while it does."""

FEW = 5
"""Names that are told by name when they are lost."""


def cell_code(code: str, words: Catalogue) -> Content:
    """A cell's code in the editor's colours, cut when it is long."""
    lines = code.split("\n")
    shown = code_block("\n".join(lines[:SHOWN]))
    left = len(lines) - SHOWN
    if left <= 0:
        return shown
    return shown + Content("\n" + words.text("app-output-omitted", count=f"{left:,}")).stylize("$muted")


def cell_gutter(code: str, failed_line: int | None = None) -> Content:
    """The signs before a cell's lines: the prompt at the first, a cross at the line, from 1, that failed."""
    signs = [Content(PROMPT).stylize("$muted")]
    signs += [Content(" ")] * min(code.count("\n"), SHOWN - 1)
    if failed_line is not None and 1 <= failed_line <= len(signs):
        signs[failed_line - 1] = Content(BAD).stylize("bold $bad")
    return Content("\n").join(signs)


def busy_line(phase: Phase, seconds: float, frame: int, *, torch_there: bool, words: Catalogue) -> Content:
    """The line below a cell that runs: a sign that turns, what goes on, the time so far, how to stop."""
    kind = "importing" if phase == "starting" and not torch_there else phase
    said = Content(f"{'◐◓◑◒'[frame % 4]} {words.text(f'app-scratch-{kind}')}").stylize("bold")
    time = f"   {words.text('app-waiting-time', seconds=int(seconds))}" if seconds >= 1 else "  "
    how = f" · {words.text('app-running-stop')}" if phase != "stopping" else ""
    return said + Content(time + how).stylize("$muted")


def ending_blocks(ending: Ending, words: Catalogue) -> tuple[Block, ...]:
    """What is said below a cell's output at its end."""
    return tuple(_ending(ending, words))


def _ending(ending: Ending, words: Catalogue) -> Iterator[Block]:
    result = ending.result
    if ending.fault is not None:
        yield _warning(failure_text(ending.fault, words))
    elif ending.stopped:
        kept = "never" if result is None else "lost" if ending.lost else "kept"
        yield _warning(words.text(f"app-scratch-stopped-{kept}"))
    elif result is not None and ending.lost:
        yield from (replace(block, tight=True) for block in run_blocks(result, words))
        yield _warning(words.text("app-scratch-lost"))
    elif result is not None:
        yield from run_blocks(result, words)
        if result.status == "finished" and result.seconds >= SLOW:
            yield Block(
                "paragraph", Content(f"{duration(result.seconds)} · {result.device}").stylize("$muted")
            )


def _warning(said: str) -> Block:
    return Block("paragraph", ticked(said), marker=Content(f"{WARN} ").stylize("bold $warn"), depth=1)


def renewed_block(lost: Names, words: Catalogue) -> Block:
    """What is said between cells when a new interpreter takes over, with what went with the old one."""
    named = ", ".join(f"`{name}`" for name, _ in lost[:FEW])
    more = len(lost) - FEW
    if not lost:
        return _warning(words.text("app-scratch-renewed"))
    if more > 0:
        return _warning(words.text("app-scratch-renewed-more", names=named, more=more))
    return _warning(words.text("app-scratch-renewed-lost", names=named))


def lost_block(words: Catalogue) -> Block:
    """What is said before a cell whose interpreter ended since the last one."""
    return _warning(words.text("app-scratch-lost-since"))


def name_rows(names: Names) -> list[tuple[Content, Content]]:
    """The bound names as the rows of a table: name, and what its value is."""
    return [
        (Content(name).stylize("bold"), Content(describe(summary)).stylize("$muted"))
        for name, summary in names
    ]
