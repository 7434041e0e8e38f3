"""The two ends of the conversation: lines from the keyboard or a pipe, and lines to be read.

Owns the threads: this one waits for lines, the course lives on an event loop in another, so that saving and
grading go on while the learner types. Nothing is said into a line that is being typed.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Callable, Coroutine, Iterator, Mapping
from concurrent.futures import Future
from functools import partial
from queue import SimpleQueue
from threading import Thread
from types import FrameType
from typing import TYPE_CHECKING, Any, TypeVar

from tui.opening import Parts, Request, chosen_language, in_kept_language, open_sitting
from tui.terminal import ENDINGS

if TYPE_CHECKING:
    from course.message import Message
    from tui.plain.reader import Reader

T = TypeVar("T")
Handler = Callable[[int, "FrameType | None"], None]

AHEAD = ("grader.client", "tui.plain.reader")
"""Modules imported while the course is opened."""

CLOSED = 1
"""The exit code when nobody listens any more."""


def run(request: Request, parts: Parts | None = None) -> int:
    """Holds the conversation until it ends, and returns the exit code. Raises CourseError."""
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    with _course_loop() as loop:
        console = Console(loop)
        with _endings():
            reader = console.listen_to(sit_down(request, parts or Parts(), console.say))
            try:
                console.converse(reader, request.lesson)
            finally:
                console.listen_to(reader.close())
    return 0


class Console:
    """Reads lines, and prints what is said in between."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._said: SimpleQueue[str | None] = SimpleQueue()
        """Lines to be printed; None ends a turn."""
        self._reading = False
        self._interactive = sys.stdin.isatty() and sys.stdout.isatty()
        """Whether a person types where the words appear: then a prompt stands before the typed line."""
        self._readline = line_editing() if self._interactive else None

    def say(self, line: str) -> None:
        """Has a line printed; from any thread."""
        self._said.put(line)

    def listen_to(self, work: Coroutine[Any, Any, T]) -> T:
        """Does something on the course's loop and prints what is said until it is done."""
        done = asyncio.run_coroutine_threadsafe(work, self._loop)
        done.add_done_callback(lambda _: self._said.put(None))
        try:
            for line in iter(self._said.get, None):
                self._print(line)
            return done.result()
        finally:
            done.cancel()

    def converse(self, reader: Reader, lesson: str | None) -> None:
        """Takes turns until the learner leaves or the input ends."""
        reader.prefills = self._readline is not None
        with self._interrupts(reader):
            self.listen_to(reader.begin(lesson))
            while not reader.ended:
                self.listen_to(self._turn(reader))

    def _turn(self, reader: Reader) -> Coroutine[Any, Any, None]:
        """What follows from the next line, or from its absence."""
        try:
            self._reading = True
            return reader.obey(self._read(reader.prompt, reader.prefill))
        except KeyboardInterrupt:
            self._end_line()
            return reader.interrupted()
        except (EOFError, OSError):
            self._end_line()
            return reader.input_ended()
        finally:
            self._reading = False

    def _read(self, prompt: str, prefill: str) -> str:
        if not self._interactive:
            self._print(prompt.rstrip())
            return input()
        if self._readline is None:
            return input(prompt)
        self._readline.set_startup_hook(partial(self._readline.insert_text, prefill))
        return input(prompt)

    def _end_line(self) -> None:
        """Leaves the line of the prompt."""
        if self._interactive:
            self._print("")

    def _print(self, line: str) -> None:
        try:
            print(line, flush=True)
        except OSError:  # what stays in the buffer must not be tried again at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(CLOSED) from None

    @contextlib.contextmanager
    def _interrupts(self, reader: Reader) -> Iterator[None]:
        """Ctrl+C leaves the line that is being typed, or stops the running program."""

        def interrupt(_: int, __: FrameType | None) -> None:
            if self._reading:
                self._reading = False
                raise KeyboardInterrupt
            if self._interactive:
                self.say("")  # leaves the line on which the terminal shows ^C
            self._loop.call_soon_threadsafe(reader.stop)

        with handling({signal.SIGINT: interrupt}):
            yield


def line_editing() -> Any | None:
    """Readline with what a screen reader needs off; None where there is none, or the terminal cannot do it."""
    if os.environ.get("TERM", "dumb") in ("dumb", "unknown", ""):
        return None
    try:
        import readline
    except ImportError:
        return None
    for setting in ("set enable-bracketed-paste off", "set bell-style none", "tab: tab-insert"):
        readline.parse_and_bind(setting)
    return readline


async def sit_down(request: Request, parts: Parts, say: Callable[[str], None]) -> Reader:
    """Opens the course. Raises CourseError."""
    from tui.keeping import Keeper

    def tell_fault(fault: Message) -> None:
        say(parts.open_words(chosen_language(request.language, None)).render(fault))

    keeper = Keeper(parts.open_store, tell_fault)
    request = await in_kept_language(request, keeper)
    opened = await asyncio.to_thread(open_sitting, request, parts, AHEAD)
    if isinstance(opened, Exception):
        await keeper.close()
        raise opened
    from tui.plain.reader import Reader
    from tui.study import Study

    grader = parts.make_grader(request, lambda _: None)
    study = await Study.begin(opened.course, opened.words, keeper, grader)
    return Reader(study, parts, say)


@contextlib.contextmanager
def _course_loop() -> Iterator[asyncio.AbstractEventLoop]:
    """An event loop in a thread of its own."""
    started: Future[asyncio.AbstractEventLoop] = Future()
    ending = asyncio.Event()

    async def live() -> None:
        started.set_result(asyncio.get_running_loop())
        await ending.wait()

    thread = Thread(target=lambda: asyncio.run(live()), name="course")
    thread.start()
    loop = started.result()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(ending.set)
        thread.join()


@contextlib.contextmanager
def _endings() -> Iterator[None]:
    """Signals that end the program end the conversation: what waits is saved first."""

    def end(number: int, _: FrameType | None) -> None:
        for each in ENDINGS:
            signal.signal(each, signal.SIG_IGN)
        raise SystemExit(128 + number)

    with handling(dict.fromkeys(ENDINGS, end)):
        yield


@contextlib.contextmanager
def handling(handlers: Mapping[int, Handler]) -> Iterator[None]:
    """Handles signals, and gives them back afterwards."""
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
