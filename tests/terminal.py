"""The real program in a real pseudo-terminal: keys in, the screen as a person sees it out."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

import pexpect
import pyte

PATIENCE = 30.0
"""Seconds until a screen that does not come is given up."""


class Terminal:
    """A program under a terminal of its own."""

    def __init__(
        self, arguments: list[str], home: Path, *, columns: int = 120, rows: int = 36, **variables: str
    ) -> None:
        environment = {
            **{name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")},
            "BLITZ_COURSE_HOME": str(home),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LC_ALL": "C.UTF-8",
            **variables,
        }
        self.written = b""
        """Everything that the program wrote."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "tui", *arguments],
            env=environment,
            dimensions=(rows, columns),
            timeout=PATIENCE,
        )

    @property
    def text(self) -> str:
        """What stands on the screen, without blanks at the ends of lines."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, *keys: str) -> None:
        """Types text or sends the bytes of a key."""
        for key in keys:
            self.child.send(KEYS.get(key, key))

    def paste(self, text: str) -> None:
        """Pastes a text as fast as terminals do, reading meanwhile what the program writes."""
        self.child.delaybeforesend, pause = None, self.child.delaybeforesend
        for start in range(0, len(text), 1024):
            chunk = text[start : start + 1024]
            self.child.send(f"\x1b[200~{chunk}" if start == 0 else chunk)
            self.read(0.0)
        self.child.send("\x1b[201~")
        self.child.delaybeforesend = pause

    def resize(self, columns: int, rows: int) -> None:
        """Gives the terminal another size."""
        self._screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def wait_for(self, *texts: str) -> None:
        """Waits until all of the texts stand on the screen; fails with the screen when they do not."""
        deadline = time.monotonic() + PATIENCE
        while not all(text in self.text for text in texts):
            assert time.monotonic() < deadline, f"{texts} did not come:\n{self.text}"
            self.read()

    def wait_until_gone(self, text: str) -> None:
        """Waits until a text stands on the screen no more; fails with the screen when it stays."""
        deadline = time.monotonic() + PATIENCE
        while text in self.text:
            assert time.monotonic() < deadline, f"{text} did not go:\n{self.text}"
            self.read()

    def read(self, seconds: float = 0.05) -> None:
        """Takes what the program wrote, waiting a moment for it."""
        with contextlib.suppress(pexpect.TIMEOUT):
            data = self.child.read_nonblocking(65536, timeout=seconds)
            self.written += data
            self._stream.feed(data)

    def read_rest(self) -> None:
        """Takes what a program that has ended wrote before."""
        with contextlib.suppress(pexpect.EOF):
            while True:
                self.read(0.2)

    def close(self) -> None:
        """Ends the program if it still runs."""
        self.child.close(force=True)


KEYS = {
    "F1": "\x1bOP",
    "F2": "\x1bOQ",
    "F3": "\x1bOR",
    "F5": "\x1b[15~",
    "F7": "\x1b[18~",
    "F8": "\x1b[19~",
    "Shift+F8": "\x1b[19;2~",
    "F9": "\x1b[20~",
    "Esc": "\x1b",
    "Enter": "\r",
    "Down": "\x1b[B",
    "End": "\x1b[F",
    "Ctrl+Home": "\x1b[1;5H",
    "Ctrl+End": "\x1b[1;5F",
    "Ctrl+T": "\x14",
    "Ctrl+P": "\x10",
    "Ctrl+Q": "\x11",
    "Backspace": "\x7f",
}
