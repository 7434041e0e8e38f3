from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.transcript import GULP, HEAD, TAIL, WIDEST, Line, Transcript, folded


def texts(transcript: Transcript) -> list[str | int]:
    return [line if isinstance(line, int) else line.text for line in transcript.lines()]


def test_pieces_join_to_lines_and_streams_keep_their_own() -> None:
    transcript = Transcript()
    transcript.feed("stdout", "a")
    transcript.feed("stderr", "E\n")
    transcript.feed("stdout", "b\nc")
    assert texts(transcript) == ["ab", "E", "c"]
    assert [line.stream for line in transcript.lines() if not isinstance(line, int)] == [
        "stdout",
        "stderr",
        "stdout",
    ]


def test_a_carriage_return_overwrites_the_line() -> None:
    transcript = Transcript()
    for percent in (10, 20, 30):
        transcript.feed("stdout", f"{percent} %\r")
    assert texts(transcript) == ["30 %"]
    transcript.feed("stdout", "\r\ndone\r\n")
    assert texts(transcript) == ["30 %", "done"]


def test_escapes_and_control_characters_do_not_reach_the_screen() -> None:
    transcript = Transcript()
    transcript.feed("stdout", "\x1b[31mred\x1b[0m\x1b]0;title\x07 \x00bell\x07\tx\n")
    assert texts(transcript) == ["red bell        x"]


def test_head_and_tail_are_kept_and_the_middle_is_counted() -> None:
    transcript = Transcript()
    total = HEAD + TAIL + 1000
    transcript.feed("stdout", "".join(f"{number}\n" for number in range(total)))
    kept = texts(transcript)
    assert kept[0] == "0"
    assert kept[-1] == str(total - 1)
    assert 1000 in kept
    assert len(kept) == HEAD + TAIL + 1


def test_a_flood_in_one_piece_keeps_its_beginning_and_its_end() -> None:
    transcript = Transcript()
    text = "".join(f"{number}\n" for number in range(500_000))
    assert len(text) > 10 * GULP
    transcript.feed("stdout", text)
    kept = texts(transcript)
    assert kept[0] == "0"
    assert kept[-1] == "499999"
    counted = sum(line for line in kept if isinstance(line, int))
    assert abs(counted + len(kept) - 1 - 500_000) <= 2


def test_an_endless_line_is_cut() -> None:
    transcript = Transcript()
    for _ in range(100):
        transcript.feed("stdout", "x" * 1000)
    (line,) = texts(transcript)
    assert isinstance(line, str)
    assert len(line) == WIDEST


@given(st.text(max_size=200), st.integers(2, 40))
def test_folding_loses_nothing(text: str, width: int) -> None:
    assert "".join(folded(text, width)) == text


def test_wide_characters_fold_by_their_cells() -> None:
    assert folded("张量张量", 5) == ["张量", "张量"]
    assert folded("", 5) == [""]


def styled(line: Line) -> list[tuple[str, str]]:
    """The parts of a line that have a style, with it."""
    return [(line.text[span.start : span.end], str(span.style)) for span in line.spans]


def only_line(transcript: Transcript) -> Line:
    (line,) = transcript.lines()
    assert isinstance(line, Line)
    return line


def test_colours_are_kept_and_go_on_over_the_ends_of_lines_and_pieces() -> None:
    transcript = Transcript()
    transcript.feed("stdout", "plain \x1b[1;31mred")
    transcript.feed("stdout", " still\nnext\x1b[0m end\n")
    first, second = transcript.lines()
    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert first.text == "plain red still"
    assert [part for part, _ in styled(first)] == ["red", " still"]
    assert styled(second) == [("next", "bold color(1)")]


def test_an_escape_that_comes_in_two_pieces_is_still_one() -> None:
    transcript = Transcript()
    for piece in ("a\x1b", "[3", "2mgreen\x1b]0;ti", "tle\x07\x1b[0m\n"):
        transcript.feed("stdout", piece)
    assert only_line(transcript).text == "agreen"
    assert styled(only_line(transcript)) == [("green", "color(2)")]


def test_an_overwritten_line_loses_its_colours_too() -> None:
    transcript = Transcript()
    transcript.feed("stdout", "\x1b[31m10%\x1b[0m\r\x1b[32m20%\x1b[0m\r")
    assert styled(only_line(transcript)) == [("20%", "color(2)")]
    transcript.feed("stdout", "\x1b[0m\r\n")
    assert only_line(transcript).text == "20%", "nothing visible came to overwrite it"


def test_tabs_keep_colours_in_their_place() -> None:
    transcript = Transcript()
    transcript.feed("stdout", "a\t\x1b[31mb\x1b[0m\n")
    assert only_line(transcript).text == "a       b"
    assert styled(only_line(transcript)) == [("b", "color(1)")]


@given(st.text(alphabet="ab\x1b[]0;31m?2K\r\n\t\x07\x9b(", max_size=60), st.integers(1, 5))
def test_no_control_character_ever_reaches_the_screen(text: str, size: int) -> None:
    transcript = Transcript()
    for start in range(0, len(text), size):
        transcript.feed("stdout", text[start : start + size])
    for line in transcript.lines():
        assert isinstance(line, Line)
        assert line.text.isprintable()
        assert all(0 <= span.start < span.end <= len(line.text) for span in line.spans)


def test_a_flood_keeps_the_colour_that_is_still_on() -> None:
    transcript = Transcript()
    transcript.feed("stdout", "plain\n" * HEAD)
    transcript.feed("stdout", "\x1b[0m\x1b[31m" + "red\n" * (TAIL + 500))
    *_, last = transcript.lines()
    assert isinstance(last, Line)
    assert styled(last) == [("red", "color(1)")]
    assert transcript.omitted == 500


def test_an_endless_bar_stays_one_line() -> None:
    transcript = Transcript()
    for start in range(0, 50_000, 10_000):
        transcript.feed("stdout", "".join(f"\r{step} of many steps" for step in range(start, start + 10_000)))
    assert only_line(transcript).text == "49999 of many steps"
