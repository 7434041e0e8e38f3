from __future__ import annotations

import pytest

from tui.undoing import Stroke


def typed(text: str) -> Stroke:
    return Stroke(text, "")


def deleted(text: str) -> Stroke:
    return Stroke("", text)


@pytest.mark.parametrize(
    ("last", "this", "same"),
    [
        (typed("a"), typed("b"), True),
        (typed("a"), typed(" "), True),
        (typed(" "), typed(" "), True),
        (typed(" "), typed("a"), False),
        (typed("a"), typed("\n"), False),
        (typed("\n"), typed("\n"), False),
        (typed("pasted"), typed("a"), False),
        (typed("a"), typed("pasted"), False),
        (Stroke("a", "chosen"), typed("b"), True),
        (typed("a"), Stroke("b", "chosen"), False),
        (typed("a"), deleted("a"), False),
        (deleted("a"), deleted("b"), True),
        (deleted(" "), deleted("b"), False),
        (deleted("b"), deleted(" "), True),
        (deleted("    "), deleted("a"), False),
        (deleted("a"), typed("a"), False),
    ],
)
def test_a_step_of_undo_is_a_word(last: Stroke, this: Stroke, same: bool) -> None:
    assert this.continues(last) is same
