from __future__ import annotations

from course.catalogue import Catalogue
from tui.session import LessonOutline, Mark, Place, StepOutline
from tui.success import Success, success_of

STEPS = (StepOutline("a", "A", "read"), StepOutline("b", "B", "exercise"))
LESSONS = [LessonOutline("one", "One", 5, STEPS), LessonOutline("two", "Two", 5, STEPS)]
A, B = Place("one", "a"), Place("one", "b")


def test_a_pass_that_leaves_something_to_do_finishes_nothing() -> None:
    assert success_of(LESSONS, {}, B, None) is None


def test_the_last_pass_of_a_lesson_finishes_it_and_says_what_comes_next() -> None:
    assert success_of(LESSONS, {A: "passed"}, B, "Why") == Success("One", 2, "Why", "Two", False)


def test_what_was_done_before_is_not_finished_again() -> None:
    assert success_of(LESSONS, {A: "passed", B: "passed"}, B, None) is None


def test_the_last_pass_of_the_course_says_so() -> None:
    marks: dict[Place, Mark] = {A: "passed", Place("two", "a"): "passed", Place("two", "b"): "passed"}
    done = success_of(LESSONS, marks, B, None)
    assert done is not None
    assert done.course
    told = [block.text.plain for block in done.blocks(Catalogue.load("en"))]
    assert told[0] == "The lesson “One” is done: all 2 steps."
    assert "last open step" in told[-1]


def test_a_lesson_that_cannot_be_opened_does_not_keep_the_course_from_being_done() -> None:
    broken = LessonOutline("x", "X", problem="x.yaml:1:1: no")
    done = success_of([LESSONS[0], broken], {A: "passed"}, B, None)
    assert done is not None
    assert done.course
