from __future__ import annotations

import pytest

from course.catalogue import Catalogue
from course.model import Quiz
from tui.notes import notes
from tui.steps import StepView, chosen

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
