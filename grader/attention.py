"""When a worker is to be looked at: from a while after a question was put until a while after the last answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

DELAY = 0.1
"""Seconds after which a question lasts long, and after which silence is rest. Most checks need less."""


class Attention:
    """Tells of the beginning and the end of a time in which a worker is to be looked at.

    Args:
        watch: told True at the beginning, False at the end.
    """

    def __init__(self, watch: Callable[[bool], None]) -> None:
        self._watch = watch
        self._looking = False
        self._beginning: asyncio.TimerHandle | None = None
        self._ending: asyncio.TimerHandle | None = None

    def busy(self) -> None:
        """A question is put."""
        if self._ending is not None:
            self._ending.cancel()
            self._ending = None
        if not self._looking and self._beginning is None:
            self._beginning = asyncio.get_running_loop().call_later(DELAY, self._begin)

    def idle(self) -> None:
        """An answer came, or will not come."""
        self._ending = asyncio.get_running_loop().call_later(DELAY, self._end)

    def close(self) -> None:
        """The worker is gone, or will be: tells nothing any more."""
        for timer in (self._beginning, self._ending):
            if timer is not None:
                timer.cancel()
        self._beginning = self._ending = None

    def _begin(self) -> None:
        self._beginning, self._looking = None, True
        self._watch(True)

    def _end(self) -> None:
        self.close()
        if self._looking:
            self._looking = False
            self._watch(False)
