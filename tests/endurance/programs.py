"""Programs that do what must not matter to whoever is graded next, each with the verdict that it has to get."""

from __future__ import annotations

from tests.grader.conftest import build

ANSWER = "import torch\nx = torch.arange(3.0) * 2"
WRONG = "import torch\nx = torch.arange(3.0) * 3"
PARTS = {"solution": ANSWER, "checks": [{"observe": "x"}]}
HONEST = build(**PARTS)
HASTY = build(**PARTS, limits={"seconds": 1, "memory": 512})
"""The same with a limit of one second."""

LEAVE_A_CHILD = """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(1_000)
    os._exit(0)
"""
LEAVE_A_THREAD = """
import threading, time
threading.Thread(target=time.sleep, args=(1_000,)).start()
"""
LEAVE_FILES = """
import os
for number in range(100):
    os.mkdir(f"d{number}")
    open(f"d{number}/f", "w").write("x" * 1_000)
files = [open(f"d{number}/f") for number in range(100)]
"""
WRITE_EVERYWHERE = """
import os
for descriptor in range(3, 64):
    try:
        os.set_blocking(descriptor, False)
        os.write(descriptor, b"garbage " * 100)
    except OSError:
        pass
"""
DEAF = """
import signal
for number in set(range(1, 32)) - {signal.SIGKILL, signal.SIGSTOP}:
    signal.signal(number, signal.SIG_IGN)
while True:
    pass
"""

HOSTILE: dict[str, tuple[str, str]] = {
    "a loop without end": ("while True:\n    pass", "timeout"),
    "more memory than there is": ("import torch\nx = torch.zeros(10**12)", "memory"),
    "memory bit by bit": ("held = []\nwhile True:\n    held.append(bytearray(1 << 26))", "memory"),
    "a flood of text": ("while True:\n    print('x' * 1_000)", "crashed"),
    "a crash": ("import ctypes\nctypes.string_at(0)", "crashed"),
    "a silent exit": ("import os\nos._exit(0)", "crashed"),
    "an exit": ("import sys\nsys.exit()", "error"),
    "death by its own hand": ("import os\nos.kill(os.getpid(), 9)", "crashed"),
    "a child that stays": (LEAVE_A_CHILD + ANSWER, "passed"),
    "a thread that stays": (LEAVE_A_THREAD + ANSWER, "passed"),
    "files that stay": (LEAVE_FILES + ANSWER, "passed"),
    "garbage on every channel": (WRITE_EVERYWHERE + ANSWER, "crashed"),
    "deafness": (DEAF, "timeout"),
    "depth without end": ("def f():\n    return f()\nf()", "error"),
    "brackets without end": ("(" * 100_000, "refused"),
}
"""Name to program and status."""
