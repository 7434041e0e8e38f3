"""What an app shows, as text that a person can read in a diff, and as a drawing.

The text has two grids. The first holds the characters. The second says in the same cells how they are drawn: a
letter for the colour, `.` for plain ink, upper case where it is bold, `_` where it is reversed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.style import Style
from textual.app import App

LETTERS = {"ink": ".", "muted": "m", "faint": "f", "accent": "a", "good": "g", "bad": "b", "warn": "w"}
"""The letter of each colour; `c` stands for the colours of code, `?` for any other."""

_FACE = re.compile(r"@font-face \{.*?\}", re.DOTALL)
FONTS = "DejaVu Sans Mono, Noto Sans Mono CJK SC, monospace"


def as_text(app: App[int]) -> str:
    """The two grids, with nothing at the ends of their lines."""
    lines = list(_lines(app))
    characters = "\n".join(text.rstrip() for text, _ in lines)
    drawn = "\n".join(styles.rstrip() for _, styles in lines)
    return f"{characters}\n\n{drawn}\n"


def as_svg(app: App[int], fonts: str = FONTS) -> str:
    """The screen as a drawing, in fonts that the viewer's machine has; the default is for Debian."""
    drawing = _FACE.sub("", app.export_screenshot(simplify=True))
    return drawing.replace("Fira Code", fonts)


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
    if character == " ":
        return " "
    colour = style.color.get_truecolor().hex if style is not None and style.color is not None else ""
    letter = letters.get(colour, "?")
    return letter.upper() if style is not None and style.bold else letter


def _letters(app: App[int]) -> dict[str, str]:
    """The letter of each colour of the theme by its value."""
    tokens = app.theme_variables
    code = {value.lower(): "c" for name, value in tokens.items() if name.startswith("code")}
    return code | {tokens[name].lower(): letter for name, letter in LETTERS.items()}
