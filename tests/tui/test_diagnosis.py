"""A verdict is shown, and kept, before the tutor has looked at it; what the tutor says comes after."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from course.message import Message
from course.progress import Progress, StepKey
from grader.verdict import Verdict
from tests.tui.fakes import FakeGrader, Sitting, failed, passed, sitting, until
from tests.tui.plain.talks import talk
from tests.tui.playing import Played, open_step, page, played, settled, text
from tui.widgets.editor import Editor

SAYS = "Return x, not y."


def pointing(line: int = 1) -> Verdict:
    """A wrong answer of which the tutor points at a line."""
    verdict = failed()
    checks = [replace(check, diagnosed_line=line) if check.diagnosis else check for check in verdict.checks]
    return replace(verdict, checks=tuple(checks))


async def checked(pilot: Played, told: Sitting, verdict: Verdict) -> None:
    """The exercise, with a verdict told of which the tutor thinks still."""
    told.grader.thinking = asyncio.Event()
    told.grader.verdicts = [verdict, passed()]
    screen = await open_step(pilot, "double")
    await pilot.press("f9")
    await until(lambda: screen.view is not None and screen.view.judged)
    await settled(pilot)


def kept(told: Sitting) -> list[str | None]:
    """The diagnoses of all attempts in the file, newest first."""
    with Progress.open(told.file) as store:
        courses = {record["course"] for record in store.everything()["attempts"]}
        keys = [StepKey(course, "first", "double") for course in courses]
        attempts = [attempt for key in keys for attempt in store.attempts(key)]
    return [attempt.verdict["checks"][1]["diagnosis"] for attempt in attempts]


async def test_a_verdict_is_told_and_kept_while_the_tutor_thinks(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        await checked(pilot, told, pointing())
        assert "1 of 3" in text(pilot, "VerdictLine")
        assert "Checking" not in text(pilot, "VerdictLine")
        assert SAYS not in page(pilot, "#report")
        await until(lambda: kept(told) == [None])
        assert told.grader.thinking is not None
        told.grader.thinking.set()
        await until(lambda: f"Line 1   {SAYS}" in page(pilot, "#report"))
        assert pilot.app.screen.query_one(Editor).failed_line == 0
        await until(lambda: kept(told) == ["Return `x`, *not* `y`."])


async def test_the_line_is_not_marked_in_code_that_was_changed_meanwhile(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        await checked(pilot, told, pointing())
        editor = pilot.app.screen.query_one(Editor)
        editor.replace_all("other = 1")
        assert told.grader.thinking is not None
        told.grader.thinking.set()
        await until(lambda: SAYS in page(pilot, "#report"))
        assert editor.failed_line is None


async def test_another_check_drops_what_the_tutor_would_have_said(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        await checked(pilot, told, failed())
        assert "Stop" not in text(pilot, "KeyBar")
        await pilot.press("f9")
        await until(lambda: told.grader.stopped == 1)
        assert told.grader.thinking is not None
        told.grader.thinking.set()
        await until(lambda: "passed" in text(pilot, "VerdictLine").lower())
        assert SAYS not in page(pilot, "#report")


async def test_going_on_stops_the_tutor(tmp_path: Path) -> None:
    told = sitting(tmp_path)
    async with played(told) as pilot:
        await checked(pilot, told, failed())
        await open_step(pilot, "page")
        assert told.grader.stopped == 1


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_a_sentence_of_the_catalogue_is_said_in_the_language_of_the_app(
    tmp_path: Path, language: str
) -> None:
    said = Message("tutor-none-printed")
    verdict = failed()
    checks = tuple(replace(check, diagnosis=said) if check.diagnosis else check for check in verdict.checks)
    told = sitting(tmp_path, language=language)
    async with played(told) as pilot:
        told.grader.verdicts = [replace(verdict, checks=checks)]
        screen = await open_step(pilot, "double")
        await pilot.press("f9")
        await until(lambda: screen.view is not None and screen.view.judged)
        words = screen.study.words.render(said).replace("`", "")
        assert words in page(pilot, "#report")


async def test_the_reader_hears_the_verdict_before_the_tutor(tmp_path: Path) -> None:
    grader = FakeGrader(verdicts=[failed()], thinking=asyncio.Event())
    async with talk(tmp_path, "n", grader=grader) as talking:
        await talking.type("g double")
        checking = asyncio.create_task(talking.type("c"))
        await until(lambda: any("1 of 3" in line for line in talking.said))
        assert SAYS not in talking.said
        assert grader.thinking is not None
        grader.thinking.set()
        assert SAYS in await checking
        assert SAYS in await talking.type("results")
