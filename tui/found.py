"""What the search found, as lines of text, and a term or a call as a page with links.

Owns these words; what fits a query is decided in `course.finding`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from tui.prose import Block, blocks, ticked
from tui.session import Place

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.finding import Group
    from course.search import Index, Item, Kind, Spot

SIGNS: dict[Kind, str] = {"term": "§", "call": "ƒ", "lesson": "≡", "step": "›"}

GAP = 3
"""Cells between a title and what is told of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list."""

    text: Content
    item: Item | None = None
    """What the line leads to; None of a heading, and of a line that leads to a step."""
    place: Place | None = None
    """The step that the line leads to; None when it leads to an item, or nowhere."""

    @property
    def leads(self) -> bool:
        """Whether the line can be chosen."""
        return self.item is not None or self.place is not None


def found_lines(groups: Sequence[Group], index: Index, width: int, words: Catalogue) -> list[Line]:
    """A heading for each group, and a line for each item."""
    lines: list[Line] = []
    for group in groups:
        lines.append(_heading(words.text(f"app-found-{group.kind}")))
        widest = min(max(cell_len(item.title) for item in group.items), width // 2)
        lines += [_found(item, index, width, words, widest) for item in group.items]
        if group.left_out:
            told = words.text("app-found-more", count=group.left_out)
            lines.append(Line(Content(f"    {told}").stylize("$muted")))
    return lines


def _heading(told: str) -> Line:
    return Line(Content(told).stylize("bold $muted"))


def _found(item: Item, index: Index, width: int, words: Catalogue, column: int = 0) -> Line:
    """One item; what is told of it begins behind a column of `column` cells for the title."""
    name = Content(item.title)
    name = name.pad_right(max(0, column - name.cell_length))
    title = Content(f"  {SIGNS[item.kind]} ").stylize("$muted") + name
    told = Content(" " * GAP) + _told(item, index, words).stylize("$muted")
    line = (title + told).truncate(width, ellipsis=True)
    only = item.spots[0] if len(item.spots) == 1 and item.entry is None else None
    if item.kind in ("lesson", "step") or only is not None:
        return Line(line, place=Place(*item.spots[0]))
    return Line(line, item=item)


def _told(item: Item, index: Index, words: Catalogue) -> Content:
    """What is said beside a title: where a step is, what a term means."""
    if item.kind == "call" and len(item.spots) > 1:
        return Content(words.text("app-found-steps", count=len(item.spots)))
    if item.kind == "call":
        return Content(where(item.spots[0], index))
    if item.kind == "step":
        return Content(index.lessons[item.spots[0].lesson])
    return ticked(" ".join(item.words.split()))


def where(spot: Spot, index: Index) -> str:
    """Lesson and step."""
    return f"{index.lessons[spot.lesson]} · {index.steps[spot]}"


def entry_page(item: Item, words: Catalogue) -> tuple[Block, ...]:
    """What is said of a term, with its names; nothing of a call."""
    return tuple(_page(item, words))


def _page(item: Item, words: Catalogue) -> Iterator[Block]:
    entry = item.entry
    if entry is None:
        return
    yield from blocks(entry.text)
    if names := [*entry.also, *entry.elsewhere]:
        yield _fact(words.text("app-entry-names"), Content(", ".join(names)))
    if entry.torch:
        yield _fact(words.text("app-entry-torch"), Content(", ".join(entry.torch)).stylize("$code"))


def _fact(label: str, told: Content) -> Block:
    return Block("paragraph", Content(f"{label}   ").stylize("$muted") + told)


def entry_links(item: Item, index: Index, width: int, words: Catalogue) -> list[Line]:
    """The steps of a term or a call, and the terms to read next."""
    lines = [_heading(words.text("app-entry-steps" if item.spots else "app-entry-nowhere"))]
    for spot in item.spots:
        text = Content(f"  {SIGNS['step']} ").stylize("$muted") + Content(where(spot, index))
        lines.append(Line(text.truncate(width, ellipsis=True), place=Place(*spot)))
    see = [found for name in (item.entry.see if item.entry else ()) if (found := index.term(name))]
    if see:
        lines.append(_heading(words.text("app-entry-see")))
        lines += [_found(other, index, width, words) for other in see]
    return lines
