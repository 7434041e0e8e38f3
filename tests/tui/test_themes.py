from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from textual.color import Color

from tests.tui.fakes import sitting
from tests.tui.playing import played, text
from tui.themes import THEMES, TOKENS, Tokens, editor_theme, guess_theme, known_theme, next_theme
from tui.widgets.editor import Editor

GROUNDS = ("ground", "raised", "bar")
MARKS = {"faint": 3.0}
"""Tokens of which no words are made, and what the guidelines ask of those."""


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2, from 1 to 21."""
    lights = []
    for colour in (one, other):
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb(colour)]
        lights.append(0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2])
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def rgb(colour: str) -> tuple[float, float, float]:
    return Color.parse(colour).normalized


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("token", [field.name for field in fields(Tokens) if field.name not in GROUNDS])
@pytest.mark.parametrize(("theme", "least"), [("dark", 4.5), ("light", 4.5), ("contrast", 7.0)])
def test_every_colour_can_be_read_on_every_ground(theme: str, least: float, token: str, ground: str) -> None:
    tokens = TOKENS[theme]
    ratio = contrast(getattr(tokens, token), getattr(tokens, ground))
    assert ratio >= MARKS.get(token, least), f"{token} on {ground} of {theme}: {ratio:.2f}"


@pytest.mark.parametrize("theme", TOKENS)
def test_words_on_the_accent_can_be_read(theme: str) -> None:
    assert contrast(TOKENS[theme].ground, TOKENS[theme].accent) >= 4.5


def test_the_switch_goes_through_all_themes_and_back() -> None:
    seen = ["dark"]
    while (following := next_theme(seen[-1])) not in seen:
        seen.append(following)
    assert seen == list(THEMES)
    assert following == "dark"
    assert known_theme("solarized") == "dark"


@pytest.mark.parametrize(
    ("value", "theme"), [("15;0", "dark"), ("0;15", "light"), ("0;default;7", "light"), ("", "dark")]
)
def test_the_first_theme_is_guessed_from_what_the_terminal_tells(value: str, theme: str) -> None:
    assert guess_theme({"COLORFGBG": value}) == theme
    assert guess_theme({}) == "dark"


@pytest.mark.parametrize("theme", THEMES)
def test_code_has_the_colours_of_its_theme(theme: str) -> None:
    keyword = editor_theme(theme).syntax_styles["keyword"].color
    assert keyword is not None
    assert keyword.name == TOKENS[theme].code_keyword


async def test_the_switch_says_which_theme_it_is_and_the_editor_follows(tmp_path: Path) -> None:
    async with played(sitting(tmp_path, lesson="third")) as pilot:
        pilot.app.theme = "light"
        pilot.app.action_theme()  # type: ignore[attr-defined]
        await pilot.pause()
        assert pilot.app.theme == "contrast"
        assert [notice.message for notice in pilot.app._notifications] == ["Colours: high contrast"]
        assert pilot.app.screen.query_one(Editor).theme == "contrast"
        assert pilot.app.screen.query_one("TitleBar").styles.background.hex == "#1F1F1F"
        assert text(pilot, "TitleBar")
