from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.loader import BUILTIN, Course, load_lesson, open_course, resolve_course
from course.problem import CourseError
from tests.course.lessons import COURSE, LESSON, OVERLAY, write_course
from tests.course.misfits import MISFITS


def problems(root: Path, lesson: str, overlay: str | None = None) -> list[str]:
    write_course(root, lesson=lesson, overlay=overlay)
    try:
        load_lesson(root / "tiny.yaml", "zh")
    except CourseError as error:
        return [str(problem).removeprefix(f"{root}/") for problem in error.problems]
    return []


@pytest.mark.parametrize(("old", "new", "told"), MISFITS)
def test_misfit_is_told_in_one_sentence_at_its_place(old: str, new: str, told: str, tmp_path: Path) -> None:
    assert LESSON.count(old) >= 1
    assert f"tiny.yaml:{told}" in problems(tmp_path, LESSON.replace(old, new, 1))


def test_union_is_told_once(tmp_path: Path) -> None:
    assert len(problems(tmp_path, LESSON.replace("{n: [1, 2]}", "3"))) == 1
    assert len(problems(tmp_path, LESSON.replace("observe: f(n)", "stdout: ''"))) == 1


def test_all_problems_come_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    lesson = LESSON.replace("minutes: 5", "minutes: x\nminute: 5\ntitle: again").replace("hints:", "hint:")
    assert problems(tmp_path, lesson.replace("    because: It is.\n", "")) == [
        "tiny.yaml:4:10: `minutes` must be a whole number, found the text `x`",
        "tiny.yaml:5:1: unknown key `minute`; did you mean `minutes`?",
        "tiny.yaml:6:1: the key `title` stands here twice, first in line 3",
        "tiny.yaml:11:5: a quiz needs `because`",
        "tiny.yaml:30:5: unknown key `hint`; did you mean `hints`?",
    ]


@pytest.mark.parametrize("root", ["[1]", "words", "3"])
def test_a_lesson_that_is_no_mapping(root: str, tmp_path: Path) -> None:
    assert [p.split(", found")[0] for p in problems(tmp_path, root)] == [
        "tiny.yaml:1:1: a lesson must be a mapping"
    ]


def test_a_flood_of_problems_is_cut_and_counted(tmp_path: Path) -> None:
    told = problems(tmp_path, LESSON + "".join(f"key{n}: 1\n" for n in range(1000)))
    assert len(told) == 101
    assert told[0] == "tiny.yaml: there are 900 more problems"


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_mutated_bytes_give_a_lesson_or_a_course_error(data: st.DataObject, tmp_path: Path) -> None:
    content = bytearray((LESSON + OVERLAY).encode() if data.draw(st.booleans()) else LESSON.encode())
    scraps = st.sampled_from(
        [b"*", b"&a", b"!!", b"\t", b"[", b"}", b": ", b"- ", b"|", b"'", b"\n", b"\xff", b"\x00"]
    )
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        content[at : at + data.draw(st.integers(0, 8))] = data.draw(st.one_of(scraps, st.binary(max_size=4)))
    file = tmp_path / "tiny.yaml"
    file.write_bytes(bytes(content))
    with suppress(CourseError):
        load_lesson(file)


_opened: list[str] | None = None


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if _opened is not None and event == "open" and isinstance(arguments[0], str):
        _opened.append(arguments[0])


sys.addaudithook(_note)


@contextmanager
def opened_files(root: Path) -> Iterator[list[str]]:
    """Names of the files below `root` that are opened meanwhile."""
    global _opened
    _opened, names = [], []
    try:
        yield names
    finally:
        names += [name.removeprefix(f"{root}/") for name in _opened if name.startswith(str(root))]
        _opened = None


