"""Markdown into blocks of styled text, ready to be shown.

Owns the reading of Markdown; runs in a thread and touches no widget, which is why the words of a step
cost the event loop next to nothing (Textual's own Markdown stalls it for 20-30 ms a page).
`tui.widgets.prose` shows the blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from textual.content import Content, Span

from tui.wrapping import is_wide

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

BlockKind = Literal["paragraph", "heading", "code", "table", "rule", "advice"]
"""`advice` is what a tutor says, and stands out."""

_STYLES = {"strong": "bold", "em": "italic", "s": "strike", "link": "underline"}


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a page, set below the one before it."""

    kind: BlockKind
    text: Content
    """The words with their styles, as one long line each; code and tables hold their own line ends."""
    depth: int = 0
    """How many lists and quotes it stands in."""
    marker: Content | None = None
    """The bullet, number or sign in front of its first line."""
    quoted: bool = False
    tight: bool = False
    """Whether the next block follows without a blank line, as the items of a list do."""
    rows: tuple[tuple[Content, ...], ...] = ()
    """The cells of a table, its heading first."""
    layout: Callable[[int], Content] | None = None
    """Sets the block into a width, in place of `text`; None for words."""


def blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text."""
    return tuple(_Reader(_parser().parse(markdown)).read())


def inline(markdown: str) -> Content:
    """A text of one paragraph, such as a quiz choice, as one styled line."""
    token = _parser().parseInline(markdown.strip())[0]
    return _styled(token.children or [])


def ticked(sentence: str) -> Content:
    """A sentence in which only backticks mean something: it may quote what a learner wrote."""
    pieces = sentence.split("`")
    if len(pieces) % 2 == 0:
        return Content(sentence)
    styled = [
        Content(piece).stylize("$code") if index % 2 else Content(piece) for index, piece in enumerate(pieces)
    ]
    return Content("").join(styled)


def code_block(code: str) -> Content:
    """Python code in the colours of the editor."""
    from tui.highlighting import highlights

    code = code.rstrip("\n")
    spans = [Span(start, end, f"$code-{name}") for start, end, name in highlights(code)]
    return Content(code, spans=spans)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


class _Reader:
    """Walks the tokens of one text once."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.numbers: list[int | None] = []
        self.marker: Content | None = None
        self.quotes = 0
        self.row: list[Content] = []
        self.rows: list[list[Content]] = []
        self.inside = ""
        """The type of the token before."""

    def read(self) -> list[Block]:
        """All blocks, in order."""
        read: list[Block] = []
        for token in self.tokens:
            block = self._take(token)
            if block is not None:
                read.append(block)
            self.inside = token.type
        after = [*read[1:], Block("rule", Content(""))]
        return [
            replace(block, tight=block.depth > 0 and next_.depth > 0)
            for block, next_ in zip(read, after, strict=True)
        ]

    def _take(self, token: Token) -> Block | None:
        match token.type:
            case "bullet_list_open":
                self.numbers.append(None)
            case "ordered_list_open":
                self.numbers.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                self.numbers.pop()
            case "list_item_open":
                self.marker = self._next_marker()
            case "blockquote_open":
                self.quotes += 1
            case "blockquote_close":
                self.quotes -= 1
            case "tr_close":
                self.rows.append(self.row)
                self.row = []
            case "table_close":
                rows, self.rows = tuple(tuple(row) for row in self.rows), []
                return replace(self._block("table", Content("")), rows=rows)
            case "inline":
                return self._inline(token)
            case "fence" | "code_block":
                return self._block("code", _fence(token))
            case "html_block":
                return self._block("paragraph", Content(token.content.strip()))
            case "hr":
                return self._block("rule", Content(""))
        return None

    def _inline(self, token: Token) -> Block | None:
        text = _styled(token.children or [])
        if self.inside in ("td_open", "th_open"):
            self.row.append(text)
            return None
        return self._block("heading" if self.inside == "heading_open" else "paragraph", text)

    def _block(self, kind: BlockKind, text: Content) -> Block:
        marker, self.marker = self.marker, None
        return Block(kind, text, len(self.numbers), marker, self.quotes > 0)

    def _next_marker(self) -> Content:
        number = self.numbers[-1]
        if number is None:
            return Content("• ").stylize("$muted")
        self.numbers[-1] = number + 1
        return Content(f"{number}. ").stylize("$muted")


def _fence(token: Token) -> Content:
    if token.info.strip() in ("", "python", "py"):
        return code_block(token.content)
    return Content(token.content.rstrip("\n"))


def _styled(tokens: Sequence[Token]) -> Content:
    text, spans = "", []
    opened: list[tuple[str, int]] = []
    for position, token in enumerate(tokens):
        if token.type == "code_inline":
            spans.append(Span(len(text), len(text) + len(token.content), "$code"))
            text += token.content
        elif token.type == "softbreak":
            after = next((later.content for later in tokens[position + 1 :] if later.content), "")
            text += "" if text and after and is_wide(text[-1]) and is_wide(after[0]) else " "
        elif token.type == "hardbreak":
            text += "\n"
        elif token.type.endswith("_open"):
            opened.append((_STYLES.get(token.type.removesuffix("_open"), ""), len(text)))
        elif token.type.endswith("_close"):
            style, start = opened.pop()
            spans += [Span(start, len(text), style)] if style else []
        else:
            text += token.content
    return Content(text, spans=spans)
