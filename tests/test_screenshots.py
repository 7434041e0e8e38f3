"""The README's pictures: there, small, and asking nobody on the network for anything."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.scenes.drawing import unpadded
from tests.screenshots import DOCS

ROOT = Path(__file__).parent.parent
PICTURES = re.findall(r"\((docs/[\w-]+\.svg)\)", (ROOT / "README.md").read_text("utf-8"))


def test_the_readme_shows_every_picture() -> None:
    assert {ROOT / name for name in PICTURES} == set(DOCS.glob("*.svg"))
    assert len(PICTURES) == 4


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_small_whole_and_loads_nothing(name: str) -> None:
    svg = (ROOT / name).read_text("utf-8")
    assert len(svg.encode()) < 150_000
    assert ElementTree.fromstring(svg).tag.endswith("svg")
    assert not re.search(r"@font-face|@import|url\((?!#)|href", svg)


def test_blanks_at_the_ends_of_a_piece_move_it_instead_of_being_drawn() -> None:
    piece = '<text class="r1" x="12.2" y="20" textLength="61" clip-path="url(#a)">&#160;&#160;x&#160;y</text>'
    blank = '<text class="r1" x="0" y="20" textLength="12.2" clip-path="url(#a)">&#160;</text>'
    drawn = unpadded(piece + blank)
    assert drawn == '<text class="r1" x="36.6" y="20" textLength="36.6" clip-path="url(#a)">x&#160;y</text>'


def test_a_piece_with_wide_characters_says_where_each_of_them_stands() -> None:
    piece = '<text class="r1" x="0" y="20" textLength="61" clip-path="url(#a)">&#160;张a&lt;</text>'
    placed = '<tspan x="12.2">张</tspan><tspan x="36.6">a&lt;</tspan>'
    assert unpadded(piece) == f'<text class="r1" x="12.2" y="20" clip-path="url(#a)">{placed}</text>'
