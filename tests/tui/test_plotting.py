from __future__ import annotations

import pytest

from tui.plotting import drawn
from tui.series import Series


@pytest.mark.parametrize(
    "ys", [(1e308, -1e308), (1.0, 1e300), (9e-309, 9e-309), (1.0, 1.0), (0.0, 5e-324)], ids=str
)
def test_whatever_a_program_comes_to_can_be_drawn(ys: tuple[float, ...]) -> None:
    lines = drawn([Series("loss", list(enumerate(ys)))], 60, 12)

    assert len(lines) == 12
    assert any("\u2801" <= character <= "\u28ff" for line in lines for character in line.plain)
