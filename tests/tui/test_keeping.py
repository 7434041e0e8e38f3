from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from course.message import Message
from course.progress import Progress, StepKey
from grader.difference import Side, TensorDifference
from tests.tui.fakes import failed, passed, until
from tui import keeping as keeping_module
from tui.keeping import Keeper

KEY = StepKey("small", "first", "double")


def keeper(file: Path, faults: list[Message] | None = None) -> Keeper:
    return Keeper(lambda: Progress.open(file), (faults if faults is not None else []).append)


def stored(file: Path) -> str | None:
    with Progress.open(file) as store:
        draft = store.draft(KEY)
        return draft.code if draft else None


async def test_a_draft_is_saved_soon_without_being_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "p.sqlite3"
    keeping = keeper(file)
    keeping.draft(KEY, "x = 1")
    keeping.draft(KEY, "x = 2")
    await until(lambda: stored(file) == "x = 2")
    await keeping.close()


async def test_closing_saves_what_waits(tmp_path: Path) -> None:
    file = tmp_path / "p.sqlite3"
    keeping = keeper(file)
    keeping.draft(KEY, "last words")
    assert await keeping.draft_of(KEY) == "last words"
    await keeping.close()
    assert stored(file) == "last words"


async def test_going_back_to_the_starter_keeps_what_was_written(tmp_path: Path) -> None:
    file = tmp_path / "p.sqlite3"
    keeping = keeper(file)
    keeping.draft(KEY, "hours of work")
    keeping.replace_draft(KEY, "starter")
    await keeping.close()
    with Progress.open(file) as store:
        assert [draft.code for draft in store.revisions(KEY)] == ["hours of work"]


async def test_a_setting_that_is_no_text_counts_as_none(tmp_path: Path) -> None:
    file = tmp_path / "p.sqlite3"
    with Progress.open(file) as store:
        store.set_setting("theme", ["dark"])
    keeping = keeper(file)
    assert await keeping.setting("theme") is None
    await keeping.close()


async def test_attempts_passes_and_places_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "p.sqlite3"
    keeping = keeper(file)
    keeping.seen(KEY)
    keeping.attempt(KEY, "code", passed(), "task")
    keeping.set("theme", "light")
    states = await keeping.states({"here": KEY})
    assert states["here"].passed
    assert await keeping.left_at("small") == ("first", "double")
    assert await keeping.left_at("another") is None
    assert await keeping.setting("theme") == "light"
    await keeping.close()
    with Progress.open(file) as store:
        (attempt,) = store.attempts(KEY)
        assert attempt.verdict["checks"][0]["status"] == "passed"


async def test_a_store_that_cannot_be_used_is_told_once_and_work_goes_on(tmp_path: Path) -> None:
    faults: list[Message] = []
    (tmp_path / "file").write_text("in the way")
    keeping = keeper(tmp_path / "file" / "p.sqlite3", faults)
    keeping.draft(KEY, "x = 1")
    keeping.flush()
    assert await keeping.draft_of(KEY) == "x = 1"
    await until(lambda: faults)
    await keeping.close()
    assert len(faults) == 1


async def test_the_store_is_opened_and_used_in_one_thread_that_is_not_the_loops(tmp_path: Path) -> None:
    threads: set[int] = set()

    class Watched(Progress):
        def draft(self, key: StepKey) -> Any:
            threads.add(threading.get_ident())
            return super().draft(key)

    keeping = Keeper(lambda: Watched(tmp_path / "p.sqlite3"), lambda _: None)
    for _ in range(3):
        await keeping.draft_of(KEY)
    await keeping.close()
    assert len(threads) == 1
    assert threading.get_ident() not in threads


async def test_of_two_apps_on_one_draft_the_later_wins_and_the_earlier_stays(tmp_path: Path) -> None:
    file = tmp_path / "p.sqlite3"
    one, two = keeper(file), keeper(file)
    one.draft(KEY, "from one")
    await until(lambda: stored(file) == "from one")
    two.draft(KEY, "from two")
    await until(lambda: stored(file) == "from two")
    one.draft(KEY, "from one again")
    await until(lambda: stored(file) == "from one again")
    _, revisions = await two.history(KEY)
    assert [draft.code for draft in revisions] == ["from two", "from one"]
    await one.close()
    await two.close()


def test_the_delay_of_a_draft_keeps_the_promise_with_time_to_spare() -> None:
    assert keeping_module.DELAY <= 0.3


async def test_after_a_restart_nothing_was_left_anywhere(tmp_path: Path) -> None:
    keeping = keeper(tmp_path / "p.sqlite3")
    keeping.seen(KEY)
    keeping.draft(KEY, "unsaved as yet")
    await keeping.restart("small", None)
    assert await keeping.left_at("small") is None
    assert await keeping.draft_of(KEY) is None
    _, revisions = await keeping.history(KEY)
    assert [draft.code for draft in revisions] == ["unsaved as yet"]
    await keeping.close()


async def test_whether_work_reaches_the_file_is_known(tmp_path: Path) -> None:
    keeping = keeper(tmp_path / "p.sqlite3")
    assert await keeping.file() == tmp_path / "p.sqlite3"
    assert (keeping.saves, keeping.fault) == (True, None)
    await keeping.close()
    (tmp_path / "file").write_text("in the way")
    keeping = keeper(tmp_path / "file" / "p.sqlite3")
    await keeping.file()
    await until(lambda: keeping.fault is not None)
    assert not keeping.saves
    await keeping.close()


async def test_an_attempt_is_kept_without_its_pictures_and_completed_in_its_place(tmp_path: Path) -> None:
    file = tmp_path / "p.sqlite3"
    side = Side("tensor", (64, 64), "float32", "cpu", False, 0, 0)
    picture = TensorDifference("x", side, side, 4_096, 1, (0, 0), None, None, ())
    plain = failed()
    plain = replace(plain, checks=tuple(replace(check, difference=picture) for check in plain.checks))
    told = replace(plain, checks=tuple(replace(check, diagnosis="Why.") for check in plain.checks))
    keeping = keeper(file)
    keeping.attempt(KEY, "x = 1", plain, "task")
    keeping.complete(KEY, plain, told)
    await keeping.close()
    with Progress.open(file) as store:
        (kept,) = store.attempts(KEY)
    assert {check["diagnosis"] for check in kept.verdict["checks"]} == {"Why."}
    assert {check["difference"] for check in kept.verdict["checks"]} == {None}
