"""A warm check of five cases against a bare fork, pytest and an import of torch; memory of all processes."""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from course.model import Exercise
from grader.client import Grader

ROUNDS = 40
SOLUTION = """
import torch

def softmax(x, dim):
    e = (x - x.amax(dim, keepdim=True)).exp()
    return e / e.sum(dim, keepdim=True)
"""
ROWS, COLUMNS = [1, 4, 33, 2, 3], [7, 2, 5, 3, 3]
EXERCISE = Exercise.model_validate(
    {
        "id": "softmax",
        "kind": "exercise",
        "text": "Write softmax.",
        "starter": "",
        "solution": SOLUTION,
        "checks": [
            {
                "given": {"x": "torch.randn(rows, columns)"},
                "cases": {"rows": ROWS, "columns": COLUMNS},
                "observe": "softmax(x, dim=1)",
                "also": ["inputs_unchanged"],
            }
        ],
    }
)
FLOOR = f"""
import os, sys, time
import gc
import torch
gc.collect(); gc.freeze()
code = {SOLUTION!r}
inputs = [(r, c) for r, c in zip({ROWS}, {COLUMNS})]
for _ in range({ROUNDS}):
    started = time.perf_counter()
    mine, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        torch.set_num_threads(os.cpu_count())
        names = {{}}
        exec(code, names)
        same = all(
            torch.allclose(names["softmax"](x, dim=1), torch.softmax(x, 1)) for x in (torch.randn(*s) for s in inputs)
        )
        os.write(theirs, b"yes" if same else b"no")
        os._exit(0)
    assert os.read(mine, 3) == b"yes"
    os.waitpid(pid, 0)
    os.close(mine); os.close(theirs)
    print(time.perf_counter() - started)
"""
WRONG = {
    "a mistake": SOLUTION.replace("/ e.sum(dim, keepdim=True)", ""),
    "another": SOLUTION.replace("e.sum(dim,", "e.sum(1 - dim,"),
    "a transformation": SOLUTION.replace(
        "return e / e.sum(dim, keepdim=True)", "return (e / e.sum(dim, keepdim=True)).T"
    ),
    "another one": SOLUTION.replace("return e", "return 2 * e"),
    "the input": SOLUTION.replace("return e / e.sum(dim, keepdim=True)", "return x"),
    "a plain difference": SOLUTION.replace("return e", "return torch.rand(()) + e"),
    "one more": SOLUTION.replace("return e / e.sum(dim, keepdim=True)", "return torch.rand(x.shape)"),
}
"""Ordinary failing answers."""
MISTAKES = [{"code": WRONG[name], "says": name} for name in ("a mistake", "another")]
PYTEST = f"""
import pytest, torch
{SOLUTION}
@pytest.mark.parametrize(("rows", "columns"), list(zip({ROWS}, {COLUMNS})))
def test_softmax(rows, columns):
    x = torch.randn(rows, columns)
    torch.testing.assert_close(softmax(x, dim=1), torch.softmax(x, 1))
"""


async def measure():
    """The rows of the table."""
    grader = Grader(device="cpu")
    await grader.start()
    await grader.prepare("bench/softmax", EXERCISE)
    check = await _check_seconds(grader)
    plain, diagnosis = await _diagnosis_seconds(grader)
    wall, cpu = await _rate(grader)
    await grader.close()
    floor = _floor_seconds()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "test_softmax.py"
        file.write_text(PYTEST)
        pytest = _command_seconds("-m", "pytest", "-q", "-p", "no:cacheprovider", str(file))
    torch = _command_seconds("-c", "import torch")
    return [
        (
            "warm check, five cases",
            milliseconds(check),
            f"fork of a warm process {milliseconds(floor)}",
            f"{check / floor:.2f}",
            "<= 3",
        ),
        (
            "the same",
            milliseconds(check),
            f"python -m pytest {milliseconds(pytest)}",
            f"1/{pytest / check:.0f}",
            "<= 1/40",
        ),
        (
            "the same",
            milliseconds(check),
            f"python -c 'import torch' {milliseconds(torch)}",
            f"1/{torch / check:.0f}",
            "",
        ),
        (
            "warm check that fails, plain verdict",
            milliseconds(plain),
            f"fork of a warm process {milliseconds(floor)}",
            f"{plain / floor:.2f}",
            "<= 3",
        ),
        (
            "verdict to diagnosis, median",
            milliseconds(diagnosis),
            f"{len(WRONG)} wrong answers",
            "",
            "<= 250 ms",
        ),
        (
            "checks a second, one after another",
            f"{1 / wall:.1f}",
            f"for each second of a core {1 / cpu:.1f}",
            f"{cpu / wall:.2f}",
            "cores busy",
        ),
    ]


async def _check_seconds(grader):
    times = []
    for _ in range(ROUNDS):
        await grader.prepare("bench/softmax", EXERCISE)
        await asyncio.sleep(0.05)
        started = time.perf_counter()
        verdict = await grader.check("bench/softmax", EXERCISE, SOLUTION)
        times.append(time.perf_counter() - started)
        assert verdict.passed, verdict
    return statistics.median(times)


async def _diagnosis_seconds(grader):
    """Median seconds from the request to the plain verdict, and from there to the tutor's answer."""
    exercise = Exercise.model_validate({**EXERCISE.model_dump(exclude_unset=True), "mistakes": MISTAKES})
    verdicts, diagnoses, told = [], [], []
    for code in list(WRONG.values()) * 6:
        await grader.prepare("bench/tutor", exercise)
        await asyncio.sleep(0.05)
        started = time.perf_counter()
        verdict = await grader.check(
            "bench/tutor", exercise, code, on_verdict=lambda _: told.append(time.perf_counter())
        )
        diagnoses.append(time.perf_counter() - told[-1])
        verdicts.append(told[-1] - started)
        assert verdict.status == "failed", verdict
    return statistics.median(verdicts), statistics.median(diagnoses)


async def _rate(grader):
    """Seconds on the clock and of processors for one check with its preparation, one worker at a time.

    A host reaps its workers, so that their time is found with its own; the app's is that of this process.
    """
    before, started = _cpu_seconds(), time.perf_counter()
    for _ in range(ROUNDS):
        verdict = await grader.check("bench/rate", EXERCISE, SOLUTION)
        assert verdict.passed, verdict
    return (time.perf_counter() - started) / ROUNDS, (_cpu_seconds() - before) / ROUNDS


def _cpu_seconds():
    """Processor time of this process, of all below it, and of those that they have reaped."""
    family = [psutil.Process(), *psutil.Process().children(recursive=True)]
    own = [process.cpu_times() for process in family]
    return sum(each.user + each.system + each.children_user + each.children_system for each in own)


def _floor_seconds():
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", FLOOR], capture_output=True, text=True, check=True, env=environment
    )
    return statistics.median(map(float, done.stdout.split()))


def _command_seconds(*arguments):
    times = []
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def torch_pss():
    code = "import torch, sys; print('ready', flush=True); sys.stdin.read()"
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.stdout.readline()
    used = pss(psutil.Process(process.pid))
    process.communicate()
    return used


def pss(process):
    return sum(one.memory_full_info().pss for one in [process, *process.children(recursive=True)])


def milliseconds(seconds):
    return f"{seconds * 1000:.1f} ms"


def megabytes(number):
    return f"{number / 2**20:.0f} MiB"
