from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.tui.fakes import COURSE, open_toured, until
from tui.app import CourseApp
from tui.opening import Parts, Request, chosen_language


@pytest.mark.parametrize(
    ("asked", "kept", "locale", "spoken"),
    [
        ("en", "zh", "zh_CN.UTF-8", "en"),
        (None, "zh", "en_US.UTF-8", "zh"),
        (None, None, "zh_CN.UTF-8", "zh"),
        (None, None, "fr_FR.UTF-8", "en"),
        (None, "fr", "zh_CN.UTF-8", "zh"),
        (None, "", "en_US.UTF-8", "en"),
    ],
)
def test_the_language_is_the_one_asked_for_or_kept_or_the_locales(
    monkeypatch: pytest.MonkeyPatch, asked: str | None, kept: str | None, locale: str, spoken: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert chosen_language(asked, kept) == spoken


async def test_the_apps_programs_are_confined_as_was_asked(tmp_path: Path) -> None:
    parts = Parts(open_store=partial(open_toured, tmp_path / "progress.sqlite3"))
    app = CourseApp(Request(str(COURSE), device="cpu", isolation="limits"), parts)
    async with app.run_test():
        await until(lambda: app.study is not None and app.study.isolation is not None, 30)
        assert app.study is not None
        assert app.study.isolation == "limits"
