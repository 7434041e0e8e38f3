from __future__ import annotations

import pytest

from course.catalogue import LANGUAGES, Catalogue
from tui.waiting import CELLS, Wait, waiting_line

WORDS = Catalogue.load("en")


def test_a_bar_fills_towards_the_limit() -> None:
    half = waiting_line(Wait("check", 10), 5.2, 0, WORDS).plain
    assert half.count("━") == CELLS // 2
    assert "5 s of 10 s" in half
    over = waiting_line(Wait("check", 10), 30, 0, WORDS).plain
    assert over.count("━") == CELLS
    assert "30 s" in over


def test_without_a_limit_the_bar_moves() -> None:
    first, later = (waiting_line(Wait("run"), 1, frame, WORDS).plain for frame in (5, 6))
    assert first != later
    assert first.count("━") + first.count("─") == CELLS


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_can_be_stopped_says_how_and_does_it_when_clicked(language: str) -> None:
    line = waiting_line(Wait("case"), 1, 0, Catalogue.load(language))
    assert "Esc" in line.plain
    assert any("screen.stop" in str(getattr(span.style, "meta", "")) for span in line.spans)
    assert "Esc" not in waiting_line(Wait("opening"), 1, 0, WORDS).plain
