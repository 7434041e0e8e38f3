"""The right side of a lesson: the code, the verdict's first line, and the results."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer

from grader.verdict import Output
from tui.prose import Block
from tui.report import checks_passed, headline, run_blocks, running_line, verdict_blocks
from tui.widgets.editor import Editor
from tui.widgets.results import Results, ResultTab, VerdictLine
from tui.widgets.splitter import Splitter

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import Event, LearnerError, RunResult, Verdict
    from tui.attempts import Attempts, Played
    from tui.steps import Running
    from tui.study import OpenStep

TICK = 0.2
"""Seconds between two turns of the sign of progress."""


class WorkPane(Vertical):
    """Shows one step's code and what came of it."""

    def __init__(self, words: Catalogue, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.words = words
        """The catalogue in use."""
        self._ticker: Timer | None = None
        self._frame = 0

    def compose(self) -> ComposeResult:
        """Editor, line, results."""
        yield Editor(id="editor")
        yield Splitter("down")
        yield VerdictLine(id="verdict")
        yield Results(id="results")

    @property
    def editor(self) -> Editor:
        """The editor."""
        return self.query_one(Editor)

    @property
    def results(self) -> Results:
        """The results."""
        return self.query_one(Results)

    async def show_code(self, code: str, *, read_only: bool, graded: bool) -> None:
        """Sets another step's code, and clears what came of the last."""
        self.stop_ticking()
        editor = self.editor
        editor.mark_failed(None)
        editor.read_only = read_only
        editor.load_text(code)
        self.set_class(graded, "-graded")
        self.set_class(False, "-has-verdict")
        self.query_one(VerdictLine).update("")
        self._clear_output()
        await self._report_nothing()
        self._show_tabs("checks" if graded else "output", None)

    async def play(
        self, number: int, running: Running, opened: OpenStep, attempts: Attempts
    ) -> Played | None:
        """Runs or checks the code and shows what comes of it; None when nothing did.

        An attempt that was overtaken draws nothing; cancelling stops the program.
        """
        code = self.editor.text
        await self._begin(running)
        try:
            played = await attempts.play(number, running, opened, code, self._hear)
        except asyncio.CancelledError:
            if attempts.is_latest(number):
                self._end(self._told("app-stopped"), None)
            raise
        except Exception as error:  # a fault of the grader is told; it must not end the course
            if attempts.is_latest(number):
                problem = str(error) or type(error).__name__
                self._end(self._told("app-run-failed", problem=problem), None)
            return None
        if played is not None and played.verdict is not None:
            await self._show_verdict(played.verdict)
        elif played is not None and played.run is not None:
            await self._show_run(played.run)
        return played

    async def _begin(self, running: Running) -> None:
        """The last results go, the sign of progress turns."""
        self.editor.mark_failed(None)
        self._clear_output()
        self._show_tabs("checks" if running == "check" else "output", None)
        if running == "check":
            await self.results.show_report(())
        started = monotonic()
        self._frame = 0
        self.stop_ticking()
        self.set_class(True, "-has-verdict")
        self._ticker = self.set_interval(TICK, lambda: self._tick(running, started))
        self._tick(running, started)

    def _hear(self, event: Event) -> None:
        if isinstance(event, Output):
            self.results.output.feed(event.stream, event.text)

    async def _show_verdict(self, verdict: Verdict) -> None:
        self._end(headline(verdict, self.words), verdict.error)
        await self.results.show_report(verdict_blocks(verdict, self.words))
        self._show_tabs("checks", checks_passed(verdict))

    async def _show_run(self, result: RunResult) -> None:
        """Shows the end of a run; what it raised comes to the front."""
        self._end(headline(result, self.words), result.error)
        told = run_blocks(result, self.words)
        if told:
            await self.results.show_report(told)
        elif not self.has_class("-graded"):
            await self._report_nothing()
        self._show_tabs("checks" if told else "output", None)

    def _told(self, key: str, **values: str) -> Content:
        return Content(self.words.text(key, **values)).stylize("bold $warn")

    def stop_ticking(self) -> None:
        """The sign of progress stands still."""
        if self._ticker is not None:
            self._ticker.stop()
            self._ticker = None

    def _end(self, told: Content, error: LearnerError | None) -> None:
        self.stop_ticking()
        self.results.output.flush()
        self.results.output.tell_if_empty(self.words.text("app-output-empty"))
        self.query_one(VerdictLine).update(told)
        self.editor.mark_failed(error.line if error is not None else None)

    def _tick(self, running: Running, started: float) -> None:
        self._frame += 1
        told = running_line(running, monotonic() - started, self._frame, self.words)
        self.query_one(VerdictLine).update(told, layout=False)

    async def _report_nothing(self) -> None:
        told = self.words.text("app-checks-empty" if self.has_class("-graded") else "app-messages-empty")
        await self.results.show_report((Block("paragraph", Content(told).stylize("$muted")),))

    def _clear_output(self) -> None:
        self.results.output.clear(self.words.text("app-output-omitted", count="{count}"))

    def _show_tabs(self, front: ResultTab, passed: tuple[int, int] | None) -> None:
        graded = self.has_class("-graded")
        name = Content(self.words.text("app-tab-checks" if graded else "app-tab-error"))
        if passed is not None:
            name = name + Content(f" {self.words.text('app-count', done=passed[0], total=passed[1])}")
        output = Content(self.words.text("app-tab-output"))
        self.results.show_tabs((("checks", name), ("output", output)), front)
