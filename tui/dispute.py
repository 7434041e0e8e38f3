"""A report of a verdict that seems wrong, for the author of the course.

Owns what goes into it, and what does not: nothing that names the learner. The file lies in `reports` beside
the store; sending it is the learner's to do.
"""

from __future__ import annotations

import json
import platform
import re
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import Verdict

DIRECTORY = "reports"
"""Beside the store."""

_BACKTICKS = re.compile(r"`{3,}")

_HOME_OF_SOMEONE = re.compile(r"(/home/|/Users/|[A-Za-z]:\\+Users\\+)[^/\\\s\"']+")


@dataclass(frozen=True, slots=True)
class Dispute:
    """A verdict, and what it was given for."""

    course: str
    """The id of the course."""
    task: str
    """The `task_fingerprint` of the step: which version of the exercise it was."""
    code: str
    verdict: Verdict


def report(dispute: Dispute, words: Catalogue) -> str:
    """The report in Markdown, in the language of the learner."""
    from grader.document import verdict_document

    document = json.dumps(verdict_document(dispute.verdict, words), ensure_ascii=False, indent=2)
    facts = "\n".join(f"- {name}: `{value}`" for name, value in _facts(dispute, words.lang).items())
    parts = [
        f"# {words.text('dispute-heading', exercise=dispute.verdict.exercise)}",
        words.text("dispute-expected"),
        facts,
        _fenced("python", dispute.code),
        _fenced("json", document),
    ]
    return nameless("\n\n".join(parts) + "\n")


def write_report(directory: Path, dispute: Dispute, words: Catalogue) -> Path:
    """Writes a report into a directory, which is made if need be; returns its file. Raises OSError."""
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = f"{dispute.verdict.exercise.replace('/', '-')}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    data = report(dispute, words).encode("utf-8", "replace")
    for number in count(1):
        file = directory / (f"{name}.md" if number == 1 else f"{name}-{number}.md")
        try:
            with file.open("xb") as stream:
                stream.write(data)
        except FileExistsError:
            continue
        return file
    raise AssertionError("unreachable")


def nameless(text: str) -> str:
    """A text without the paths that hold a person's name: the home directory, and where Python lies."""
    for path, instead in ((sys.prefix, "PYTHON"), (str(Path.home()), "~")):
        if len(path) > 1:
            for written in (path, json.dumps(path)[1:-1]):
                text = text.replace(written, instead)
    return _HOME_OF_SOMEONE.sub("~", text)


def _facts(dispute: Dispute, lang: str) -> dict[str, str]:
    from importlib.metadata import version

    verdict = dispute.verdict
    return {
        "course": dispute.course,
        "exercise": verdict.exercise,
        "task": dispute.task,
        "replay": str(verdict.replay),
        "blitz-course": version("blitz-course"),
        "torch": verdict.torch,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "isolation": verdict.isolation,
        "device": verdict.device,
        "language": lang,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _fenced(language: str, code: str) -> str:
    """A block of code whose fence is longer than any in it."""
    longest = max((len(run) for run in _BACKTICKS.findall(code)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{code.rstrip()}\n{fence}"
