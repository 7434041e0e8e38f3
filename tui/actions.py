"""The table of commands: what can be done, where, with which key.

Owns the one list from which bindings, key bar, buttons, palette and help are made. A command's method is
`action_ID` on the widget that its `where` names (see `BINDERS`), its words are `app-do-ID` and
`app-do-ID-help` in the catalogue. Which commands make sense at a moment is decided in `tui.steps`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding, BindingType

Where = Literal["app", "home", "lesson", "scratch", "panes", "editor", "difference"]


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a person can do."""

    id: str
    where: Where
    keys: tuple[str, ...] = ()
    """Textual's names of keys; the first is the one shown."""
    numbered: bool = False
    """Whether each key passes its position, from 0, to the action."""
    palette: bool = True
    """Whether it can be found in the palette."""
    stock: bool = False
    """Whether Textual binds the key by itself; the table then only tells of it."""

    @property
    def action(self) -> str:
        """The name of the action method, less its `action_`."""
        return self.id.replace("-", "_")

    @property
    def label(self) -> str:
        """The catalogue's key of the name, one to three words."""
        return f"app-do-{self.id}"

    @property
    def help(self) -> str:
        """The catalogue's key of the sentence that tells what it does."""
        return f"app-do-{self.id}-help"


COMMANDS: tuple[Command, ...] = (
    Command("help", "app", ("f1",)),
    Command("palette", "app", ("ctrl+p",), palette=False),
    Command("theme", "app"),
    Command("language", "app"),
    Command("search", "app", ("slash", "ctrl+b")),
    Command("scratch", "app", ("f12", "alt+s")),
    Command("settings", "app", ("comma",)),
    Command("export", "app"),
    Command("import", "app"),
    Command("restart-course", "app"),
    Command("tour", "app"),
    Command("suspend-process", "app"),
    Command("quit", "app", ("ctrl+q",)),
    Command("resume", "home", ("c",)),
    Command("open", "home", ("enter",), palette=False, stock=True),
    Command("steps", "home", ("space",)),
    Command("placement", "home", ("p",)),
    Command("try-things", "home", ("s",), palette=False),
    Command("check", "lesson", ("f9",)),
    Command("run", "lesson", ("f5", "ctrl+r")),
    Command("run-case", "lesson", ("shift+f5", "f17")),
    Command("hint", "lesson", ("f2",)),
    Command("solution", "lesson", ("f3",)),
    Command("reset", "lesson", ("f4",)),
    Command("history", "lesson", ("f6",)),
    Command("difference", "lesson", ("f10", "alt+x")),
    Command("original", "lesson", ("alt+m",)),
    Command("report", "lesson", ("shift+f9", "f21")),
    Command("restart-lesson", "lesson"),
    Command("choose", "lesson", tuple("123456789"), numbered=True, palette=False),
    Command("next", "lesson", ("f8", "ctrl+right", "alt+right")),
    Command("back", "lesson", ("shift+f8", "ctrl+left", "alt+left", "f20")),
    Command("pane", "lesson", ("ctrl+t",)),
    Command("results", "lesson", ("ctrl+o",)),
    Command("stop", "lesson", ("escape",)),
    Command("unfocus", "lesson", ("escape",), palette=False),
    Command("leave", "lesson", ("escape",)),
    Command("zoom", "panes", ("alt+z",)),
    Command("wider-words", "panes", ("alt+shift+right",)),
    Command("wider-code", "panes", ("alt+shift+left",)),
    Command("taller-results", "panes", ("ctrl+up",)),
    Command("taller-code", "panes", ("ctrl+down",)),
    Command("even-panes", "panes"),
    Command("try-code", "lesson", ("shift+f12", "f24")),
    Command("run-cell", "scratch", ("f5", "ctrl+r")),
    Command("earlier", "scratch", ("up",), palette=False, stock=True),
    Command("names", "scratch", ("ctrl+o",)),
    Command("clear-cells", "scratch", ("ctrl+l",)),
    Command("renew", "scratch", ("f4",)),
    Command("scroll-cells", "scratch", ("pageup",), palette=False, stock=True),
    Command("stop-cell", "scratch", ("escape",)),
    Command("leave-scratch", "scratch", ("escape",)),
    Command("look-around", "difference", ("left", "up", "down", "right"), numbered=True, palette=False),
    Command("look-far", "difference", ("pageup", "pagedown", "home", "end"), numbered=True, palette=False),
    Command("closer", "difference", ("plus", "enter", "equals_sign"), palette=False),
    Command("farther", "difference", ("minus",), palette=False),
    Command("differing-after", "difference", ("n",), palette=False),
    Command("differing-before", "difference", ("N",), palette=False),
    Command("slice-after", "difference", ("right_square_bracket",), palette=False),
    Command("slice-before", "difference", ("left_square_bracket",), palette=False),
    Command("leave-difference", "difference", ("escape", "q"), palette=False),
    Command("complete", "editor", ("ctrl+space", "ctrl+@")),
    Command("comment", "editor", ("ctrl+underscore",)),
    Command("outdent", "editor", ("shift+tab",), palette=False),
    Command("find", "editor", ("ctrl+f",)),
    Command("go-to-line", "editor", ("ctrl+g",)),
    Command("move-up", "editor", ("alt+up",)),
    Command("move-down", "editor", ("alt+down",)),
    Command("duplicate", "editor", ("alt+shift+down", "alt+d")),
    Command("saved", "editor", ("ctrl+s",)),
    Command("to-start", "editor", ("ctrl+home",), palette=False),
    Command("to-end", "editor", ("ctrl+end",), palette=False),
    Command("undo", "editor", ("ctrl+z",), palette=False, stock=True),
    Command("redo", "editor", ("ctrl+y",), palette=False, stock=True),
    Command("copy", "editor", ("ctrl+c",), palette=False, stock=True),
    Command("cut", "editor", ("ctrl+x",), palette=False, stock=True),
    Command("paste", "editor", ("ctrl+v",), palette=False, stock=True),
    Command("select-all", "editor", ("f7",), palette=False, stock=True),
)

