from __future__ import annotations

from course.catalogue import Catalogue
from grader.verdict import Defined, Shown
from tests.tui.summarised import listed, scalar, tensor
from tui.gallery import Gallery, Item, item_lines, number_lines, pictures

WORDS = Catalogue.load("en")


def test_shown_values_come_before_names_and_have_a_label() -> None:
    gallery = Gallery()
    gallery.define(Defined((("x", scalar(1)),)))
    gallery.show(Shown("", scalar(2)), "shown")
    gallery.show(Shown("digit", scalar(3)), "shown")
    assert [item.name for item in gallery.items] == ["shown 1", "digit", "x"]


def test_values_are_listed_in_aligned_columns() -> None:
    statistics = {"shape": [100, 200], "min": -3.25, "max": 3.0, "mean": 0.0125}
    items = [
        Item("x", tensor([[1.0, 2.0]], requires_grad=True), False),
        Item("weights", {**tensor(0.0), **statistics, "values": None, "device": "cuda:0"}, False),
        Item("names", listed(scalar("a")), False),
    ]
    lines = [line.plain for line in item_lines(items, WORDS)]
    assert lines == [
        "x         tensor (1, 2)       float32   1.0  2.0                 requires_grad",
        "weights   tensor (100, 200)   float32   -3.25 … 3, mean 0.0125   cuda:0",
        "names     list                          ['a']",
    ]


def test_numbers_stand_behind_a_shade_that_needs_no_colour() -> None:
    lines = [line.plain for line in number_lines(Item("x", tensor([[0.0, 1.0], [2.0, 3.0]]), False))]
    assert lines == ["· 0.0  ░ 1.0", "▓ 2.0  █ 3.0"]


def test_images_are_drawn_and_small_matrices_written() -> None:
    image = tensor([[float(x + y) for x in range(9)] for y in range(9)])
    assert Item("digit", image, True).drawn == "picture"
    assert Item("x", image, False).drawn == "numbers"
    assert Item("x", {**image, "values": None}, True).drawn == "words"
    assert Item("n", scalar(3), True).drawn == "words"


def test_a_stack_of_images_is_drawn_one_by_one() -> None:
    stack = tensor([[[0.0, 1.0]], [[2.0, 3.0]]])
    assert [(name, len(rows)) for name, rows in pictures(Item("x", stack, True))] == [
        ("[0, :, :]", 1),
        ("[1, :, :]", 1),
    ]
