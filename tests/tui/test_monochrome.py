"""The app where colours are not wanted: everything that a ground or a colour tells is told by other means."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.style import Style
from textual.pilot import Pilot

from tests.tui.fakes import sitting, until
from tests.tui.playing import open_step, played, settled, text
from tui.widgets.editor import Editor
from tui.widgets.splitter import Splitter


@pytest.fixture(autouse=True)
def _without_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")


def painted(pilot: Pilot[int], like: Callable[[Style], object]) -> str:
    """What is painted in styles of a kind, line by line."""
    lines = []
    for strip in pilot.app.screen._compositor.render_strips():
        lines.append("".join(piece.text for piece in strip if piece.style is not None and like(piece.style)))
    return "\n".join(line.rstrip() for line in lines if line.strip())


def reversed_text(pilot: Pilot[int]) -> str:
    return painted(pilot, lambda style: style.reverse)


async def test_no_colour_is_left(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await open_step(pilot, "double")
        await pilot.press("f2")
        await settled(pilot)

        def coloured(style: Style) -> bool:
            return any(colour and not colour.is_default for colour in (style.color, style.bgcolor))

        assert painted(pilot, coloured) == ""


async def test_selection_and_chosen_tab_are_reversed(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        screen.query_one(Editor).select_all()
        await pilot.pause()
        shown = reversed_text(pilot)
        assert "def double(x):" in shown
        assert "Checks" in shown
        assert "Output" not in shown


async def test_the_button_to_go_on_is_reversed(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await open_step(pilot, "snippet")
        assert "Next: Pick" in reversed_text(pilot)


async def test_the_chosen_lesson_and_code_between_words_are_underlined(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        assert "The first lesson" not in painted(pilot, lambda style: style.underline)
        await pilot.press("down")
        await until(lambda: "The first lesson" in painted(pilot, lambda style: style.underline))
        await open_step(pilot, "page")
        assert "code" in painted(pilot, lambda style: style.underline)


async def test_panes_are_told_apart_by_lines(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        across, down = screen.query(Splitter)
        assert across.render().plain == "\n".join("│" * across.size.height)
        assert down.render().plain == "─" * down.size.width


async def test_the_thumb_of_a_scrollbar_is_a_character(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        screen = await open_step(pilot, "double")
        screen.query_one(Editor).replace_all("x = 1\n" * 100)
        await pilot.pause()
        bar = screen.query_one(Editor).vertical_scrollbar
        column = [strip.text for strip in bar.render_lines(bar.size.region)]
        assert column[0] == "▐"
        assert column[-1] == " "


async def test_the_open_step_can_be_told(tmp_path: Path) -> None:
    async with played(sitting(tmp_path)) as pilot:
        await open_step(pilot, "double")
        assert "○[◐]" in text(pilot, "TitleBar")
