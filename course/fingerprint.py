"""Short hashes that tell whether something changed since a translation or a pass was made.

Stable over processes, machines and versions of Python: only what the author wrote goes in.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from course.model import Check, Exercise, Quiz, Step


def words_of(step: Step) -> dict[str, Any]:
    """The words of a step that a translation replaces, by key of `StepWords`; what it lacks is left out.

    The choices of a quiz whose answer is printed by code are code, and stay as they are.
    """
    words: dict[str, Any] = {"title": step.title, "text": step.text}
    if isinstance(step, Quiz):
        words["because"] = step.because
        words["choices"] = step.choices if step.run is None else None
        words["reasons"] = step.reasons
    if isinstance(step, Exercise):
        words["hints"] = step.hints
        words["checks"] = {check.name: check.name for check in step.checks if check.name is not None}
        words["mistakes"] = [mistake.says for mistake in step.mistakes]
    return {key: value for key, value in words.items() if value}


def words_fingerprint(step: Step) -> str:
    """12 hexadecimal digits that change when a translatable word of the step does."""
    return _fingerprint(words_of(step))


def task_fingerprint(step: Step) -> str:
    """12 hexadecimal digits that change when what the learner must do to pass does, whatever the language.

    For an exercise that is everything its checks see; for a quiz, the place of the answer or the code
    that prints it.
    """
    if isinstance(step, Exercise):
        return _fingerprint(_task(step))
    if isinstance(step, Quiz):
        answer = step.run if step.answer is None else step.choices.index(step.answer)
        return _fingerprint([len(step.choices), answer])
    return _fingerprint(None)


def _task(exercise: Exercise) -> dict[str, Any]:
    fields = {"solution", "setup", "helpers", "given", "cases", "data", "default_device"}
    labels = [check.label for check in exercise.checks]
    checks = [_question(check, labels) for check in exercise.checks]
    return {**exercise.model_dump(include=fields, exclude_defaults=True), "checks": checks}


def _question(check: Check, labels: list[str]) -> dict[str, Any]:
    """What a check asks; other checks by position, since their names are words."""
    question = check.model_dump(exclude={"name", "after", "points", "hidden"}, exclude_unset=True)
    return question | {"after": [labels.index(name) for name in check.after]}


def _fingerprint(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=True, sort_keys=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:12]
