from __future__ import annotations

import pytest
from rich.style import Style
from textual.color import Color

from tui.program_colors import READABLE, _contrast, painter
from tui.themes import THEMES


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_can_be_read_on_its_ground(theme: str) -> None:
    known = THEMES[theme].variables
    paint, ground = painter(known), Color.parse(known["ground"])
    colours = [f"color({number})" for number in range(256)] + ["#000000", "#ffffff", "#101040"]
    for colour in colours:
        front = paint(Style.parse(colour)).color
        assert front is not None
        assert _contrast(Color.from_rich_color(front), ground) >= READABLE, colour
        both = paint(Style.parse(f"white on {colour}"))
        assert both.color is not None
        assert both.bgcolor is not None
        front_, back = Color.from_rich_color(both.color), Color.from_rich_color(both.bgcolor)
        assert _contrast(front_, back) >= READABLE, colour


@pytest.mark.parametrize("theme", THEMES)
def test_named_colours_are_those_of_the_theme(theme: str) -> None:
    known = THEMES[theme].variables
    paint = painter(known)
    for name, token in (("red", "bad"), ("bright_red", "bad"), ("green", "good"), ("yellow", "warn")):
        found = paint(Style.parse(f"bold {name}"))
        assert found.color == Color.parse(known[token]).rich_color
        assert found.bold
    assert paint(Style.parse("reverse red")).bgcolor == Color.parse(known["bad"]).rich_color
    assert paint(Style.null()).color is None
