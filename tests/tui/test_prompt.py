from __future__ import annotations

import json

import pytest

from tui.prompt import LONGEST_KEPT, LONGEST_READ, MOST_KEPT, SUGGESTIONS, History, enter_runs, tidy


def runs(text: str) -> bool:
    """Whether Enter runs the text at its mark `|`."""
    before, after = text.split("|")
    row = before.count("\n")
    return enter_runs(before + after, row, len(before.rsplit("\n", 1)[-1]))


@pytest.mark.parametrize(
    "text",
    [
        "x|",
        "torch.ze|ros(3)",
        "x = 1\ny = x|",
        "x = [\n    1,\n]|",
        "x = [1,\n     2]|",
        "for i in range(3): print(i)|",
        "for i in range(3):\n    print(i)\n|",
        "for i in range(3):\n    print(i)\n    |",
        "def f(x):\n    if x:\n        return 1\n    return 2\n|",
        "match x:\n    case 1:\n        y\n|",
        "@cached\ndef f(): pass|",
        "x|\n\n",
        'x = """a\nb"""|',
    ],
)
def test_enter_runs_what_is_complete(text: str) -> None:
    assert runs(text)


@pytest.mark.parametrize(
    "text",
    [
        "|",
        "   \n|",
        "for i in range(3):|",
        "for i in range(3):\n    print(i)|",
        "def f(x):\n    |",
        "class A:\n    x = 1\n\n    def f(self):\n        pass|",
        "if x:\n    y\nelse:\n    z|",
        "match x:\n    case 1:\n        y|",
        "x = [|",
        "x = [|]",
        "f(|)",
        "x = torch.tensor([\n    1,|",
        'x = """a|',
        "x = 1 + \\|",
        "x = 1|\ny = 2",
        "@cached|",
    ],
)
def test_enter_breaks_the_line_of_what_goes_on(text: str) -> None:
    assert not runs(text)


@pytest.mark.parametrize(
    "text", ["x = = 1|", "def f(x)|", ")|", "x = '|", "\0|", "(" * 400 + ")" * 400 + "|"]
)
def test_what_can_never_become_python_runs_so_that_the_interpreter_says_why(text: str) -> None:
    assert runs(text)


def test_enter_does_not_read_what_is_very_long() -> None:
    assert enter_runs("x" * LONGEST_READ, 0, LONGEST_READ)
    assert not enter_runs("x" * (LONGEST_READ + 1), 0, LONGEST_READ + 1)


def test_enter_warns_of_nothing(recwarn: pytest.WarningsRecorder) -> None:
    assert runs("'\\d' is 1|")
    assert not recwarn.list


@pytest.mark.parametrize(
    ("written", "tidied"),
    [
        ("x\n\n", "x"),
        ("\n    x = 1\n    y = 2\n", "x = 1\ny = 2"),
        ("if x:\n    y\n    ", "if x:\n    y"),
        (">>> x = 1\n>>> for i in x:\n...     y\n...\n>>> x\n1\n", "x = 1\nfor i in x:\n    y\n\nx"),
        (">>> x", "x"),
        ("x >>> 1", "x >>> 1"),
    ],
)
def test_pasted_code_is_tidied(written: str, tidied: str) -> None:
    assert tidy(written) == tidied


def test_a_walk_goes_back_and_comes_back_to_what_was_being_written() -> None:
    history = History(["a", "b"])
    assert history.newer() is None
    assert [history.older("new"), history.older("b"), history.older("a")] == ["b", "a", None]
    assert [history.newer(), history.newer(), history.newer()] == ["b", "new", None]
    assert history.older("newest") == "b"


def test_running_ends_the_walk_and_moves_a_repeated_input_to_the_end() -> None:
    history = History(["a", "b"])
    history.older("")
    history.older("b")
    history.add("a")
    assert history.entries == ["b", "a"]
    assert history.older("") == "a"


def test_without_a_history_the_walk_goes_through_the_suggestions() -> None:
    history = History()
    assert [history.older("") for _ in SUGGESTIONS] == list(SUGGESTIONS)
    history.add("x")
    assert history.older("") == "x"
    assert history.older("x") is None


def test_the_history_keeps_the_latest_and_nothing_huge() -> None:
    history = History(str(number) for number in range(MOST_KEPT))
    history.add("new")
    history.add("x" * (LONGEST_KEPT + 1))
    assert len(history.entries) == MOST_KEPT
    assert (history.entries[0], history.entries[-1]) == ("1", "new")


def test_the_history_is_the_same_after_keeping() -> None:
    assert History.of(History(["a", "变量 = 1\n"]).to_keep()).entries == ["a", "变量 = 1\n"]


@pytest.mark.parametrize("kept", [None, "", "{", '{"a": 1}', "3", json.dumps([1, None])])
def test_a_history_that_cannot_be_read_is_empty(kept: str | None) -> None:
    assert History.of(kept).entries == []
