"""What a worker printed and drew: its head and tail are kept, and all of it is passed on as it comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from grader.events import event_of
from grader.verdict import MAX_POINTS, MAX_SHOWN, Event, Output, Plotted, Shown
from grader.wire import Header

KEPT = 200_000
"""Characters of each output stream that are kept, half from its beginning and half from its end."""


class KeptText:
    """The head and the tail of a text that may be endless."""

    def __init__(self) -> None:
        self._head = ""
        self._tail = ""
        self.dropped = 0
        """Characters left out between head and tail."""

    def add(self, text: str) -> None:
        """Appends text."""
        room = KEPT // 2 - len(self._head)
        if room > 0:
            self._head += text[:room]
            text = text[room:]
        self._tail += text
        if len(self._tail) > KEPT:
            self.dropped += len(self._tail) - KEPT // 2
            self._tail = self._tail[-(KEPT // 2) :]

    def __str__(self) -> str:
        middle = f"\n[… {self.dropped} …]\n" if self.dropped else ""
        return self._head + middle + self._tail


@dataclass(slots=True)
class Console:
    """What a worker printed and drew, kept and passed on."""

    listener: Callable[[Event], None] | None = None
    stdout: KeptText = field(default_factory=KeptText)
    stderr: KeptText = field(default_factory=KeptText)
    muted: bool = False
    """Whether what comes is dropped."""
    printed: int = 0
    """Characters printed, those not kept included."""
    _shown: int = 0
    _points: int = 0

    @property
    def truncated(self) -> bool:
        """Whether something was left out."""
        return bool(self.stdout.dropped or self.stderr.dropped)

    def take(self, header: Header, body: bytes) -> None:
        """Takes an event frame."""
        if self.muted:
            return
        event = event_of(header, body)
        if isinstance(event, Output):
            self.print(event.stream, event.text)
        elif event is not None and self._counts(event):
            self._tell(event)

    def take_raw(self, data: bytes) -> None:
        """Takes what was printed below Python."""
        self.print("stdout", data.decode("utf-8", "replace"))

    def print(self, stream: str, text: str) -> None:
        """Takes printed text."""
        if self.muted:
            return
        self.printed += len(text)
        (self.stderr if stream == "stderr" else self.stdout).add(text)
        self._tell(Output("stderr" if stream == "stderr" else "stdout", text))

    def _counts(self, event: Event) -> bool:
        """Whether a drawing is one of as many as a program may make."""
        if isinstance(event, Shown):
            self._shown += 1
            return self._shown <= MAX_SHOWN
        if isinstance(event, Plotted):
            self._points += len(event.points)
            return self._points <= MAX_POINTS
        return True

    def _tell(self, event: Event) -> None:
        if self.listener is not None:
            self.listener(event)
