"""From the text of a YAML file to a tree of plain data, with the place of every key and value.

The tree is composed from the parser's events because `yaml.compose` with the C parser recurses without a
bound: a file of 100,000 opening brackets ends the process. No constructor is used, so no tag can make an
object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from course.problem import quoted
from course.scalars import resolve, resolve_as
from course.syntax import explain_syntax

MAX_DEPTH = 40
"""Of nested lists and mappings, aliases followed."""
MAX_NODES = 50_000
"""Of one file, aliases followed: five lines of anchors can stand for a billion nodes."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_CORE = "tag:yaml.org,2002:"
_SCALAR_TAGS = frozenset(_CORE + name for name in ("str", "int", "float", "bool", "null"))
_SURROGATE = re.compile("[\ud800-\udfff]")


class Place(NamedTuple):
    """Where something stands in a file."""

    line: int
    """From 1."""
    column: int
    """In characters, from 1."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its place, and the nodes inside it."""

    value: Any
    """Plain data: dict, list, str, int, float, bool or None."""
    place: Place
    first: Place | None = None
    """Where the first character of a literal block (`|`) stands; None for everything else."""
    keys: Mapping[Any, Place] = field(default_factory=dict)
    """The places of a mapping's keys; empty for a list or a scalar."""
    children: Mapping[Any, Node] = field(default_factory=dict)
    """A mapping's values by key, or a list's items by position."""
    size: int = 1
    """Nodes in this tree, aliases followed."""
    height: int = 1
    """Levels of this tree, aliases followed."""


@dataclass(frozen=True, slots=True)
class Composed:
    """What a text came to."""

    root: Node | None
    """None when something kept the text from being read to its end."""
    problems: tuple[tuple[Place | None, str], ...]
    """What is wrong with the text, and where."""


def compose(text: str) -> Composed:
    """Reads the only document of a YAML text."""
    composer = _Composer(text)
    root = composer.compose()
    return Composed(root, tuple(composer.problems))


class _StopReadingError(Exception):
    """Raised where reading on would say nothing more of use; the problem is recorded already."""


class _Composer:
    """Turns the events of one text into nodes, and collects what is wrong with it."""

    def __init__(self, text: str) -> None:
        self.problems: list[tuple[Place | None, str]] = []
        self._text = text
        self._anchors: dict[str, Node | None] = {}
        self._nodes = 0
        self._lines = text.splitlines()
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=_Loader))

    def compose(self) -> Node | None:
        """The root of the only document; None when a problem kept it from being read to its end."""
        try:
            return self._document()
        except _StopReadingError:
            return None
        except yaml.YAMLError as error:
            place, message = explain_syntax(error, self._text)
            self._report(place and Place(*place), message)
            return None
        except (ValueError, OverflowError):
            # The pure Python parser lets them out for numbers that no character and no version has.
            self._report(None, "this is not valid YAML: an escape or a directive holds an impossible number")
            return None

    def _document(self) -> Node:
        next(self._events)
        start = next(self._events)
        if isinstance(start, yaml.StreamEndEvent):
            raise self._stop(None, "this file is empty")
        root = self._node(next(self._events), 1)
        next(self._events)
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._stop(_place(after), "a second document begins here; a file holds one")
        if root.value is None and not self.problems:
            raise self._stop(None, "this file is empty")
        return root

    def _node(self, event: Any, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        self._count(1, depth, event)
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._sequence(event, depth)
        else:
            node = self._mapping(event, depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        return node

    def _alias(self, event: Any, depth: int) -> Node:
        node = self._anchors.get(event.anchor)
        if node is None:
            known = event.anchor in self._anchors
            why = "stands inside what it repeats" if known else "has no anchor; put quotes around the text"
            self._report(_place(event), f"the alias {quoted('*' + event.anchor)} {why}")
            return Node(None, _place(event))
        self._count(node.size, depth + node.height - 1, event)
        return node

    def _count(self, nodes: int, depth: int, event: Any) -> None:
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            raise self._stop(_place(event), f"more than {MAX_NODES:,} values, aliases followed, are too many")
        if depth > MAX_DEPTH:
            raise self._stop(_place(event), f"lists and mappings are nested more than {MAX_DEPTH} deep")

    def _scalar(self, event: Any) -> Node:
        place = _place(event)
        plain, tag = event.implicit[0], event.tag
        value: Any = event.value
        try:
            if tag is not None and tag != "!" and tag not in _SCALAR_TAGS:
                self._report(place, _unsupported(tag))
            elif tag is not None and tag != "!":
                value = resolve_as(tag.removeprefix(_CORE), value)
            elif plain and tag is None:
                value = resolve(value)
        except ValueError as error:
            self._report(place, str(error))
        if isinstance(value, str) and _SURROGATE.search(value):
            self._report(place, "this text holds half of a surrogate pair, which is no character")
        return Node(value, place, self._first(event) if event.style == "|" else None)

    def _first(self, event: Any) -> Place | None:
        """Where the first character of a literal block stands; None when it holds none."""
        inner = next((line for line in event.value.splitlines() if line.strip()), None)
        outer = next((line for line in self._lines[event.start_mark.line + 1 :] if line.strip()), None)
        if inner is None or outer is None:
            return None
        return Place(event.start_mark.line + 2, outer.index(inner) + 1)

    def _sequence(self, event: Any, depth: int) -> Node:
        self._check_tag(event, "seq")
        items = []
        while not isinstance(event_ := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event_, depth + 1))
        values = [item.value for item in items]
        return Node(values, _place(event), None, {}, dict(enumerate(items)), *_extent(items))

    def _mapping(self, event: Any, depth: int) -> Node:
        self._check_tag(event, "map")
        keys: dict[Any, Place] = {}
        children: dict[Any, Node] = {}
        spent = []
        while not isinstance(event_ := next(self._events), yaml.MappingEndEvent):
            place = _place(event_)
            key_node = self._node(event_, depth + 1)
            node = self._node(next(self._events), depth + 1)
            spent += [key_node, node]
            if self._is_usable(key_node.value, place, keys, event_):
                keys[key_node.value] = place
                children[key_node.value] = node
        values = {key: node.value for key, node in children.items()}
        return Node(values, _place(event), None, keys, children, *_extent(spent))

    def _is_usable(self, key: Any, place: Place, keys: Mapping[Any, Place], event: Any) -> bool:
        if isinstance(key, list | dict):
            self._report(place, "a list or a mapping cannot be a key; quote text that begins with `{` or `[`")
        elif key == "<<" and isinstance(event, yaml.ScalarEvent) and event.implicit[0]:
            self._report(place, "merge keys (`<<`) are not read; write the keys out")
        elif key in keys:
            self._report(place, f"the key {quoted(key)} stands here twice, first in line {keys[key].line}")
        else:
            return True
        return False

    def _check_tag(self, event: Any, core: str) -> None:
        if event.tag not in (None, "!", _CORE + core):
            self._report(_place(event), _unsupported(event.tag))

    def _report(self, place: Place | None, message: str) -> None:
        self.problems.append((place, message))

    def _stop(self, place: Place | None, message: str) -> _StopReadingError:
        self._report(place, message)
        return _StopReadingError()


def _place(event: Any) -> Place:
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


def _unsupported(tag: str) -> str:
    return f"the tag {quoted(tag.replace(_CORE, '!!'))} is not supported; put quotes around text"


def _extent(nodes: list[Node]) -> tuple[int, int]:
    return 1 + sum(node.size for node in nodes), 1 + max((node.height for node in nodes), default=0)
