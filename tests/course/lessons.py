"""A small valid lesson with one step of each kind, for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

LESSON = """\
format: 1
id: tiny
title: A tiny lesson
minutes: 5
steps:
  - id: words
    kind: read
    text: Some words.
  - id: choice
    kind: quiz
    text: Which?
    choices: [left, right]
    answer: right
    because: It is.
  - id: zeros
    kind: exercise
    text: Make `x`.
    starter: x = ...
    solution: x = 0
    checks:
      - name: the value
        observe: x
      - name: the type
        observe: type(x)
        after: [the value]
      - observe: f(n)
        cases: {n: [1, 2]}
        tolerance: {rtol: 1e-5}
    hints: [Think, Think again]
    mistakes:
      - code: x = 1
        says: That is one.
"""

OVERLAY = """\
title: 小课
steps:
  choice:
    text: 哪个？
    choices: [左, 右]
  zeros:
    hints: [想, 再想]
    checks: {the value: 值}
    mistakes: [那是一。]
"""

COURSE = "format: 1\nid: tiny-course\ntitle: Tiny\nlessons: [tiny]\n"


def write_course(root: Path, *, lesson: str = LESSON, overlay: str | None = None) -> Path:
    """A course of one lesson in `root`."""
    (root / "course.yaml").write_text(COURSE)
    (root / "tiny.yaml").write_text(lesson)
    if overlay is not None:
        (root / "tiny.zh.yaml").write_text(overlay)
    return root
