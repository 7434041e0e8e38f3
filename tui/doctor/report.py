"""The findings as people and scripts read them: aligned lines that need no colour, or one JSON object.

Textual has no part in this, for it may be what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from tui.doctor.finding import Finding, State, healthy
from tui.wrapping import break_offsets

if TYPE_CHECKING:
    from course.catalogue import Catalogue

SIGNS: dict[State, str] = {"ok": "✓", "note": "!", "problem": "✗"}
PLAIN_SIGNS: dict[State, str] = {"ok": "+", "note": "!", "problem": "x"}
"""For a terminal whose encoding has no others."""

WIDEST = 100
"""Columns beyond which lines are hard to read."""

GAP = "  "


def report_lines(findings: Sequence[Finding], words: Catalogue, width: int, encoding: str) -> Iterator[str]:
    """The report: topics in a column of their own, a sign before each sentence, advice below it, the sum at the end.

    Args:
        findings: what was found, topic by topic.
        words: the sentences.
        width: columns of the terminal.
        encoding: what it can show.
    """
    signs = SIGNS if _can_show("".join(SIGNS.values()) + "→", encoding) else PLAIN_SIGNS
    arrow = "→ " if signs is SIGNS else "> "
    topics = {finding.topic: words.text(f"doctor-topic-{finding.topic}") for finding in findings}
    margin = max(map(cell_len, topics.values())) + len(GAP)
    width = max(min(width, WIDEST) - margin, 20)
    for topic, group in groupby(findings, lambda finding: finding.topic):
        label = topics[topic] + " " * (margin - cell_len(topics[topic]))
        for finding in group:
            for line in _told(finding, words, signs, arrow, width):
                yield (label + line).rstrip()
                label = " " * margin
        yield ""
    yield _sum(findings, words)


def report_document(findings: Sequence[Finding], words: Catalogue, version: str | None) -> dict[str, Any]:
    """The JSON object; `tui.doctor.document` holds its schema."""
    return {
        "format": 1,
        "program": version,
        "healthy": healthy(findings),
        "findings": [
            {
                "topic": finding.topic,
                "state": finding.state,
                "code": finding.message.key.removeprefix("doctor-"),
                "message": words.render(finding.message),
                "advice": words.render(finding.advice) if finding.advice else None,
            }
            for finding in findings
        ],
    }


def _told(
    finding: Finding, words: Catalogue, signs: dict[State, str], arrow: str, width: int
) -> Iterator[str]:
    yield from _hung(f"{signs[finding.state]} ", words.render(finding.message), width)
    if finding.advice is not None:
        yield from _hung(f"  {arrow}", words.render(finding.advice), width)


def _hung(marker: str, text: str, width: int) -> Iterator[str]:
    """A text with a marker before its first line, the other lines set in below the text."""
    for line in text.splitlines():
        offsets = [0, *break_offsets(line, width - len(marker)), len(line)]
        for start, end in pairwise(offsets):
            yield marker + line[start:end].rstrip()
            marker = " " * len(marker)


def _sum(findings: Sequence[Finding], words: Catalogue) -> str:
    counts = {state: sum(finding.state == state for finding in findings) for state in SIGNS}
    if healthy(findings):
        return words.text("doctor-healthy", notes=counts["note"])
    return words.text("doctor-sick", problems=counts["problem"], notes=counts["note"])


def _can_show(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
