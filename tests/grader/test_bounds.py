"""What a run may take of the machine: each bound ends a program that goes beyond it, and leaves alone one below."""

import asyncio
import os
import time

import psutil
import pytest

pytestmark = pytest.mark.asyncio(loop_scope="session")

SIMPLE = {"solution": "import torch\nx = torch.zeros(2)", "checks": [{"observe": "x"}]}
PATIENCE = 30.0
WELL_OVER, A_MOMENT = 60.0, 0.4
"""Seconds for which a program holds what it took: until it is ended, and until it has been looked at."""
CHILDREN = """
import os, time, torch
children = []
for _ in range({count}):
    if (child := os.fork()) == 0:
        held = b"x" * ({mebibytes} << 20)
        time.sleep({seconds})
        os._exit(0)
    children.append(child)
for child in children:
    os.waitpid(child, 0)
x = torch.zeros(2)
"""
FILES = """
import time, torch
for number in range(5):
    with open(str(number), "wb") as file:
        file.write(b"x" * (3 << 20))
time.sleep({seconds})
x = torch.zeros(2)
"""
PRINTED = """
import time, torch
for _ in range(3):
    print("x" * (1 << 20))
time.sleep({seconds})
x = torch.zeros(2)
"""
THREADS = """
import threading, time, torch
threading.stack_size(1 << 16)
for _ in range(100):
    threading.Thread(target=time.sleep, args=({seconds},), daemon=True).start()
time.sleep({seconds})
x = torch.zeros(2)
"""
EXCESSES = {
    "memory": (CHILDREN.replace("{count}", "4").replace("{mebibytes}", "100"), 256, 1024, 11),
    "processes": (CHILDREN.replace("{count}", "12").replace("{mebibytes}", "0"), 8, 16, 11),
    "threads": (THREADS, 64, 200, 6),
    "scratch": (FILES, 8, 32, 6),
    "output": (PRINTED, 1, 8, 5),
}
"""What is exceeded: a program, a bound that it breaks, one that it keeps, and its last line."""
DOUBLING = """
import os, time
for _ in range(8):
    os.fork()
    {after}
time.sleep(60)
"""


async def until(condition, what):
    """Waits for a condition."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, what
        await asyncio.sleep(0.05)


def processes():
    return {child.pid for child in psutil.Process(os.getpid()).children(recursive=True)}


@pytest.mark.parametrize("name", EXCESSES)
async def test_too_much_ends_the_run_with_its_own_words(grade, name):
    code, bound, _, line = EXCESSES[name]
    verdict = await grade(
        code.replace("{seconds}", str(WELL_OVER)), **SIMPLE, limits={name: bound, "seconds": 30}
    )
    assert verdict.status == ("memory" if name == "memory" else "crashed")
    assert verdict.message.key == f"grader-excess-{name}"
    assert verdict.message.values["limit"] == bound
    assert 0 <= verdict.message.values["line"] <= line


@pytest.mark.parametrize("name", EXCESSES)
async def test_the_same_program_with_enough_room_passes(grade, name):
    code, _, bound, _ = EXCESSES[name]
    verdict = await grade(
        code.replace("{seconds}", str(A_MOMENT)), **SIMPLE, limits={name: bound, "seconds": 30}
    )
    assert verdict.status == "passed", verdict.message


@pytest.mark.parametrize(("bound", "status"), [(2, "error"), (8, "passed")])
async def test_the_size_of_one_file(grade, bound, status):
    code = "import torch\nx = torch.zeros(2)\nopen('big', 'wb').write(b'x' * (5 << 20))\n"
    verdict = await grade(code, **SIMPLE, limits={"file_size": bound})
    assert verdict.status == status
    if status == "error":
        assert (verdict.error.type, verdict.error.line) == ("OSError", 3)
        assert verdict.error.explanation.key == "error-file-size"


CUT = {
    "python": "open('big', 'wb').truncate(5 << 20)",
    "numpy": "numpy.save('big', numpy.zeros(5 << 17))",
    "numpy, bare": "numpy.zeros(5 << 17).tofile('big')",
    "torch": "torch.save(torch.zeros(5 << 18), 'big')",
    "torch, as it was": "torch.save(torch.zeros(5 << 18), 'big', _use_new_zipfile_serialization=False)",
}
"""Ways to write 5 MiB into one file."""


@pytest.mark.parametrize("write", CUT.values(), ids=CUT)
async def test_a_file_that_is_cut_off_is_told_whoever_writes_it(grade, write):
    code = f"import numpy, torch\n{write}\nx = torch.zeros(2)"
    verdict = await grade(code, **SIMPLE, limits={"file_size": 2})
    assert (verdict.status, verdict.error.explanation.key) == ("error", "error-file-size")
    assert verdict.error.line == 2


async def test_a_file_that_is_cut_off_in_a_probe_is_told_too(grade):
    parts = {"solution": "def f(): return 1", "checks": [{"observe": "f()"}], "limits": {"file_size": 2}}
    verdict = await grade("def f():\n    open('big', 'wb').truncate(5 << 20)", **parts)
    (check,) = verdict.checks
    assert check.diagnosis.values["first"].key == "error-file-size"
    assert check.message.values["line"] == 2


async def test_a_signal_for_a_file_too_large_is_told_like_its_error(grade):
    code = "import signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_DFL)\nopen('big', 'wb').truncate(5 << 20)"
    verdict = await grade(code, **SIMPLE, limits={"file_size": 2})
    assert (verdict.status, verdict.message.key) == ("crashed", "grader-file-size")


@pytest.mark.parametrize("stack", [0, 1 << 16], ids=["stacks as they come", "small stacks"])
async def test_threads_without_end_are_told_with_their_line(grade, stack):
    code = f"""import threading, time
