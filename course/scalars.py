"""What an unquoted word of YAML means: the core schema of YAML 1.2.

PyYAML follows YAML 1.1 instead, where `no` is false, `1e-5` is text and `012` is ten.
The schema: https://yaml.org/spec/1.2.2/#103-core-schema
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

Scalar = str | int | float | bool | None

_DECIMAL = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_INFINITY = re.compile(r"[-+]?\.(inf|Inf|INF)")

_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}

_MAX_DIGITS = 4000
"""Python refuses to read decimal integers of more than 4,300 digits."""


def resolve(text: str) -> Scalar:
    """The value of a plain scalar. Raises ValueError with a sentence for numbers that Python cannot hold."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in "+-.0123456789":
        return text
    for pattern, read in _NUMBERS:
        if pattern.fullmatch(text):
            return read(text)
    return text


def resolve_as(tag: str, text: str) -> Scalar:
    """The value of a scalar that carries one of the core tags. Raises ValueError when it is no such thing."""
    if tag == "str":
        return text
    value = resolve(text)
    if tag == "float" and type(value) is int:
        return float(value)
    if type(value) is not _TAGGED[tag]:
        raise ValueError(f"this is marked `!!{tag}` and is not of that type")
    return value


def _integer(base: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if len(text) > _MAX_DIGITS:
            raise ValueError(f"a number of {len(text)} characters is too long")
        return int(text, base)

    return read


def _float(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise ValueError("this number is too large; write `.inf` for infinity")
    return value


_NUMBERS: tuple[tuple[re.Pattern[str], Callable[[str], int | float]], ...] = (
    (_DECIMAL, _integer(10)),
    (_OCTAL, _integer(0)),
    (_HEXADECIMAL, _integer(0)),
    (_FLOAT, _float),
    (_INFINITY, lambda text: float(text.replace(".", "").lower())),
    (re.compile(r"\.(nan|NaN|NAN)"), lambda text: math.nan),
)

_TAGGED: dict[str, type] = {"int": int, "float": float, "bool": bool, "null": type(None)}
