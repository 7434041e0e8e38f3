from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, cast

from course.catalogue import Catalogue
from course.loader import open_course
from course.progress import Progress
from grader.verdict import Output
from tests.tui.fakes import COURSE, FakeGrader, failed, passed, until
from tui.attempts import Ask, Attempts
from tui.keeping import Keeper
from tui.session import Place
from tui.study import Study

DOUBLE = Place("first", "double")


async def begin(home: Path) -> Study:
    course = open_course(COURSE)
    keeper = Keeper(lambda: Progress.open(home / "p.sqlite3"), lambda _: None)
    return await Study.begin(course, Catalogue.load("en"), keeper, cast("Any", FakeGrader()))


async def read(study: Study) -> Study:
    async for _ in study.read_lessons():
        pass
    return study


async def test_a_course_is_read_lesson_by_lesson_and_a_broken_one_says_why(tmp_path: Path) -> None:
    study = await begin(tmp_path)
    assert [row.total for row in study.rows()] == [0, 0, 0]
    assert study.resume() is None
    seen = [lesson.id async for lesson in study.read_lessons()]
    assert seen == ["first", "broken", "third"]
    rows = study.rows()
    assert [row.total for row in rows] == [5, 0, 5]
    assert rows[1].problem is not None
    assert "broken.yaml" in rows[1].problem
    await study.close()


async def test_what_was_done_is_there_at_the_next_sitting(tmp_path: Path) -> None:
    study = await read(await begin(tmp_path))
    study.visit(Place("first", "page"))
    study.passed(Place("first", "page"))
    study.visit(DOUBLE)
    study.wrote(DOUBLE, "def double(x): pass")
    study.attempted(DOUBLE, "code", failed())
    await study.close()

    again = await read(await begin(tmp_path))
    assert again.last == DOUBLE
    assert again.rows()[0].signs == ("passed", None, None, None, "visited")
    found = again.resume()
    assert found is not None
    assert found.place == DOUBLE
    assert (await again.open_step(DOUBLE)).draft == "def double(x): pass"
    await again.close()


async def test_a_pass_stays_one_and_a_later_failure_takes_nothing_away(tmp_path: Path) -> None:
    study = await read(await begin(tmp_path))
    study.visit(DOUBLE)
    study.attempted(DOUBLE, "good", passed())
    study.attempted(DOUBLE, "bad", failed())
    study.visit(DOUBLE)
    assert study.marks[DOUBLE] == "passed"
    await study.close()
    again = await read(await begin(tmp_path))
    assert again.marks[DOUBLE] == "passed"
    await again.close()


async def test_the_lesson_where_the_learner_was_is_read_first(tmp_path: Path) -> None:
    study = await read(await begin(tmp_path))
    study.visit(Place("third", "pick"))
    await study.close()
    again = await begin(tmp_path)
    assert [lesson.id async for lesson in again.read_lessons()] == ["third", "first", "broken"]
    await again.close()


async def test_another_language_keeps_marks_and_place(tmp_path: Path) -> None:
    study = await read(await begin(tmp_path))
    study.visit(DOUBLE)
    study.passed(Place("first", "page"))
    await study.speak(study.course.in_language("zh"), Catalogue.load("zh"))
    await read(study)
    assert study.rows()[0].title == "第一课：张量从哪里来"
    assert study.marks[Place("first", "page")] == "passed"
    assert study.last == DOUBLE
    await study.close()


async def test_the_result_of_an_attempt_that_was_overtaken_is_dropped(tmp_path: Path) -> None:
    study = await read(await begin(tmp_path))
    grader = cast("FakeGrader", study.grader)
    grader.hold = asyncio.Event()
    grader.printed = [Output("stdout", "old")]
    attempts, heard = Attempts(study.grader), []
    opened = await study.open_step(DOUBLE)
    first = attempts.begin()
    overtaken = attempts.play(first, Ask("check", opened), "one", heard.append)
    slow = asyncio.create_task(anext(overtaken, None))
    await until(lambda: heard)
    second = attempts.begin()
    grader.hold.set()
    assert await slow is None
    played = await anext(attempts.play(second, Ask("run", opened), "two", heard.append))
    assert (played.code, played.printed, played.passed) == ("two", "old", False)
    assert [event.text for event in heard if isinstance(event, Output)] == ["old", "old"]
    await study.close()


async def test_a_page_is_run_whatever_is_asked_for(tmp_path: Path) -> None:
    study = await read(await begin(tmp_path))
    attempts = Attempts(study.grader)
    opened = await study.open_step(Place("first", "snippet"))
    played = await anext(attempts.play(attempts.begin(), Ask("check", opened), "x", lambda _: None))
    assert played.verdict is None
    await study.close()


async def test_what_is_read_while_the_language_changes_is_read_in_the_new_one(tmp_path: Path) -> None:
    study = await begin(tmp_path)
    chinese, words = study.course.in_language("zh"), Catalogue.load("zh")
    lesson = asyncio.ensure_future(study.read_lesson("first"))
    index = asyncio.ensure_future(study.index())
    await asyncio.sleep(0)
    await study.speak(chinese, words)
    assert (await lesson).title == chinese.lesson("first").title != study.lessons[1].title
    assert study.outline("first").title == chinese.lesson("first").title
    assert (await index).lessons["first"] == chinese.lesson("first").title
    await study.close()
