"""The sentences about keys and values that do not fit the model.

Pure words: `course.validation` finds out what is wrong and where, this module says it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from course.glossary import TORCH_NAME, Glossary, GlossaryWords, Term, TermWords
from course.model import (
    Check,
    CourseIndex,
    CourseWords,
    Exercise,
    Lesson,
    LessonWords,
    Limits,
    Mistake,
    Part,
    Quiz,
    Read,
    SourceRule,
    StepWords,
    Tolerance,
)
from course.part import NOT_BLANK
from course.problem import quoted

_NOUNS: dict[type[Part], str] = {
    Lesson: "a lesson",
    CourseIndex: "a course",
    Read: "a read step",
    Quiz: "a quiz",
    Exercise: "an exercise",
    Check: "a check",
    Mistake: "a mistake",
    SourceRule: "a source rule",
    Tolerance: "a tolerance",
    Limits: "the limits",
    LessonWords: "a translated lesson",
    CourseWords: "a translated course",
    StepWords: "a translated step",
    Glossary: "a glossary",
    Term: "a term",
    GlossaryWords: "a translated glossary",
    TermWords: "a translated term",
}

_ITEMS = {
    "steps": "step",
    "checks": "check",
    "mistakes": "mistake",
    "survivors": "survivor",
    "terms": "term",
}
"""What an item of these lists is called."""

_WANTED = {
    "string": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "`true` or `false`",
    "list": "a list",
    "dict": "a mapping",
    "model": "a mapping",
    "model_attributes": "a mapping",
}

_PATTERNS = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": "lower-case words and digits joined by hyphens",
    "^[A-Za-z_][A-Za-z0-9_]*$": "a Python name",
    TORCH_NAME: "a dotted name of torch, such as `torch.zeros` or `torch.Tensor.view`",
}


@dataclass(frozen=True)
class Mistaken:
    """A key or a value that does not fit."""

    kind: str
    """Pydantic's type of the error, or `union` for a value that fits no member of one."""
    subject: str
    """How a sentence names the culprit."""
    found: Any
    """The value in the document."""
    context: dict[str, Any]
    """Pydantic's bounds and expectations."""
    owner: type[Part]
    """The model that the culprit belongs to."""
    key: Any
    """The key that is missing, unknown, or itself the culprit."""
    is_key: bool
    """Whether the culprit is a key."""


def sentence(mistaken: Mistaken) -> str:
    """What is wrong, in one plain sentence."""
    if mistaken.is_key and mistaken.kind == "string_type":
        return f"the key {quoted(mistaken.key)} must be text; put it in quotes"
    say = _SENTENCES.get(mistaken.kind)
    if say is not None:
        return say(mistaken)
    if mistaken.kind.endswith(("_type", "_from_float")):
        return _wrong_type(mistaken, _wanted(mistaken.kind, mistaken.context))
    return f"{mistaken.subject} is not valid here"


def name_part(path: tuple[Any, ...], owner: type[Part]) -> str:
    """How a sentence names what stands at `path`: `minutes`, the 2nd item of `choices`, step 3."""
    if not path:
        return noun(owner)
    last = path[-1]
    if isinstance(last, int) and len(path) > 1 and isinstance(path[-2], str):
        item = _ITEMS.get(path[-2])
        return f"{item} {last + 1}" if item else f"item {last + 1} of {quoted(path[-2])}"
    return quoted(last)


def noun(owner: type[Part]) -> str:
    """What a part is called, with its article."""
    return _NOUNS.get(owner, "this part")


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """The end of a sentence that names the nearest of the known words, or nothing."""
    if not isinstance(word, str) or len(word) > 80:
        return ""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean `{near[0]}`?" if near else ""


def describe(value: Any) -> str:
    """What was found, for the end of a sentence."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int | float):
        return f"the number {str(value)[:40]}"
    if isinstance(value, str):
        return f"the text {quoted(value)}" if value.strip() else "empty text"
    return "a list" if isinstance(value, list) else "a mapping"


def _wanted(kind: str, context: dict[str, Any]) -> str:
    if kind == "literal_error":
        return _options(context["expected"])
    return _WANTED.get(kind.removesuffix("_type").removesuffix("_from_float"), "something else")


def _options(expected: str) -> str:
    """Pydantic's `'cpu', 'cuda' or 'mps'` with backticks; its `True` as YAML writes it."""
    return re.sub(r"'([^']*)'", r"`\1`", expected).replace("True", "`true`")


