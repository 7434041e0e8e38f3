from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.splitting import LIMITS, Direction, first_size, read, share_of, stepped, written

DIRECTIONS = st.sampled_from(list(LIMITS))
SHARES = st.none() | st.floats(0.01, 0.99)


@pytest.mark.parametrize(
    ("direction", "room", "size"),
    [("across", 119, 54), ("across", 199, 90), ("across", 399, 90), ("down", 33, 16), ("down", 20, 10)],
)
def test_until_the_learner_chose_words_are_as_wide_as_is_good_to_read(
    direction: Direction, room: int, size: int
) -> None:
    assert first_size(direction, None, room) == size


def test_the_learner_may_have_wider_words_than_that() -> None:
    assert first_size("across", 0.7, 200) == 140


@given(DIRECTIONS, SHARES, st.integers(75, 400))
def test_no_pane_gets_less_than_its_fewest(direction: Direction, share: float | None, room: int) -> None:
    size = first_size(direction, share, room)
    assert LIMITS[direction].first <= size <= room - LIMITS[direction].second


@given(DIRECTIONS, SHARES, st.integers(0, 75))
def test_where_there_is_not_room_for_both_both_get_some(
    direction: Direction, share: float | None, room: int
) -> None:
    assert 0 <= first_size(direction, share, room) <= room


@given(DIRECTIONS, st.integers(-10, 400), st.integers(1, 400))
def test_a_border_stays_where_it_was_put_also_in_its_kept_form(
    direction: Direction, size: int, room: int
) -> None:
    share = share_of(direction, size, room)
    put = first_size(direction, share, room)
    assert put == first_size(direction, size / room, room)
    if room >= sum((LIMITS[direction].first, LIMITS[direction].second)):
        assert first_size(direction, read(written(share)), room) == put


def test_keys_move_the_border_and_stop_at_its_ends() -> None:
    share = stepped("across", None, 119, 1)
    assert first_size("across", share, 119) == 58
    assert first_size("across", stepped("across", share, 119, -1), 119) == 54
    assert first_size("across", stepped("across", share, 119, 100), 119) == 79
    assert first_size("across", stepped("across", share, 119, -100), 119) == 30


@pytest.mark.parametrize("kept", [None, "", "wide", "0", "1", "-3", "nan"])
def test_what_cannot_be_used_stands_for_the_first_place(kept: str | None) -> None:
    assert read(kept) is None
    assert written(None) == ""
