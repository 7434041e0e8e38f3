from __future__ import annotations

import pytest

from tui.session import (
    LessonOutline,
    Mark,
    Place,
    StepOutline,
    entry_step,
    lesson_row,
    lesson_rows,
    mark_of,
    neighbour,
    reading_order,
    resume,
    skipped,
    total_done,
    unread_outline,
)


def lesson(name: str, steps: int = 3) -> LessonOutline:
    outlines = tuple(StepOutline(f"s{number}", f"Step {number}", "read") for number in range(1, steps + 1))
    return LessonOutline(name, name.upper(), 30, outlines)


A, B, C = lesson("a"), lesson("b"), lesson("c")
BROKEN = LessonOutline("x", "X", problem="x.yaml:1:1: no")


def marks(**steps: Mark) -> dict[Place, Mark]:
    return {Place(name[0], name[1:]): mark for name, mark in steps.items()}


def test_a_row_counts_passes_and_shares_out_the_minutes() -> None:
    row = lesson_row(4, A, marks(as1="passed", as2="visited"))
    assert row.signs == ("passed", "visited", None)
    assert (row.number, row.done, row.total, row.minutes_left) == (4, 1, 3, 20)
    assert not row.finished


def test_a_pass_of_a_changed_step_stays_a_pass() -> None:
    assert lesson_row(1, A, marks(as1="passed", as2="changed", as3="passed")).finished
    assert mark_of(True, True, changed=True) == "changed"
    assert mark_of(True, True, changed=False) == "passed"
    assert mark_of(True, False, changed=False) == "visited"
    assert mark_of(False, False, changed=False) is None


def test_the_whole_course_is_counted() -> None:
    assert total_done(lesson_rows([A, BROKEN, B], marks(as1="passed", bs1="passed"))) == (2, 6)


def test_a_new_learner_starts_at_the_first_step() -> None:
    found = resume([A, B], {}, None)
    assert found is not None
    assert (found.place, found.fresh, found.number) == (Place("a", "s1"), True, 1)


def test_the_learner_goes_on_where_they_left() -> None:
    found = resume([A, B, C], marks(bs1="visited", bs2="visited"), Place("b", "s2"))
    assert found is not None
    assert (found.place, found.fresh, found.number) == (Place("b", "s2"), False, 2)


def test_what_is_passed_leads_on_and_at_the_end_back_to_what_was_skipped() -> None:
    last = Place("b", "s3")
    found = resume([A, B], marks(as2="passed", as3="passed", bs1="passed", bs2="passed", bs3="passed"), last)
    assert found is not None
    assert found.place == Place("a", "s1")


def test_everything_passed_leaves_nothing_to_go_on_with() -> None:
    done = marks(as1="passed", as2="passed", as3="changed")
    assert resume([A, BROKEN], done, Place("a", "s3")) is None


def test_a_lesson_not_read_yet_makes_the_answer_wait() -> None:
    unread = unread_outline("b")
    assert resume([A, unread], {}, Place("b", "s1")) is None
    done = marks(as1="passed", as2="passed", as3="passed")
    assert resume([A, unread], done, Place("a", "s3")) is None
    assert resume([A, unread], {}, Place("a", "s1")) is not None


def test_lessons_are_read_from_where_the_learner_is() -> None:
    assert reading_order([A, B, C], Place("b", "s1")) == ["b", "c", "a"]
    assert reading_order([A, B, C], None) == ["a", "b", "c"]
    assert reading_order([A, B, C], Place("gone", "s1")) == ["a", "b", "c"]


def test_a_lesson_opens_where_it_was_left_or_at_its_first_step_not_passed() -> None:
    assert entry_step(A, marks(as1="passed"), Place("a", "s3")) == Place("a", "s3")
    assert entry_step(A, marks(as1="passed"), Place("b", "s3")) == Place("a", "s2")
    assert entry_step(A, marks(as1="passed", as2="passed", as3="passed"), None) == Place("a", "s1")


@pytest.mark.parametrize(
    ("place", "direction", "expected"),
    [
        (Place("a", "s1"), 1, Place("a", "s2")),
        (Place("a", "s3"), 1, Place("b", "s1")),
        (Place("b", "s1"), -1, Place("a", "s3")),
        (Place("b", "s3"), 1, None),
        (Place("a", "s1"), -1, None),
    ],
)
def test_neighbours_cross_lessons_and_pass_over_broken_ones(
    place: Place, direction: int, expected: Place | None
) -> None:
    assert neighbour([A, BROKEN, B], place, 1 if direction > 0 else -1) == expected


def test_the_neighbour_in_a_lesson_not_read_yet_has_no_step() -> None:
    assert neighbour([A, unread_outline("b")], Place("a", "s3"), 1) == Place("b", "")


def test_what_was_skipped_is_counted_up_to_the_last_pass() -> None:
    assert skipped(lesson_row(1, lesson("a", 5), marks(as2="passed", as4="changed", as1="visited"))) == 2
    assert skipped(lesson_row(1, A, {})) == 0
