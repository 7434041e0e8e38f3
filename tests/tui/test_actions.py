from __future__ import annotations

import inspect
from collections import Counter

import pytest

from course.catalogue import LANGUAGES, read_entries
from tui.actions import COMMANDS, Command, Where, command, commands_at, key_label, keys_label
from tui.app import CourseApp
from tui.screens.difference import DifferenceScreen
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.screens.scratch import ScratchScreen
from tui.widgets.editor import Editor
from tui.widgets.panes import Panes

BINDERS: dict[Where, type] = {
    "app": CourseApp,
    "home": HomeScreen,
    "lesson": LessonScreen,
    "scratch": ScratchScreen,
    "panes": Panes,
    "editor": Editor,
    "difference": DifferenceScreen,
}


def test_every_command_has_one_id() -> None:
    assert max(Counter(item.id for item in COMMANDS).values()) == 1


@pytest.mark.parametrize("item", [item for item in COMMANDS if not item.stock], ids=lambda item: item.id)
def test_every_command_is_carried_out_by_the_widget_of_its_place(item: Command) -> None:
    method = getattr(BINDERS[item.where], f"action_{item.action}")
    wanted = 1 if item.numbered else 0
    assert len(inspect.signature(method).parameters) - 1 == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_its_words_in_every_language(language: str) -> None:
    entries = read_entries(language)
    assert {key for item in COMMANDS for key in (item.label, item.help)} <= entries.keys()


@pytest.mark.parametrize(
    "places",
    [
        ("home", "app"),
        ("panes", "lesson", "app"),
        ("editor", "panes", "lesson", "app"),
        ("editor", "scratch", "app"),
        ("difference", "app"),
    ],
)
def test_no_two_commands_of_a_screen_share_a_key_but_escape(places: tuple[Where, ...]) -> None:
    keys = Counter(key for item in commands_at(*places) for key in item.keys)
    shared = {key for key, count in keys.items() if count > 1}
    assert shared <= {"escape"}


def test_no_key_of_a_lesson_is_taken_by_the_editor_unless_another_one_does_it_too() -> None:
    taken = Editor()._bindings.key_to_bindings
    for item in commands_at("lesson"):
        if item.keys:
            assert item.keys[0] not in taken, item.id


def test_keys_that_terminals_eat_are_never_the_only_ones() -> None:
    eaten = {"ctrl+enter", "ctrl+tab", "ctrl+h", "ctrl+i", "ctrl+m", "alt+enter"}
    assert not eaten & {key for item in COMMANDS for key in item.keys}


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("f5", "F5"),
        ("ctrl+r", "^r"),
        ("escape", "Esc"),
        ("ctrl+right", "^→"),
        ("shift+f8", "⇧F8"),
        ("c", "c"),
    ],
)
def test_keys_are_shown_as_people_read_them(key: str, label: str) -> None:
    assert key_label(key) == label


def test_numbered_commands_show_their_range() -> None:
    assert keys_label(command("choose")) == "1–9"
    assert keys_label(command("theme")) == ""
