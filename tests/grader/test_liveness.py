"""Runs can be stopped, dead hosts come back, and no process outlives its owner."""

import asyncio
import os
import sys
import textwrap
import time
from pathlib import Path

import psutil
import pytest

from course.message import Message
from grader.client import Grader
from grader.errors import GraderUnavailable
from grader.sandbox import bubblewrap
from grader.verdict import Output, Plotted, Shown
from tests.grader.conftest import build

pytestmark = pytest.mark.asyncio(loop_scope="session")

SIMPLE = build(solution="import torch\nx = torch.zeros(2)", checks=[{"observe": "x"}])
PATIENCE = 30.0


async def until(condition, what):
    """Waits for a condition."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, what
        await asyncio.sleep(0.01)


def processes_below(pid):
    return {child.pid for child in psutil.Process(pid).children(recursive=True)}


async def innermost(child):
    """The host itself, once bubblewrap, where there is one round it, has started it."""
    while child.name() == bubblewrap.PROGRAM:
        (child,) = child.children() or (child,)
        await asyncio.sleep(0.01)
    return child


@pytest.fixture
async def own_grader():
    """A grader of this test alone, on the test's own loop."""
    before = set(psutil.Process().children())
    made = Grader(device="cpu")
    await made.start()
    await made.ready()
    (child,) = set(psutil.Process().children()) - before
    yield made, await innermost(child)
    await made.close()


@pytest.mark.asyncio(loop_scope="function")
async def test_a_run_can_be_stopped(own_grader):
    grader, host = own_grader
    running = asyncio.Event()
    task = asyncio.create_task(
        grader.run("print('on', flush=True)\nwhile True: pass", on_event=lambda _: running.set())
    )
    await asyncio.wait_for(running.wait(), PATIENCE)
    assert host.children()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await until(lambda: not host.children(), "the stopped run's process is still there")
    assert (await grader.check("l/e", SIMPLE, SIMPLE.solution)).status == "passed"


@pytest.mark.asyncio(loop_scope="function")
async def test_a_dead_host_is_replaced():
    states = []
    before = set(psutil.Process().children())
    grader = Grader(device="cpu", on_state=states.append)
    await grader.start()
    await grader.prepare("l/e", SIMPLE)
    (host,) = set(psutil.Process().children()) - before
    workers = processes_below(host.pid)
    host.kill()
    await until(lambda: states[-1] == "ready" and "starting" in states[1:], f"states were {states}")
    assert (await grader.check("l/e", SIMPLE, SIMPLE.solution)).status == "passed"
    await until(lambda: not any(map(psutil.pid_exists, workers)), "workers of the dead host are still there")
    await grader.close()


@pytest.mark.asyncio(loop_scope="function")
async def test_a_grader_that_cannot_start_tries_once_each_time_it_is_asked(monkeypatch):
    tried = []

    async def refuse(*arguments, **_):
        tried.append(arguments)
        raise BlockingIOError("Resource temporarily unavailable")

    grader = Grader(device="cpu")
    with monkeypatch.context() as patch:
        patch.setattr("asyncio.create_subprocess_exec", refuse)
        with pytest.raises(GraderUnavailable):
            await grader.start()
        told = (await grader.check("l/e", SIMPLE, SIMPLE.solution)).message
        assert told == Message("grader-host-died", {"why": "Resource temporarily unavailable"})
        assert len(tried) == 2
    assert (await grader.check("l/e", SIMPLE, SIMPLE.solution)).status == "passed"
    await grader.close()


@pytest.mark.asyncio(loop_scope="function")
async def test_killing_the_host_in_the_middle_of_a_check_is_no_fault_of_the_learner(own_grader):
    grader, host = own_grader
    started = asyncio.Event()
    code = "print('on', flush=True)\nwhile True: pass"
    task = asyncio.create_task(grader.check("l/e", SIMPLE, code, on_event=lambda _: started.set()))
    await asyncio.wait_for(started.wait(), PATIENCE)
    host.kill()
    verdict = await asyncio.wait_for(task, PATIENCE)
    assert verdict.status == "grader_fault"
    assert (await grader.check("l/e", SIMPLE, SIMPLE.solution)).status == "passed"


@pytest.mark.asyncio(loop_scope="function")
async def test_dead_judge_and_waiting_workers_are_replaced(own_grader):
    grader, host = own_grader
    await grader.prepare("l/e", SIMPLE)
    for _ in range(2):
        for worker in host.children():
            worker.kill()
        assert (await grader.check("l/e", SIMPLE, SIMPLE.solution)).status == "passed"


