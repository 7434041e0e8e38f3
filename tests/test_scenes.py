"""Every screen and state as it was when a person last looked at it and found it right.

After a change that is meant, `python -m pytest tests/test_scenes.py -m "soak or not soak" --snapshot-update` takes the
new pictures; read them in the diff, and look at them as drawn by `python -m tests.scenes DIRECTORY`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from course.catalogue import LANGUAGES
from tests.scenes.picture import as_text
from tests.scenes.scenes import SCENES
from tests.scenes.stage import Scene, staged


class Picture(SingleFileSnapshotExtension):
    """One text file for each picture."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The scene as it was found right."""
    return snapshot.use_extension(Picture)


def pictures() -> Iterator[Any]:
    """All scenes in every size and language; the default run has Chinese where it is narrow, English elsewhere."""
    for scene in SCENES.values():
        for (columns, rows), language in product(scene.sizes, LANGUAGES):
            usual = (language == "zh") is ((columns, rows) == scene.sizes[0])
            name = f"{scene.name}-{columns}x{rows}-{language}"
            marks = [] if usual else [pytest.mark.soak]
            yield pytest.param(scene, (columns, rows), language, id=name, marks=marks)


@pytest.mark.parametrize(("scene", "size", "language"), list(pictures()))
async def test_a_scene_looks_as_it_did(
    scene: Scene, size: tuple[int, int], language: str, tmp_path: Path, picture: SnapshotAssertion
) -> None:
    async with staged(scene, tmp_path, size, language) as stage:
        assert as_text(stage.app) == picture
