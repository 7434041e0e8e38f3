"""How long after its limit a program that never ends is told, and how long the app's event loop stalls meanwhile."""

import asyncio
import statistics
import subprocess
import sys
import time

from course.model import Exercise
from grader.client import Grader
from tests.bench.grading import milliseconds
from tests.bench.screen import STALL
from tests.hostile_programs import programs

ROUNDS = 3
SECONDS = 1.0
TIMED = {
    "infinite_loop": "timeout", "infinite_loop_in_a_function": "timeout", "waits_for_a_lock": "timeout",
    "waits_for_a_thread": "timeout", "stops_itself": "timeout", "endless_printing": "crashed",
    "threads_in_a_loop": "error", "huge_tensor": "memory", "huge_list": "memory",
}  # fmt: skip
"""Mistakes that end by a limit, and what their verdicts most often are."""
STALLING = ("infinite_loop", "endless_printing")
EXERCISE = Exercise.model_validate(
    {
        "id": "endless",
        "kind": "exercise",
        "text": "Write normalise.",
        "starter": "",
        "solution": "def normalise(x): return x / x.sum(dim=1, keepdim=True)",
        "checks": [{"given": {"x": "torch.ones(2, 3)"}, "observe": "normalise(x)"}],
        "limits": {"seconds": SECONDS, "memory": 1024},
    }
)


async def measure():
    """The rows of the table."""
    over = await _seconds_over()
    stalls = {name: _stall(name) for name in STALLING}
    return [
        (
            f"verdict on {len(TIMED)} endless or boundless programs, after the limit",
            f"median {milliseconds(statistics.median(over))}",
            f"limit {SECONDS:g} s",
            f"longest {milliseconds(max(over))}",
            "<= 1 s",
        ),
        *(
            (
                f"longest stall of the event loop: {name.replace('_', ' ')}",
                milliseconds(stall),
                "",
                "",
                "<= 100 ms",
            )
            for name, stall in stalls.items()
        ),
    ]


async def _seconds_over():
    """Seconds from the limit to the verdict, 0 at least, of every program in every round."""
    grader = Grader(device="cpu")
    await grader.prepare("bench/endless", EXERCISE)
    codes = [program.text for program in _mistakes(TIMED)]
    over = []
    for code in codes * ROUNDS:
        started = time.perf_counter()
        verdict = await grader.check("bench/endless", EXERCISE, code)
        over.append(max(0.0, time.perf_counter() - started - SECONDS))
        assert verdict.status in {*TIMED.values(), "timeout", "crashed"}, verdict
    await grader.close()
    return over


def _mistakes(names):
    return [program for program in programs("mistake") if program.path.stem in names]


def _stall(name):
    """The longest stall of an app in which a program runs that never ends."""
    (program,) = _mistakes([name])
    command = [sys.executable, str(STALL), "real", str(program.path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


if __name__ == "__main__":
    for row in asyncio.run(measure()):
        print(*row, sep="  |  ")
