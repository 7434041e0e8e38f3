"""From commands to the entries of a key bar.

Owns the words and the actions of the entries; which commands make sense is decided in `tui.steps`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from tui.actions import command, keys_label
from tui.bars import Key

if TYPE_CHECKING:
    from course.catalogue import Catalogue

FIXED = ("palette", "help")
"""What always stands at the right, the one that must stay first."""


def key_entries(ids: Sequence[str], primary: str | None, words: Catalogue, *, choices: int = 0) -> list[Key]:
    """The entries of some commands, one of which may be what to do next; `choices` counts a quiz's."""
    entries = [_entry(item, words, primary=item == primary) for item in ids if command(item).keys]
    return [replace(entry, key=f"1–{choices}") if not entry.action else entry for entry in entries]


def fixed_entries(words: Catalogue) -> list[Key]:
    """The entries at the right."""
    return [_entry(item, words, primary=False) for item in FIXED]


def next_label(heading: str | None, words: Catalogue) -> Content:
    """The words of the button that goes on to a step of this heading; None means the course ends."""
    told = words.text("app-next-step", step=heading) if heading is not None else words.text("app-next-end")
    return Content(f" {told} ").stylize("bold") + Content(f" {keys_label(command('next'))} ")


def _entry(command_id: str, words: Catalogue, *, primary: bool) -> Key:
    item = command(command_id)
    scope = "app" if item.where == "app" else "screen"
    action = "" if item.numbered else f"{scope}.{item.action}"
    return Key(keys_label(item), words.text(item.label), action, primary)
