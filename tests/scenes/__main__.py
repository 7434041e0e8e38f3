"""Draws scenes: `python -m tests.scenes DIRECTORY [PATTERN ...]`, as SVG and, with rsvg-convert, as PNG.

A pattern chooses the files: `exercise*-80x24-zh-dark`, or `*-light` for all scenes in light colours. Without any,
every scene is drawn in its own theme.
"""

import asyncio
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from itertools import product
from pathlib import Path

from course.catalogue import LANGUAGES
from tests.scenes.picture import as_svg
from tests.scenes.scenes import SCENES
from tests.scenes.stage import Scene, staged
from tui.themes import THEMES

Drawing = tuple[str, Scene, tuple[int, int], str, str]
"""A file's name, and the scene, size, language and theme of what it shows."""


def chosen(patterns: Sequence[str]) -> Iterator[Drawing]:
    """The drawings whose names fit any pattern."""
    for scene in SCENES.values():
        for size, language, theme in product(scene.sizes, LANGUAGES, THEMES):
            name = f"{scene.name}-{size[0]}x{size[1]}-{language}-{theme}"
            if any(fnmatch(name, pattern) for pattern in patterns) or (not patterns and theme == scene.theme):
                yield name, scene, size, language, theme


async def draw(directory: Path, patterns: Sequence[str]) -> None:
    """Draws what is chosen."""
    for name, scene, size, language, theme in chosen(patterns):
        with tempfile.TemporaryDirectory() as home:
            async with staged(scene, Path(home), size, language, theme) as stage:
                (directory / f"{name}.svg").write_text(as_svg(stage.app), encoding="utf-8")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(draw(target, sys.argv[2:]))
    for drawing in target.glob("*.svg") if shutil.which("rsvg-convert") else ():
        subprocess.run(["rsvg-convert", "-o", drawing.with_suffix(".png"), drawing], check=True)
