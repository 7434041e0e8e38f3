"""The app answers to keys while programs run that never end."""

import pytest

from course.loader import open_course
from course.progress import StepKey
from course.store import FILE_NAME
from tests.hostile_programs import COURSE
from tests.terminal import Terminal
from tests.tui.fakes import open_toured

LESSON, STEP = "targets", "value"
"""An exercise that a lesson begins with."""
PROGRAMS = {
    "a loop": "print('under' + 'way')\nwhile True:\n    pass\n",
    "a printer": "import time\nwhile True:\n    print('under' + 'way')\n    time.sleep(0.0005)\n",
}


@pytest.fixture(params=PROGRAMS.values(), ids=PROGRAMS)
def terminal(request, tmp_path):
    """The app at an exercise whose draft is one of the programs."""
    store = open_toured(tmp_path / FILE_NAME)
    store.save_draft(StepKey(open_course(COURSE).id, LESSON, STEP), request.param)
    store.close()
    opened = Terminal(["learn", str(COURSE), "--lesson", LESSON, "--lang", "en"], tmp_path)
    yield opened
    opened.close()


def test_keys_are_answered_while_a_program_runs(terminal):
    terminal.wait_for("while True", "ready")
    terminal.press("F5")
    terminal.wait_for("underway", "Running")
    terminal.press("Ctrl+End", "# still here")
    terminal.wait_for("# still here", "Running")
    terminal.press("Esc")
    terminal.wait_until_gone("Running")
