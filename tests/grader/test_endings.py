"""Whether a program that did not end waited or computed, also where there was hardly a processor to compute on."""

import os
import subprocess
import sys
import time

import pytest

from grader import family
from grader.endings import has_waited

PATIENCE = 30.0
WAITS = "import time\nprint('on', flush=True)\ntime.sleep(60)\n"
LOOPS = "print('on', flush=True)\nwhile True: pass\n"
LOOPS_BELOW = """
import threading
def loop():
    print('on', flush=True)
    while True: pass
thread = threading.Thread(target=loop)
thread.start()
thread.join()
"""


@pytest.mark.parametrize(
    ("busy", "ran", "seconds", "waited"),
    [
        (0.01, False, 10.0, True),
        (0.99, False, 10.0, True),
        (1.01, False, 10.0, False),
        (0.14, False, 0.5, True),
        (0.16, False, 0.5, False),
        (0.01, True, 10.0, False),
        (None, False, 10.0, False),
    ],
)
def test_who_hardly_computed_and_did_not_want_to_has_waited(busy, ran, seconds, waited):
    assert has_waited(busy, ran, seconds) is waited


@pytest.mark.parametrize(
    ("code", "runs"),
    [(WAITS, False), (LOOPS, True), (LOOPS_BELOW, True)],
    ids=["waits", "loops", "loops below"],
)
def test_the_kernel_tells_who_would_compute(code, runs):
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    try:
        process.stdout.readline()
        deadline = time.monotonic() + PATIENCE
        while family.runs(process.pid) is not runs:
            assert time.monotonic() < deadline
    finally:
        process.kill()
        process.communicate()


def test_who_finds_no_processor_would_compute_nevertheless():
    processor = min(os.sched_getaffinity(0))
    pinned = f"import os\nos.sched_setaffinity(0, {{{processor}}})\n{LOOPS}"
    rivals = [subprocess.Popen([sys.executable, "-c", pinned], stdout=subprocess.PIPE) for _ in range(3)]
    try:
        for rival in rivals:
            rival.stdout.readline()
        assert all(family.runs(rival.pid) for rival in rivals)
    finally:
        for rival in rivals:
            rival.kill()
            rival.communicate()


def test_who_is_gone_computes_no_more():
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    assert not family.runs(gone.pid)
