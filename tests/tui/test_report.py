from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from course.catalogue import Catalogue
from course.message import Message
from grader.verdict import CheckResult, Frame, LearnerError, RunResult, Verdict
from tests.tui.fakes import failed, passed, raised
from tests.tui.summarised import scalar, tensor
from tui.report import checks_passed, duration, findings, headline, run_blocks, verdict_blocks
from tui.status import grader_words, shown_state
from tui.success import Success

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


def told(verdict: Verdict, success: Success | None = None) -> list[tuple[str, str]]:
    """The signs and words of a verdict, those that are set into a width included."""
    blocks = verdict_blocks(verdict, WORDS, success)
    return [
        (
            block.marker.plain.strip() if block.marker else "",
            block.layout(60).plain if block.layout else block.text.plain,
        )
        for block in blocks
    ]


def test_what_failed_comes_first_with_the_reason_and_the_tutor_and_the_rest_in_a_line_each() -> None:
    assert told(failed()) == [
        ("✗", "doubles a number   case 2 of 3"),
        ("", "7 min"),
        ("", "Return x, not y."),
        ("✓", "doubles a tensor"),
        ("○", "needs the first"),
    ]
    assert checks_passed(failed()) == (1, 3)


def wrong(**changes: Any) -> Verdict:
    """A verdict with one check that failed by its dtype."""
    check = CheckResult(
        "x",
        "failed",
        1,
        reason="dtype",
        case=1,
        cases=3,
        message=Message("grader-dtype", {"name": "x", "actual": "float32", "expected": "int64"}),
        expected=tensor([[0]], "int64"),
        actual=tensor([[0.0]]),
        given={"rows": scalar(1)},
    )
    return replace(failed(), replay="c1f0", checks=(replace(check, **changes),))


def test_a_difference_is_a_table_that_needs_no_sentence_and_its_case_can_be_run() -> None:
    words = [words for _, words in told(wrong())]
    assert words[0] == "x   case 2 of 3"
    assert words[1].startswith("dtype    float32     ✗ expected int64")
    assert words[2:] == ["given  rows = 1", "▸ Run this case  ⇧F5"]


def test_what_the_table_cannot_tell_is_said_in_a_sentence() -> None:
    strides = Message("grader-strides", {"name": "x", "actual": "(1,)", "expected": "(2,)"})
    same = wrong(reason="strides", message=strides, expected=tensor([1.0]), actual=tensor([1.0]))
    assert "x has strides (1,); expected (2,)." in [words for _, words in told(same)]


def test_numbers_that_differ_are_shown_after_the_tutors_sentence() -> None:
    words = [words for _, words in told(wrong(actual=tensor([[1.0]]), diagnosis="Think of zeros."))]
    assert words.index("Think of zeros.") < next(
        index for index, each in enumerate(words) if each.startswith("yours")
    )


def test_a_hidden_check_shows_no_values_and_cannot_be_run() -> None:
    words = "\n".join(words for _, words in told(wrong(hidden=True)))
    assert "int64" not in words.replace("x has dtype float32; expected int64.", "")
    assert "given" not in words
    assert "Run this case" not in words


def test_a_hidden_check_does_not_tell_its_case() -> None:
    verdict = failed()
    hidden = replace(verdict, checks=(replace(verdict.checks[1], hidden=True),))
    assert verdict_blocks(hidden, WORDS)[0].text.plain == "doubles a number   hidden"


def test_a_pass_tells_the_two_things_one_can_do_next() -> None:
    assert [words for _, words in told(passed())] == [
        "a",
        "▸ Compare with the author's solution  F3",
        "▸ Go on  F8",
    ]


def test_a_pass_that_finishes_a_lesson_says_what_was_learnt_and_what_comes() -> None:
    words = [words for _, words in told(passed(), Success("One", 2, "How to count.", "Two", course=False))]
    assert words[1:4] == ["The lesson “One” is done: all 2 steps.", "How to count.", "Next comes “Two”."]


def test_an_error_is_told_with_its_line_and_its_explanation_and_warnings_follow() -> None:
    error = LearnerError("ValueError", "bad `x`", 3, Message("app-stopped"))
    warning = LearnerError("UserWarning", "hm", None)
    result = RunResult("error", 0.1, "cpu", error, Message("app-stopped"), (warning,))
    words = [block.text.plain for block in run_blocks(result, WORDS)]
    assert words == ["Stopped", "Line 3   ValueError", "Stopped", "bad `x`", "UserWarning", "hm"]


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


def test_what_a_terminal_could_take_for_a_command_is_written_out() -> None:
    command = "\x1b]0;mine\x07"
    error = LearnerError(f"E{command}", f"no\n{command}", 1, Message("error-name", {"name": command}))
    check = CheckResult("a", "failed", 1, actual=scalar(f"{command}\na"), expected=scalar("b\na"))
    plain = CheckResult(
        "a", "failed", 1, actual={"type": f"E{command}", "message": command}, expected=scalar(1)
    )
    verdict = replace(failed(), error=error, checks=(check, plain), message=None)
    said = [
        (block.layout(100) if block.layout is not None else block.text).plain
        for block in verdict_blocks(verdict, WORDS, original=True)
    ]
    assert not any("\x1b" in text or "\x07" in text for text in said)
    assert any(text == "no\n\\x1b]0;mine\\x07" for text in said)


def test_an_explained_error_shows_its_lines_and_values_and_keeps_the_original_message_for_who_asks() -> None:
    frames = (Frame(5, "<module>", "f(x)"), Frame(4, "f", "y = fc1(x)", (4, 10)))
    layer = {"type": "tensor", "shape": [120, 256], "dtype": "float32", "requires_grad": True}
    error = LearnerError(
        "RuntimeError",
        "mat1 and so on",
        4,
        Message("app-stopped"),
        Message("app-stopped"),
        frames,
        (("x", {"type": "tensor", "shape": [4, 400], "dtype": "float32"}), ("fc1.weight", layer)),
    )
    verdict = replace(passed(), status="error", error=error, checks=())
    blocks = verdict_blocks(verdict, WORDS)
    assert [block.text.plain for block in blocks] == [
        "Line 4   RuntimeError",
        "Stopped",
        "Stopped",
        "5  f(x)",
        "4  y = fc1(x)   f",
        "x           (4, 400) float32",
        "fc1.weight  (120, 256) float32 requires_grad",
        "▸ The original message  ⌥m",
    ]
    assert "mat1 and so on" in [block.text.plain for block in verdict_blocks(verdict, WORDS, original=True)]
    assert "mat1 and so on" in [block.text.plain for block in findings(verdict, WORDS)]


def test_what_the_tutor_knows_of_a_program_that_raised_is_said() -> None:
    check = CheckResult("a", "not_run", 1, diagnosis="Leave the sizes as they are.", diagnosed_by="mistake")
    error = LearnerError("RuntimeError", "sizes", 2)
    verdict = replace(passed(), status="error", error=error, checks=(check,))
    assert "Leave the sizes as they are." in [block.text.plain for block in verdict_blocks(verdict, WORDS)]
