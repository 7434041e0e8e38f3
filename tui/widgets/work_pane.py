"""The right side of a lesson: the code, the verdict's first line, and the results."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from tui.attempts import Ask
from tui.failing import case_text
from tui.marks import WARN
from tui.prose import Block
from tui.report import checks_passed, failure_text, headline, run_blocks, verdict_blocks
from tui.result_tabs import ResultTab
from tui.widgets.code_pane import CodePane
from tui.widgets.editor import Editor
from tui.widgets.results import Results, VerdictLine
from tui.widgets.splitter import Splitter

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.completing import Assistant, Completions
    from grader.verdict import RunResult, Verdict
    from tui.attempts import Attempts, Played
    from tui.success import Success


class WorkPane(Vertical):
    """Shows one step's code and what came of it."""

    def __init__(self, words: Catalogue, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.words = words
        """The catalogue in use."""
        self._report: Callable[[bool], Sequence[Block]] = lambda original: ()
        """Says what came of the last program, with original messages or without."""
        self._original = False
        """Whether original messages are shown."""

    def compose(self) -> ComposeResult:
        """Editor, line, results."""
        yield CodePane(self.words, id="code")
        yield Splitter("down")
        yield VerdictLine(id="verdict")
        yield Results(self.words, id="results")

    @property
    def editor(self) -> Editor:
        """The editor."""
        return self.query_one(Editor)

    @property
    def results(self) -> Results:
        """The results."""
        return self.query_one(Results)

    def show_code(self, code: str, *, read_only: bool) -> None:
        """Sets another step's code."""
        self.query_one(CodePane).begin(code, read_only=read_only)

    async def clear_results(self, *, graded: bool) -> None:
        """Clears what came of the last program; `graded` tells whether the step's is checked."""
        results = self.results
        results.words, results.graded, results.passed = self.words, graded, None
        results.renew()
        results.flush()
        self._judge(Content(""), None)
        self.set_class(False, "-has-verdict")
        results.output.tell_if_empty(self.words.text("app-output-before"))
        await self._report_nothing()
        results.bring("checks" if graded else "output")

    async def play(
        self, number: int, ask: Ask, attempts: Attempts, success: Callable[[], Success | None]
    ) -> AsyncGenerator[Played]:
        """Runs or checks the code and gives what comes of it, each once it is shown; nothing when nothing did.

        An attempt that was overtaken draws nothing; cancelling stops the program. `success` tells what a pass
        would finish.
        """
        self._begin(ask)
        told = False
        try:
            async with aclosing(attempts.play(number, ask, self.editor.text, self.results.hear)) as plays:
                async for played in plays:
                    await self._show(played, ask, success)
                    told = True
                    yield played
        except asyncio.CancelledError:
            if attempts.is_latest(number) and not told:
                await self._show_failure(self.words.text("app-stopped"), ask)
            raise
        except Exception as error:  # a fault of the grader is told; it must not end the course
            if attempts.is_latest(number) and not told:
                await self._show_failure(failure_text(error, self.words), ask)

    async def show_originals(self) -> None:
        """Shows the messages of errors that are explained, or hides them again."""
        self._original = not self._original
        self.results.bring("checks")
        await self.results.show_report(self._report(self._original))

    def complete_with(self, assistant: Assistant) -> None:
        """Has the code completed by an assistant, which hears of the names of the last run."""

        async def complete(code: str, line: int, column: int) -> Completions:
            return await assistant.complete(code, line, column, self.results.tensors.gallery.bound)

        self.editor.completing.complete = complete

    async def _show(self, played: Played, ask: Ask, success: Callable[[], Success | None]) -> None:
        if played.verdict is not None and played.before is not None:
            await self._complete(played.verdict, success() if played.passed else None)
        elif played.verdict is not None:
            await self._show_verdict(played.verdict, success() if played.passed else None)
        elif played.run is not None:
            await self._show_run(played.run, ask)
        if self.editor.text != played.code:
            self.editor.mark_failed(None)  # the line may be another by now

    async def _complete(self, verdict: Verdict, success: Success | None) -> None:
        """Adds the tutor's words to a verdict that is shown; what the learner looks at stays where it is."""
        await self.results.show_report(verdict_blocks(verdict, self.words, success), stay=True)
        self.editor.mark_failed(_line_of(verdict))

    def _begin(self, ask: Ask) -> None:
        """What came of the last program stays until this one ends or takes long."""
        self.results.renew()
        verdict = self.query_one(VerdictLine)
        verdict.wait(ask.wait, self.words, slow=lambda: self._take_long(ask))

    def _take_long(self, ask: Ask) -> None:
        self.editor.mark_failed(None)
        self.query_one(VerdictLine).remove_class("-good", "-bad")
        self.set_class(True, "-has-verdict")
        self.results.flush()
        self.results.output.tell_if_empty("")
        if ask.running == "check":
            self.results.passed = None
            self.call_next(self.results.show_report, ())
        self.results.bring("checks" if ask.running == "check" else "output", unasked=True)

    async def _show_verdict(self, verdict: Verdict, success: Success | None) -> None:
        good = verdict.passed if verdict.status != "grader_fault" else None
        self._end(headline(verdict, self.words), _line_of(verdict), good)
        self.results.passed = checks_passed(verdict) if verdict.checks else None
        await self._tell(lambda original: verdict_blocks(verdict, self.words, success, original=original))
        self.results.bring("checks")

    async def _show_run(self, result: RunResult, ask: Ask) -> None:
        """Shows the end of a run; what it raised comes to the front, unless the checks are to stay there."""
        if ask.case is not None:
            self.results.output.feed("note", case_text(result, self.words))
        self._end(headline(result, self.words), result.error.line if result.error else None, None)
        told = ask.case is None and bool(run_blocks(result, self.words))
        if told:
            self.results.passed = None
            await self._tell(lambda original: run_blocks(result, self.words, original=original))
        elif not self.results.graded:
            await self._report_nothing()
        self.results.bring("checks" if told else self._front(), unasked=not told)

    async def _tell(self, report: Callable[[bool], Sequence[Block]]) -> None:
        self._report, self._original = report, False
        await self.results.show_report(report(False))

    async def _show_failure(self, told: str, ask: Ask) -> None:
        """Shows that there is no result."""
        self._end(Content(f"{WARN} {told}").stylize("bold $warn"), None, None)
        if ask.running == "check":
            self.results.passed = None
            await self._report_nothing()
        self.results.bring("checks" if ask.running == "check" else "output", unasked=True)

    def _front(self) -> ResultTab:
        """The tab that shows what a run did: what it printed, else what it drew."""
        tabs: tuple[ResultTab, ...] = ("output", "plot")
        return next((tab for tab in tabs if self.results.has(tab)), "output")

    def _end(self, told: Content, line: int | None, good: bool | None) -> None:
        self.set_class(True, "-has-verdict")
        self.results.flush()
        self._judge(told, good)
        self.editor.mark_failed(line)

    def _judge(self, told: Content, good: bool | None) -> None:
        self.query_one(VerdictLine).judge(told, good=good)

    async def _report_nothing(self) -> None:
        told = self.words.text("app-checks-empty" if self.results.graded else "app-messages-empty")
        await self.results.show_report((Block("paragraph", Content(told).stylize("$muted")),))


def _line_of(verdict: Verdict) -> int | None:
    """The line that a verdict is about: where the program raised, else where the tutor points."""
    if verdict.error is not None:
        return verdict.error.line
    lines = (check.diagnosed_line for check in verdict.checks)
    return next((line for line in lines if line is not None), None)
