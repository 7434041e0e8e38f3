"""The colours of the app: three sets of the same tokens, and the editor's colours made of them.

Owns every colour, and which set comes first. Style sheets and drawn text name tokens (`$accent`, `$good`,
`$code-string`), never a value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.theme import Theme

if TYPE_CHECKING:
    from textual.widgets.text_area import TextAreaTheme


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a theme chooses; each is a colour written `#rrggbb`."""

    ground: str
    """Under words."""
    raised: str
    """Under code."""
    bar: str
    """Under bars, and the chosen row of a list."""
    ink: str
    """Words."""
    muted: str
    """Words that may be overlooked."""
    faint: str
    """Marks that only give shape."""
    accent: str
    """What to do next, and nothing else."""
    good: str
    bad: str
    warn: str
    code: str
    """Code between words."""
    code_keyword: str
    code_function: str
    code_type: str
    code_builtin: str
    code_number: str
    code_string: str
    code_comment: str


DARK = Tokens(
    ground="#16181d",
    raised="#1c1f26",
    bar="#262a33",
    ink="#d9dce3",
    muted="#8f97a7",
    faint="#6e7686",
    accent="#62aef7",
    good="#7cc78a",
    bad="#f0757c",
    warn="#e3b262",
    code="#e5c9a8",
    code_keyword="#c39ae0",
    code_function="#8cb8e8",
    code_type="#7fc7bd",
    code_builtin="#7fc7bd",
    code_number="#d8a87e",
    code_string="#a9c48a",
    code_comment="#8f97a7",
)

LIGHT = Tokens(
    ground="#fcfbf8",
    raised="#f4f3ef",
    bar="#e7e5df",
    ink="#2a2d33",
    muted="#5f6570",
    faint="#828178",
    accent="#0a5fbf",
    good="#1b7035",
    bad="#bd2b32",
    warn="#8a5a00",
    code="#7d4708",
    code_keyword="#7a3aa8",
    code_function="#1f5fa8",
    code_type="#0f6f66",
    code_builtin="#0f6f66",
    code_number="#9a4a12",
    code_string="#3f6b1d",
    code_comment="#5f6570",
)

CONTRAST = Tokens(
    ground="#000000",
    raised="#0a0a0a",
    bar="#1f1f1f",
    ink="#ffffff",
    muted="#d0d0d0",
    faint="#949494",
    accent="#6fc3ff",
    good="#5ff07f",
    bad="#ff9b9b",
    warn="#ffd75f",
    code="#ffe0b0",
    code_keyword="#e0b0ff",
    code_function="#9ad0ff",
    code_type="#7fe8dc",
    code_builtin="#7fe8dc",
    code_number="#ffbf80",
    code_string="#c0f090",
    code_comment="#c8c8c8",
)

TOKENS = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
"""The tokens of each theme by its name; the first is the default."""

LIGHT_GROUNDS = ("7", "15")
"""The light ones of the sixteen colours that `COLORFGBG` counts."""


def _theme(name: str, tokens: Tokens, *, dark: bool) -> Theme:
    own = {
        field.replace("_", "-"): getattr(tokens, field)
        for field in Tokens.__dataclass_fields__
        if field not in ("accent",)
    }
    return Theme(
        name=name,
        dark=dark,
        primary=tokens.accent,
        secondary=tokens.muted,
        accent=tokens.accent,
        foreground=tokens.ink,
        background=tokens.ground,
        surface=tokens.raised,
        panel=tokens.bar,
        success=tokens.good,
        warning=tokens.warn,
        error=tokens.bad,
        variables={
            **own,
            "block-cursor-background": tokens.bar,
            "block-cursor-foreground": tokens.ink,
            "block-cursor-text-style": "none",
            "block-cursor-blurred-background": tokens.ground,
            "block-cursor-blurred-foreground": tokens.ink,
            "input-selection-background": f"{tokens.accent} 30%",
            "screen-selection-background": f"{tokens.accent} 30%",
            "scrollbar": tokens.faint,
            "scrollbar-hover": tokens.muted,
            "scrollbar-active": tokens.muted,
            "scrollbar-background": tokens.ground,
            "scrollbar-background-hover": tokens.ground,
            "scrollbar-background-active": tokens.ground,
            "scrollbar-corner-color": tokens.ground,
        },
    )


THEMES = {name: _theme(name, tokens, dark=name != "light") for name, tokens in TOKENS.items()}
"""The themes by name, in the order in which the switch goes through them."""


def known_theme(name: str) -> str:
    """The name, or the default's when we have no such theme."""
    return name if name in THEMES else next(iter(THEMES))


def next_theme(name: str) -> str:
    """The theme that the switch goes to."""
    names = list(THEMES)
    return names[(names.index(known_theme(name)) + 1) % len(names)]


def guess_theme(environ: Mapping[str, str]) -> str:
    """The theme that fits the terminal: light where `COLORFGBG`, which some terminals set, tells of a light ground."""
    ground = environ.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if ground in LIGHT_GROUNDS else next(iter(THEMES))


def editor_theme(name: str) -> TextAreaTheme:
    """The editor's colours under a theme; grounds and cursor come from the style sheet."""
    from rich.style import Style
    from textual.widgets.text_area import TextAreaTheme

    from tui.highlighting import CAPTURES

    styles = {capture: Style(color=getattr(TOKENS[name], f"code_{capture}")) for capture in CAPTURES}
    return TextAreaTheme(name=name, syntax_styles=styles)
