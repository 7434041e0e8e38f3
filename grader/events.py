"""What a worker's event frames say, once looked through: a learner's program may have written them itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Self, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, ValidationError, model_validator

from course.problem import harmless
from grader.verdict import MAX_ITEMS, MAX_PICTURE, MAX_TEXT, Defined, Event, Output, Plotted, Shown, Summary
from grader.wire import Header

MAX_NAMES = 100
MAX_NAME = 200
MAX_DIMENSIONS = 64
MAX_BITS = 64
"""Of a whole number in an array."""


def event_of(header: Header, body: bytes) -> Event | None:
    """The event of a frame; None for one that says nothing fit to be passed on.

    Raises:
        KeyError, TypeError, ValueError, OverflowError: the frame is no event at all.
    """
    kind = header["event"]
    if kind == "output":
        stream = header["stream"]
        return Output("stderr" if stream == "stderr" else "stdout", body.decode("utf-8", "replace"))
    if kind == "shown":
        summary = checked(header["summary"])
        return Shown(_label(header["label"]), summary) if summary is not None else None
    if kind == "plotted":
        points = [[float(x), float(y)] for x, y in header["points"]]
        return Plotted(_label(header["series"]), points)
    return Defined(tuple(_names(header["names"]))) if kind == "defined" else None


def checked(summary: object) -> Summary | None:
    """A summary, if it has the form of one; what else it holds is left out."""
    try:
        return _Summary.model_validate(summary).model_dump(exclude_unset=True)
    except (ValidationError, RecursionError):
        return None


def _label(label: object) -> str:
    return harmless(str(label)[:MAX_NAME])


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


def _is_grid(values: JsonValue, shape: list[int]) -> bool:
    """Whether nested lists hold numbers, or what stands for one, in a shape."""
    if shape:
        right = isinstance(values, list) and len(values) == shape[0]
        return right and all(_is_grid(row, shape[1:]) for row in cast("list[JsonValue]", values))
    if isinstance(values, str):
        return len(values) <= MAX_NAME and values.isprintable()
    return isinstance(values, float) or (isinstance(values, int) and values.bit_length() <= MAX_BITS)


Word = Annotated[str, Field(max_length=MAX_NAME), AfterValidator(harmless)]
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

    @model_validator(mode="after")
    def _agree(self) -> Self:
        """What a screen takes for granted: an array is whole, and a dict has pairs where others have items."""
        if self.type in ("tensor", "ndarray"):
            whole = {"shape", "dtype"} <= self.model_fields_set
            if not whole or not (self.values is None or _is_grid(self.values, self.shape)):
                raise ValueError("no array")
        wanted = 2 if self.type == "dict" else None
        if any((len(item) if isinstance(item, list) else None) != wanted for item in self.items):
            raise ValueError("not the items of such a container")
        return self
