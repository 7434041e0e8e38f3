from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.differences import MarkedLine, beside, replaced

codes = st.text(st.sampled_from("ab \n"), max_size=30)


def told(lines: list[MarkedLine]) -> list[tuple[str, str]]:
    return [(line.mark, line.text.plain) for line in lines]


def test_what_restoring_would_change_is_told_line_by_line() -> None:
    assert told(replaced("a\nb\nc\n", "a\nB\nc\nd\n")) == [
        ("same", "a"),
        ("goes", "b"),
        ("comes", "B"),
        ("same", "c"),
        ("comes", "d"),
    ]


def test_blanks_at_the_ends_make_no_difference() -> None:
    assert {line.mark for line in replaced("a  \n\n", "a")} == {"same"}


def test_side_by_side_like_lines_stand_at_like_heights() -> None:
    left, right = beside("import torch\nx = 1\ny = 2\nprint(x)\n", "import torch\nx = 3\nprint(x)\n")
    assert told(left) == [
        ("same", "import torch"),
        ("differs", "x = 1"),
        ("only", "y = 2"),
        ("same", "print(x)"),
    ]
    assert told(right) == [
        ("same", "import torch"),
        ("differs", "x = 3"),
        ("missing", ""),
        ("same", "print(x)"),
    ]


@given(codes, codes)
def test_no_line_is_lost_or_added(one: str, two: str) -> None:
    left, right = beside(one, two)
    assert len(left) == len(right)
    for lines, code in ((left, one), (right, two)):
        assert [line.text.plain for line in lines if line.mark != "missing"] == code.rstrip("\n").split("\n")
    after = [line.text.plain for line in replaced(one, two) if line.mark != "goes"]
    assert after == two.rstrip("\n").split("\n")


def test_code_keeps_its_colours() -> None:
    (line,) = replaced("", "import torch")[1:]
    assert [str(span.style) for span in line.text.spans] == ["$code-keyword"]