@pytest.mark.asyncio(loop_scope="function")
@pytest.mark.parametrize("strategy", ["fork", "spare"])
async def test_closing_leaves_no_process_and_no_scratch(strategy, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = processes_below(os.getpid())
    grader = Grader(device="cpu", strategy=strategy)
    await grader.start()
    await grader.prepare("l/e", SIMPLE)
    mine = processes_below(os.getpid()) - before
    assert mine
    assert list(tmp_path.iterdir())
    await grader.close()
    await until(lambda: not any(map(psutil.pid_exists, mine)), "processes are left")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.asyncio(loop_scope="function")
@pytest.mark.parametrize("isolation", ["limits", None])
async def test_what_the_import_of_optimisers_writes_goes_with_the_grader(isolation, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    grader = Grader(device="cpu", isolation=isolation)
    await grader.start()
    told = await grader.run("import os, torch.optim\nprint(os.environ['TORCHINDUCTOR_CACHE_DIR'])")
    place = Path(told.stdout.strip())
    assert place.is_dir()
    assert place.is_relative_to(tmp_path)
    await grader.close()
    assert list(tmp_path.iterdir()) == []


APP = """
import asyncio, sys
from grader.client import Grader
async def main():
    grader = Grader(device="cpu", strategy=sys.argv[1])
    await grader.start()
    await grader.run("print('running', flush=True)\\nwhile True: pass", on_event=lambda e: print("on", flush=True))
asyncio.run(main())
"""


@pytest.mark.parametrize("strategy", ["fork", "spare"])
async def test_no_process_outlives_a_killed_app(strategy):
    app = await asyncio.create_subprocess_exec(
        sys.executable, "-c", textwrap.dedent(APP), strategy, stdout=asyncio.subprocess.PIPE
    )
    assert await app.stdout.readline() == b"on\n"
    family = processes_below(app.pid)
    assert len(family) >= 2
    app.kill()
    await app.wait()
    await until(lambda: not any(map(psutil.pid_exists, family)), "processes are left")


async def test_events_come_live_and_in_order(grader):
    seen = []
    arrived = asyncio.Event()

    def take(event):
        seen.append(event)
        if isinstance(event, Output) and event.text == "first\n":
            arrived.set()

    code = """
import sys, time, torch
from blitz import plot, show
print("first", flush=True)
print("second", file=sys.stderr)
print("third")
show(torch.ones(2, 2), "ones")
plot(0.5, 1, "loss")
while True: pass
"""
    task = asyncio.create_task(grader.run(code, on_event=take, seconds=60))
    await asyncio.wait_for(arrived.wait(), PATIENCE)
    await until(lambda: len(seen) >= 5, f"only {seen}")
    task.cancel()
    texts = [(event.stream, event.text) for event in seen if isinstance(event, Output)]
    assert texts == [("stdout", "first\n"), ("stderr", "second\n"), ("stdout", "third\n")]
    (shown,) = [event for event in seen if isinstance(event, Shown)]
    assert (shown.label, shown.summary["shape"]) == ("ones", [2, 2])
    assert [event for event in seen if isinstance(event, Plotted)] == [Plotted("loss", [[1.0, 0.5]])]


async def test_replay_shows_the_same_cases_again(grader):
    exercise = build(
        solution="def f(x): return x * 2", checks=[{"given": {"x": "torch.randn(3)"}, "observe": "f(x)"}]
    )
    wrong = "def f(x): return x * 3"
    first = await grader.check("l/e", exercise, wrong)
    again = await grader.check("l/e", exercise, wrong, replay=first.replay)
    other = await grader.check("l/e", exercise, wrong)
    assert first.checks[0].given == again.checks[0].given
    assert first.checks[0].given != other.checks[0].given


async def test_visible_example_is_bound_when_a_program_is_run(grader):
    exercise = build(
        setup="base = 10",
        given={"x": "torch.arange(n)"},
        cases={"n": [3, 5]},
        solution="y = x + base",
        checks=[{"observe": "y"}],
    )
    result = await grader.run("print(x + base)", exercise=exercise, name="l/e")
    assert (result.status, result.stdout) == ("finished", "tensor([10, 11, 12])\n")


@pytest.mark.asyncio(loop_scope="function")
async def test_more_may_want_spare_processes_at_once_than_there_are():
    grader = Grader(device="cpu", strategy="spare")
    await grader.start()
    runs = await asyncio.gather(*(grader.run("print('on')") for _ in range(5)))
    assert [run.stdout for run in runs] == ["on\n"] * 5
    await grader.close()


@pytest.mark.parametrize("strategy", ["fork", "spare"])
async def test_a_host_killed_while_it_imports_torch_is_replaced(strategy):
    before = set(psutil.Process().children())
    grader = Grader(device="cpu", strategy=strategy)
    await grader.start()
    for child in set(psutil.Process().children()) - before:
        (await innermost(child)).kill()
    verdict = await asyncio.wait_for(grader.check("a/b", SIMPLE, SIMPLE.solution), PATIENCE)
    await grader.close()
    assert verdict.passed, verdict


async def test_a_host_that_always_dies_is_told_of_at_every_check(monkeypatch):
    monkeypatch.setattr("sys.executable", "/bin/false")
    grader = Grader(device="cpu", isolation="limits")
    await grader.start()
    for _ in range(2):
        verdict = await asyncio.wait_for(grader.check("a/b", SIMPLE, SIMPLE.solution), PATIENCE)
        assert (verdict.status, verdict.message.key) == ("grader_fault", "grader-host-died")
    await grader.close()
