from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from course.catalogue import Catalogue
from tui.moments import moment

SHANGHAI = timezone(timedelta(hours=8))
NOW = datetime(2026, 3, 5, 9, 0, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("at", "english", "chinese"),
    [
        ("2026-03-05T00:03:00.000000+00:00", "today 08:03", "今天 08:03"),
        ("2026-03-04T20:03:00.000000+00:00", "today 04:03", "今天 04:03"),
        ("2026-03-04T15:59:00.000000+00:00", "yesterday 23:59", "昨天 23:59"),
        ("2026-01-31T17:00:00.000000+00:00", "1 February 01:00", "2 月 1 日 01:00"),
        ("2025-12-31T10:00:00.000000+00:00", "31 December 2025", "2025 年 12 月 31 日"),
    ],
)
def test_times_are_told_in_words_of_the_learners_day(at: str, english: str, chinese: str) -> None:
    assert moment(at, Catalogue.load("en"), NOW) == english
    assert moment(at, Catalogue.load("zh"), NOW) == chinese
