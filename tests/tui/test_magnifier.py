from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from course.catalogue import LANGUAGES, Catalogue
from grader.difference import Part, TensorDifference
from grader.verdict import CheckResult
from tests.tui.fakes import FakeGrader, passed, sitting, until
from tests.tui.playing import open_step, played
from tests.tui.summarised import difference, tensor
from tui.failing import has_picture, pictured
from tui.magnified import element_texts, errors_text, sheet_text, under_text
from tui.magnifier import ZOOMS, Magnifier
from tui.screens.difference import DifferenceScreen
from tui.sheets import sheet_of
from tui.widgets.magnifier import MagnifierView

WORDS = Catalogue.load("en")
SQUARE = difference([[1.0, 2.0], [3.0, 4.0]], [[1.0, 2.5], [3.0, 3.0]])
CUBE = difference([[[1, 2]], [[3, 4]], [[5, 6]]], [[[1, 9]], [[3, 4]], [[0, 6]]])
WIDE = difference([[0.0] * 64 for _ in range(64)], [[float(n) for n in range(64)] for _ in range(64)])


def blocks() -> TensorDifference:
    """A large tensor in one sheet of blocks and one of elements."""
    parts = (
        Part((1, 0, 0), (16, 16), [[0.0, 0.0]], [[0.0, 0.5]], [[0.0, 8.0]], [(0, 1)]),
        Part((1, 4, 20), (1, 1), [[0.0, 1.0]], [[0.0, 9.0]], [[0.0, 8.0]], [(0, 1)]),
    )
    return TensorDifference("x", SQUARE.expected, SQUARE.actual, 5000, 1, (1, 4, 21), None, None, parts)


def lines(view: MagnifierView) -> list[str]:
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


def test_one_looks_first_at_the_first_element_that_differs() -> None:
    assert (Magnifier.over(SQUARE).row, Magnifier.over(SQUARE).column) == (0, 1)
    assert Magnifier.over(CUBE).number == 0
    hidden = difference([[[1]], [[2]]], [[[1]], [[3]]])
    assert Magnifier.over(hidden).number == 1, "its slice comes to the front"


def test_differing_elements_follow_each_other_through_all_slices_and_back() -> None:
    glass = Magnifier.over(CUBE)
    there = glass.to_difference(1)
    assert (there.number, there.row, there.column) == (2, 0, 0), "the slice between has none"
    assert there.to_difference(1) == there, "it was the last"
    assert there.to_difference(-1) == glass
    assert glass.to_difference(-1) == glass


def test_no_way_leads_out_of_the_tensor() -> None:
    glass = Magnifier.over(SQUARE)
    assert (glass.moved(9, 9).row, glass.moved(9, 9).column) == (1, 1)
    assert (glass.moved(-9, -9).row, glass.moved(-9, -9).column) == (0, 0)
    assert glass.turned(1) == glass.turned(-1) == glass
    assert Magnifier.over(CUBE).turned(9).number == 2
    assert [glass.zoomed(by).zoom for by in (-9, -1, 9)] == ["points", "shades", "numbers"]


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("size", [(78, 18), (158, 42), (10, 2)])
@pytest.mark.parametrize("found", [SQUARE, CUBE, WIDE, blocks()])
def test_what_is_in_sight_holds_the_glass_and_fits(
    found: TensorDifference, size: tuple[int, int], zoom: str
) -> None:
    glass = Magnifier.over(found).moved(40, 40).zoomed(ZOOMS.index(zoom) - 2)  # type: ignore[arg-type]
    window = glass.window(*size)
    assert window.top <= glass.row < window.top + window.rows <= glass.sheet.rows
    assert window.left <= glass.column < window.left + window.columns <= glass.sheet.columns
    panels = 1 if window.stacked else 3
    fits = window.gutter + panels * window.width + (panels - 1) * 2 <= size[0]
    assert fits or window.columns == 1


def test_a_difference_has_its_sign_and_nothing_where_there_is_none() -> None:
    texts = [[cell.text for cell in row] for row in sheet_of(SQUARE.parts[0]).panels[2].cells]
    assert texts == [["·", "+0.5"], ["·", "-1.0"]]


def test_every_kind_of_number_has_its_sign() -> None:
    found = difference(
        [["nan", "inf", "-inf", "(3+4j)", True, 2]], [["nan", "inf", "-inf", "(3+4j)", True, 9]]
    )
    signs = [cell.sign for cell in sheet_of(found.parts[0]).panels[0].cells[0]]
    assert signs[:3] == ["?", "▲", "▼"]
    assert len({signs[3], signs[4], signs[5]}) == 3, "5, 1 and 9 are of different sizes"


