"""What a running program prints, said line by line as it comes.

Owns when a line is said: once it is whole, in the order of the program, as long as anyone could follow;
`tui.transcript` keeps the lines and counts the others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from grader.verdict import Output
from tui.transcript import Line, Stream, Transcript

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import Event

LAST = 20
"""Lines said of the end of a long output."""


class Speaker:
    """Says one program's output, telling what was printed as an error apart."""

    def __init__(self, say: Callable[[str], None], words: Catalogue) -> None:
        self.transcript = Transcript()
        self._say = say
        self._words = words
        self._said = 0
        """Lines of the transcript's head that were said."""
        self._stream: Stream | None = None
        """Where the last line said came from."""
        self._unfinished: set[Stream] = set()
        self._held_back = False

    def hear(self, event: Event) -> None:
        """Takes what the program prints."""
        if not isinstance(event, Output):
            return
        self.transcript.feed(event.stream, event.text)
        (self._unfinished.discard if event.text.endswith("\n") else self._unfinished.add)(event.stream)
        self._say_whole_lines()
        if not self.transcript.wants_head and not self._held_back and self.transcript.tail:
            self._held_back = True
            self._say(self._words.text("plain-output-held"))

    def finish(self) -> None:
        """Says what is left when the program has ended."""
        self._unfinished.clear()
        self._say_whole_lines()
        tail = list(self.transcript.tail)
        left_out = self.transcript.omitted + len(tail[:-LAST])
        if left_out:
            self._say(self._words.text("plain-output-omitted", count=left_out))
        for line in tail[-LAST:]:
            self._tell(line)

    def again(self) -> None:
        """Says everything that is kept."""
        self._stream = None
        for line in self.transcript.lines():
            if isinstance(line, Line):
                self._tell(line)
            else:
                self._say(self._words.text("plain-output-omitted", count=line))

    def _say_whole_lines(self) -> None:
        head = self.transcript.head
        while self._said < len(head) and not self._may_grow(self._said):
            self._tell(head[self._said])
            self._said += 1

    def _may_grow(self, index: int) -> bool:
        """Whether a line of the head is the last one of a stream that has not ended it."""
        stream = self.transcript.head[index].stream
        later = (*self.transcript.head[index + 1 :], *self.transcript.tail)
        return stream in self._unfinished and all(line.stream != stream for line in later)

    def _tell(self, line: Line) -> None:
        if line.stream != self._stream:
            self._stream = line.stream
            self._say(self._words.text(f"plain-output-{line.stream}"))
        self._say(line.text)
