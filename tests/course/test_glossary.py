from __future__ import annotations

from pathlib import Path

import pytest

from course.loader import load_glossary, open_course
from course.problem import CourseError
from tests.course.lessons import write_course

GLOSSARY = """\
format: 1
terms:
  - id: tensor
    term: tensor
    also: [array]
    text: A block of numbers.
    torch: [torch.Tensor]
    see: [view]
  - id: view
    term: view
    text: Looks at another's numbers.
"""

OVERLAY = """\
terms:
  tensor:
    term: 张量
    text: 一块数。
"""


def write(root: Path, glossary: str = GLOSSARY, overlay: str = OVERLAY) -> Path:
    (root / "glossary.yaml").write_text(glossary)
    (root / "glossary.zh.yaml").write_text(overlay)
    return root / "glossary.yaml"


def problems(file: Path) -> list[str]:
    with pytest.raises(CourseError) as caught:
        load_glossary(file)
    return [str(problem).removeprefix(f"{file.parent}/") for problem in caught.value.problems]


def test_a_term_has_its_names_in_both_languages_whichever_is_shown(tmp_path: Path) -> None:
    file = write(tmp_path)
    english, chinese = load_glossary(file)[0], load_glossary(file, "zh")[0]
    assert (english.names, english.elsewhere, english.text) == (
        ("tensor", "array"),
        ("张量",),
        "A block of numbers.",
    )
    assert (chinese.names, chinese.elsewhere, chinese.text) == (("张量",), ("tensor", "array"), "一块数。")
    assert (chinese.torch, chinese.see) == (("torch.Tensor",), ("view",))


def test_what_is_not_translated_stays_as_it_is(tmp_path: Path) -> None:
    view = load_glossary(write(tmp_path), "zh")[1]
    assert (view.name, view.elsewhere, view.text) == ("view", (), "Looks at another's numbers.")


def test_a_course_need_not_have_a_glossary(tmp_path: Path) -> None:
    course = open_course(write_course(tmp_path))
    assert course.glossary() == ()
    write(tmp_path)
    assert [entry.id for entry in course.glossary()] == ["tensor", "view"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    text: A block of numbers.\n", "", "3:5: a term needs `text`"),
        ("also:", "allso:", "5:5: unknown key `allso`; did you mean `also`?"),
        ("see: [view]", "see: [veiw]", "8:11: 'veiw' is not the id of another term"),
        ("see: [view]", "see: [tensor]", "8:11: 'tensor' is not the id of another term"),
        ("id: view", "id: tensor", "9:5: an earlier term has the id 'tensor' too"),
        (
            "[torch.Tensor]",
            "[Tensor]",
            "7:13: item 1 of `torch` must be a dotted name of torch, such as `torch.zeros` or "
            "`torch.Tensor.view`, found the text `Tensor`",
        ),
    ],
)
def test_a_glossary_that_does_not_fit_is_told(old: str, new: str, told: str, tmp_path: Path) -> None:
    assert f"glossary.yaml:{told}" in problems(write(tmp_path, GLOSSARY.replace(old, new)))


def test_an_overlay_with_another_term_is_told(tmp_path: Path) -> None:
    file = write(tmp_path, overlay=OVERLAY.replace("tensor:", "tensr:"))
    assert problems(file) == [
        "glossary.zh.yaml:2:3: the glossary has no term `tensr`; did you mean `tensor`?"
    ]
