"""Grades one attempt: asks the learner's world what the author's was asked, and lets the judge compare.

Holds no tensor. Everything that a learner or an author can do wrong ends as a `Verdict`.
"""

from __future__ import annotations

import asyncio
import itertools
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from course.message import Message
from grader import source
from grader.case_set import CaseSet
from grader.console import Console
from grader.conversation import CheckCase, Heard, Run, Setting, begin, converse, well_formed
from grader.endings import death_words, learner_error, timeout_words
from grader.errors import AuthorFault, WireError, WorkerFault
from grader.launch import Launcher
from grader.link import Link, WorkerGone
from grader.source import Breach, Use
from grader.verdict import Event, LearnerError, Status
from grader.wire import Header

READ_SECONDS = 10.0
"""How long reading the text of a program may take."""
_SHUFFLE = random.SystemRandom()


@dataclass(slots=True)
class Attempt:
    """What came of the learner's runs, before it is judged."""

    heard: Heard = field(default_factory=Heard)
    """All answers of all runs together."""
    status: Status | None = None
    """Why it ended early; None when every run finished."""
    message: Message | None = None
    error: LearnerError | None = None
    unfinished: list[int] = field(default_factory=list)
    """Lines that still hold `...`."""
    uses: list[Use] = field(default_factory=list)
    breaches: dict[int, Breach] = field(default_factory=dict)
    """Broken source rules by check."""
    console: Console = field(default_factory=Console)


class Grading:
    """One attempt at one exercise.

    Args:
        launcher: gives the workers.
        case_set: inputs and expectations, used once.
        code: the learner's program.
        standby: a learner's worker that waits, confined, or None.
        listener: takes what the program prints, as it comes.
    """

    def __init__(
        self,
        launcher: Launcher,
        case_set: CaseSet,
        code: str,
        standby: Link | None = None,
        listener: Callable[[Event], None] | None = None,
    ) -> None:
        self._launcher = launcher
        self._cases = case_set
        self._setting = case_set.setting
        self._exercise = case_set.setting.exercise
        self._code = code
        self._standby = standby
        self.attempt = Attempt(console=Console(listener))

    async def ask_learner(self) -> Attempt:
        """Runs the program as often as the exercise wants, and stops at the first run that does not finish."""
        link: Link | None = await self._reader()
        for number, run in enumerate(self._cases.runs):
            if self.attempt.status is not None:
                break
            worker = link or await spawn_learner(self._launcher, self._setting)
            await self._one_run(run, worker, is_first=number == 0)
            link = None
        if link is not None:
            link.abandon()
        if self.attempt.status is None:
            self._judge_source(all_rules=True)
        return self.attempt

    async def _one_run(self, run: Run, link: Link, *, is_first: bool) -> None:
        seconds = self._exercise.limits.seconds
        trace = any(check.source and source.names_torch(check.source) for check in self._exercise.checks)
        link.console = self.attempt.console
        link.console.muted = False
        whole = self.attempt.heard
        heard = Heard(observations=whole.observations, allowance=whole.allowance)
        try:
            async with asyncio.timeout(seconds):
                await begin(link, self._setting, seconds)
                run = replace(run, asked=tuple(_shuffled(run.asked)))
                await converse(link, self._setting, self._code, run, heard, trace=trace, defined=is_first)
        except TimeoutError:
            await link.end()
            self._stop("timeout", *timeout_words(link, seconds))
        except WorkerGone:
            self._stop(*death_words(link, await link.end()))
        except (WireError, WorkerFault):
            await link.end()
            self._stop("crashed", Message("grader-garbled"), None)
        finally:
            if not link.exited.done():
                link.abandon()
            self._gather(heard)

    async def _reader(self) -> Link:
        """A worker that has run nothing yet and has read the program's text.

        That can kill it: so can what has nothing to do with the text, hence a second one is tried.
        """
        waiting = [self._standby] if self._standby is not None else []
        while True:
            link = waiting.pop() if waiting else await spawn_learner(self._launcher, self._setting)
            try:
                async with asyncio.timeout(READ_SECONDS):
                    answer, _ = await link.ask({"ask": "facts", "code": self._code})
                with well_formed():
                    self._take_facts(answer)
                return link
            except (WorkerGone, TimeoutError):
                await link.end()
            if link is not self._standby:
                self._stop("refused", Message("grader-unparsable"), None)
                return link

    def _take_facts(self, answer: Header) -> None:
        """Notes what the text uses; refuses what cannot be parsed or breaks a rule at sight."""
        if "error" in answer:
            error = learner_error(answer["error"])
            self._stop(
                "refused", Message("grader-syntax", {"why": error.message, "line": error.line or 0}), error
            )
            return
        self.attempt.unfinished = [int(line) for line in answer["unfinished"]]
        self.attempt.uses = [Use(str(name), int(line), kind) for name, line, kind in answer["uses"]]
        self._judge_source(all_rules=False)

    def _judge_source(self, all_rules: bool) -> None:
        """Looks for broken rules: before the run for what the text shows, afterwards with the calls that were seen."""
        uses = self.attempt.uses + [Use(name, 0, "call") for name in self.attempt.heard.calls]
        for position, check in enumerate(self._exercise.checks):
            found = source.breaches(check.source, uses) if check.source else []
            found = [breach for breach in found if all_rules or breach.rule == "forbid"]
            if found:
                self.attempt.breaches[position] = found[0]
        if self.attempt.breaches:
            self._stop("refused", None, None)

    def _gather(self, heard: Heard) -> None:
        whole = self.attempt.heard
        whole.outcome = heard.outcome
        known = {(warning.type, warning.message, warning.line) for warning in whole.warnings}
        whole.warnings += [
            warning
            for warning in heard.warnings
            if (warning.type, warning.message, warning.line) not in known
        ]
        whole.calls += heard.calls
        if heard.outcome == "memory":
            self._stop(
                "memory",
                Message("grader-memory", {"limit": self._exercise.limits.memory}),
                heard.error,
            )
        elif heard.outcome == "error" and heard.error is not None:
            self._stop("error", None, heard.error)
        elif heard.outcome == "setup_error":
            raise AuthorFault(
                Message("grader-setup-fault", {"why": heard.error.message if heard.error else "?"})
            )

    def _stop(self, status: Status, message: Message | None, error: LearnerError | None) -> None:
        if self.attempt.status is None:
            self.attempt.status, self.attempt.message, self.attempt.error = status, message, error


def _shuffled(asked: Iterable[CheckCase]) -> Iterator[CheckCase]:
    """Checks in their order, the cases of each in any."""
    for _, cases in itertools.groupby(asked, key=lambda case: case.check):
        own = list(cases)
        yield from _SHUFFLE.sample(own, len(own))


async def spawn_learner(launcher: Launcher, setting: Setting) -> Link:
    """A learner's worker, bounded as the exercise says."""
    return await launcher.spawn("learner", setting.bounds)
