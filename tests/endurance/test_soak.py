"""Thousands of checks on one host, every tenth of them hostile: each verdict right, and nothing grows."""

import itertools
import statistics
import time

import pytest

from grader.client import Grader
from tests.endurance.holdings import Holdings, processes, read, until
from tests.endurance.programs import ANSWER, HASTY, HONEST, HOSTILE, WRONG

GROWTH = 1.05


@pytest.mark.parametrize(("checks", "warm_up"), [(40, 10), pytest.param(5_000, 200, marks=pytest.mark.soak)])
async def test_nothing_grows_from_check_to_check(checks, warm_up, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    grader = Grader(device="cpu", strategy="fork")
    await grader.start()
    await grader.prepare("soak/honest", HONEST)
    hostile = itertools.cycle(HOSTILE)
    await _grade(grader, warm_up, hostile)
    before = await _settled(grader, tmp_path)
    await _grade(grader, checks, hostile)
    after = await _settled(grader, tmp_path)
    last_over_first = await _by_a_new_one(grader, rounds=min(100, checks))
    await grader.close()
    with capsys.disabled():
        print(f"\n{checks} checks: {_told(before)} -> {_told(after)}; last/first {last_over_first:.2f}")
    assert (after.processes, after.scratch) == (before.processes, before.scratch)
    assert after.descriptors == before.descriptors
    grown = {name: after.memory[name] / before.memory[name] for name in before.memory}
    assert max(grown.values()) <= GROWTH, grown


async def _grade(grader: Grader, checks: int, hostile: "itertools.cycle[str]") -> None:
    """Grades right, wrong and hostile programs."""
    for number in range(checks):
        if number % 10 == 9:
            name = next(hostile)
            code, status = HOSTILE[name]
            verdict = await grader.check("soak/hostile", HASTY, code)
            assert verdict.status == status, (name, verdict)
            continue
        wrong = number % 10 == 4
        verdict = await grader.check("soak/honest", HONEST, WRONG if wrong else ANSWER)
        assert verdict.status == ("failed" if wrong else "passed"), verdict


async def _settled(grader: Grader, scratch) -> Holdings:
    """What is held once nothing but judge and waiting workers is left."""
    await grader.prepare("soak/honest", HONEST)
    await until(lambda: processes() == 4, "something more than host, judge and two workers is there")
    return read(scratch)


async def _by_a_new_one(worn: Grader, rounds: int) -> float:
    """Median of a check by that of a grader just started, the two taken in turn, so that other work slows both."""
    fresh = Grader(device="cpu", strategy="fork")
    await fresh.start()
    seconds: dict[Grader, list[float]] = {worn: [], fresh: []}
    for _ in range(rounds):
        for grader, taken in seconds.items():
            await grader.prepare("soak/honest", HONEST)
            started = time.perf_counter()
            assert (await grader.check("soak/honest", HONEST, ANSWER)).passed
            taken.append(time.perf_counter() - started)
    await fresh.close()
    return statistics.median(seconds[worn]) / statistics.median(seconds[fresh])


def _told(holdings: Holdings) -> str:
    memory = {name: f"{used / 2**20:.0f} MiB" for name, used in holdings.memory.items()}
    return f"{holdings.processes} processes, {holdings.scratch} in scratch, {holdings.descriptors}, {memory}"
