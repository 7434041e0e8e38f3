"""Going from step to step in lines of text, and what is told of the course."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.catalogue import Catalogue
from tests.tui.fakes import FakeGrader, Info
from tests.tui.plain.talks import talk
from tui.session import Place

EN = Catalogue.load("en")


async def test_going_on_reads_the_page_and_going_back_comes_back(tmp_path: Path) -> None:
    async with talk(tmp_path) as talking:
        assert (await talking.type("n"))[0] == "Step 2 of 5, page: Snippet"
        assert talking.reader.study.marks[Place("first", "page")] == "passed"
        assert (await talking.type("b"))[0] == "Step 1 of 5, page: Page, passed"
        assert await talking.type("b") == ["This is the first step."]
        assert (await talking.type("again"))[0] == "Step 1 of 5, page: Page, passed"


async def test_the_last_step_says_that_it_is(tmp_path: Path) -> None:
    async with talk(tmp_path, "g 3/5") as talking:
        assert (await talking.type("n"))[0].startswith("This is the last step.")


async def test_the_map_tells_lessons_and_steps_with_their_state(tmp_path: Path) -> None:
    async with talk(tmp_path, "n") as talking:
        heard = await talking.type("map")
        assert heard[0] == "Lesson 1: The first lesson, 1 of 5 done."
        assert heard[1] == "1: Page, page, passed"
        assert heard[2] == "2: Snippet, page, opened, not passed, you are here"
        assert heard[3] == "3: Pick, question, not opened"
        assert heard[6:] == ["Lesson 2: Broken, cannot be opened.", "Lesson 3: A third one, 0 of 5 done."]
        assert "1: Page, page, not opened" in await talking.type("m third")
        assert await talking.type("m 7") == ["There is no lesson 7."]


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("g 3", "Step 3 of 5, question: Pick"),
        ("go double", "Step 5 of 5, exercise: Twice as much"),
        ("g 3/2", "Lesson 3: A third one, 0 of 5 done."),
        ("g third/pick", "Lesson 3: A third one, 0 of 5 done."),
        ("go third", "Lesson 3: A third one, 0 of 5 done."),
        ("g 9", "There is no step 9. m lists them."),
        ("g third/nope", "There is no step third/nope. m lists them."),
        ("g", EN.text("plain-go-where")),
    ],
)
async def test_go_takes_numbers_and_ids_of_steps_and_lessons(
    tmp_path: Path, typed: str, heading: str
) -> None:
    async with talk(tmp_path) as talking:
        assert (await talking.type(typed))[0] == heading


async def test_a_lesson_that_cannot_be_opened_says_why_and_what_can_be_done(tmp_path: Path) -> None:
    async with talk(tmp_path, "g 5") as talking:
        heard = await talking.type("n")
        assert "broken.yaml" in heard[0]
        assert heard[-1] == EN.text("plain-other-lesson")
        assert talking.reader.here == Place("first", "double")


async def test_a_course_without_a_readable_lesson_leaves_the_map(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text("format: 1\nid: bad\ntitle: Bad\nlessons: [bad]\n")
    (tmp_path / "bad.yaml").write_text("format: 1\n")
    async with talk(tmp_path, lesson=None, course=tmp_path) as talking:
        assert talking.reader.prompt == "> "
        assert await talking.type("c") == [EN.text("plain-nothing-open")]
        assert await talking.type("m") == ["Lesson 1: Bad, cannot be opened."]
        assert "bad.yaml" in (await talking.type("g 1"))[0]
        assert talking.reader.prompt == "> "


@pytest.mark.parametrize("word", ["quit", "q", "exit", "QUIT", "ｑ"])
async def test_quit(tmp_path: Path, word: str) -> None:
    async with talk(tmp_path, word) as talking:
        assert talking.reader.ended


async def test_help_tells_what_can_be_done_here_everything_or_one_command(tmp_path: Path) -> None:
    async with talk(tmp_path) as talking:
        here = await talking.type("h")
        assert "next, n: Goes to the next step." in here
        assert not any(line.startswith("check") for line in here)
        assert "check, c: Checks your code." in await talking.type("help all")
        assert await talking.type("help check") == ["check, c: Checks your code."]


async def test_the_language_changes_in_place_and_keeps_the_code(tmp_path: Path) -> None:
    async with talk(tmp_path, "g 5", "t 2     return 1") as talking:
        heard = await talking.type("language")
        assert heard[0] == "中文。"
        assert "第 5 步，共 5 步，练习：两倍" in heard
        assert "2:     return 1" in heard
        assert (await talking.type("语言"))[0] == "English."


async def test_the_language_changed_to_is_spoken_at_the_next_start(tmp_path: Path) -> None:
    async with talk(tmp_path, "language", language=None):
        pass
    async with talk(tmp_path, language=None) as talking:
        assert "一门很小的课程" in talking.said[0]


async def test_where_names_the_file_and_what_programs_can_do_here(tmp_path: Path) -> None:
    for isolation, told in (("landlock", "privacy-sealed"), ("limits", "privacy-open")):
        async with talk(tmp_path, grader=FakeGrader(info=Info(isolation=isolation))) as talking:
            heard = await talking.type("where")
            assert str(tmp_path) in heard[0]
            assert heard[1] == EN.text(told)
