"""What a worker's event frames say, once looked through: a learner's program may have written them itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, ValidationError

from grader.verdict import MAX_ITEMS, MAX_PICTURE, MAX_TEXT, Defined, Event, Output, Plotted, Shown, Summary
from grader.wire import Header

MAX_NAMES = 100
MAX_NAME = 200
MAX_DIMENSIONS = 64


def event_of(header: Header, body: bytes) -> Event | None:
    """The event of a frame; None for one that says nothing fit to be passed on.

    Raises:
        KeyError, TypeError, ValueError: the frame is no event at all.
    """
    kind = header["event"]
    if kind == "output":
        stream = header["stream"]
        return Output("stderr" if stream == "stderr" else "stdout", body.decode("utf-8", "replace"))
    if kind == "shown":
        summary = checked(header["summary"])
        return Shown(str(header["label"])[:MAX_NAME], summary) if summary is not None else None
    if kind == "plotted":
        points = [[float(x), float(y)] for x, y in header["points"]]
        return Plotted(str(header["series"])[:MAX_NAME], points)
    return Defined(tuple(_names(header["names"]))) if kind == "defined" else None


def checked(summary: object) -> Summary | None:
    """A summary, if it has the form of one; what else it holds is left out."""
    try:
        return _Summary.model_validate(summary).model_dump(exclude_unset=True)
    except (ValidationError, RecursionError):
        return None


def _names(pairs: list[Any]) -> Iterator[tuple[str, Summary]]:
    for name, told in pairs[:MAX_NAMES]:
        summary = checked(told)
        if summary is not None and str(name).isidentifier() and len(name) <= MAX_NAME:
            yield str(name), summary


def _few(value: JsonValue) -> JsonValue:
    """The value, unless it holds more than any event may."""
    if _leaves(value) > MAX_PICTURE:
        raise ValueError("too many values")
    return value


def _leaves(value: JsonValue) -> int:
    """How many values there are; a text too long, or that no screen can show, is an error."""
    if isinstance(value, list):
        return sum(map(_leaves, value))
    if isinstance(value, str) and len(value.encode()) > 4 * MAX_TEXT:
        raise ValueError("too long a text")
    return len(value) if isinstance(value, dict) else 1


Word = Annotated[str, Field(max_length=MAX_NAME)]
Values = Annotated[JsonValue, AfterValidator(_few)]
Number = int | float | Word


class _Summary(BaseModel):
    """The form of `grader.verdict.Summary`."""

    model_config = ConfigDict(strict=True, allow_inf_nan=False)

    type: Word
    shape: Annotated[list[int], Field(max_length=MAX_DIMENSIONS)] = []
    dtype: Word = ""
    device: Word = ""
    requires_grad: bool = False
    grad_fn: Word = ""
    values: Values = None
    value: Values = None
    min: Number = 0
    max: Number = 0
    mean: Number = 0
    length: int = 0
    items: Annotated[list[_Summary | list[_Summary]], Field(max_length=MAX_ITEMS)] = []
    parameters: Annotated[list[Values], Field(max_length=MAX_ITEMS)] = []
    message: Annotated[str, Field(max_length=MAX_TEXT)] = ""
