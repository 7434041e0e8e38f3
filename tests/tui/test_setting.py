from __future__ import annotations

import pytest
from textual.content import Content

from course.catalogue import Catalogue
from tui.bars import Key, key_line, spread
from tui.lesson_map import map_lines
from tui.marks import dots, track
from tui.prose import blocks, code_block, inline, ticked
from tui.session import LessonRow
from tui.setting import column_widths, hanging, table, wrapped

WORDS = {language: Catalogue.load(language) for language in ("en", "zh")}


def rows_of(content: Content) -> list[str]:
    return content.plain.split("\n")


def test_markdown_becomes_blocks() -> None:
    page = blocks(
        "# Head\n\nWords *and* `code`.\n\n- one\n- two\n  1. deep\n\n> said\n\n```python\nx = 1\n```\n\n---\n"
    )
    assert [block.kind for block in page] == [
        "heading",
        "paragraph",
        "paragraph",
        "paragraph",
        "paragraph",
        "paragraph",
        "code",
        "rule",
    ]
    assert [block.marker.plain if block.marker else "" for block in page[2:5]] == ["• ", "• ", "1. "]
    assert [block.depth for block in page[2:5]] == [1, 1, 2]
    assert [block.tight for block in page[2:5]] == [True, True, False]
    assert page[5].quoted
    assert any(span.style == "$code" for span in page[1].text.spans)


def test_code_is_coloured_where_its_characters_are() -> None:
    code = code_block("名 = 'é'  # 注\ndef f(): pass\n")
    coloured = {code.plain[span.start : span.end]: span.style for span in code.spans}
    assert coloured["'é'"] == "$code-string"
    assert coloured["# 注"] == "$code-comment"
    assert coloured["def"] == "$code-keyword"


def test_a_soft_break_is_a_blank_between_words_and_nothing_between_chinese_characters() -> None:
    assert blocks("one\ntwo")[0].text.plain == "one two"
    assert blocks("张量\n数字")[0].text.plain == "张量数字"
    assert blocks("张量\ntensor")[0].text.plain == "张量 tensor"


def test_inline_markdown_and_sentences_that_quote_a_learner() -> None:
    assert inline("Pass `dtype` *now*").plain == "Pass dtype now"
    assert ticked("x * y * z is `None`").plain == "x * y * z is None"
    assert ticked("an odd ` tick").plain == "an odd ` tick"


def test_paragraphs_and_list_items_are_set_in_a_width() -> None:
    assert rows_of(wrapped(Content("one two three"), 8)) == ["one two", "three"]
    assert rows_of(hanging(Content("• "), Content("one two three"), 10)) == ["• one two", "  three"]


def test_the_cells_of_a_table_break_so_that_it_fits() -> None:
    rows = [
        (Content("call"), Content("what it does")),
        (Content("zeros"), Content("fills a new tensor with zeros, of any size")),
    ]
    assert rows_of(table(rows, 200))[1] == "zeros   fills a new tensor with zeros, of any size"
    narrow = rows_of(table(rows, 30))
    assert max(map(len, narrow)) <= 30
    assert len(narrow) > 2
    assert column_widths([10, 40], 100) == [10, 40]
    assert sum(column_widths([10, 40], 33)) == 30


def test_tables_of_chinese_stand_in_columns() -> None:
    cells = _cells("| 事实 | 例子 |\n|---|---|\n| 形状 | 五行 |\n| a | b |")
    assert rows_of(table(cells, 80)) == ["事实   例子", "形状   五行", "a      b"]


def _cells(markdown: str) -> tuple[tuple[Content, ...], ...]:
    return blocks(markdown)[0].rows


def test_a_title_bar_shortens_and_gives_up_its_middle_and_then_cuts_its_left() -> None:
    left, right = Content("A title"), Content("ready")
    middles = (Content("●●○   3 of 3"), Content("3 of 3"))
    wide = spread(left, middles, right, 40).plain
    assert len(wide) == 40
    assert wide.startswith("A title")
    assert wide.endswith("ready")
    assert "●●○   3 of 3" in wide
    narrower = spread(left, middles, right, 26).plain
    assert "●" not in narrower
    assert "3 of 3" in narrower
    assert "3 of 3" not in spread(left, middles, right, 20).plain
    assert spread(left, middles, right, 12).plain == "A t…   ready"
    assert spread(Content("一门很长的课程"), (), right, 14).cell_length == 14


