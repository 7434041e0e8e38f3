from __future__ import annotations

from course.catalogue import Catalogue
from grader.verdict import Plotted
from tui.plotting import drawn, sign_of
from tui.series import MOST, Curves, Series, thinned, told_in_words


def test_lone_numbers_go_behind_each_other_and_pairs_where_they_belong() -> None:
    curves = Curves()
    for value in (3.0, 2.0, 1.0):
        curves.add(Plotted("loss", [[0.0, value]]))
    curves.add(Plotted("line", [[5.0, 1.0], [6.0, 2.0]]))
    assert [series.points for series in curves.series] == [
        [(0.0, 3.0), (1.0, 2.0), (2.0, 1.0)],
        [(5.0, 1.0), (6.0, 2.0)],
    ]


def test_what_is_no_finite_number_is_left_out_and_so_are_too_many_series() -> None:
    curves = Curves()
    curves.add(Plotted("loss", [[0.0, float("nan")]]))
    assert curves.series == []
    for number in range(2 * MOST):
        curves.add(Plotted(str(number), [[0.0, 1.0]]))
    assert len(curves.series) <= MOST


def test_thinning_keeps_peaks_and_order() -> None:
    points = [(float(x), 100.0 if x == 537 else 0.0) for x in range(10_000)]
    kept = thinned(points, 200)
    assert (537.0, 100.0) in kept
    assert len(kept) <= 200
    assert kept == sorted(kept)


def test_a_plot_fills_its_room_and_marks_each_of_several_series() -> None:
    falling = Series("loss", [(float(x), 1.0 / (x + 1)) for x in range(50)])
    rising = Series("accuracy", [(float(x), x / 50) for x in range(50)])
    lines = drawn([falling, rising], 60, 12)
    assert len(lines) == 12
    text = "\n".join(line.plain for line in lines)
    assert sign_of(0) in text
    assert sign_of(1) in text


def test_a_single_point_can_be_seen() -> None:
    assert sign_of(0) in "".join(line.plain for line in drawn([Series("", [(0.0, 1.0)])], 40, 10))


def test_a_series_is_told_in_words() -> None:
    told = told_in_words(Series("", [(0.0, 3.0), (1.0, 0.5)]), Catalogue.load("en"))
    assert told == "curve: 2 points, from 3 to 0.5, lowest 0.5, highest 3"
