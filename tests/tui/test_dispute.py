from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from course.catalogue import Catalogue
from grader.verdict import LearnerError, Verdict
from tests.tui.fakes import failed
from tui.dispute import Dispute, nameless, report, write_report

WORDS = Catalogue.load("en")


def dispute(code: str = "x = 1\n", **verdict: object) -> Dispute:
    made: Verdict = replace(failed(), replay="c1f0", **verdict)  # type: ignore[arg-type]
    return Dispute("small", "0123abcd", code, made)


def test_a_report_holds_what_an_author_needs_to_see_the_same() -> None:
    told = report(dispute(), WORDS)
    for fact in (
        "first/double",
        "`small`",
        "`0123abcd`",
        "`c1f0`",
        "`2.13.0`",
        "`none`",
        "`cpu`",
        "`en`",
        "x = 1",
    ):
        assert fact in told
    assert '"diagnosis": "Return `x`, *not* `y`."' in told


def test_code_cannot_end_its_block() -> None:
    told = report(dispute("a = 1\n# ````\n"), WORDS)
    assert "\n`````python\na = 1\n# ````\n`````\n" in told


def test_a_report_names_nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", "/srv/people/ada")
    error = LearnerError("OSError", f"no file /srv/people/ada/x, /home/ada/y or {sys.prefix}/lib", 1)
    told = report(dispute("open('/srv/people/ada/x')", error=error, stdout="C:\\Users\\ada\\z"), WORDS)
    assert "ada" not in told
    assert sys.prefix not in told
    assert "open('~/x')" in told


def test_a_home_at_the_root_takes_nothing_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/")
    assert nameless("a / b") == "a / b"


def test_two_reports_of_one_moment_are_two_files(tmp_path: Path) -> None:
    files = {write_report(tmp_path / "reports", dispute(), WORDS) for _ in range(3)}
    assert len(files) == 3
    assert all(file.read_text().startswith("# Wrong verdict: first/double") for file in files)
