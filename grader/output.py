"""What a running program prints and draws, sent on as it comes over the events channel."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from typing import Any

from grader.bindings import bound_names
from grader.observe import observe
from grader.rebuild import Rebuilder
from grader.summary import summarise
from grader.verdict import MAX_PICTURE, MAX_POINTS, MAX_SHOWN
from grader.wire import Header, encode

KEPT = 1 << 20
"""Characters of printed text that a check can ask about."""
CHUNK = 4096
"""Characters gathered before they are sent, unless a line ends first."""


class EventSender:
    """Writes events; what cannot be written is dropped, for events are a courtesy."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.write: Callable[[bytes], None] = self._write
        """Writes a frame to its end."""
        self._shown = 0
        self._points = 0

    def printed(self, stream: str, text: str) -> None:
        """A piece of printed text."""
        self._send({"event": "output", "stream": stream}, text.encode("utf-8", "replace"))

    def draw(self, what: str, label: str, value: Any) -> None:
        """What `blitz.show` and `blitz.plot` were given."""
        if what == "show" and self._shown < MAX_SHOWN:
            self._shown += 1
            payload = observe(value)
            summary = summarise(payload.header["value"], Rebuilder(payload), most=MAX_PICTURE)
            self._send({"event": "shown", "label": str(label)[:200], "summary": summary})
        elif what == "plot" and self._points < MAX_POINTS:
            points = _points(*value)[: MAX_POINTS - self._points]
            self._points += len(points)
            self._send({"event": "plotted", "series": str(label)[:200], "points": points})

    def defined(self, names: dict[str, Any]) -> None:
        """What a program has bound."""
        self._send({"event": "defined", "names": bound_names(names)})

    def start_over(self) -> None:
        """Gives a next program the whole of what one may show and plot."""
        self._shown = self._points = 0

    def _send(self, header: Header, body: bytes = b"") -> None:
        self.write(encode(header, body))

    def _write(self, frame: bytes) -> None:
        view = memoryview(frame)
        try:
            while view:
                view = view[os.write(self._descriptor, view) :]
        except OSError:
            return


class LiveText(io.TextIOBase):
    """A text stream that passes text on line by line and keeps its beginning."""

    def __init__(self, stream: str, descriptor: int, emit: Callable[[str, str], None]) -> None:
        self._stream = stream
        self._descriptor = descriptor
        self._emit = emit
        self._waiting: list[str] = []
        self._length = 0
        self._kept: list[str] = []
        self._kept_length = 0

    @property
    def kept(self) -> str:
        """The beginning of all that was written, up to `KEPT` characters."""
        return "".join(self._kept)

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """As programs expect it of `sys.stdout`."""
        return "utf-8"

    def fileno(self) -> int:
        """The descriptor under this stream."""
        return self._descriptor

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, text: str) -> int:
        """Takes text; sends it when a line ends or enough has gathered."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self._kept_length < KEPT:
            self._kept.append(text[: KEPT - self._kept_length])
            self._kept_length += len(self._kept[-1])
        self._waiting.append(text)
        self._length += len(text)
        if "\n" in text or self._length >= CHUNK:
            self.flush()
        return len(text)

    def flush(self) -> None:
        """Sends what has gathered."""
        if self._waiting:
            text, self._waiting, self._length = "".join(self._waiting), [], 0
            self._emit(self._stream, text)


def _points(y: Any, x: Any) -> list[list[float]]:
    ys = _floats(y)
    xs = _floats(x) if x is not None else [float(position) for position in range(len(ys))]
    return [[a, b] for a, b in zip(xs, ys, strict=False)]


def _floats(values: Any) -> list[float]:
    if hasattr(values, "detach"):
        values = values.detach().cpu().reshape(-1).tolist()
    try:
        return [float(value) for value in values]
    except TypeError:
        return [float(values)]
