"""Mutations: of text, of bytes and of trees of plain data, as strategies of Hypothesis."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

Piece = TypeVar("Piece", str, bytes)

SCRAPS = [
    "*", "&a ", "*a", "!!", "!x ", "\t", "[", "]", "{", "}", ": ", "- ", "|", ">", "'", '"', "\n", "\n\n", "#", "%",
    "@",
    "`", "? ", "<<: ", "---", "...", "\\", "\x00", "\x1b[2J", "\u2028", "\ufeff", "é", "行", "😀", "null", "true",
    "1e999",
    ".nan", "0x", "-1", "9" * 5_000, "  ", "kind: read", "id: x", "was: [x]",
]  # fmt: skip
JUNK: list[Any] = [
    None, True, False, 0, -1, 1.5, 10**30, float("nan"), float("inf"), "", " ", "\n", "x", "...", "for", "passed",
    "9" * 50, "0001-01-01T00:00:00.000000+14:00", "\x1b[2J", "行", [], {}, [None], [[]], {"": 1}, {"k": "none"},
    {"x": {"y": {}}}, ["a", "a"], [1, "b", None],
]  # fmt: skip


def texts(corpus: Sequence[str]) -> st.SearchStrategy[str]:
    """A text of a corpus with some spans replaced, by scraps, by other spans or by nothing."""
    return st.sampled_from(corpus).flatmap(lambda text: _mutated(text, SCRAPS))


def blobs(corpus: Sequence[bytes], *, longest: int = 64) -> st.SearchStrategy[bytes]:
    """Bytes of a corpus with some spans replaced, of up to `longest` bytes, or cut off."""
    scraps = [b"\x00", b"\xff", b"\x80\x80", b"\xff" * 8, b"\x00" * 16, b"{}", b"[]"]
    return st.sampled_from(corpus).flatmap(lambda data: _mutated(data, scraps, longest))


def _mutated(original: Piece, scraps: list[Piece], longest: int = 40) -> st.SearchStrategy[Piece]:
    place = st.integers(0, len(original))
    piece = st.tuples(place, st.integers(1, longest)).map(lambda span: original[span[0] : sum(span)])
    fresh = st.binary(max_size=8) if isinstance(original, bytes) else st.text(max_size=4)
    edit = st.tuples(place, st.integers(0, longest), st.one_of(st.sampled_from(scraps), piece, fresh))

    def apply(edits: list[tuple[int, int, Piece]], cut: int | None) -> Piece:
        changed = original
        for start, length, put in edits:
            changed = changed[:start] + put + changed[start + length :]
        return changed if cut is None else changed[:cut]

    cuts = st.one_of(*[st.none()] * 4, place)
    return st.builds(apply, st.lists(edit, min_size=1, max_size=4), cuts)


def trees(corpus: Sequence[Any]) -> st.SearchStrategy[Any]:
    """A tree of a corpus in which some places hold something else: junk, another part of it, or nothing."""
    return st.sampled_from(corpus).flatmap(_mutated_tree)


def _mutated_tree(original: Any) -> st.SearchStrategy[Any]:
    paths = list(_paths(original))
    path = st.sampled_from(paths)
    put = st.one_of(st.sampled_from(JUNK), path.map(lambda at: find(original, at)), st.text(max_size=5))
    edit = st.tuples(path, st.sampled_from(list(_DEEDS)), put)

    def apply(edits: list[tuple[tuple[Any, ...], str, Any]]) -> Any:
        tree = copy.deepcopy(original)
        for at, deed, value in edits:
            holder = find(tree, at[:-1])
            if isinstance(holder, dict | list):
                _DEEDS[deed](holder, at[-1], copy.deepcopy(value))
        return tree

    return st.lists(edit, min_size=1, max_size=3).map(apply)


def _paths(tree: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in pairs:
        yield (*at, key)
        yield from _paths(value, (*at, key))


def find(tree: Any, at: tuple[Any, ...]) -> Any:
    """What stands at a path; None where it leads nowhere any more."""
    for key in at:
        try:
            tree = tree[key]
        except (LookupError, TypeError):
            return None
    return tree


def _replace(holder: Any, key: Any, value: Any) -> None:
    if isinstance(holder, dict) or (isinstance(key, int) and key < len(holder)):
        holder[key] = value


def _remove(holder: Any, key: Any, _: Any) -> None:
    if isinstance(holder, dict):
        holder.pop(key, None)
    elif isinstance(key, int) and key < len(holder):
        del holder[key]


def _add(holder: Any, key: Any, value: Any) -> None:
    if isinstance(holder, list):
        holder.append(value)
    else:
        holder[value if isinstance(value, str) else f"{key}x"] = value


_DEEDS: dict[str, Callable[[Any, Any, Any], None]] = {"replace": _replace, "remove": _remove, "add": _add}
