"""What an app shows, as a drawing that looks alike in every viewer.

Textual's drawing relies on blanks at the ends of a piece of text and on its `textLength`, which some viewers drop:
here a piece begins at its first letter, and one with other than plain letters says where each of them stands.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from rich.cells import cell_len
from textual.app import App

_FACE = re.compile(r"@font-face \{.*?\}", re.DOTALL)
_PIECE = re.compile(r'(<text .*? x=")([\d.]+)(".*?) textLength="([\d.]+)"(.*?>)(.*?)</text>')
FONTS = "DejaVu Sans Mono, Noto Sans Mono CJK SC, monospace"

CELL = 12.2
"""The width of a cell in the drawing."""
BLANK = "\xa0"


def as_svg(app: App[int], fonts: str = FONTS) -> str:
    """The screen as a drawing, in fonts that the viewer's machine has; the default is for Debian."""
    drawing = _FACE.sub("", app.export_screenshot(simplify=True))
    return unpadded(drawing.replace("Fira Code", fonts))


def unpadded(svg: str) -> str:
    """A drawing whose pieces of text have no blanks at their ends."""
    return re.sub(r"\n\s*\n+", "\n", _PIECE.sub(_unpadded, svg))


def _unpadded(found: re.Match[str]) -> str:
    """A piece of text that begins at its first letter; of blanks alone, nothing."""
    head, x, middle, length, tail, escaped = found.groups()
    words = html.unescape(escaped)
    text = words.strip(f"{BLANK} ")
    if not text:
        return ""
    left = float(x) + CELL * (len(words) - len(words.lstrip(f"{BLANK} ")))
    told = html.escape(text, quote=False).replace(BLANK, "&#160;")
    width = float(length) - CELL * (len(words) - len(text))
    if text.replace(BLANK, " ").isascii():
        return f'{head}{left:g}{middle} textLength="{width:g}"{tail}{told}</text>'
    return f"{head}{left:g}{middle}{tail}{''.join(_placed(text, left))}</text>"


def _placed(text: str, left: float) -> Iterator[str]:
    """Each word of plain letters, and each other character, at its own place."""
    for run in re.findall(r"[\x21-\x7f]+|[ \xa0]+|[^\x00-\x7f\xa0]", text):
        if run.strip(f"{BLANK} "):
            yield f'<tspan x="{left:g}">{html.escape(run, quote=False)}</tspan>'
        left += CELL * cell_len(run)
