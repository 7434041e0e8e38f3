from __future__ import annotations

from pathlib import Path

import pytest

from course.finding import find
from course.loader import open_course
from course.search import Index, Item, Spot, build_index
from tests.course.lessons import COURSE, LESSON, write_course
from tests.course.test_glossary import write as write_glossary

EXERCISE = """\
    text: Make `x` from a `torch.full` of sevens; it is an array.
    starter: |
      import torch
      x = torch.arange(3)
    solution: |
      import torch
      x = torch.linspace(0, 2, 3)
    """


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """A course of two lessons, the second of which cannot be opened."""
    lesson = LESSON.replace(
        "text: Some words.", "text: All tensors have a `x.shape`.\n    run: print(x.shape)"
    )
    start, end = lesson.index("    text: Make `x`."), lesson.index("checks:\n      - name: the value")
    write_course(tmp_path, lesson=lesson[:start] + EXERCISE + lesson[end:])
    (tmp_path / "course.yaml").write_text(COURSE.replace("[tiny]", "[tiny, gone]"))
    write_glossary(tmp_path)
    return build_index(open_course(tmp_path))


def titles(index: Index, query: str, kind: str) -> list[str]:
    return [item.title for group in find(index, query) if group.kind == kind for item in group.items]


def item(index: Index, title: str) -> Item:
    return next(item for item in index.items if item.title == title)


def test_calls_are_found_with_the_steps_that_use_them(index: Index) -> None:
    assert item(index, ".shape").spots == (Spot("tiny", "words"),)
    assert item(index, "torch.full").spots == item(index, "torch.arange").spots == (Spot("tiny", "zeros"),)


def test_nothing_gives_an_answer_away(index: Index) -> None:
    for query in ("linspace", "That is one", "It is.", "Think again"):
        assert find(index, query) == (), query


def test_a_term_knows_the_steps_that_speak_of_it_also_in_the_plural_or_by_another_name(index: Index) -> None:
    assert item(index, "tensor").spots == (Spot("tiny", "words"), Spot("tiny", "zeros"))
    assert item(index, "view").spots == ()


@pytest.mark.parametrize("query", ["张量", "tensor", "TENSOR", "arr", "tnsor", "tesnor"])
def test_a_term_is_found_by_its_names_in_any_language_and_with_a_slip(index: Index, query: str) -> None:
    assert titles(index, query, "term") == ["tensor"]


@pytest.mark.parametrize("query", ["shape", ".shape", "x.shape", "torch.Tensor.shape", "SHAPE"])
def test_a_method_is_found_however_it_is_written(index: Index, query: str) -> None:
    assert titles(index, query, "call") == [".shape"]


def test_all_words_of_a_query_must_be_found(index: Index) -> None:
    assert titles(index, "sevens full", "step") == ["Zeros"]
    assert titles(index, "sevens shape", "step") == []


def test_an_empty_query_finds_nothing(index: Index) -> None:
    assert find(index, "  ") == ()


def test_what_fits_best_comes_first(index: Index) -> None:
    assert find(index, "choice")[0].kind == "step"
    assert find(index, "view")[0].kind == "term"
    assert find(index, "tiny")[0].kind == "lesson"


def test_a_long_list_is_cut_and_the_rest_counted() -> None:
    items = tuple(Item("step", f"Step {number}", spots=(Spot("a", str(number)),)) for number in range(40))
    (group,) = find(Index(items, {}, {}), "step")
    assert (len(group.items), group.left_out) == (30, 10)


def test_a_broken_glossary_leaves_the_rest_to_be_found(tmp_path: Path) -> None:
    write_course(tmp_path)
    write_glossary(tmp_path, "terms: 3")
    index = build_index(open_course(tmp_path))
    assert index.problem is not None
    assert "glossary.yaml" in index.problem
    assert titles(index, "tiny", "lesson") == ["A tiny lesson"]
