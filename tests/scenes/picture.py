"""What an app shows, as text that a person can read in a diff.

The text has two grids. The first holds the characters. The second says in the same cells how they are drawn: a
letter for the colour, `.` for plain ink, `u` where it is underlined, upper case where it is bold, `_` where it is
reversed.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.style import Style
from textual.app import App

LETTERS = {"ink": ".", "muted": "m", "faint": "f", "accent": "a", "good": "g", "bad": "b", "warn": "w"}
"""The letter of each colour; `c` stands for the colours of code, `?` for any other."""


def as_text(app: App[int]) -> str:
    """The two grids, with nothing at the ends of their lines."""
    lines = list(_lines(app))
    characters = "\n".join(text.rstrip() for text, _ in lines)
    drawn = "\n".join(styles.rstrip() for _, styles in lines)
    return f"{characters}\n\n{drawn}\n"


def _lines(app: App[int]) -> Iterator[tuple[str, str]]:
    letters = _letters(app)
    for strip in app.screen._compositor.render_strips():
        text, drawn = "", ""
        for segment in strip:
            text += segment.text
            for character in segment.text:
                drawn += _letter(character, segment.style, letters) * max(1, cell_len(character))
        yield text, drawn


def _letter(character: str, style: Style | None, letters: dict[str, str]) -> str:
    if style is not None and style.reverse:
        return "_"
    if character == " " or style is None:
        return " " if character == " " else "."
    coloured = style.color is not None and not style.color.is_default
    colour = style.color.get_truecolor().hex if style.color is not None and coloured else ""
    letter = "u" if style.underline else letters.get(colour, "?") if colour else "."
    return letter.upper() if style.bold else letter


def _letters(app: App[int]) -> dict[str, str]:
    """The letter of each colour of the theme by its value."""
    tokens = app.theme_variables
    code = {value.lower(): "c" for name, value in tokens.items() if name.startswith("code")}
    return code | {tokens[name].lower(): letter for name, letter in LETTERS.items()}
