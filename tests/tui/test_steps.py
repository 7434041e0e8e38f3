from __future__ import annotations

from dataclasses import replace

from course.loader import load_lesson
from course.model import AnyStep
from tests.tui.fakes import COURSE
from tui import steps
from tui.failing import FailingCase
from tui.steps import StepView

LESSON = load_lesson(COURSE / "first.yaml")


def view(step_id: str) -> StepView:
    step: AnyStep | None = LESSON.step(step_id)
    assert step is not None
    return StepView(step)


def test_a_page_offers_to_go_on_and_a_snippet_can_be_run_and_changed() -> None:
    assert steps.offered(view("page")) == ("next", "back", "leave")
    assert steps.offered(view("snippet")) == ("run", "next", "back", "leave", "reset", "history")
    assert steps.primary(view("page")) == "next"
    assert view("snippet").editable


def test_an_exercise_points_at_the_check_until_it_is_passed() -> None:
    exercise = view("double")
    assert steps.offered(exercise)[:4] == ("check", "run", "hint", "solution")
    assert steps.primary(exercise) == "check"
    done = replace(exercise, mark="passed")
    assert steps.offered(done)[0] == "next"
    assert steps.primary(done) == "next"


def test_a_case_can_be_run_again_only_when_one_failed() -> None:
    exercise = view("double")
    assert "run-case" not in steps.offered(exercise)
    failing = replace(exercise, failing=FailingCase(0, 1, "c1f0"))
    assert steps.offered(failing)[:3] == ("check", "run", "run-case")


def test_a_verdict_can_be_doubted_and_what_was_written_looked_at() -> None:
    assert "report" not in steps.offered(view("double"))
    assert "report" in steps.offered(replace(view("double"), judged=True))
    assert "history" in steps.offered(view("double"))
    assert "history" not in steps.offered(view("pick"))


def test_while_a_program_runs_only_stopping_and_leaving_are_offered() -> None:
    running = replace(view("double"), running="check")
    assert steps.offered(running) == ("stop", "next", "back", "leave")
    assert steps.primary(running) is None


def test_hints_come_one_at_a_time_then_the_solution_line_by_line_to_its_end() -> None:
    exercise = view("double")
    lines = len(steps.solution_lines(exercise.step))
    assert lines > 1
    for hints, shown in ((1, 0), (2, 0), *((2, n + 1) for n in range(lines)), (2, lines)):
        assert ("hint" in steps.offered(exercise)) == (exercise.lines < lines)
        exercise = steps.with_hint(exercise)
        assert (exercise.hints, exercise.lines) == (hints, shown)
    assert "hint" not in steps.offered(exercise)
    assert steps.with_hint(view("page")).hints == steps.with_hint(view("page")).lines == 0


def test_after_a_pass_the_solution_is_shown_whole_and_not_by_lines() -> None:
    done = replace(view("double"), hints=2, mark="passed")
    assert steps.with_hint(done).lines == 0
    assert "hint" not in steps.offered(done)


def test_a_line_of_the_solution_brings_the_blank_ones_before_it() -> None:
    step = view("double").step.model_copy(update={"solution": "a = 1\n\n\nb = 2\n"})
    assert steps.solution_lines(step) == ["a = 1", "\n\nb = 2"]


def test_a_quiz_is_answered_at_once_when_its_answer_is_known() -> None:
    quiz = view("pick")
    assert steps.primary(quiz) == "choose"
    right = steps.chosen(quiz, 0)
    wrong = steps.chosen(quiz, 1)
    assert (right.answered, wrong.answered) == ("right", "wrong")
    assert steps.right_choice(wrong) == 0
    assert steps.right_choice(quiz) is None
    assert steps.chosen(wrong, 0).answered == "right"


def test_a_choice_that_is_not_there_changes_nothing() -> None:
    quiz = view("pick")
    assert steps.chosen(quiz, 7) is quiz
    assert steps.chosen(view("page"), 0) == view("page")


def test_a_quiz_with_a_snippet_waits_for_what_it_prints() -> None:
    quiz = view("printed")
    assert not quiz.editable
    assert "run" not in steps.offered(quiz)
    waiting = steps.chosen(quiz, 1)
    assert waiting.answered == "waiting"
    assert steps.chosen(waiting, 2) is waiting
    assert steps.settled(waiting, "6\n").answered == "right"
    assert steps.settled(waiting, "10\n").answered == "wrong"
    assert steps.right_choice(steps.settled(waiting, "10\n"), "10\n") == 2
    assert "run" in steps.offered(steps.settled(waiting, "6"))


def test_a_snippet_that_fails_or_prints_no_choice_leaves_the_answer_open() -> None:
    waiting = steps.chosen(view("printed"), 1)
    for printed in (None, "42"):
        open_ = steps.settled(waiting, printed)
        assert open_.answered == "unknown"
        assert steps.right_choice(open_, printed) is None
        assert steps.primary(open_) == "next"
