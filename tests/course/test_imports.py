from __future__ import annotations

import subprocess
import sys

CODE = """
import importlib, pkgutil, sys
import course
for module in pkgutil.iter_modules(course.__path__, "course."):
    importlib.import_module(module.name)
roots = {name.split(".")[0] for name in sys.modules}
foreign = {"torch", "numpy", "textual", "rich", "grader", "tui"} & roots
assert not foreign, foreign
"""


def test_course_brings_neither_torch_nor_a_screen() -> None:
    subprocess.run([sys.executable, "-c", CODE], check=True)
