"""Starting further on: the decisions without a screen, then the learner who makes them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from course.message import Message
from course.model import Lesson, Quiz
from course.progress import Progress, StepKey
from grader.verdict import Output, RunResult
from tests.tui.fakes import FakeGrader, sitting, until
from tests.tui.playing import Played, played, text
from tui.app import CourseApp
from tui.placement import Trial, answered, known_marks, parse_start, parts, proposal, questions, with_lesson
from tui.screens.home import HomeScreen
from tui.screens.placement import PlacementScreen
from tui.screens.trial import TrialScreen
from tui.session import (
    LessonOutline,
    Mark,
    Place,
    StepKind,
    StepOutline,
    entry_step,
    lesson_row,
    lesson_rows,
    resume,
    skipped,
    total_done,
)
from tui.study import Study


def lesson(name: str, kinds: str = "rqe") -> LessonOutline:
    """A lesson whose steps are named by kind and position: `r0`, `q1`."""
    full: dict[str, StepKind] = {"r": "read", "q": "quiz", "e": "exercise"}
    steps = tuple(
        StepOutline(f"{kind}{index}", f"{kind}{index}", full[kind]) for index, kind in enumerate(kinds)
    )
    return LessonOutline(name, name.upper(), 30, steps)


A, B, C = lesson("a"), lesson("b", "rrqerqere"), lesson("c")
BROKEN = LessonOutline("x", "X", problem="x.yaml:1:1: no")


def test_what_lies_before_the_start_is_known_unless_it_is_passed() -> None:
    marks: dict[Place, Mark] = {Place("a", "r0"): "passed", Place("a", "q1"): "visited"}
    known = known_marks([A, BROKEN, B], marks, Place("b", "q2"))
    assert [known.get(A.place(index)) for index in range(3)] == ["passed", "known", "known"]
    assert [known.get(B.place(index)) for index in range(4)] == ["known", "known", None, None]
    assert marks == {Place("a", "r0"): "passed", Place("a", "q1"): "visited"}, "what is kept stays as it is"


@pytest.mark.parametrize("start", [None, Place("gone", "r0"), Place("a", "r0")])
def test_without_a_start_that_the_course_has_nothing_is_known(start: Place | None) -> None:
    assert "known" not in known_marks([A, B], {}, start).values()


def test_what_is_known_is_neither_passed_nor_skipped_nor_left_to_do() -> None:
    marks = known_marks([A, B], {Place("b", "r1"): "passed"}, Place("b", "r0"))
    rows = lesson_rows([A, B], marks)
    assert (rows[0].done, rows[0].finished, rows[0].settled, rows[0].minutes_left) == (0, False, True, 0)
    assert total_done(rows) == (1, 12)
    assert skipped(lesson_row(1, A, {**marks, Place("a", "e2"): "passed"})) == 0


def test_the_course_goes_on_at_the_start_and_a_known_lesson_opens_at_its_beginning() -> None:
    marks = known_marks([A, B], {}, Place("b", "r4"))
    found = resume([A, B], marks, None)
    assert found is not None
    assert found.place == Place("b", "r4")
    assert entry_step(A, marks, None) == Place("a", "r0")


def test_a_start_is_read_as_it_was_kept() -> None:
    assert parse_start(Place("a", "r0").ref) == Place("a", "r0")
    assert parse_start("") is parse_start(None) is parse_start("a") is None


def test_a_part_of_a_lesson_begins_with_each_page_after_a_task() -> None:
    assert parts(B) == [0, 4, 7]
    assert parts(lesson("d", "eqr")) == [0, 2]


def quiz(name: str, answer: str | None) -> Quiz:
    return Quiz(
        id=name,
        kind="quiz",
        text="?",
        choices=["1", "2"],
        answer=answer,
        run=None if answer else "1",
        because="!",
    )


def with_quizzes(*quizzes: Quiz) -> Lesson:
    return Lesson(format=1, id="a", title="A", minutes=5, steps=list(quizzes))


def test_quizzes_that_need_no_program_are_asked_where_there_are_enough() -> None:
    run, ready = [quiz(f"r{n}", None) for n in range(2)], [quiz(f"a{n}", "1") for n in range(3)]
    assert [place.step for place in questions(with_quizzes(run[0], *ready, run[1]))] == ["a0", "a1", "a2"]
    assert [place.step for place in questions(with_quizzes(run[0], ready[0], run[1]))] == ["r0", "a0", "r1"]


def test_of_many_quizzes_those_asked_are_spread_over_the_lesson() -> None:
    asked = questions(with_quizzes(*(quiz(f"q{n}", "1") for n in range(9))))
    assert [place.step for place in asked] == ["q0", "q4", "q8"]


def trial(*lessons: tuple[LessonOutline, list[bool | None]]) -> Trial:
    """A test in which the quizzes of some lessons were answered so."""
    made = Trial()
    for one, answers in lessons:
        asked = tuple(Place(one.id, step.id) for step in one.steps if step.kind == "quiz")
        made = with_lesson(made, asked)
        for right in answers:
            made = answered(made, right=right)
    return made


def test_one_wrong_answer_ends_the_test() -> None:
    made = trial((B, [True, False]))
    assert made.over
    assert not made.waiting


@pytest.mark.parametrize(
    ("made", "start"),
    [
        (trial((A, [False])), Place("a", "r0")),
        (trial((A, [True]), (B, [False])), Place("b", "r0")),
        (trial((A, [True]), (B, [True, False])), Place("b", "r4")),
        (trial((A, [True]), (B, [True, True]), (C, [False])), Place("c", "r0")),
        (trial((A, [True]), (B, [True, True]), (C, [True])), None),
        (trial((A, [None]), (B, [True, True]), (C, [False])), Place("c", "r0")),
        (trial((A, [None]), (B, [None, None])), Place("a", "r0")),
    ],
)
def test_the_test_proposes_to_start_behind_what_the_learner_was_sure_of(
    made: Trial, start: Place | None
) -> None:
    assert proposal(made, [A, BROKEN, B, C]) == start


# With a screen


def study_of(pilot: Played) -> Study:
    assert isinstance(pilot.app, CourseApp)
    assert pilot.app.study is not None
    return pilot.app.study


async def test_a_start_is_chosen_kept_and_taken_back(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await pilot.press("p")
        await until(lambda: "The first lesson" in text(pilot, "#placement-map"))
        await pilot.press("down", "down", "enter")
        await until(lambda: isinstance(pilot.app.screen, HomeScreen))
        await until(lambda: text(pilot, "#resume").startswith("Start   A third one · step 1, Page"))
        assert "◇◇◇◇◇   known" in text(pilot, "LessonMap")
        assert "0 of 10" in text(pilot, "TitleBar")
        assert "skipped" not in text(pilot, "LessonMap")
    again = sitting(tmp_path)
    async with played(again) as pilot:
        await until(lambda: "A third one · step 1" in text(pilot, "#resume"))
        await pilot.press("p")
        await until(lambda: pilot.app.screen.query("#placement-map"))
        await pilot.press("home", "enter")
        await until(lambda: text(pilot, "#resume").startswith("Start   The first lesson · step 1, Page"))
        assert "◇" not in text(pilot, "LessonMap")
    with Progress.open(again.file) as store:
        assert not store.states("small"), "a start leaves no mark on any step"


async def test_one_may_start_at_a_step(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await pilot.press("p")
        await until(lambda: "The first lesson" in text(pilot, "#placement-map"))
        await pilot.press("space", "down", "down", "down", "enter")
        await until(lambda: "step 3, Pick" in text(pilot, "#resume"))
        assert "◇◇○○○" in text(pilot, "LessonMap")


async def test_a_lesson_that_cannot_be_opened_is_no_start(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await pilot.press("p")
        await until(lambda: "The first lesson" in text(pilot, "#placement-map"))
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PlacementScreen)
        assert study_of(pilot).start is None


async def begin_test(pilot: Played) -> None:
    await pilot.press("p")
    await until(lambda: isinstance(pilot.app.screen, PlacementScreen))
    await pilot.press("t")
    await asked(pilot, "The first lesson · question 1 of 2")


async def asked(pilot: Played, title: str) -> None:
    await until(lambda: isinstance(pilot.app.screen, TrialScreen) and title in text(pilot, ".popup-title"))
    await until(lambda: pilot.app.screen.query("Choice"))


async def test_the_test_goes_through_the_lessons_and_leaves_the_choice_to_the_learner(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.printed = [Output("stdout", "6\n")]
    async with played(told) as pilot:
        await begin_test(pilot)
        await pilot.press("1")
        await asked(pilot, "The first lesson · question 2 of 2")
        await pilot.press("2")
        await asked(pilot, "A third one · question 1 of 2")
        await pilot.press("0")
        await until(lambda: isinstance(pilot.app.screen, PlacementScreen))
        await until(lambda: "You could start at Page, in A third one" in text(pilot, "#placement-told"))
        assert study_of(pilot).start is None
        assert ("run", "print(sum(range(4)))\n") in told.grader.asked
        await pilot.press("enter")
        await until(lambda: "A third one · step 1, Page" in text(pilot, "#resume"))
    with Progress.open(told.file) as store:
        assert not store.state(StepKey("small", "first", "pick")).passed


async def test_a_wrong_answer_ends_the_test_where_the_learner_was_not_sure(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await begin_test(pilot)
        await pilot.press("2")
        await until(lambda: isinstance(pilot.app.screen, PlacementScreen))
        await until(lambda: "The beginning is the right place" in text(pilot, "#placement-told"))


async def test_a_question_that_the_grader_cannot_answer_is_passed_over(tmp_path: Path) -> None:
    absent = FakeGrader(runs=[RunResult("grader_fault", 0.0, "cpu", message=Message("app-stopped"))])
    async with played(sitting(tmp_path, grader=absent)) as pilot:
        await begin_test(pilot)
        await pilot.press("1")
        await asked(pilot, "The first lesson · question 2 of 2")
        await pilot.press("1")
        await asked(pilot, "A third one · question 1 of 2")


async def test_a_test_that_is_left_changes_nothing_even_while_a_program_runs(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    told.grader.hold = asyncio.Event()
    async with played(told) as pilot:
        await begin_test(pilot)
        await pilot.press("1")
        await asked(pilot, "question 2 of 2")
        await pilot.press("1")
        await until(lambda: any(kind == "run" for kind, _ in told.grader.asked))
        await pilot.press("escape")
        await until(lambda: told.grader.stopped == 1)
        assert isinstance(pilot.app.screen, PlacementScreen)
        assert "Choose where to start" in text(pilot, "#placement-told")
