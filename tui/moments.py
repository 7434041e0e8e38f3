"""Times as people say them: `today 14:03`, `yesterday 9:12`, `3 March 14:03`.

Owns the choice of the form; the words are the catalogue's.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from course.problem import printable

if TYPE_CHECKING:
    from course.catalogue import Catalogue


def moment(at: str, words: Catalogue, now: datetime | None = None) -> str:
    """A time of the store in words, in the time zone of `now`; the machine's own when that is not given.

    What is no time, since the file was damaged, is told as it stands.
    """
    now = now or datetime.now().astimezone()
    try:
        then = datetime.fromisoformat(at).astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        return printable(at)
    time = f"{then:%H:%M}"
    if then.date() == now.date():
        return words.text("moment-today", time=time)
    if then.date() == now.date() - timedelta(days=1):
        return words.text("moment-yesterday", time=time)
    if then.year == now.year:
        return words.text("moment-day", month=then.month, day=then.day, time=time)
    return words.text("moment-date", year=then.year, month=then.month, day=then.day)
