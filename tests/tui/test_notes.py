from __future__ import annotations

import pytest

from course.catalogue import Catalogue
from course.model import Exercise, Quiz
from tui.notes import notes
from tui.steps import StepView, chosen, with_hint

WORDS = Catalogue.load("en")
QUIZ = Quiz(
    id="pick",
    kind="quiz",
    text="Which?",
    choices=["left", "right"],
    answer="right",
    reasons=["You took the `other` side.", "You kept to this side."],
    because="It always is.",
)


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (0, ["✗ Not quite.", "You took the other side.", "It always is."]),
        (1, ["✓ Right.", "You kept to this side.", "It always is."]),
    ],
)
def test_an_answer_is_told_the_reason_of_its_choice_and_then_what_is_true(
    choice: int, said: list[str]
) -> None:
    told = notes(chosen(StepView(QUIZ), choice), WORDS)
    assert [block.text.plain for block in told] == said


def test_a_quiz_without_reasons_says_what_is_true() -> None:
    plain = QUIZ.model_copy(update={"reasons": None})
    told = notes(chosen(StepView(plain), 0), WORDS)
    assert [block.text.plain for block in told] == ["✗ Not quite.", "It always is."]


def test_before_an_answer_nothing_is_said() -> None:
    assert notes(StepView(QUIZ), WORDS) == ()


def test_after_the_hints_the_solution_is_told_a_line_at_a_time() -> None:
    exercise = Exercise.model_validate(
        {
            "id": "two",
            "kind": "exercise",
            "text": "Make it.",
            "starter": "",
            "solution": "a = 1\n\nb = 2\n",
            "checks": [{"observe": "b"}],
            "hints": ["Think."],
        }
    )
    view = with_hint(StepView(exercise))
    assert notes(view, WORDS)[-1].text.plain == WORDS.text("app-solution-next")
    view = with_hint(view)
    told, code = notes(view, WORDS)[-2:]
    assert "1 of 2" in told.text.plain
    assert code.text.plain == "a = 1"
    assert notes(with_hint(view), WORDS)[-1].text.plain == "a = 1\n\nb = 2"
