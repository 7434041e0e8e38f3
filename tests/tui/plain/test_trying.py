"""Running, checking, answering and helping in lines of text."""

from __future__ import annotations

import asyncio
import dataclasses
from pathlib import Path

import pytest

from course.catalogue import Catalogue
from course.message import Message
from grader.verdict import CheckResult, LearnerError, Output, RunResult
from tests.tui.fakes import FakeGrader, failed, passed, raised, until
from tests.tui.plain.talks import talk
from tests.tui.summarised import difference
from tui.plain import trying
from tui.session import Place

EN = Catalogue.load("en")


async def test_output_is_said_line_by_line_and_errors_are_told_apart_once(tmp_path: Path) -> None:
    printed = [
        Output("stdout", "one\ntw"),
        Output("stdout", "o\n"),
        Output("stderr", "bad\nworse\n"),
        Output("stdout", "three"),
    ]
    async with talk(tmp_path, "n", grader=FakeGrader(printed=printed)) as talking:
        heard = await talking.type("run")
        told = ["Output:", "one", "two", "Error output:", "bad", "worse", "Output:", "three"]
        assert heard == [*told, "Finished, 10 ms."]
        assert await talking.type("output") == told
        assert await talking.type("results") == ["Finished, 10 ms."]


async def test_a_line_is_said_while_the_program_runs_and_an_unfinished_one_is_not(tmp_path: Path) -> None:
    grader = FakeGrader(printed=[Output("stdout", "one\ntw")], hold=asyncio.Event())
    async with talk(tmp_path, "n", grader=grader) as talking:
        running = asyncio.create_task(talking.type("r"))
        await until(lambda: "one" in talking.said)
        assert "tw" not in talking.said
        assert grader.hold is not None
        grader.hold.set()
        assert "tw" in await running


async def test_of_endless_printing_the_beginning_and_the_end_are_said(tmp_path: Path) -> None:
    printed = [Output("stdout", f"{start + index}\n") for start in range(0, 2000, 10) for index in range(10)]
    async with talk(tmp_path, "n", grader=FakeGrader(printed=printed)) as talking:
        heard = await talking.type("r")
        assert heard[1:201] == [str(number) for number in range(200)]
        assert heard[201] == EN.text("plain-output-held")
        assert heard[202] == "1780 lines are left out here."
        assert heard[203:-1] == [str(number) for number in range(1980, 2000)]


async def test_a_long_run_says_so_and_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying, "PATIENCE", 0.01)
    monkeypatch.setattr(trying, "EVERY", 0.02)
    grader = FakeGrader(hold=asyncio.Event(), state="ready")
    async with talk(tmp_path, "n", grader=grader) as talking:
        running = asyncio.create_task(talking.type("r"))
        await until(lambda: EN.text("plain-running-time", seconds=0) in talking.said)
        assert EN.text("plain-running-run") in talking.said
        talking.reader.stop()
        assert (await running)[-1] == "Stopped"
        assert grader.stopped == 1


async def test_an_error_is_said_with_its_line(tmp_path: Path) -> None:
    async with talk(tmp_path, "n", grader=FakeGrader(runs=[raised(6)])) as talking:
        heard = await talking.type("r")
        assert heard == ["Stopped by an error, 10 ms.", "Error, KeyError: 'b'", 'It came from line 6: x["b"]']


async def test_an_explained_error_says_what_it_means_and_its_message_on_demand(tmp_path: Path) -> None:
    x = {"type": "tensor", "shape": [4, 400], "dtype": "float32"}
    meant, remedy = Message("app-stopped"), Message("app-minutes", {"minutes": 7})
    error = LearnerError("RuntimeError", "mat1 and so on", 6, meant, remedy, operands=(("x", x),))
    async with talk(
        tmp_path, "n", grader=FakeGrader(runs=[RunResult("error", 0.01, "cpu", error)])
    ) as talking:
        assert await talking.type("original") == [EN.text("plain-no-original")]
        assert await talking.type("r") == [
            "Stopped by an error, 10 ms.",
            "Error, RuntimeError:",
            'It came from line 6: x["b"]',
            "Stopped",
            "7 min",
            "x: (4, 400) float32",
            EN.text("plain-original-how"),
        ]
        assert await talking.type("original") == ["RuntimeError: mat1 and so on"]


async def test_a_long_message_is_said_in_full(tmp_path: Path) -> None:
    result = RunResult("error", 0.01, "cpu", LearnerError("ValueError", "long " * 2000, 1))
    async with talk(tmp_path, "n", grader=FakeGrader(runs=[result])) as talking:
        assert ("Error, ValueError: " + "long " * 2000) in await talking.type("r")


async def test_a_wrong_answer_says_how_many_passed_then_each_check_and_the_tutor(tmp_path: Path) -> None:
    async with talk(tmp_path, "g 5", grader=FakeGrader(verdicts=[failed()])) as talking:
        assert await talking.type("check") == [
            "1 of 3 checks passed.",
            "passed: doubles a tensor",
            "failed: doubles a number, case 2 of 3. 7 min",
            "Return x, not y.",
            "skipped: needs the first",
            EN.text("plain-after-failure"),
        ]
        assert talking.reader.study.marks[Place("first", "double")] == "visited"