def _wrong_type(mistaken: Mistaken, wanted: str) -> str:
    told = f"{mistaken.subject} must be {wanted}, found {describe(mistaken.found)}"
    if wanted.endswith("text") and isinstance(mistaken.found, int | float):
        return told + "; put it in quotes"
    if wanted.endswith("text") and isinstance(mistaken.found, dict):
        return told + "; put the text in quotes where it holds `: ` or begins with `{`"
    return told


def _missing(mistaken: Mistaken) -> str:
    return f"{noun(mistaken.owner)} needs {quoted(mistaken.key)}"


def _unknown_key(mistaken: Mistaken) -> str:
    return f"unknown key {quoted(mistaken.key)}{did_you_mean(mistaken.key, mistaken.owner.model_fields)}"


def _literal(mistaken: Mistaken) -> str:
    if mistaken.subject == "`format`":
        return f"`format` must be 1, the version that this program reads, found {describe(mistaken.found)}"
    options = re.findall(r"'([^']*)'", mistaken.context["expected"])
    told = _wrong_type(mistaken, _wanted(mistaken.kind, mistaken.context))
    return told + did_you_mean(mistaken.found, options)


def _union(mistaken: Mistaken) -> str:
    wanted = dict.fromkeys(_wanted(kind, context) for kind, context in mistaken.context["wanted"])
    return _wrong_type(mistaken, " or ".join(wanted))


def _bad_kind(mistaken: Mistaken) -> str:
    kind = mistaken.found.get("kind")
    told = f"`kind` must be `read`, `quiz` or `exercise`, found {describe(kind)}"
    return told + did_you_mean(kind, ("read", "quiz", "exercise"))


def _pattern(mistaken: Mistaken) -> str:
    if mistaken.context["pattern"] == NOT_BLANK:
        return f"{mistaken.subject} must not be blank"
    wanted = _PATTERNS.get(mistaken.context["pattern"], "of another form")
    if mistaken.is_key:
        return f"the key {quoted(mistaken.key)} must be {wanted}"
    return f"{mistaken.subject} must be {wanted}, found {describe(mistaken.found)}"


def _too_few(mistaken: Mistaken) -> str:
    fewest, found = mistaken.context["min_length"], mistaken.context["actual_length"]
    return f"{mistaken.subject} needs at least {_counted(fewest, 'item')}, found {found}"


def _too_many(mistaken: Mistaken) -> str:
    return f"{mistaken.subject} may hold at most {_counted(mistaken.context['max_length'], 'item')}"


def _too_long(mistaken: Mistaken) -> str:
    return f"{mistaken.subject} may have at most {_counted(mistaken.context['max_length'], 'character')}"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _bound(words: str, key: str) -> Callable[[Mistaken], str]:
    def say(mistaken: Mistaken) -> str:
        limit = f"{mistaken.context[key]:g}"
        return f"{mistaken.subject} must be {words} {limit}, found {describe(mistaken.found)}"

    return say


_SENTENCES: dict[str, Callable[[Mistaken], str]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "invalid_key": lambda mistaken: f"the key {quoted(mistaken.key)} must be text; put it in quotes",
    "literal_error": _literal,
    "union": _union,
    "union_tag_not_found": lambda mistaken: "a step needs `kind`: `read`, `quiz` or `exercise`",
    "union_tag_invalid": _bad_kind,
    "model_type": lambda mistaken: f"{mistaken.subject} must be a mapping, found {describe(mistaken.found)}",
    "string_pattern_mismatch": _pattern,
    "string_too_short": lambda mistaken: f"{mistaken.subject} must not be empty",
    "string_too_long": _too_long,
    "too_short": _too_few,
    "too_long": _too_many,
    "greater_than": _bound("more than", "gt"),
    "greater_than_equal": _bound("at least", "ge"),
    "less_than": _bound("less than", "lt"),
    "less_than_equal": _bound("at most", "le"),
}