def test_a_thousand_lessons_open_by_one_file_and_each_by_its_own(tmp_path: Path) -> None:
    ids = [f"lesson-{n}" for n in range(1000)]
    (tmp_path / "course.yaml").write_text(
        f"format: 1\nid: big\ntitle: Big\nlessons: {ids}\n".replace("'", "")
    )
    for lesson_id in ids:
        (tmp_path / f"{lesson_id}.yaml").write_text(LESSON.replace("id: tiny", f"id: {lesson_id}"))
    with opened_files(tmp_path) as names:
        course = open_course(tmp_path)
    assert (len(course.lesson_ids), names) == (1000, ["course.yaml"])
    with opened_files(tmp_path) as names:
        assert course.lesson("lesson-7") is course.lesson("lesson-7")
    assert names == ["lesson-7.yaml"]


def lesson_error(course: Course, lesson_id: str) -> str:
    with pytest.raises(CourseError) as caught:
        course.lesson(lesson_id)
    return str(caught.value).removeprefix(f"{course.root}/")


def test_a_lesson_is_a_file_or_a_folder_and_not_both(tmp_path: Path) -> None:
    course = open_course(write_course(tmp_path))
    (tmp_path / "tiny").mkdir()
    (tmp_path / "tiny" / "lesson.yaml").write_text(LESSON)
    assert lesson_error(course, "tiny") == (
        "course.yaml:4:11: both `tiny.yaml` and `tiny/lesson.yaml` exist; keep one"
    )
    (tmp_path / "tiny.yaml").unlink()
    assert course.lesson("tiny").title == "A tiny lesson"
    assert load_lesson(tmp_path / "tiny").id == "tiny"


def test_missing_and_unknown_lessons_are_told(tmp_path: Path) -> None:
    course = open_course(write_course(tmp_path))
    (tmp_path / "tiny.yaml").unlink()
    assert (
        lesson_error(course, "tiny") == "course.yaml:4:11: neither `tiny.yaml` nor `tiny/lesson.yaml` exists"
    )
    assert (
        lesson_error(course, "tinny") == "course.yaml: the course has no lesson `tinny`; did you mean `tiny`?"
    )
    assert (
        lesson_error(course, "../tiny")
        == "course.yaml: the course has no lesson `../tiny`; did you mean `tiny`?"
    )


@pytest.mark.parametrize(
    ("lessons", "told"),
    [
        ("[a, b, a]", "4:17: the lesson 'a' is listed twice"),
        ("[a, course]", "4:14: a lesson cannot be called 'course', which names another file"),
        ("[]", "4:10: `lessons` needs at least 1 item, found 0"),
        ("[../etc]", "4:11: item 1 of `lessons` must be lower-case words and digits joined by hyphens, "
         "found the text `../etc`"),
    ],
)  # fmt: skip
def test_index_problems(lessons: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text(COURSE.replace("[tiny]", lessons))
    with pytest.raises(CourseError) as caught:
        open_course(tmp_path)
    assert str(caught.value) == f"{tmp_path}/course.yaml:{told}"


def test_course_resolves_from_directory_file_and_name(tmp_path: Path) -> None:
    write_course(tmp_path)
    assert resolve_course(tmp_path) == resolve_course(str(tmp_path / "course.yaml")) == tmp_path
    assert resolve_course("blitz") == BUILTIN
    for name, words in {
        "blits": "did you mean `blitz`",
        str(tmp_path.parent): "holds no `course.yaml`",
    }.items():
        with pytest.raises(CourseError, match=words):
            resolve_course(name)


def test_course_of_another_package_is_found_without_importing_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "their_course"
    package.mkdir()
    (package / "__init__.py").write_text("raise SystemExit('imported')")
    write_course(package)
    names = {"theirs": "their_course", "gone": "no_such_package.course"}
    entries = [EntryPoint(name, value, "blitz_course.courses") for name, value in names.items()]
    monkeypatch.setattr(
        "importlib.metadata.entry_points", lambda **wanted: EntryPoints(entries).select(**wanted)
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    assert resolve_course("theirs") == package
    with pytest.raises(CourseError, match="cannot be imported: No module named 'no_such_package'"):
        resolve_course("gone")


def test_every_builtin_lesson_loads_in_every_language() -> None:
    for lang in ("en", "zh"):
        course = open_course(lang=lang)
        for lesson_id in course.lesson_ids:
            assert course.lesson(lesson_id).id == lesson_id
