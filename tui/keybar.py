"""From commands to the entries of a key bar.

Owns the words and the actions of the entries; which commands make sense is decided in `tui.steps`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.actions import command, keys_label
from tui.bars import Key

if TYPE_CHECKING:
    from course.catalogue import Catalogue

FIXED = ("palette", "help")
"""What always stands at the right, the one that must stay first."""


def key_entries(ids: Sequence[str], primary: str | None, words: Catalogue, *, choices: int = 0) -> list[Key]:
    """The entries of some commands, one of which may be what to do next; `choices` counts a quiz's.

    Of commands that share a key, the first has it now.
    """
    by_key = {keys_label(command(item)): item for item in reversed(ids) if command(item).keys}
    first = [item for item in ids if item in by_key.values()]
    entries = [_entry(item, words, primary=item == primary) for item in first]
    return [replace(entry, key=f"1–{choices}") if not entry.action else entry for entry in entries]


def fixed_entries(words: Catalogue) -> list[Key]:
    """The entries at the right."""
    return [_entry(item, words, primary=False) for item in FIXED]


def _entry(command_id: str, words: Catalogue, *, primary: bool) -> Key:
    item = command(command_id)
    scope = "app" if item.where == "app" else "screen"
    action = "" if item.numbered else f"{scope}.{item.action}"
    return Key(keys_label(item), words.text(item.label), action, primary)
