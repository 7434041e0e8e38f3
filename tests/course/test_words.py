from __future__ import annotations

from pathlib import Path

import pytest

from course.fingerprint import task_fingerprint, words_fingerprint
from course.loader import load_lesson, open_course
from course.model import Exercise, Lesson, Quiz
from course.problem import CourseError
from tests.course.lessons import LESSON, OVERLAY, write_course


def load(root: Path, lang: str = "en", lesson: str = LESSON, overlay: str | None = None) -> Lesson:
    return load_lesson(write_course(root, lesson=lesson, overlay=overlay) / "tiny.yaml", lang)


def test_overlay_gives_its_words_and_leaves_the_rest(tmp_path: Path) -> None:
    lesson = load(tmp_path, "zh", overlay=OVERLAY)
    words, quiz, exercise = lesson.steps
    assert (lesson.title, lesson.minutes, words.text) == ("小课", 5, "Some words.")
    assert isinstance(quiz, Quiz)
    assert (quiz.text, quiz.choices, quiz.answer, quiz.because) == ("哪个？", ["左", "右"], "右", "It is.")
    assert isinstance(exercise, Exercise)
    assert (exercise.text, exercise.hints) == ("Make `x`.", ["想", "再想"])
    assert [check.label for check in exercise.checks] == ["值", "the type", "f(n)"]
    assert exercise.checks[1].after == ["值"]
    assert (exercise.mistakes[0].says, exercise.mistakes[0].code) == ("那是一。", "x = 1")


def test_a_language_without_overlay_is_the_original(tmp_path: Path) -> None:
    assert load(tmp_path, "zh") == load(tmp_path, "en") == load(tmp_path, "en", overlay=OVERLAY)


def test_course_changes_language(tmp_path: Path) -> None:
    write_course(tmp_path, overlay=OVERLAY)
    (tmp_path / "course.zh.yaml").write_text("title: 小")
    course = open_course(tmp_path)
    assert (course.title, course.lesson("tiny").title) == ("Tiny", "A tiny lesson")
    chinese = course.in_language("zh")
    assert (chinese.title, chinese.lesson("tiny").title, chinese.lesson_ids) == ("小", "小课", ["tiny"])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  zeros:", "  zeroes:", "6:3: the lesson has no step `zeroes`; did you mean `zeros`?"),
        ("[左, 右]", "[左]", "5:5: `choices` must hold 2 like the original, found 1"),
        ("[左, 右]", "[左, 左]", "5:18: the choice '左' stands here twice"),
        ("[想, 再想]", "[]", "7:5: `hints` must hold 2 like the original, found 0"),
        ("[那是一。]", "[一, 二]", "9:5: `mistakes` must hold 1 like the original, found 2"),
        (
            "the value: 值",
            "the valu: 值",
            "8:14: the exercise has no check named `the valu`; did you mean `the value`?",
        ),
        ("the value: 值", "the value: the type", "8:13: an earlier check is named 'the type' too"),
        ("    text: 哪个？", "    hints: [想]", "4:5: a quiz has no `hints`"),
        ("    text: 哪个？", "    answer: 右", "4:5: unknown key `answer`"),
        ("title: 小课", "titel: 小课", "1:1: unknown key `titel`; did you mean `title`?"),
    ],
)  # fmt: skip
def test_overlay_that_does_not_fit_is_told(old: str, new: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(CourseError) as caught:
        load(tmp_path, "zh", overlay=OVERLAY.replace(old, new))
    assert f"{tmp_path}/tiny.zh.yaml:{told}" in [str(problem) for problem in caught.value.problems]


def test_the_reasons_of_a_quiz_are_words_one_for_each_choice(tmp_path: Path) -> None:
    lesson = LESSON.replace("because: It is.", "because: It is.\n    reasons: [Wrong side, Right side]")
    overlay = OVERLAY.replace("    choices: [左, 右]", "    choices: [左, 右]\n    reasons: [反了, 对]")
    plain, quiz = (
        load(tmp_path, "zh", lesson, OVERLAY).steps[1],
        load(tmp_path, "zh", lesson, overlay).steps[1],
    )
    assert isinstance(plain, Quiz)
    assert isinstance(quiz, Quiz)
    assert (plain.reasons, quiz.reasons) == (["Wrong side", "Right side"], ["反了", "对"])
    with pytest.raises(CourseError, match="6:5: `reasons` must hold 2 like the original, found 1"):
        load(tmp_path, "zh", lesson, overlay.replace("[反了, 对]", "[反了]"))
    with pytest.raises(CourseError, match="6:5: this step has no `reasons`"):
        load(tmp_path, "zh", overlay=overlay)


def test_a_reason_is_a_word_and_no_part_of_the_task(tmp_path: Path) -> None:
    before = load(tmp_path).steps[1]
    lesson = LESSON.replace("because: It is.", "because: It is.\n    reasons: [Wrong side, Right side]")
    after = load(tmp_path, lesson=lesson).steps[1]
    assert words_fingerprint(before) != words_fingerprint(after)
    assert task_fingerprint(before) == task_fingerprint(after)


def test_overlay_names_the_new_id_of_a_renamed_step(tmp_path: Path) -> None:
    lesson = LESSON.replace("id: zeros", "id: noughts\n    was: [zeros]")
    with pytest.raises(CourseError, match="6:3: the step `zeros` is called `noughts` now"):
        load(tmp_path, "zh", lesson, OVERLAY)


def test_choices_printed_by_code_are_not_translated(tmp_path: Path) -> None:
    lesson = LESSON.replace("answer: right", "run: print('right')")
    with pytest.raises(CourseError, match="5:5: the choices of this quiz are what its code prints"):
        load(tmp_path, "zh", lesson, OVERLAY)


def changed(tmp_path: Path, old: str, new: str) -> tuple[bool, bool]:
    """Whether replacing text in the lesson changes the fingerprints of words and task of its last step."""
    before, after = load(tmp_path).steps[-1], load(tmp_path, lesson=LESSON.replace(old, new)).steps[-1]
    return words_fingerprint(before) != words_fingerprint(after), task_fingerprint(
        before
    ) != task_fingerprint(after)


@pytest.mark.parametrize(
    ("old", "new", "words", "task"),
    [
        ("Make `x`.", "Make `x`!", True, False),
        ("Think again", "Think twice", True, False),
        ("That is one.", "One.", True, False),
        ("the value", "its value", True, False),
        ("observe: x", "observe: x + 1", False, True),
        ("solution: x = 0", "solution: x = 2", False, True),
        ("rtol: 1e-5", "rtol: 1e-4", False, True),
        ("starter: x = ...", "starter: x = None", False, False),
        ("Some words.", "Other words.", False, False),
    ],
)
def test_fingerprints_change_with_what_they_stand_for(
    old: str, new: str, words: bool, task: bool, tmp_path: Path
) -> None:
    assert changed(tmp_path, old, new) == (words, task)


def test_task_is_the_same_in_every_language(tmp_path: Path) -> None:
    english, chinese = load(tmp_path), load(tmp_path, "zh", overlay=OVERLAY)
    assert english != chinese
    assert [task_fingerprint(s) for s in english.steps] == [task_fingerprint(s) for s in chinese.steps]


def test_fingerprints_are_those_of_other_processes_and_machines(tmp_path: Path) -> None:
    exercise = load(tmp_path).steps[-1]
    assert (words_fingerprint(exercise), task_fingerprint(exercise)) == ("2d5caf88811d", "37aa7ff05d56")
