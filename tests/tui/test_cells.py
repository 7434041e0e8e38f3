from __future__ import annotations

import pytest

from course.catalogue import LANGUAGES, Catalogue
from course.message import Message
from grader.errors import GraderError
from grader.verdict import LearnerError, RunResult
from tests.tui.scratch_fakes import FINE
from tui.cells import (
    SHOWN,
    busy_line,
    cell_code,
    cell_gutter,
    ending_blocks,
    name_rows,
    renewed_block,
)
from tui.scratch import Ending
from tui.summaries import describe

WORDS = Catalogue.load("en")


def said(ending: Ending) -> list[str]:
    return [block.text.plain for block in ending_blocks(ending, WORDS)]


def test_a_quick_cell_says_nothing_at_its_end_and_a_slow_one_its_time() -> None:
    assert said(Ending(FINE)) == []
    assert said(Ending(RunResult("finished", 1.4, "cuda"))) == ["1.4 s · cuda"]


def test_an_error_is_told_with_its_line_as_in_a_lesson() -> None:
    error = LearnerError("KeyError", "'b'", 2, Message("app-minutes", {"minutes": 7}))
    assert said(Ending(RunResult("error", 0.1, "cpu", error))) == ["Line 2   KeyError", "7 min", "'b'"]


def test_a_stopped_cell_tells_no_error_but_what_stayed() -> None:
    interrupted = RunResult("error", 0.1, "cpu", LearnerError("KeyboardInterrupt", "", 1))
    assert said(Ending(interrupted, stopped=True)) == ["Stopped. All that was defined is still there."]
    assert "ended" in said(Ending(interrupted, stopped=True, lost=True))[0]
    assert said(Ending(stopped=True)) == ["Stopped before it began."]


def test_a_lost_interpreter_says_how_and_what_comes_next() -> None:
    message = Message("grader-signal", {"signal": "SIGSEGV", "line": 0})
    crashed, lost = said(Ending(RunResult("crashed", 0.1, "cpu", message=message), lost=True))
    assert "SIGSEGV" in crashed
    assert "next cell starts a new one" in lost


def test_a_fault_of_the_grader_is_told_in_words() -> None:
    known = GraderError(Message("grader-host-died", {"why": "no torch"}))
    assert said(Ending(fault=known)) == ["This could not be run: The grader could not start: no torch"]
    assert said(Ending(fault=ValueError())) == ["This could not be run: ValueError"]


def test_the_gutter_has_the_prompt_and_marks_the_line_that_failed() -> None:
    assert cell_gutter("a\nb\nc").plain == "›\n \n "
    assert cell_gutter("a\nb\nc", 2).plain == "›\n✗\n "
    assert cell_gutter("a", 1).plain == "✗"
    assert cell_gutter("a", 7).plain == "›"


def test_long_code_is_cut_and_says_so() -> None:
    code = "\n".join(f"x{number}" for number in range(5000))
    shown = cell_code(code, WORDS).plain.split("\n")
    assert len(shown) == SHOWN + 1
    assert shown[-1] == "… 4,970 lines left out …"
    assert cell_gutter(code).plain.count("\n") == SHOWN - 1


def test_the_line_of_a_running_cell_says_what_goes_on_how_long_and_how_to_stop() -> None:
    def line(phase: str, seconds: float, *, torch_there: bool = True) -> str:
        return busy_line(phase, seconds, 0, torch_there=torch_there, words=WORDS).plain  # type: ignore[arg-type]

    assert line("running", 2.2) == "◐ Running   2 s · Esc stops it"
    assert "torch is being imported" in line("starting", 2.2, torch_there=False)
    assert "torch" not in line("starting", 2.2)
    assert "Esc" not in line("stopping", 2.2)
    assert " 0 s" not in line("running", 0.6)


def test_a_new_interpreter_says_what_went_with_the_old_one() -> None:
    names = tuple((name, {"type": "int"}) for name in "abcdefg")
    assert "Nothing was defined" in renewed_block((), WORDS).text.plain
    assert renewed_block(names[:2], WORDS).text.plain == "A new interpreter. Gone with the old one: a, b."
    assert renewed_block(names, WORDS).text.plain.endswith("a, b, c, d, e and 2 more.")


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        ({"type": "tensor", "shape": [3, 4], "dtype": "int64", "device": "cpu"}, "(3, 4) int64"),
        ({"type": "tensor", "shape": [3], "dtype": "float32", "device": "cuda:0"}, "(3,) float32 cuda:0"),
        (
            {"type": "tensor", "shape": [], "dtype": "float32", "device": "cpu", "requires_grad": True},
            "() float32 requires_grad",
        ),
        ({"type": "ndarray", "shape": [2], "dtype": "float64"}, "ndarray (2,) float64"),
        ({"type": "int", "value": 3}, "int 3"),
        ({"type": "str", "value": "a" * 100}, "str 'aaaaaaaaaaaaaaaaaaaaaa…"),
        ({"type": "None", "value": None}, "None"),
        ({"type": "Size", "value": [3, 4]}, "Size (3, 4)"),
        ({"type": "list", "length": 4, "items": []}, "list[4]"),
        ({"type": "Linear", "parameters": []}, "Linear"),
        ({"type": "SGD"}, "SGD"),
    ],
)
def test_a_value_is_described_in_a_few_words(summary: dict[str, object], words: str) -> None:
    assert describe(summary) == words
    assert [[cell.plain for cell in row] for row in name_rows((("x", summary),))] == [["x", words]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_a_cell_is_missing(language: str) -> None:
    words = Catalogue.load(language)
    interrupted = RunResult("error", 0.1, "cpu", LearnerError("KeyboardInterrupt", "", 1))
    endings = [Ending(interrupted, stopped=True, lost=lost) for lost in (True, False)]
    endings += [Ending(stopped=True), Ending(interrupted, lost=True)]
    told = [block.text.plain for ending in endings for block in ending_blocks(ending, words)]
    told += [
        busy_line(phase, 1, 0, torch_there=there, words=words).plain
        for phase in ("starting", "running", "stopping")
        for there in (True, False)
    ]
    assert not [text for text in told if "app-" in text]
