from __future__ import annotations

from dataclasses import replace

import pytest

from course.catalogue import Catalogue
from course.message import Message
from grader.verdict import LearnerError, RunResult
from tests.tui.fakes import failed, passed, raised
from tui.report import checks_passed, duration, headline, run_blocks, running_line, verdict_blocks
from tui.status import grader_words, shown_state

WORDS = Catalogue.load("en")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.0, "1 ms"), (0.0214, "21 ms"), (0.9996, "1.0 s"), (1.44, "1.4 s"), (125.2, "2 min 05 s")],
)
def test_times_are_told_as_people_read_them(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_the_headline_says_what_how_fast_and_where() -> None:
    assert headline(passed(), WORDS).plain == "✓ Passed   21 ms · cpu"
    assert headline(failed(), WORDS).plain == "✗ 1 of 3 checks passed   1.2 s · cpu"
    assert headline(raised(), WORDS).plain.startswith("✗ Stopped by an error")
    fault = replace(passed(), status="grader_fault")
    assert headline(fault, WORDS).plain.startswith("! ")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "status",
    ["passed", "failed", "error", "timeout", "crashed", "memory", "refused", "grader_fault", "finished"],
)
def test_every_status_has_its_words(language: str, status: str) -> None:
    result = RunResult(status, 0.1, "cpu")  # type: ignore[arg-type]
    assert "app-" not in headline(result, Catalogue.load(language)).plain


def test_a_check_is_a_line_then_the_reason_then_the_tutor() -> None:
    told = [
        (block.kind, block.marker.plain if block.marker else "", block.text.plain)
        for block in verdict_blocks(failed(), WORDS)
    ]
    assert told == [
        ("paragraph", "✓ ", "doubles a tensor"),
        ("paragraph", "✗ ", "doubles a number   case 2 of 3"),
        ("paragraph", "", "7 min"),
        ("advice", "", "Return x, not y."),
        ("paragraph", "○ ", "needs the first"),
    ]
    assert checks_passed(failed()) == (1, 3)


def test_a_hidden_check_does_not_tell_its_case() -> None:
    verdict = failed()
    hidden = replace(verdict, checks=(replace(verdict.checks[1], hidden=True),))
    assert verdict_blocks(hidden, WORDS)[0].text.plain == "doubles a number   hidden"


def test_a_pass_tells_what_can_be_done_next() -> None:
    assert "F8" in verdict_blocks(passed(), WORDS)[-1].text.plain


def test_an_error_is_told_with_its_line_and_its_explanation_and_warnings_follow() -> None:
    error = LearnerError("ValueError", "bad `x`", 3, Message("app-stopped"))
    warning = LearnerError("UserWarning", "hm", None)
    result = RunResult("error", 0.1, "cpu", error, Message("app-stopped"), (warning,))
    told = [block.text.plain for block in run_blocks(result, WORDS)]
    assert told == ["Stopped", "Line 3   ValueError", "bad `x`", "Stopped", "UserWarning", "hm"]


def test_a_running_program_says_how_long_and_how_to_stop() -> None:
    assert running_line("check", 0.1, 0, WORDS).plain == "◐ Checking   Esc stops it"
    assert running_line("run", 3.2, 1, WORDS).plain == "◓ Running   3 s · Esc stops it"


def test_starting_anew_is_not_starting() -> None:
    assert shown_state("starting", "starting") == "starting"
    assert shown_state("ready", "starting") == "ready"
    assert shown_state("starting", "ready") == "restarting"
    assert shown_state("starting", "failed") == "restarting"
    assert shown_state("stopped", "ready") == "ready"
    assert shown_state("failed", "starting") == "failed"


def test_the_grader_is_told_with_its_device_and_a_failure_with_its_sign() -> None:
    assert grader_words("ready", "cuda", WORDS).plain == "cuda · ready"
    assert grader_words("starting", None, WORDS).plain == "grader starting"
    assert grader_words("failed", "cpu", WORDS).plain == "! no grader"
