"""Colours of Python code: one tree-sitter query for the editor and for the snippets between words.

Owns the query and the names of its captures; each name is a colour token of `tui.themes`. Textual's own
query takes 16 ms to compile and does so for every document; this one is compiled once, in a thread,
before an editor needs it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Language, Query

CAPTURES = ("function", "type", "builtin", "number", "string", "comment", "keyword")
"""The names in the query; a later one is drawn over an earlier."""

_QUERY = """
(call function: (identifier) @function)
(call function: (attribute attribute: (identifier) @function))
(function_definition name: (identifier) @function)
(decorator) @function
(class_definition name: (identifier) @type)
(type) @type
[(none) (true) (false)] @builtin
((identifier) @builtin (#match? @builtin "^(self|cls|super)$"))
[(integer) (float)] @number
(string) @string
(comment) @comment
["as" "assert" "async" "await" "break" "class" "continue" "def" "del" "elif" "else" "except" "finally" "for"
 "from" "global" "if" "import" "lambda" "nonlocal" "pass" "raise" "return" "try" "while" "with" "yield"
 "match" "case" "and" "in" "is" "not" "or"] @keyword
"""


@cache
def python_language() -> Language:
    """The grammar of Python."""
    import tree_sitter_python
    from tree_sitter import Language

    return Language(tree_sitter_python.language())


@cache
def python_query() -> Query:
    """The compiled query, shared by all documents."""
    from tree_sitter import Query

    return Query(python_language(), _QUERY)


def highlights(code: str) -> list[tuple[int, int, str]]:
    """The coloured ranges of a snippet: start and end in characters, and the name of the capture."""
    from tree_sitter import Parser, QueryCursor

    encoded = code.encode()
    tree = Parser(python_language()).parse(encoded)
    captures = QueryCursor(python_query()).captures(tree.root_node)
    position = _positions(code, encoded)
    return [
        (position(node.start_byte), position(node.end_byte), name)
        for name in CAPTURES
        for node in captures.get(name, ())
    ]


def _positions(code: str, encoded: bytes):  # type: ignore[no-untyped-def]
    if len(code) == len(encoded):
        return lambda offset: offset
    return lambda offset: len(encoded[:offset].decode(errors="ignore"))
