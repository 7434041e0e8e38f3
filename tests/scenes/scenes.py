"""All scenes: each screen of the app in each of its states."""

from __future__ import annotations

from tests.scenes import differences, editor, home, kept, lesson, popups, results, scratch, tabs
from tests.scenes.stage import Scene

PARTS = (home, lesson, editor, results, differences, tabs, popups, kept, scratch)

SCENES: dict[str, Scene] = {scene.name: scene for part in PARTS for scene in part.scene.all}
"""All scenes by name."""