def test_a_key_bar_shows_as_many_keys_as_fit_in_their_order() -> None:
    keys = [
        Key("F9", "check", "screen.check", primary=True),
        Key("F5", "run", "screen.run"),
        Key("F2", "hint", "h"),
    ]
    fixed = [Key("^p", "commands", "app.palette"), Key("F1", "help", "app.help")]
    assert key_line(keys, fixed, 80).plain.split("   ")[:3] == ["F9 check", "F5 run", "F2 hint"]
    narrow = key_line(keys, fixed, 36).plain
    assert narrow.startswith("F9 check")
    assert "hint" not in narrow
    assert len(narrow) == 36


def test_dots_tell_the_state_of_each_step_by_their_sign() -> None:
    assert dots(("passed", "visited", None, "changed")).plain == "●◐○!"


@pytest.mark.parametrize(
    ("count", "current", "line"),
    [
        (5, 0, "[○]○ ○ ○ ○"),
        (5, 2, "○ ○[○]○ ○"),
        (5, 4, "○ ○ ○ ○[○]"),
        (1, 0, "[○]"),
        (17, 0, "[○]○○○○ ○○○○○ ○○○○○ ○○"),
        (17, 4, "○○○○[○] ○○○○○ ○○○○○ ○○"),
        (17, 5, "○○○○○ [○]○○○○ ○○○○○ ○○"),
        (17, 16, "○○○○○ ○○○○○ ○○○○○ ○[○]"),
    ],
)
def test_the_open_step_stands_in_brackets_and_many_are_set_five_by_five(
    count: int, current: int, line: str
) -> None:
    assert track((None,) * count, current).plain == line


def row(number: int, title: str, *signs: object, problem: str | None = None) -> LessonRow:
    done = sum(sign == "passed" for sign in signs)
    return LessonRow(f"l{number}", number, title, signs, done, 20, 10, problem)  # type: ignore[arg-type]


def test_the_map_stands_in_columns_whatever_the_alphabet() -> None:
    rows = [row(1, "Creating tensors", "passed", "passed"), row(12, "创建张量", "passed", None, None)]
    for language, words in WORDS.items():
        lines = map_lines(rows, "l12", 90, words)
        starts = [Content(line.plain[: line.plain.index("●")]).cell_length for line in lines]
        assert starts[0] == starts[1], language
        assert len({line.cell_length for line in lines}) == 1


def test_a_narrow_map_gives_up_minutes_then_dots_then_cuts_titles() -> None:
    rows = [row(1, "A title of some length", *["passed"] * 10, None)]
    assert "min" in map_lines(rows, None, 80, WORDS["en"])[0].plain
    assert "min" not in map_lines(rows, None, 56, WORDS["en"])[0].plain
    tiny = map_lines(rows, None, 34, WORDS["en"])[0]
    assert "●" not in tiny.plain
    assert tiny.cell_length <= 34


def test_the_map_tells_what_was_skipped_and_what_cannot_be_opened() -> None:
    rows = [row(1, "One", None, "passed", None), row(2, "Two", problem="x.yaml:1:1: no")]
    lines = [line.plain for line in map_lines(rows, None, 90, WORDS["en"])]
    assert "1 of 3" in lines[0]
    assert "1 skipped" in lines[0]
    assert "! cannot be opened" in lines[1]


def test_a_long_title_is_cut_before_the_dots_are_given_up() -> None:
    rows = [row(1, "A title that is longer than the lesson it stands for", *["passed"] * 10, None)]
    told = map_lines(rows, None, 60, WORDS["en"])[0]
    assert "…" in told.plain
    assert "●" in told.plain
    assert told.cell_length <= 60


def test_the_map_tells_what_is_known_and_what_was_not_read_yet() -> None:
    known = map_lines([row(1, "One", "known", "known")], None, 90, WORDS["en"])[0].plain
    assert "◇◇" in known
    assert known.split()[-3] == "known"
    begun = map_lines([row(1, "One", "known", "passed", None)], None, 90, WORDS["en"])[0].plain
    assert "1 of 3" in begun
    assert "skipped" not in begun
    assert "…" in map_lines([row(1, "One")], None, 90, WORDS["en"])[0].plain
