from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.wrapping import break_offsets, units


def lines(text: str, width: int) -> list[str]:
    offsets = break_offsets(text, width)
    return [text[start:end] for start, end in zip([0, *offsets], [*offsets, None], strict=True)]


def test_english_breaks_at_blanks() -> None:
    assert lines("one two three", 8) == ["one two ", "three"]


def test_chinese_breaks_between_characters() -> None:
    assert lines("张量是一块有形状的数字", 8) == ["张量是一", "块有形状", "的数字"]


def test_a_line_never_begins_with_a_full_stop_nor_ends_with_an_opening_bracket() -> None:
    assert lines("张量是数字。好", 10) == ["张量是数", "字。好"]
    assert lines("我们用（张量）", 8) == ["我们用", "（张量）"]


def test_code_between_chinese_stays_whole() -> None:
    assert lines("使用 torch.empty 请求", 12) == ["使用 ", "torch.empty ", "请求"]


def test_a_word_wider_than_the_line_is_folded() -> None:
    assert lines("aaaaaaaaaa b", 4) == ["aaaa", "aaaa", "aa b"]


@given(st.text(alphabet="ab 。（张量）`.,é", max_size=60), st.integers(2, 30))
def test_nothing_is_lost_and_every_line_fits(text: str, width: int) -> None:
    broken = lines(text, width)
    assert "".join(broken) == text
    assert "".join(units(text)) == text
    assert all(cell_len(line.rstrip(" ")) <= max(width, 2) for line in broken)