def test_small_differences_can_be_seen_beside_large_ones() -> None:
    cells = sheet_of(difference([[0.0, 0.0]], [[1e-9, 1e9]]).parts[0]).panels[2].cells[0]
    assert [cell.sign for cell in cells] == ["░", "█"]


def test_two_shapes_have_no_difference_and_no_elements_beyond_their_own() -> None:
    part = Part((0, 0), (1, 1), [[1.0, 2.0]], [[1.0], [2.0]], None, [])
    sheet = sheet_of(part)
    assert (sheet.rows, sheet.columns, len(sheet.panels)) == (2, 2, 2)
    assert sheet.panels[0].cell(0, 1).text == ""


@pytest.mark.parametrize(
    ("number", "name", "index"), [(0, "[1, :, :]", "[1, 0, 16]"), (1, "[1, 4:5, 20:22]", "[1, 4, 21]")]
)
def test_a_part_knows_its_place_in_the_tensor(number: int, name: str, index: str) -> None:
    sheet = sheet_of(blocks().parts[number])
    assert (sheet.name, sheet.index(0, 1)) == (name, index)


def test_words_tell_the_cell_the_part_and_the_errors() -> None:
    glass = Magnifier.over(SQUARE).to_difference(1)
    assert under_text(glass, WORDS).plain == "[1, 1]   yours 3.0   expected 4.0   difference -1.0   ✗"
    assert sheet_text(Magnifier.over(blocks()), WORDS).endswith("[1, :, :]   1 of 2   16 × 16 per cell")
    assert errors_text(SQUARE, WORDS) == (
        "first at [0, 1]   largest error 1 at [1, 1]   largest relative error 0.25 at [0, 1]"
    )
    odd = difference([1.0, "nan"], ["inf", 2.0])
    assert errors_text(odd, WORDS) == "first at [0]   NaN: yours 0, expected 1   inf: yours 1, expected 0"
    assert list(element_texts(CUBE, 1)) == [("[0, 0, 1]", "9", "2", "7")]
    assert len(list(element_texts(CUBE, 9))) == 2


def test_hidden_checks_and_single_numbers_have_no_picture() -> None:
    check = CheckResult("x", "failed", 1, difference=SQUARE)
    assert has_picture(check)
    assert not has_picture(CheckResult("x", "failed", 1, difference=SQUARE, hidden=True))
    assert not has_picture(CheckResult("x", "failed", 1, difference=difference(1.0, 2.0)))


WRONG = CheckResult(
    "x", "failed", 1, reason="values", expected=tensor([[1.0]]), actual=tensor([[2.0]]), difference=CUBE
)


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_a_key_opens_the_difference_and_its_keys_lead_through_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    wrong = [replace(passed("first/double"), status="failed", checks=(WRONG,))]
    assert pictured(wrong[0]) is WRONG
    async with played(sitting(tmp_path, grader=FakeGrader(verdicts=wrong)), size) as pilot:
        screen = await open_step(pilot, "double")
        await pilot.press("f10")
        assert pilot.app.screen is screen, "nothing was checked yet"
        await pilot.press("f9")
        await until(lambda: screen.view is not None and screen.view.pictured)
        await pilot.press("f10")
        await until(lambda: isinstance(pilot.app.screen, DifferenceScreen))
        page = pilot.app.screen
        assert isinstance(page, DifferenceScreen)
        for key, place in (("n", (2, 0)), ("N", (0, 1)), ("]", (1, 1)), ("left", (1, 0)), ("[", (0, 0))):
            await pilot.press({"]": "right_square_bracket", "[": "left_square_bracket"}.get(key, key))
            assert (page.glass.number, page.glass.column) == place, key
        await pilot.press("end", "minus")
        assert (page.glass.column, page.glass.zoom) == (1, "shades")
        await pilot.press("plus", "enter")
        assert page.glass.zoom == "points", "closer than the closest is all of it"
        await pilot.press("escape")
        await until(lambda: pilot.app.screen is screen)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_large_picture_is_drawn_in_signs_as_far_as_it_fits(tmp_path: Path, language: str) -> None:
    async with played(sitting(tmp_path), (160, 48)) as pilot:
        pilot.app.push_screen(DifferenceScreen(WIDE, Catalogue.load(language)))
        await until(lambda: isinstance(pilot.app.screen, DifferenceScreen))
        await pilot.press("minus", "minus", "end")
        view = pilot.app.screen.query_one(MagnifierView)
        shown = lines(view)
        assert all(len(line) <= 160 for line in shown)
        assert Catalogue.load(language).text("app-side-difference") in shown[0]
        assert "█" in shown[10]
