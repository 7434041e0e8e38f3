"""Every screen and state as it was when a person last looked at it and found it right.

After a change that is meant, `python -m pytest tests/test_scenes.py --snapshot-update` takes the new pictures; read
them in the diff, and look at them as drawn by `python -m tests.scenes DIRECTORY`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from course.catalogue import LANGUAGES
from tests.scenes.picture import as_text
from tests.scenes.scenes import SCENES
from tests.scenes.stage import LARGE, SMALL, staged


class Picture(SingleFileSnapshotExtension):
    """One text file for each picture."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The picture that was found right."""
    return snapshot.use_extension(Picture)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
@pytest.mark.parametrize("name", SCENES)
async def test_a_scene_looks_as_it_did(
    name: str, size: tuple[int, int], language: str, tmp_path: Path, picture: SnapshotAssertion
) -> None:
    async with staged(SCENES[name], tmp_path, size, language) as stage:
        assert as_text(stage.app) == picture
