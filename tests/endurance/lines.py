"""A course of one exercise for whoever types: its editor is empty at first."""

COURSE = "format: 1\nid: typing\ntitle: Typing\nlessons: [lines]\n"
LESSON = """\
format: 1
id: lines
title: Lines
minutes: 1
steps:
  - id: write
    kind: exercise
    title: Write some lines
    text: Set `x` to 1.
    starter: ""
    solution: x = 1
    checks:
      - observe: x
"""
