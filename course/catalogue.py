"""The words of the program, in the languages it speaks: Fluent catalogues in `messages/LANG/*.ftl`.

Each room writes a file of its own; all files of a language are one catalogue. The files are indexed by their
ids, and an entry is parsed when it is first said. An entry without variables is said without Fluent, whose
import alone takes longer than the rest of a start.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

from course.message import Message
from course.problem import harmless

LANGUAGES = ("en", "zh")
"""The languages that the program speaks; the first is the one that it falls back to."""

MESSAGES = Path(__file__).parent / "messages"

LONGEST = 2_000
"""Characters of a value that a sentence names."""

_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *= *", re.MULTILINE)
"""The head of a message or a term; whatever continues it is indented."""

_REFERENCE = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")


class Catalogue:
    """The words of one language, with the default language to fall back to. Nothing here raises."""

    def __init__(self, lang: str, entries: Mapping[str, str], fallback: Catalogue | None = None) -> None:
        self.lang = lang
        self._entries = entries
        self._fallback = fallback
        self._parsed: set[str] = set()
        self._lock = Lock()

    @classmethod
    def load(cls, lang: str) -> Catalogue:
        """The catalogue of a language; the default one for a language that the program does not speak."""
        fallback = cls(LANGUAGES[0], read_entries(LANGUAGES[0]))
        if lang not in LANGUAGES[1:]:
            return fallback
        return cls(lang, read_entries(lang), fallback)

    def text(self, key: str, /, **values: object) -> str:
        """The words for `key`; the default language's, or the key itself, where there are none."""
        if key not in self._entries:
            return self._fallback.text(key, **values) if self._fallback else key
        plain = _plain(self._entries[key])
        return plain if plain is not None else self._format(key, values)

    def render(self, message: Message) -> str:
        """A message in words, and in it whatever messages it names."""
        values = {
            name: self.render(value) if isinstance(value, Message) else value
            for name, value in message.values.items()
        }
        return self.text(message.key, **values)

    def _format(self, key: str, values: Mapping[str, object]) -> str:
        try:
            with self._lock:
                self._parse([key])
            message = self._bundle.get_message(key)
            words, _ = self._bundle.format_pattern(message.value, _fluent_values(values))
        except Exception:  # a fault in a translation must not take a lesson down
            return self._fallback.text(key, **values) if self._fallback else key
        return str(words)

    @cached_property
    def _bundle(self) -> Any:
        from fluent.runtime import FluentBundle

        return FluentBundle([self.lang], use_isolating=False)

    def _parse(self, keys: Iterable[str]) -> None:
        """Brings entries, and those that they refer to, into the bundle."""
        from fluent.runtime import FluentResource

        for key in keys:
            if key in self._parsed or key not in self._entries:
                continue
            self._parsed.add(key)
            source = self._entries[key]
            self._bundle.add_resource(FluentResource(source))
            self._parse(_REFERENCE.findall(source))


def read_entries(lang: str) -> dict[str, str]:
    """The source of each entry of a language by its id, terms with their hyphen."""
    entries: dict[str, str] = {}
    for file in sorted((MESSAGES / lang).glob("*.ftl")):
        try:
            source = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        heads = list(_ENTRY.finditer(source))
        ends = [head.start() for head in heads[1:]] + [len(source)]
        for head, end in zip(heads, ends, strict=True):
            lines = source[head.start() : end].splitlines(keepends=True)
            entries[head.group(1)] = "".join(line for line in lines if not line.startswith("#"))
    return entries


def guess_language(environ: Mapping[str, str]) -> str:
    """The language that the environment asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` decides."""
    wanted = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environ.get(key))), "")
    lang = re.split(r"[_.@-]", wanted.lower(), maxsplit=1)[0]
    return lang if lang in LANGUAGES else LANGUAGES[0]


def _plain(source: str) -> str | None:
    """The words of an entry on one line without variables; None for any other."""
    line = source.strip()
    if "\n" in line or "{" in line:
        return None
    return line.split("=", 1)[1].strip()


def _shortened(text: str) -> str:
    """A text as long as Fluent takes it; in place of a longer one it would write `{???}`."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _fluent_values(values: Mapping[str, object]) -> dict[str, object]:
    """Whole numbers stay numbers, for plurals, without separators; other numbers are written in full as text.

    Fluent itself would write 1e-05 as 0 and line 1234 as 1,234. Texts may come from a learner's program.
    """
    from fluent.runtime.types import fluent_number

    made: dict[str, object] = {}
    for key, value in values.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            made[key] = _shortened(harmless(str(value)))
        else:
            made[key] = fluent_number(value, useGrouping=False) if isinstance(value, int) else f"{value:.6g}"
    return made
