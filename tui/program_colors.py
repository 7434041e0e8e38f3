"""The colours that a program prints, in the colours of our theme and readable on its ground.

Owns the table from the sixteen named colours of a terminal to the theme's tokens; a colour that a program
mixed itself stays, unless it could not be read where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from rich.color import Color as ProgramColor
from rich.style import Style
from textual.color import Color

TOKENS = (
    "muted",
    "bad",
    "good",
    "warn",
    "code-function",
    "code-keyword",
    "code-type",
    "ink",
)
"""The tokens for black, red, green, yellow, blue, magenta, cyan and white; the bright ones share them."""

READABLE = 3.0
"""The least contrast of words and their ground (WCAG 2.2, success criterion 1.4.11)."""

Paint = Callable[[Style], Style]


def painter(variables: Mapping[str, str], ground: str = "ground") -> Paint:
    """Turns a program's style into one of ours, under a theme's variables; `ground` is the token below."""
    tokens = {name: Color.parse(variables[name]) for name in {*TOKENS, "ink", ground}}
    ink, under = tokens["ink"], tokens[ground]

    def ours(color: ProgramColor | None) -> Color | None:
        if color is None or color.is_default:
            return None
        if color.number is not None and color.number < 16:
            return tokens[TOKENS[color.number % 8]]
        return Color(*color.get_truecolor())

    @lru_cache(maxsize=512)
    def paint(style: Style) -> Style:
        front, back = ours(style.color), ours(style.bgcolor)
        if style.dim and front is None:
            front = tokens["muted"]
        if style.reverse:
            front, back = back or under, front or ink
        if front is not None or back is not None:
            front = _readable(front or ink, back or under, ink, under)
        return Style(
            color=front.rich_color if front is not None else None,
            bgcolor=back.rich_color if back is not None else None,
            bold=style.bold,
            italic=style.italic,
            underline=style.underline,
            strike=style.strike,
        )

    return paint


def _readable(front: Color, back: Color, ink: Color, ground: Color) -> Color:
    """The colour of words, or whichever of ink and ground stands out more when it cannot be read."""
    if _contrast(front, back) >= READABLE:
        return front
    return max((ink, ground), key=lambda color: _contrast(color, back))


def _contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours as WCAG 2.2 defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
