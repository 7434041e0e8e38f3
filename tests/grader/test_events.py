"""Event frames may come from the learner's program itself: only what has the form of an event is passed on."""

import pytest

from grader.events import MAX_NAMES, checked, event_of
from grader.verdict import Defined, Output, Plotted, Shown

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
