"""Writing code without a screen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from course.catalogue import Catalogue
from tests.tui.plain.talks import talk

EN = Catalogue.load("en")


async def test_code_is_read_with_numbers_and_indentation_in_words_when_wanted(tmp_path: Path) -> None:
    async with talk(tmp_path, "g 5") as talking:
        assert await talking.type("code") == ["Your code, 2 lines:", "1: def double(x):", "2:     ..."]
        assert await talking.type("l 2-2") == ["2:     ..."]
        assert await talking.type("code indents 2") == ["2: indent 1, ..."]
        assert (await talking.type("l"))[-1] == "2: indent 1, ..."
        assert await talking.type("l 3") == ["There is no line 3. Your code has 2 lines."]
    async with talk(tmp_path, "g 5") as later:
        assert (await later.type("l"))[-1] == "2: indent 1, ..."
        assert (await later.type("l plain"))[-1] == "2:     ..."


async def test_a_step_without_code_says_so(tmp_path: Path) -> None:
    async with talk(tmp_path) as talking:
        assert await talking.type("code") == ["This step has no code."]
        assert (await talking.type("type"))[0] == "The command type does nothing at this step."


async def test_code_is_typed_line_by_line_until_a_dot_and_kept(tmp_path: Path) -> None:
    async with talk(tmp_path, "g 5") as talking:
        assert (await talking.type("type"))[0].startswith("Type the whole program")
        assert talking.reader.prompt == "1: "
        await talking.type("def double(x):", "\treturn x + x", "")
        assert talking.reader.prompt == "4: "
        assert (await talking.type("."))[0].startswith("Changed; your code has 3 lines.")
        assert talking.reader.page.code == "def double(x):\n    return x + x\n\n"
    async with talk(tmp_path, "g 5") as later:
        assert later.reader.page.code == "def double(x):\n    return x + x\n\n"


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that notes its file's name and writes a program, or fails when there is a file `refuse`."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib\nhome = pathlib.Path(__file__).parent\nfile = pathlib.Path(sys.argv[-1])\n"
        "home.joinpath('named').write_text(file.name + ' ' + file.read_text())\n"
        "file.write_text('edited = 1\\n')\nsys.exit(home.joinpath('refuse').exists())\n"
    )
    monkeypatch.setenv("VISUAL", "")
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")
    return tmp_path


async def test_edit_opens_ones_own_editor_on_a_file_named_like_the_exercise(
    editor: Path, tmp_path: Path
) -> None:
    async with talk(tmp_path, "g 5", "edit") as talking:
        assert (editor / "named").read_text() == "double.py def double(x):\n    ...\n"
        assert talking.reader.page.code == "edited = 1\n"
    async with talk(tmp_path, "g 5") as later:
        assert later.reader.page.code == "edited = 1\n"


async def test_an_editor_that_fails_changes_nothing(
    editor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (editor / "refuse").touch()
    async with talk(tmp_path, "g 5") as talking:
        assert (await talking.type("e"))[0].startswith("Nothing was changed.")
        monkeypatch.setenv("EDITOR", str(tmp_path / "missing"))
        assert (await talking.type("e"))[0].startswith("Nothing was changed.")
        monkeypatch.delenv("EDITOR")
        assert await talking.type("e") == [EN.text("plain-no-editor")]
        assert talking.reader.page.code == "def double(x):\n    ...\n"