_BY_ID = {command.id: command for command in COMMANDS}

_KEY_NAMES = {
    "escape": "Esc",
    "enter": "⏎",
    "right": "→",
    "left": "←",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "tab": "Tab",
    "underscore": "/",
    "comma": ",",
    "slash": "/",
    "space": "Space",
    "home": "Home",
    "end": "End",
}


def command(command_id: str) -> Command:
    """The command of an id."""
    return _BY_ID[command_id]


def commands_at(*places: Where) -> list[Command]:
    """The commands of some places, in the table's order."""
    return [command for command in COMMANDS if command.where in places]


def bindings(where: Where) -> list[BindingType]:
    """The bindings of the widget that carries out the commands of a place; words are shown elsewhere."""
    return list(_bindings(commands_at(where)))


def _bindings(commands: Iterable[Command]) -> Iterable[BindingType]:
    for item in commands:
        if item.stock:
            continue
        for position, key in enumerate(item.keys):
            action = f"{item.action}({position})" if item.numbered else item.action
            yield Binding(key, action, show=False, priority=item.where != "editor" and _is_typed(key))


def _is_typed(key: str) -> bool:
    """Whether an editor would take the key for text: a letter with Alt comes with its letter."""
    modifier, _, name = key.rpartition("+")
    return modifier == "alt" and len(name) == 1


def of_action(action: str, commands: Sequence[Command] = COMMANDS) -> Command | None:
    """The command that an action method carries out; None when it is none of ours."""
    return next((item for item in commands if item.action == action), None)


def key_label(key: str) -> str:
    """A key as a person reads it: `ctrl+r` is `^r`."""
    *modifiers, name = key.split("+")
    shown = _KEY_NAMES.get(name, name.upper() if name[0] == "f" and name[1:].isdigit() else name)
    for modifier in modifiers:
        shown = ("^" if modifier == "ctrl" else "⇧" if modifier == "shift" else "⌥") + shown
    return shown


def keys_label(item: Command) -> str:
    """The key of a command as the key bar shows it; empty when it has none."""
    if item.numbered:
        return f"{key_label(item.keys[0])}–{key_label(item.keys[-1])}"
    return key_label(item.keys[0]) if item.keys else ""
