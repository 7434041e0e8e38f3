"""Recognises a near miss: one change to the learner's own program makes the check that fails pass.

What the change is stays untold, so that the learner finds it: where it is, and whether something is too much there,
missing or another thing. One learner's worker tries all of the changes on the first failing case, as slips are tried;
the few that give what is expected there are graded in clean workers, on every case.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from course.message import Message
from grader.diagnosis import Diagnosis, Graded
from grader.errors import WireError, WorkerFault
from grader.grading import Attempt, Grading
from grader.judging import inputs_of, item_of
from grader.link import WorkerGone
from grader.mutants import Mutant
from grader.slips import SHAPED, are_varied
from grader.trials import takes_too_long, variants
from grader.wire import Payload

SECONDS = 4.0
"""How long all of it may take."""
MOST = 3
"""Changes that are graded on every case."""
_OWN = {
    "returned": "returned",
    "missing": "missing",
    "moved": "moved",
    "kept": "kept",
    "step": "step",
    "name": "name",
    "brackets": "brackets",
    "nested": "brackets",
    "exchanged": "exchanged",
}
"""Sentences of kinds of changes; any other is a change, or adds something or takes something away."""


async def recognise(graded: Graded) -> Diagnosis | None:
    """Where a single change makes the failing check pass, if one does."""
    if not can_miss(graded):
        return None
    with forgiving():
        right = await _right(graded)
        for repair in right[:MOST] if right and await _is_telling(graded) else ():
            if await _passes(graded, repair.code):
                sentence = f"near-{_OWN.get(repair.kind, repair.what)}"
                return Diagnosis(Message(sentence, {"found": repair.found}), "mutant", repair.line)
    return None


def can_miss(graded: Graded) -> bool:
    """Whether a check failed that can be asked again of a changed program in a short time."""
    if graded.position is None or takes_too_long(graded):
        return False
    check = graded.case_set.setting.exercise.checks[graded.position]
    return not check.satisfies and not check.source


@contextlib.contextmanager
def forgiving() -> Iterator[None]:
    """Takes what a learner's changed program does to its worker for a change that is no good."""
    with contextlib.suppress(WireError, WorkerFault, WorkerGone):
        yield


async def _right(graded: Graded) -> list[Mutant]:
    """The changes that give what is expected of the first failing case."""
    key = (graded.position or 0, graded.case)
    expected = graded.case_set.expected.get(key)
    if expected is None:
        return []
    check, inputs = graded.case_set.setting.exercise.checks[key[0]], inputs_of(graded.case_set, key)
    seen = [
        (one.variant, one.payload) for one in await variants(graded, "learner") if one.payload is not None
    ]
    different = {_content(actual): actual for _, actual in seen}
    items = [item_of(check, expected, actual, inputs) for actual in different.values()]
    answers = await graded.judge.ask("equal", items) if items else []
    right = {content for content, is_right in zip(different, answers, strict=True) if is_right}
    return [repair for repair, actual in seen if _content(actual) in right]


def _content(payload: Payload) -> tuple[str, bytes]:
    """What makes two observations the same."""
    return repr(payload.header), payload.body


async def _is_telling(graded: Graded) -> bool:
    """Whether what is expected is more than one of hundreds of changes may give by chance."""
    if graded.verdict.checks[graded.position or 0].reason in SHAPED:
        return True
    check = graded.case_set.setting.exercise.checks[graded.position or 0]
    expected = [seen for key, seen in graded.case_set.expected.items() if key[0] == graded.position]
    answers = await graded.judge.ask("alike", [item_of(check, seen, seen, []) for seen in expected])
    return any(answer["rich"] for answer in answers) or await are_varied(graded, expected)


async def _passes(graded: Graded, code: str) -> bool:
    """Whether every case of the failing check is as expected."""
    attempt = await Grading(graded.launcher, graded.case_set, code).ask_learner()
    return attempt.status is None and not await _differs(graded, attempt)


async def _differs(graded: Graded, attempt: Attempt) -> bool:
    """Whether an attempt leaves a case of the failing check unanswered or wrong."""
    check, expected = graded.case_set.setting.exercise.checks[graded.position or 0], graded.case_set.expected
    asked = {key for key in expected if key[0] == graded.position}
    found = {key: seen for key, seen in attempt.heard.observations.items() if key in asked}
    items = [
        item_of(check, expected[key], actual, inputs_of(graded.case_set, key))
        for key, actual in found.items()
    ]
    return len(found) < len(asked) or not all(await graded.judge.ask("equal", items))
