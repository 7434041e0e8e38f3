"""Who carries a command out on a screen, and whether it would do something there.

Owns the way from a row of the table of commands to a widget; the palette runs the command there, help lists it.
"""

from __future__ import annotations

from textual.app import App
from textual.screen import Screen
from textual.widget import Widget

from tui.actions import Command, Where

WIDGETS: dict[Where, str] = {"editor": "Editor", "panes": "Panes"}
"""The widgets of a screen that carry out commands of their own."""


def target(item: Command, screen: Screen[object]) -> App[object] | Widget | None:
    """The app, screen or widget that carries a command out; None when it is not there."""
    if item.where == "app":
        return screen.app
    if item.where in WIDGETS:
        return next(iter(screen.query(WIDGETS[item.where]).results(Widget)), None)
    return screen if hasattr(screen, f"action_{item.action}") else None


def applies(item: Command, screen: Screen[object]) -> bool:
    """Whether a command would do something now."""
    node = target(item, screen)
    return node is not None and bool(node.check_action(item.action, ()))