threading.stack_size({stack})
while True:
    threading.Thread(target=time.sleep, args=(99,)).start()
"""
    verdict = await grade(code, **SIMPLE, limits={"threads": 200, "memory": 1024, "seconds": 30})
    if verdict.status == "error":
        assert (verdict.error.explanation.key, verdict.error.line) == ("error-thread-refused", 4)
    else:
        assert (verdict.status, verdict.message.key) == ("crashed", "grader-excess-threads")
        assert verdict.message.values["line"] in (0, 3, 4)


@pytest.mark.parametrize("after", ["pass", "os.setsid()"], ids=["in its group", "in sessions of their own"])
async def test_processes_that_double_are_ended_to_the_last(grader, grade, after):
    await grader.ready()
    before = processes()
    verdict = await grade(DOUBLING.replace("{after}", after), **SIMPLE, limits={"seconds": 30})
    assert (verdict.status, verdict.message.key) == ("crashed", "grader-excess-processes")
    await until(lambda: len(processes() - before) <= 4, "processes are left")
    assert (await grade(SIMPLE["solution"], **SIMPLE)).passed


MANY = {
    "solution": "import torch\ndef f(n): return torch.zeros(3_000_000)",
    "checks": [{"given": {}, "cases": {"n": list(range(7))}, "observe": "f(n)"}, {"observe": "f(0)"}],
    "limits": {"seconds": 30},
}
SPREAD = "import torch\nlarge = torch.zeros(21_000_000)\ndef f(n): return large[::7]\n"
"""The same zeros over 84 MB."""


async def test_answers_have_a_bound_together(grade):
    app, peak = psutil.Process(), [psutil.Process().memory_info().rss]

    async def measure():
        while True:
            peak.append(app.memory_info().rss)
            await asyncio.sleep(0.01)

    measuring = asyncio.create_task(measure())
    verdict = await grade(SPREAD, **MANY)
    measuring.cancel()
    assert verdict.status == "failed"
    assert [check.reason for check in verdict.checks] == ["too_large", "too_large"]
    for check in verdict.checks:
        assert (check.message.key, check.message.values["limit"]) == ("grader-answers-too-large", 256)
    assert max(peak) - peak[0] < 600 << 20
    assert (await grade(MANY["solution"], **MANY)).passed


async def test_what_comes_before_the_bound_of_answers_counts(grade):
    parts = {**MANY, "checks": [{"observe": "f(0)"}] * 4}
    verdict = await grade(SPREAD, **parts)
    assert [check.status for check in verdict.checks] == ["passed", "passed", "passed", "failed"]


async def test_the_authors_code_is_bounded_too(grade):
    solution = EXCESSES["processes"][0].replace("{seconds}", "60")
    verdict = await grade(
        "x = 1", solution=solution, checks=[{"observe": "x"}], limits={"processes": 8, "seconds": 30}
    )
    assert (verdict.status, verdict.message.key) == ("grader_fault", "grader-author-excess")
