"""Makes case sets: inputs from a fresh secret seed and what the solution lets observe, in author workers ahead."""

from __future__ import annotations

import hashlib
from typing import Any

from course.data import digits
from course.message import Message
from course.model import Check, case_list
from grader import leftovers
from grader.case_set import CaseSet
from grader.conversation import (
    NOTHING,
    CheckCase,
    Heard,
    Run,
    Setting,
    begin,
    converse,
    expressions,
    probe,
    text_payload,
)
from grader.endings import learner_error
from grader.errors import AuthorFault
from grader.launch import Launcher
from grader.link import Link
from grader.tokens import new_token
from grader.verdict import LearnerError
from grader.wire import Payload, bundle


class CaseMaker:
    """Makes one case set with the author's side of an exercise.

    Args:
        launcher: gives the author workers.
        setting: exercise and device.
        replay: the seed of earlier cases, or None for a fresh one.
    """

    def __init__(self, launcher: Launcher, setting: Setting, replay: str | None) -> None:
        self._launcher = launcher
        self._setting = setting
        self._exercise = setting.exercise
        self._replay = replay or new_token(self._exercise)
        self._author: Link
        self._expected: dict[tuple[int, int], Payload] = {}

    async def make(self) -> CaseSet:
        """The case set.

        Raises:
            AuthorFault: the author's code raised, or gave what cannot be used.
            WorkerGone: it killed its worker.
        """
        self._author = await self._launcher.spawn("author", self._setting.bounds)
        try:
            runs = await self._runs()
            await self._literals(runs)
            await self._observe_solution(runs)
        except BaseException:
            self._author.abandon()
            raise
        return CaseSet(
            self._setting,
            self._replay,
            runs,
            self._expected,
            self._author,
            self._another_author,
            runs[0].inputs,
        )

    async def one(self, check: int, number: int) -> Run:
        """The run that holds a single case of a check; only its inputs are made, and nothing is expected of it.

        Raises:
            AuthorFault: the author's code raised, or gave what cannot be used.
            WorkerGone: it killed its worker.
        """
        own = case_list(self._exercise.checks[check].cases)
        position = number // len(own)
        names = case_list(self._exercise.cases)[position]
        self._author = await self._launcher.spawn("author", self._setting.bounds)
        try:
            inputs = await self._program_inputs(position, names, await self._data(self._author))
            cases = await self._check_cases(position, check, self._exercise.checks[check], inputs)
        finally:
            self._author.abandon()
        return Run(position, inputs, (cases[number % len(own)],))

    async def _observe_solution(self, runs: list[Run]) -> None:
        """Every run of the solution in a worker of its own; the first in the one that made the inputs."""
        link: Link | None = self._author
        for run in runs:
            if not any(self._needs_solution(self._exercise.checks[case.check]) for case in run.asked):
                continue
            link = link or await self._launcher.spawn("author", self._setting.bounds)
            try:
                await self._expect(link, run)
            finally:
                if link is not self._author:
                    link.abandon()
            link = None

    async def _runs(self) -> list[Run]:
        """The runs of the exercise: one per program case, and one more for each check that wants a fresh one."""
        data = await self._data(self._author)
        runs = []
        for position, names in enumerate(case_list(self._exercise.cases)):
            inputs = await self._program_inputs(position, names, data)
            shared: list[CheckCase] = []
            fresh: list[Run] = []
            for check_position, check in enumerate(self._exercise.checks):
                cases = await self._check_cases(position, check_position, check, inputs)
                if check.fresh:
                    fresh.append(Run(position, inputs, tuple(cases)))
                else:
                    shared += cases
            shared.sort(key=lambda case: self._exercise.checks[case.check].hidden)  # see `Link.mute`
            runs += [Run(position, inputs, tuple(shared)), *fresh]
        return runs

    async def _check_cases(
        self, program_case: int, position: int, check: Check, outer: Payload
    ) -> list[CheckCase]:
        own = case_list(check.cases)
        made = []
        for number, names in enumerate(own):
            label = f"{program_case}/{position}/{number}"
            inputs = NOTHING
            if names or check.given:
                inputs = await self._inputs(label, names, check.given, outer)
            made.append(
                CheckCase(position, program_case * len(own) + number, inputs, self._seed(f"fill/{label}"))
            )
        return made

    async def _data(self, link: Link) -> Payload:
        """The data set of the exercise, once an author's worker holds it."""
        if self._exercise.data is None:
            return NOTHING
        answer, body = await link.ask({"ask": "data"}, digits().read_bytes())
        return Payload(answer["payload"], body)

    async def _another_author(self) -> Link:
        link = await self._launcher.spawn("author", self._setting.bounds)
        try:
            await self._data(link)
        except BaseException:
            link.abandon()
            raise
        return link

    async def _program_inputs(self, position: int, names: dict[str, Any], data: Payload) -> Payload:
        return await self._inputs(f"program/{position}", names, self._exercise.given, data)

    async def _inputs(
        self, label: str, names: dict[str, Any], givens: dict[str, Any], outer: Payload
    ) -> Payload:
        """Inputs made from the seed; program-level ones include the data set, a check's only its own."""
        is_program = label.startswith("program/")
        if is_program and not names and not givens:
            return outer
        headers, body = bundle([outer])
        question = {
            "ask": "inputs",
            "seed": self._seed(label),
            "values": expressions([*names.items(), *givens.items()]),
            "outer": headers[0],
            "with_outer": is_program,
        }
        answer, data = await self._author.ask(question, body)
        if "error" in answer:
            where = str(answer["error"].get("where", "given"))
            raise author_fault("grader-given-fault", learner_error(answer["error"]), name=where)
        return Payload(answer["payload"], data)

    def _seed(self, label: str) -> int:
        digest = hashlib.blake2b(f"{self._replay}/{label}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "little") >> 2

    def _needs_solution(self, check: Check) -> bool:
        if check.source is not None or check.has_expectation:
            return False
        return not (check.satisfies is not None and check.compare == [])

    async def _literals(self, runs: list[Run]) -> None:
        """Notes what `expect` says."""
        for case in (case for run in runs for case in run.asked):
            check = self._exercise.checks[case.check]
            if check.has_expectation:
                self._expected[case.check, case.number] = await self._literal(check)

    async def _literal(self, check: Check) -> Payload:
        if check.kind == "raises":
            return Payload(
                {"inputs": [], "value": {"k": "raised", "type": str(check.expect)}, "blobs": []}, b""
            )
        if check.kind == "stdout":
            return text_payload(str(check.expect))
        answer, data = await self._author.ask({"ask": "literal", "expression": repr(check.expect)})
        return Payload(answer["payload"], data)

    async def _expect(self, link: Link, run: Run) -> None:
        """Runs the solution and notes what each case should observe."""
        heard = Heard()
        await begin(link, self._setting, None, leftovers.AUTHOR)
        asked = tuple(case for case in run.asked if self._exercise.checks[case.check].expect_code is None)
        await converse(
            link, self._setting, self._exercise.solution, Run(run.program_case, run.inputs, asked), heard
        )
        if heard.outcome == "setup_error":
            raise author_fault("grader-setup-fault", heard.error, name="setup")
        if heard.outcome != "finished":
            raise author_fault("grader-solution-fault", heard.error, name="solution")
        for key, payload in heard.observations.items():
            check = self._exercise.checks[key[0]]
            if not check.has_expectation:
                self._expected[key] = self._proper(check, payload)
        for case in run.asked:
            check = self._exercise.checks[case.check]
            if check.expect_code is not None:
                self._expected[case.check, case.number] = self._proper(
                    check, await probe(link, check, case, check.expect_code)
                )

    def _proper(self, check: Check, payload: Payload) -> Payload:
        """The observation, if it is one that a learner can be asked for."""
        tree = payload.header["value"]
        if check.kind == "raises":
            if tree["k"] != "raised":
                raise AuthorFault(Message("grader-solution-does-not-raise", {"name": check.label}))
        elif tree["k"] in ("raised", "undefined"):
            name = tree.get("name") or f"{tree['type']}: {tree['message']}"
            raise AuthorFault(Message("grader-probe-fault", {"name": check.label, "why": str(name)[:500]}))
        return payload


def author_fault(key: str, error: LearnerError | None, *, name: str) -> AuthorFault:
    """The fault for an exception in the author's code."""
    why = f"{error.type}: {error.message}"[:500] if error else "?"
    return AuthorFault(Message(key, {"name": name, "why": why, "line": (error and error.line) or 0}))
