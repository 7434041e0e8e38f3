"""Every screen and state as it was when a person last looked at it and found it right.

After a change that is meant, `python -m pytest tests/test_scenes.py --snapshot-update` takes the new pictures; read
them in the diff, and look at them as drawn by `python -m tests.scenes DIRECTORY`.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from course.catalogue import LANGUAGES
from tests.scenes.picture import as_text
from tests.scenes.scenes import SCENES
from tests.scenes.stage import Scene, staged


class Picture(SingleFileSnapshotExtension):
    """One text file for each scene."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The scene as it was found right."""
    return snapshot.use_extension(Picture)


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
async def test_a_scene_looks_as_it_did(scene: Scene, tmp_path: Path, picture: SnapshotAssertion) -> None:
    shown = []
    for (columns, rows), language in product(scene.sizes, LANGUAGES):
        name = f"{columns}x{rows} {language}"
        (tmp_path / name).mkdir()
        async with staged(scene, tmp_path / name, (columns, rows), language) as stage:
            shown.append(f"=== {name}\n{as_text(stage.app)}")
    assert "\n".join(shown) == picture
