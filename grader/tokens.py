"""Replay tokens: the seed of all inputs of a verdict, and the mark of the exercise that they were made for."""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import Any

from course.model import Check, Exercise


def new_token(exercise: Exercise) -> str:
    """A token with a fresh seed."""
    return f"{secrets.token_hex(8)}-{_mark(exercise)}"


def belongs(token: str, exercise: Exercise) -> bool:
    """Whether a token was made for an exercise as it is now."""
    return token.rpartition("-")[2] == _mark(exercise)


def _mark(exercise: Exercise) -> str:
    """Changes with whatever a case is made of; words do not count, for they are translated."""
    parts: list[Any] = [exercise.id, exercise.setup, exercise.helpers, exercise.data]
    parts += [exercise.given, exercise.cases, [_asked(check) for check in exercise.checks]]
    content = json.dumps(parts, default=repr)
    return hashlib.blake2b(content.encode(), digest_size=4).hexdigest()


def _asked(check: Check) -> list[Any]:
    return [check.kind, check.probe, check.given, check.cases, check.hidden]
