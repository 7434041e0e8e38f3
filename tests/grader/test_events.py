"""Event frames may come from the learner's program itself: only what has the form of an event is passed on."""

import pytest

from grader.console import Console
from grader.events import MAX_NAMES, checked, event_of
from grader.link import FrameReader
from grader.verdict import MAX_POINTS, MAX_SHOWN, Defined, Output, Plotted, Shown
from grader.wire import encode

NUMBER = {"type": "int", "value": 1}


def defined(*pairs):
    return event_of({"event": "defined", "names": list(pairs)}, b"")


def test_honest_events_pass():
    assert event_of({"event": "output", "stream": "stderr"}, b"a\xff") == Output("stderr", "a\ufffd")
    assert event_of({"event": "shown", "label": "x", "summary": NUMBER}, b"") == Shown("x", NUMBER)
    assert event_of({"event": "plotted", "series": "s", "points": [[1, 2]]}, b"") == Plotted(
        "s", [[1.0, 2.0]]
    )
    assert defined(["x", NUMBER]) == Defined((("x", NUMBER),))
    assert event_of({"event": "of tomorrow"}, b"") is None


@pytest.mark.parametrize(
    "summary",
    [
        None,
        7,
        {},
        {"type": 5},
        {"type": "x" * 300},
        {"type": "tensor", "shape": "wide"},
        {"type": "tensor", "shape": [1.5]},
        {"type": "tensor", "shape": [1] * 65},
        {"type": "tensor", "values": [[0] * 1_000] * 5},
        {"type": "tensor", "min": {"a": 1}},
        {"type": "tensor", "min": float("nan")},
        {"type": "tensor", "requires_grad": "yes"},
        {"type": "list", "items": [1]},
        {"type": "list", "items": [NUMBER] * 21},
        {"type": "str", "value": "\ud800"},
        {"type": "E", "message": "x" * 5000},
        {"type": "str", "value": "x" * 10**6},
        {"type": "tensor", "shape": [2]},
        {"type": "tensor", "shape": [2, 2], "dtype": "int64", "values": [1, 2]},
        {"type": "tensor", "shape": [1], "dtype": "int64", "values": [10**400]},
        {"type": "ndarray", "shape": [1], "dtype": "int64", "values": ["\x1b[2J"]},
        {"type": "dict", "length": 1, "items": [NUMBER]},
        {"type": "list", "length": 1, "items": [[NUMBER, NUMBER]]},
    ],
    ids=lambda summary: str(summary)[:40],
)
def test_what_has_not_the_form_of_a_summary_is_dropped_alone(summary):
    assert checked(summary) is None
    assert event_of({"event": "shown", "label": "x", "summary": summary}, b"") is None
    assert defined(["x", summary], ["y", NUMBER]) == Defined((("y", NUMBER),))


def test_a_summary_nested_without_end_is_dropped():
    summary = NUMBER
    for _ in range(500):
        summary = {"type": "list", "items": [summary]}
    assert checked(summary) is None


def test_what_a_summary_holds_besides_is_left_out():
    assert checked({**NUMBER, "markup": "[red]"}) == NUMBER


def test_an_array_and_a_dict_that_are_whole_pass():
    array = {"type": "tensor", "shape": [2, 2], "dtype": "float32", "values": [[1.0, "nan"], [0.5, 2.0]]}
    assert checked(array) == array
    empty = {"type": "ndarray", "shape": [2, 0], "dtype": "float32", "values": [[], []]}
    assert checked(empty) == empty
    pairs = {"type": "dict", "length": 1, "items": [[NUMBER, array]]}
    assert checked(pairs) == pairs


def test_what_a_terminal_could_take_for_a_command_is_written_out():
    shown = event_of({"event": "shown", "label": "\x1b[2J", "summary": {"type": "\x9b2J"}}, b"")
    assert shown == Shown("\\x1b[2J", {"type": "\\x9b2J"})


async def test_more_drawings_than_a_program_may_make_are_dropped():
    heard = []
    console = Console(heard.append)
    for _ in range(MAX_SHOWN + 5):
        console.take({"event": "shown", "label": "x", "summary": NUMBER}, b"")
    console.take({"event": "plotted", "series": "s", "points": [[0, 0]] * MAX_POINTS}, b"")
    console.take({"event": "plotted", "series": "s", "points": [[0, 0]]}, b"")
    console.take({"event": "output", "stream": "stdout"}, b"on")
    assert [type(event) for event in heard] == [*[Shown] * MAX_SHOWN, Plotted, Output]


async def test_a_frame_that_is_no_event_ends_the_reading_and_no_more():
    heard = []
    console = Console(heard.append)
    reader = FrameReader(console.take)
    reader.data_received(encode({"event": "output", "stream": "stdout"}, b"one"))
    reader.data_received(encode({"event": "plotted", "series": "s", "points": [[0, 10**400]]}))
    reader.data_received(encode({"event": "output", "stream": "stdout"}, b"two"))
    assert heard == [Output("stdout", "one")]


def test_names_are_names_and_few():
    pairs = [["x", NUMBER], ["[bold]", NUMBER], ["x" * 300, NUMBER], [5, NUMBER]]
    assert defined(*pairs) == Defined((("x", NUMBER),))
    assert len(defined(*[["x", NUMBER]] * 1000).names) == MAX_NAMES


@pytest.mark.parametrize(
    "header", [{}, {"event": "defined"}, {"event": "defined", "names": [[]]}, {"event": "shown"}], ids=str
)
def test_no_event_at_all_is_an_error(header):
    with pytest.raises((KeyError, TypeError, ValueError)):
        event_of(header, b"")
