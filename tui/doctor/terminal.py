"""The terminal: whether there is one, what it calls itself, its colours, size and encoding."""

from __future__ import annotations

import codecs
import locale
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from tui.doctor.finding import Finding, note, ok, problem
from tui.terminal import unfit

Colors = Literal["none", "16", "256", "16 million"]

LEAST_COLUMNS, LEAST_ROWS = 80, 24
"""The size from which the app is comfortable."""

MOSTLY_TRUE_COLOR = ("kitty", "ghostty", "alacritty", "wezterm", "foot")
"""Terminals by the beginning of `TERM` that show every colour, also where `COLORTERM` is lost on the way."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal as the program finds it."""

    size: tuple[int, int] | None
    """Columns and rows; None when none of the three streams is a terminal."""
    kind: str
    """The value of `TERM`."""
    colors: Colors
    encoding: str
    """The encoding that the program writes."""
    locale_encoding: str
    """The encoding that the locale names; Python may take another for the locale C."""
    dumb: bool = False
    """Whether nothing can be drawn on it."""


def this_terminal(environ: Mapping[str, str]) -> Terminal:
    """The terminal of this process."""
    return Terminal(
        _size(),
        environ.get("TERM", ""),
        known_colors(environ),
        _encoding(getattr(sys.stdout, "encoding", None) or "ascii"),
        _encoding(locale.getencoding()),
        unfit(environ, "utf-8") is not None,
    )


def known_colors(environ: Mapping[str, str]) -> Colors:
    """How many colours the environment promises."""
    kind = environ.get("TERM", "")
    if environ.get("NO_COLOR"):
        return "none"
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit") or "WT_SESSION" in environ:
        return "16 million"
    if kind.removeprefix("xterm-").startswith(MOSTLY_TRUE_COLOR) or kind.endswith("-direct"):
        return "16 million"
    return "256" if "256color" in kind else "16"


def terminal_findings(terminal: Terminal, language: str) -> Iterator[Finding]:
    """What is to be said of a terminal to somebody who reads a language."""
    yield _kind(terminal)
    if terminal.size is not None:
        columns, rows = terminal.size
        is_small = columns < LEAST_COLUMNS or rows < LEAST_ROWS
        told = note if is_small else ok
        key = "doctor-terminal-small" if is_small else "doctor-terminal-size"
        yield told("terminal", key, columns=columns, rows=rows)
    if terminal.encoding != "utf-8":
        yield problem("terminal", "doctor-encoding", encoding=terminal.encoding)
    elif terminal.locale_encoding != "utf-8":
        yield note("terminal", "doctor-locale", encoding=terminal.locale_encoding)
    else:
        yield ok("terminal", "doctor-utf8")
    if language == "zh" and terminal.size is not None and terminal.encoding == "utf-8":
        yield note("terminal", "doctor-wide")


def _kind(terminal: Terminal) -> Finding:
    if terminal.size is None:
        return note("terminal", "doctor-no-terminal")
    kind = terminal.kind or "–"
    if terminal.dumb:
        return problem("terminal", "doctor-terminal-dumb", kind=kind)
    if terminal.colors == "16":
        return note("terminal", "doctor-few-colors", kind=kind)
    if terminal.colors == "none":
        return ok("terminal", "doctor-no-color", kind=kind)
    return ok("terminal", "doctor-terminal", kind=kind, colors=terminal.colors)


def _size() -> tuple[int, int] | None:
    for stream in (sys.stdout, sys.stdin, sys.stderr):
        try:
            columns, rows = os.get_terminal_size(stream.fileno())
        except (OSError, ValueError, AttributeError):
            continue
        return columns, rows
    return None


def _encoding(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return name
