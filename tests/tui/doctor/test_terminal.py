"""Terminals of every kind, as the environment describes them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui.doctor.terminal import Terminal, known_colors, terminal_findings

GOOD = Terminal((120, 36), "xterm-256color", "16 million", "utf-8", "utf-8")


def told(terminal: Terminal, language: str = "en") -> list[str]:
    return [
        f"{f.state} {f.message.key.removeprefix('doctor-')}" for f in terminal_findings(terminal, language)
    ]


def test_a_good_terminal() -> None:
    assert told(GOOD) == ["ok terminal", "ok terminal-size", "ok utf8"]


@pytest.mark.parametrize(
    ("terminal", "expected"),
    [
        (replace(GOOD, size=None), "note no-terminal"),
        (replace(GOOD, kind="dumb", dumb=True), "problem terminal-dumb"),
        (replace(GOOD, kind="linux", colors="16"), "note few-colors"),
        (replace(GOOD, colors="none"), "ok no-color"),
        (replace(GOOD, size=(79, 24)), "note terminal-small"),
        (replace(GOOD, size=(80, 23)), "note terminal-small"),
        (replace(GOOD, size=(80, 24)), "ok terminal-size"),
        (replace(GOOD, encoding="ascii"), "problem encoding"),
        (replace(GOOD, locale_encoding="ascii"), "note locale"),
        (replace(GOOD, kind=""), "ok terminal"),
    ],
)
def test_odd_terminals(terminal: Terminal, expected: str) -> None:
    assert expected in told(terminal)


@pytest.mark.parametrize(
    ("environ", "colors"),
    [
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "16 million"),
        ({"TERM": "xterm-kitty"}, "16 million"),
        ({"TERM": "linux"}, "16"),
        ({}, "16"),
        ({"WT_SESSION": "1"}, "16 million"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "none"),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, "256"),
    ],
)
def test_colors_are_taken_from_what_the_environment_promises(environ: dict[str, str], colors: str) -> None:
    assert known_colors(environ) == colors


def test_readers_of_chinese_are_shown_whether_the_width_is_right() -> None:
    assert "note wide" in told(GOOD, "zh")
    assert "note wide" not in told(GOOD)
    assert "note wide" not in told(replace(GOOD, size=None), "zh")
