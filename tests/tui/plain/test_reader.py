"""The conversation itself: how it begins, what is understood, what is never said."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path
from typing import Any

import pytest

from course.catalogue import LANGUAGES, Catalogue
from course.message import Message
from grader.errors import GraderUnavailable
from grader.verdict import Output
from tests.tui.fakes import FakeGrader, failed, raised, until
from tests.tui.plain.talks import talk
from tui.plain.commands import COMMANDS

BOTH = pytest.mark.parametrize("language", LANGUAGES)
EN = Catalogue.load("en")


@BOTH
async def test_it_begins_with_course_place_and_how_to_get_help(tmp_path: Path, language: str) -> None:
    async with talk(tmp_path, language=language) as talking:
        words = talking.reader.words
        title = {"en": "A small course", "zh": "一门很小的课程"}[language]
        heading = {"en": "Page", "zh": "只有文字的一页"}[language]
        assert title in talking.said[0]
        assert talking.said[1] == words.text("plain-ask")
        assert heading in talking.said[3]
        assert talking.reader.prompt == f"[{words.text('app-count', done=1, total=5)}] > "


@BOTH
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
async def test_each_command_obeys_its_word_in_either_language_and_its_letter(
    tmp_path: Path, language: str, command: Any
) -> None:
    async with talk(tmp_path, language=language) as talking:
        done: list[str] = []

        async def do(_: object, rest: str) -> None:
            done.append(rest)

        mine = dataclasses.replace(command, do=do, like=None)
        talking.reader.commands = tuple(mine if each is command else each for each in COMMANDS)
        names = [
            command.id,
            talking.reader.words.text(command.label),
            *([command.letter] * bool(command.letter)),
        ]
        await talking.type(*(f"{name} 1" for name in names))
        assert done == ["1"] * len(names)
        assert all(len(name.split()) == 1 for name in names)


@BOTH
async def test_no_line_holds_a_key_of_the_catalogue_a_sign_or_a_colour(tmp_path: Path, language: str) -> None:
    grader = FakeGrader(verdicts=[failed()], runs=[raised()], printed=[Output("stderr", "\x1b[31mred\n")])
    tour = [*"nahm", "help all", "r", "o", "l", "g pick", "1", "2", "g double", "a", "i", "i", "i", "s", "s"]
    tour += [
        "c",
        "w",
        "f",
        "t 2 return 1",
        "u",
        "reset",
        "code indents",
        "where",
        "",
        "nexxt",
        "zzzzzz",
        "go",
        "g 9/9",
    ]
    async with talk(tmp_path, *tour, grader=grader, language=language) as talking:
        heard = "\n".join(talking.said)
        assert "red" in heard
        for wrong in ("plain-", "app-", "cli-", "\x1b", *"✓✗○◐●│─"):
            assert wrong not in heard, wrong


async def test_a_page_is_said_in_reading_order_with_its_code_announced_and_ended(tmp_path: Path) -> None:
    async with talk(tmp_path) as talking:
        assert talking.said[4:] == [
            "Words only, bold and code.",
            "1. One",
            "2. Two",
            "  - nested item that is rather long so that it wraps over more than one line in the pane",
            "3. Three",
            "Quotation: A quotation stands apart.",
            "Code, 2 lines:",
            "for i in range(3):",
            "    print(i)   # counts",
            "End of code.",
            "n goes on.",
        ]


async def test_a_table_is_a_sentence_for_each_row(tmp_path: Path) -> None:
    async with talk(tmp_path, language="zh") as talking:
        assert "事实：shape；问题：有多少个数，怎样排列？；例子：5 行 3 列" in talking.said


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        (["t 2", "    return 1"], ["def double(x):", "    return 1"]),
        (["t 2     return 1"], ["def double(x):", "    return 1"]),
        (["t 1-2", "a", "b", "c", "."], ["a", "b", "c"]),
        (["insert 1", "import torch", "."], ["import torch", "def double(x):", "    ..."]),
        (["insert 1 import torch"], ["import torch", "def double(x):", "    ..."]),
        (["insert", "double(1)", "."], ["def double(x):", "    ...", "double(1)"]),
        (["delete 1-2"], []),
        (["delete 2"], ["def double(x):"]),
        (["delete 2", "u"], ["def double(x):", "    ..."]),
        (["t 2", "    ..."], ["def double(x):", "    ..."]),
        (["delete 3"], ["def double(x):", "    ..."]),
        (["t 0 x"], ["def double(x):", "    ..."]),
        (["t x"], ["def double(x):", "    ..."]),
        (["insert 9 x"], ["def double(x):", "    ..."]),
        (["delete 1", "reset"], ["def double(x):", "    ..."]),
        (["delete 1", "reset", "u"], ["    ..."]),
    ],
)
async def test_lines_are_changed_by_their_numbers(tmp_path: Path, typed: list[str], lines: list[str]) -> None:
    async with talk(tmp_path, "g 5", *typed) as talking:
        assert talking.reader.page.code == "".join(f"{line}\n" for line in lines)


async def test_ctrl_c_gives_up_typing_and_ctrl_d_ends_it(tmp_path: Path) -> None:
    async with talk(tmp_path, "g 5", "t", "x = 1") as talking:
        await talking.reader.interrupted()
        assert talking.said[-1] == "Nothing was changed."
        assert talking.reader.page.code == "def double(x):\n    ...\n"
        await talking.type("t", "x = 1")
        await talking.reader.input_ended()
        assert talking.reader.page.code == "x = 1\n"
        assert not talking.reader.ended


async def test_ctrl_c_at_the_prompt_says_how_to_quit_and_ctrl_d_quits(tmp_path: Path) -> None:
    async with talk(tmp_path) as talking:
        await talking.reader.interrupted()
        assert talking.said[-1] == "q quits. Ctrl+C stops a running program."
        await talking.reader.input_ended()
        assert talking.reader.ended


async def test_a_mistyped_command_names_the_nearest(tmp_path: Path) -> None:
    async with talk(tmp_path) as talking:
        assert await talking.type("chekc") == ["There is no command chekc. Did you mean check?"]
        assert await talking.type("9" * 5000) == [EN.text("plain-unknown", word="9" * 40)]
        assert await talking.type("zzzzzz") == ["There is no command zzzzzz. h lists the commands."]


async def test_an_empty_line_says_where_one_is_and_no_more(tmp_path: Path) -> None:
    async with talk(tmp_path) as talking:
        assert await talking.type("") == ["Step 1 of 5, page: Page", "h for help, a reads the step again."]


async def test_a_grader_that_cannot_start_is_said_and_the_course_goes_on(tmp_path: Path) -> None:
    problem = GraderUnavailable(Message("grader-host-died", {"why": "no torch"}))
    async with talk(tmp_path, grader=FakeGrader(problem=problem)) as talking:
        await until(lambda: "The grader could not start: no torch" in talking.said)
        assert (await talking.type("n"))[0] == "Step 2 of 5, page: Snippet"


async def test_work_that_is_not_saved_is_said(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(0o500)
    if os.access(home, os.W_OK):
        home.rmdir()
        home.write_text("in the way")
    async with talk(home, "n") as talking:
        await until(lambda: any(line.startswith("Your work is not being saved") for line in talking.said))


async def test_when_all_is_done_it_says_so_and_opens_a_step_all_the_same(tmp_path: Path) -> None:
    course = tmp_path / "course"
    course.mkdir()
    (course / "course.yaml").write_text("format: 1\nid: one\ntitle: One\nlessons: [only]\n")
    (course / "only.yaml").write_text(
        "format: 1\nid: only\ntitle: Only\nminutes: 1\nsteps: [{id: page, kind: read, text: Words.}]\n"
    )
    async with talk(tmp_path, "n", lesson=None, course=course) as talking:
        assert "This is the last step. 1 of 1 steps are done." in talking.said[-1]
    async with talk(tmp_path, lesson=None, course=course) as again:
        assert EN.text("app-resume-done") in again.said
        assert "Words." in again.said
