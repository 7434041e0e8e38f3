"""Checking a document against the model, and saying what is wrong as its author would want to hear it.

Owns the road from pydantic's errors to `Problem`s: their places in the document, and one plain sentence for
each. It follows an error's location along the model, because that location also holds names of union members,
which stand in no file.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError

from course.composer import Place
from course.document import Document
from course.model import BrokenRulesError, Part
from course.problem import CourseError, Problem
from course.wording import Mistaken, name_part, sentence

MAX_PROBLEMS = 100
"""Told of one document; the rest is counted."""

Model = TypeVar("Model", bound=Part)


def validate(model: type[Model], document: Document) -> Model:
    """The document as `model`. Raises CourseError with all that is wrong, as YAML and as that model."""
    misfits: list[Problem] = []
    try:
        valid = model.model_validate(document.data)
    except ValidationError as error:
        # A line that is wrong as YAML has no right value, and saying so again would be noise.
        spoilt = {problem.line for problem in document.problems}
        misfits = [problem for problem in explain(model, document, error) if problem.line not in spoilt]
    if problems := [*document.problems, *misfits]:
        raise CourseError(problems)
    return valid


def explain(model: type[Part], document: Document, error: ValidationError) -> list[Problem]:
    """What a failed validation of `document` found, in the order of the document."""
    faults = error.errors(include_url=False)
    problems: list[Problem] = []
    for fault in _without_union_noise(model, faults[:MAX_PROBLEMS]):
        problems += _explain_one(document, fault)
    if len(faults) > MAX_PROBLEMS:
        problems.append(document.problem(None, f"there are {len(faults) - MAX_PROBLEMS:,} more problems"))
    return problems


@dataclass(frozen=True)
class _Located:
    """One of pydantic's errors with the road to it."""

    error: Any
    """As pydantic gives it: `type`, `loc`, `input`, `ctx`."""
    path: tuple[Any, ...]
    """Keys and positions in the document; under `missing`, without the key that is missing."""
    owner: type[Part]
    """The innermost model on the way."""
    union: tuple[Any, ...] | None
    """The path of the union that the error lies in, where pydantic tried each member."""
    member: str | None
    """The member of that union which was tried."""
    is_key: bool
    """Whether the error is about the key at `path` and not about its value."""


def _explain_one(document: Document, located: _Located) -> Iterator[Problem]:
    error = located.error
    broken = error.get("ctx", {}).get("error")
    if isinstance(broken, BrokenRulesError):
        for path, told in broken.faults:
            yield document.problem(_rule_place(document, located.path, path), told)
        return
    mistaken = Mistaken(
        kind=error["type"],
        subject=name_part(located.path, located.owner),
        found=document.find(located.path).value if located.path else document.data,
        context=error.get("ctx", {}),
        owner=located.owner,
        key=next((part for part in reversed(error["loc"]) if part != "[key]"), None),
        is_key=located.is_key,
    )
    yield document.problem(_place(document, located), sentence(mistaken))


def _rule_place(document: Document, part: tuple[Any, ...], culprit: tuple[Any, ...]) -> Place:
    if culprit and isinstance(culprit[-1], int):
        return document.value_place(part + culprit)
    return document.key_place(part + culprit) if culprit else document.value_place(part)


def _place(document: Document, located: _Located) -> Place:
    kind = located.error["type"]
    if located.is_key or kind in ("extra_forbidden", "invalid_key"):
        return document.key_place(located.path)
    if kind == "union_tag_invalid":
        return document.value_place((*located.path, "kind"))
    return document.value_place(located.path)


def _without_union_noise(model: type[Part], errors: Iterable[Any]) -> Iterator[_Located]:
    """Keeps, of the errors of a union's members, those of the member that was meant.

    That is the member whose type fits the value; where none does, one error stands for all of them.
    """
    located_errors = [_locate(model, error) for error in errors]
    for union, group in groupby(located_errors, key=lambda located: located.union):
        if union is None:
            yield from group
            continue
        located = list(group)
        refused = {one.member for one in located if one.path == union and _is_about_type(one.error["type"])}
        meant = next((one.member for one in located if one.member not in refused), None)
        if meant is not None:
            yield from (one for one in located if one.member == meant)
        else:
            yield _merged(located)


def _is_about_type(kind: str) -> bool:
    return kind.endswith("_type") or kind == "literal_error"


def _merged(located: list[_Located]) -> _Located:
    first = located[0]
    wanted = [(one.error["type"], one.error.get("ctx", {})) for one in located]
    error = {**first.error, "type": "union", "ctx": {"wanted": wanted}}
    return _Located(error, first.path, first.owner, first.union, None, is_key=False)


def _locate(model: type[Part], error: Any) -> _Located:
    """Follows an error's location along the model; what names a union's member is left out of the path."""
    path: list[Any] = []
    owner: type[Part] = model
    hint: Any = model
    union: tuple[Any, ...] | None = None
    member: str | None = None
    is_key = False
    location = error["loc"][:-1] if error["type"] == "missing" else error["loc"]
    for part in location:
        hint = _bare(hint)
        owner = _owner(hint, owner)
        if part == "[key]":
            is_key = True
        elif _is_union(hint):
            hint = _tagged(hint, part)
            if hint is None:
                union, member = tuple(path), str(part)
        else:
            path.append(part)
            hint = _inner(hint, part)
    return _Located(error, tuple(path), _owner(_bare(hint), owner), union, member, is_key)


def _owner(hint: Any, owner: type[Part]) -> type[Part]:
    return hint if isinstance(hint, type) and issubclass(hint, Part) else owner


def _bare(hint: Any) -> Any:
    """A type without its annotations and without `| None`."""
    while True:
        if get_origin(hint) is Annotated:
            hint = get_args(hint)[0]
        elif _is_union(hint) and type(None) in get_args(hint):
            rest = tuple(arg for arg in get_args(hint) if arg is not type(None))
            hint = rest[0] if len(rest) == 1 else Union[rest]  # noqa: UP007
        else:
            return hint


def _is_union(hint: Any) -> bool:
    return get_origin(hint) in (Union, types.UnionType)


def _tagged(union: Any, tag: Any) -> Any:
    """The member of a discriminated union that has this `kind`; None for other unions."""
    for member in get_args(union):
        kind = getattr(member, "model_fields", {}).get("kind")
        if kind is not None and get_origin(kind.annotation) is Literal and tag in get_args(kind.annotation):
            return member
    return None


def _inner(hint: Any, part: Any) -> Any:
    """The type of what stands under a key or at a position; None when the model does not say."""
    if isinstance(hint, type) and issubclass(hint, Part):
        field = hint.model_fields.get(part)
        return field.annotation if field else None
    arguments = get_args(hint)
    if get_origin(hint) is list:
        return arguments[0]
    return arguments[1] if get_origin(hint) is dict else None
