"""The names of the tabs of the results: what each holds, and how much of it is new.

Owns these names, as `Content`; `tui.widgets.results` shows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, get_args

from textual.content import Content

if TYPE_CHECKING:
    from course.catalogue import Catalogue

ResultTab = Literal["checks", "output", "tensors", "plot"]
TABS: tuple[ResultTab, ...] = get_args(ResultTab)


def tab_names(
    words: Catalogue, *, graded: bool, passed: tuple[int, int] | None, news: Mapping[ResultTab, int]
) -> tuple[tuple[ResultTab, Content], ...]:
    """Each tab with its name; `news` counts what came since the tab was last in front."""
    return tuple((tab, _name(tab, words, graded, passed, news.get(tab, 0))) for tab in TABS)


def _name(
    tab: ResultTab, words: Catalogue, graded: bool, passed: tuple[int, int] | None, new: int
) -> Content:
    name = Content(words.text("app-tab-error" if tab == "checks" and not graded else f"app-tab-{tab}"))
    if tab == "checks" and passed is not None:
        name = name + Content(f" {words.text('app-count', done=passed[0], total=passed[1])}")
    if not new:
        return name
    return name + Content(f" {words.text('app-tab-new', count=new)}").stylize("bold $ink")
