"""Draws scenes: `python -m tests.scenes DIRECTORY [NAME ...]`, as SVG and, with rsvg-convert, as PNG."""

import asyncio
import shutil
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

from course.catalogue import LANGUAGES
from tests.scenes.picture import as_svg
from tests.scenes.scenes import SCENES
from tests.scenes.stage import LARGE, SMALL, staged
from tui.themes import THEMES


async def draw(directory: Path, names: list[str]) -> None:
    """Draws scenes in two sizes, all languages and all themes."""
    for name, size, language, theme in product(names, (SMALL, LARGE), LANGUAGES, THEMES):
        file = directory / f"{name}-{size[0]}x{size[1]}-{language}-{theme}.svg"
        with tempfile.TemporaryDirectory() as home:
            async with staged(SCENES[name], Path(home), size, language, theme) as stage:
                file.write_text(as_svg(stage.app), encoding="utf-8")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(draw(target, sys.argv[2:] or list(SCENES)))
    for drawing in target.glob("*.svg") if shutil.which("rsvg-convert") else ():
        subprocess.run(["rsvg-convert", "-o", drawing.with_suffix(".png"), drawing], check=True)
