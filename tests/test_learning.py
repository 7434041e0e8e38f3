"""A learner at a terminal: opens the course, answers wrong, sees why, answers right, comes back later."""

import signal

import psutil
import pytest

from course.loader import open_course
from tests.terminal import Terminal

COURSE = open_course()
STEPS = sum(len(COURSE.lesson(lesson_id).steps) for lesson_id in COURSE.lesson_ids)
LESSON = "creating-tensors"
EXERCISE = "Zeros that count"


@pytest.fixture
def open_terminal(tmp_path):
    opened = []

    def open_one(*arguments, **size):
        opened.append(Terminal([*arguments, "--lang", "en"], tmp_path, **size))
        return opened[-1]

    yield open_one
    for terminal in opened:
        terminal.close()


def go_to(terminal, heading):
    """Goes on step by step until a heading stands on the screen."""
    for _ in range(40):
        if heading in terminal.text:
            return
        place = terminal.text.splitlines()[0]
        terminal.press("F8")
        while terminal.text.splitlines()[0] == place:
            terminal.read()
        for _ in range(5):
            terminal.read()
    raise AssertionError(f"{heading} is nowhere:\n{terminal.text}")


def test_from_start_to_a_passed_exercise_and_back_again(open_terminal):
    terminal = open_terminal()
    terminal.wait_for("blitz-course", "Creating tensors", f"0 of {STEPS}", "1 of 5")
    terminal.press("Esc")
    terminal.wait_until_gone("1 of 5")
    terminal.press(*["Down"] * (COURSE.lesson_ids.index(LESSON) + 1), "Enter")
    terminal.wait_for("What a tensor is", "ready")
    go_to(terminal, EXERCISE)

    terminal.press("Ctrl+Home", "Down", "Down", "End", *["Backspace"] * len("..."), "torch.zeros(5, 3)")
    terminal.wait_for("x = torch.zeros(5, 3)")
    terminal.press("F9")
    terminal.wait_for("✗ expected int64", "These are zeros, but 32-bit floats")

    terminal.press("Backspace", ", dtype=torch.long)", "F9")
    terminal.wait_for("Passed", "1 of 1")
    assert EXERCISE in terminal.text, "a pass must not move on by itself"

    family = psutil.Process(terminal.child.pid).children(recursive=True)
    terminal.child.kill(signal.SIGKILL)
    _, alive = psutil.wait_procs(family, timeout=30)
    assert not alive, "processes outlive the app"

    again = open_terminal()
    again.wait_for("Continue", "step 10", f"5 of {STEPS}")
    again.press("Enter")
    again.wait_for("To put given numbers into a tensor")
    again.press("Shift+F8")
    again.wait_for(EXERCISE, "x = torch.zeros(5, 3, dtype=torch.long)")
    again.press("Ctrl+Q")
    again.child.expect_exact("\x1b[?1049l")
    again.child.wait()
    assert again.child.exitstatus == 0
