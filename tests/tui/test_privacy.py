"""The two sentences about privacy, and that they are true."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from course.catalogue import Catalogue
from tui.privacy import privacy_lines

WORDS = Catalogue.load("en")

WATCHED = """
import sys
seen = []
def watch(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        seen.append(event)
    if event in ("socket.connect", "socket.bind", "socket.sendto") and not isinstance(arguments[1], (str, bytes)):
        seen.append(event)
sys.addaudithook(watch)
import asyncio
from pathlib import Path
from tests.tui.fakes import COURSE
from tui.app import CourseApp
from tui.opening import Request

async def learn():
    app = CourseApp(Request(str(COURSE)))
    async with app.run_test() as pilot:
        while app.study is None or app.study.grader.info is None:
            await asyncio.sleep(0.05)
        await pilot.press("enter", "f5", "f8", "f9", "ctrl+p", "escape", "comma")
        print(app.study.grader.info.torch)
asyncio.run(learn())
print(seen)
"""


def test_the_course_opens_no_network_connection(tmp_path: Path) -> None:
    environment = {"BLITZ_COURSE_HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", WATCHED]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=root, env=environment, timeout=120)
    assert ran.stdout.splitlines()[-1:] == ["[]"], ran.stderr


def test_what_is_said_depends_on_what_keeps_programs_in() -> None:
    kept, sealed = privacy_lines(Path("/kept/here"), "landlock", WORDS)
    assert "/kept/here" in kept
    assert "cannot" in sealed
    for weaker in ("limits", "none"):
        assert "could" in privacy_lines(Path("p"), weaker, WORDS)[1]  # type: ignore[arg-type]


def test_without_a_grader_the_machine_is_asked() -> None:
    assert privacy_lines(Path("p"), None, WORDS)[1] in {
        privacy_lines(Path("p"), level, WORDS)[1] for level in ("landlock", "limits")
    }
