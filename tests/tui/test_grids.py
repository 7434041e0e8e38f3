from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.grids import NumberFormat, grid_of

NUMBERS = st.floats(-1e9, 1e9, allow_nan=False) | st.integers(-1000, 1000) | st.sampled_from(["nan", "inf"])


def test_numbers_are_written_no_longer_than_they_must() -> None:
    assert NumberFormat.of([1.0, 2.0]).text(1.0) == "1.0"
    assert NumberFormat.of([1.25, 2.0]).text(2.0) == "2.00"
    assert NumberFormat.of([1 / 3]).text(1 / 3) == "0.3333"
    assert NumberFormat.of([1e-9]).text(1e-9) == "1.0000e-09"
    assert NumberFormat.of([1, 2]).text(2) == "2"
    assert NumberFormat.of([0.5]).text("nan") == "nan"


@given(st.lists(NUMBERS, min_size=1, max_size=40), st.integers(1, 8), st.integers(12, 90), st.integers(1, 12))
def test_a_grid_keeps_to_its_room(values: list[float], columns: int, width: int, height: int) -> None:
    rows = max(1, len(values) // columns)
    columns = min(columns, len(values))
    grid = grid_of(values[: rows * columns], (rows, columns))
    lines = grid.lines(width, height)
    assert len(lines) <= max(height, 2)
    assert all(line.cell_length <= max(width, grid.cell + 8) for line in lines)


def test_points_stand_below_each_other() -> None:
    lines = [line.plain for line in grid_of([1.25, -100.5], (2, 1)).lines(20, 5)]
    assert lines == ["   1.25", "-100.50"]


def test_a_tensor_without_elements_is_shown_as_empty() -> None:
    assert [line.plain for line in grid_of([], (0, 3)).lines(20, 5)] == ["[ ]"]