async def test_a_pass_is_said_kept_and_stays_until_the_learner_goes_on(tmp_path: Path) -> None:
    async with talk(tmp_path, "g 5") as talking:
        heard = await talking.type("c")
        assert heard[0] == "1 of 1 check passed."
        assert heard[-1].startswith("This step is passed; 1 of 5")
        assert talking.reader.here == Place("first", "double")
        assert await talking.type("s") == [
            "The author's solution:",
            "1: def double(x):",
            "2:     return 2 * x",
        ]
    async with talk(tmp_path, lesson=None) as again:
        assert again.reader.study.marks[Place("first", "double")] == "passed"


async def test_the_failing_input_is_told(tmp_path: Path) -> None:
    verdict = failed()
    given = {
        "x": {"type": "tensor", "shape": [2, 2], "dtype": "float32", "values": [[1.0, 2.0], [3.0, 0.25]]},
        "n": {"type": "int", "value": 3},
    }
    wrong = dataclasses.replace(verdict.checks[1], given=given, actual={"type": "None", "value": None})
    verdict = dataclasses.replace(verdict, checks=(verdict.checks[0], wrong))
    async with talk(tmp_path, "g 5", grader=FakeGrader(verdicts=[verdict])) as talking:
        assert await talking.type("f") == ["There is no failing input to tell."]
        assert (await talking.type("c"))[-1] == EN.text("plain-after-failure-given")
        assert await talking.type("given") == [
            "Inputs of doubles a number, case 2 of 3:",
            "x: tensor of shape (2, 2), float32",
            "1, 2",
            "3, 0.25",
            "n: 3",
            "Your result: None",
        ]


async def test_hints_come_one_at_a_time_then_the_solution_line_by_line(tmp_path: Path) -> None:
    async with talk(tmp_path, "g 5") as talking:
        assert await talking.type("hint") == ["Hint 1 of 2:", "First hint."]
        last = ["Hint 2 of 2:", "Second hint."]
        assert await talking.type("i") == [*last, EN.text("plain-solution-next")]
        for number, line in ((1, "1: def double(x):"), (2, "2:     return 2 * x")):
            told = EN.text("plain-solution-line", shown=number, total=2)
            assert await talking.type("i") == [told, line]
        assert await talking.type("i") == last, "when all is told, the last hint again"


async def test_a_tensor_that_differs_is_told_in_numbers_and_a_remark_after_a_pass(tmp_path: Path) -> None:
    found = difference([[1.0, 2.0], [3.0, 4.0]], [[1.0, 2.5], [3.0, 3.0]])
    check = CheckResult("x", "failed", 1, difference=found)
    wrong = dataclasses.replace(failed(), checks=(check,))
    right = dataclasses.replace(passed("first/double"), remark=Message("grader-idiom-whole", {"line": 3}))
    async with talk(tmp_path, "g 5", grader=FakeGrader(verdicts=[wrong, right])) as talking:
        heard = await talking.type("c")
        for line in (
            "2 of 4 elements differ.",
            "largest error 1 at [1, 1].",
            "At [0, 1]: yours 2.5, expected 2, difference 0.5.",
            "At [1, 1]: yours 3, expected 4, difference -1.",
        ):
            assert line in heard
        assert any("line 3" in line for line in await talking.type("c"))


async def test_the_solution_is_read_when_asked_for_twice(tmp_path: Path) -> None:
    async with talk(tmp_path, "g 5") as talking:
        assert await talking.type("solution") == [EN.text("plain-solution-sure")]
        assert "2:     return 2 * x" in await talking.type("solution")


async def test_a_quiz_is_answered_by_a_number_and_says_what_is_right_and_why(tmp_path: Path) -> None:
    async with talk(tmp_path, "g 3") as talking:
        assert "1: torch.int64" in talking.said
        because = "Integers infer to int64; only floats become float32."
        heard = await talking.type("answer 2")
        assert heard == ["Not quite.", "The right answer is 1: torch.int64", because, "n goes on."]
        assert await talking.type("１") == ["Right.", because, "n goes on."]
        assert talking.reader.study.marks[Place("first", "pick")] == "passed"
        assert await talking.type("answer " + "9" * 5000) == ["Answer with a number from 1 to 3."]
        assert await talking.type("7") == ["Answer with a number from 1 to 3."]


async def test_a_quiz_whose_snippet_knows_runs_it_and_does_not_before(tmp_path: Path) -> None:
    grader = FakeGrader(printed=[Output("stdout", "6\n")])
    async with talk(tmp_path, "g 4", grader=grader) as talking:
        assert "1: print(sum(range(4)))" in talking.said
        assert (await talking.type("run"))[0] == "The command run does nothing at this step."
        assert (await talking.type("2"))[:3] == ["Output:", "6", "Right."]
        grader.runs = [RunResult("crashed", 0.1, "cpu")]
        assert EN.text("app-answer-unknown") in await talking.type("1")
