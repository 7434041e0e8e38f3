from __future__ import annotations

from tui.heat import bounds, levels, shade


def test_levels_go_from_the_lowest_to_the_highest_and_leave_out_what_is_no_number() -> None:
    assert levels([2.0, 4.0, 3, "nan"]) == [0.0, 1.0, 0.5, None]
    assert levels([5.0, 5.0]) == [0.5, 0.5]
    assert bounds([2.0, "inf", 4]) == (2.0, 4.0)
    assert bounds(["nan"]) is None


def test_shades_grow_with_the_level() -> None:
    assert [shade(level) for level in (0.0, 0.3, 0.5, 0.7, 1.0, None)] == ["·", "░", "▒", "▓", "█", " "]


def test_the_largest_numbers_have_a_level_too() -> None:
    assert levels([1.7e308, -1.7e308, 0.0]) == [1.0, 0.0, 0.5]
