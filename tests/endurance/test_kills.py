"""SIGKILL to any process of the grader at any moment: the loss is told, and what is asked next is answered right."""

import asyncio
import contextlib
import random
import secrets

import psutil
import pytest

from grader.client import Grader
from grader.interpreter import Interpreter
from grader.verdict import RunResult, Verdict
from tests.endurance.holdings import children, hosts_below, until
from tests.grader.conftest import build

ANSWER = "import torch\nx = torch.rand(4)\ny = x.sum()"
EXERCISE = build(
    solution=ANSWER,
    checks=[{"observe": "y.dtype"}, {"observe": "x", "satisfies": "bool((actual < 1).all())"}],
)
LONGEST = 0.4
"""Seconds after which everything that was asked has mostly been answered."""
PATIENCE = 120.0
TELLING = {"grader-host-lost", "grader-host-died", "grader-author-died", "grader-judge-died"}
"""Messages that name the loss."""


class Household:
    """A grader in full use, and a hand that kills at random."""

    def __init__(self, grader: Grader, seed: int) -> None:
        self._grader = grader
        self._random = random.Random(seed)
        self._interpreter: Interpreter | None = None
        self.losses = 0
        """Answers that told of a loss."""

    async def live_through(self, victims: str) -> None:
        """Asks everything at once while one process dies, and once more afterwards."""
        asked = asyncio.gather(self._check(), self._run(), self._complete(), self._cell())
        await asyncio.sleep(self._random.uniform(0, LONGEST))
        await self._kill(victims)
        verdict, run, names, _ = await asyncio.wait_for(asked, PATIENCE)
        self._is_told(verdict, verdict.passed)
        self._is_told(run, run.stdout == "on\n" and run.status == "finished")
        assert names in ([], ["zeros", "zeros_like"]), names
        await self.is_whole()

    async def is_whole(self) -> None:
        """Everything is answered right; an interpreter that died tells so once, for its names are gone."""
        asked = asyncio.gather(self._check(), self._run(), self._complete(), self._cell())
        verdict, run, names, is_right = await asyncio.wait_for(asked, PATIENCE)
        assert verdict.passed, verdict
        assert (run.status, run.stdout) == ("finished", "on\n"), run
        assert names == ["zeros", "zeros_like"]
        assert is_right or await self._cell()

    async def _check(self) -> Verdict:
        return await self._grader.check("kills/sum", EXERCISE, ANSWER)

    async def _run(self) -> RunResult:
        return await self._grader.run("print('on')")

    async def _complete(self) -> list[str]:
        found = await self._grader.assistant.complete("import torch\ntorch.zer", 2, 9)
        return [item.name for item in found.items if item.name.startswith("zeros")]

    async def _cell(self) -> bool:
        """Whether a cell is answered right; otherwise the loss is told and the next cell gets a new interpreter."""
        if self._interpreter is None or not self._interpreter.alive:
            self._interpreter = await self._grader.interpreter()
        result = await self._interpreter.execute("1 + 1")
        return self._is_told(result, result.stdout == "2\n" and result.status == "finished")

    async def _kill(self, victims: str) -> None:
        hosts = hosts_below(psutil.Process())
        workers = [worker for host in hosts for worker in children(host)]
        found = hosts if victims == "hosts" or not workers else workers
        victim = self._random.choice(found)
        with contextlib.suppress(psutil.NoSuchProcess):
            victim.kill()
        await until(lambda: _is_dead(victim), f"{victim} does not die")

    def _is_told(self, answer: Verdict | RunResult, right: bool) -> bool:
        """Whether an answer is right; one that is not tells of a process that was killed."""
        if not right:
            self.losses += 1
            assert answer.message is not None, answer
            killed = answer.message.values.get("signal") == "SIGKILL"
            assert answer.message.key in TELLING or killed, answer
        return right


def _is_dead(process: psutil.Process) -> bool:
    try:
        return process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


@pytest.mark.parametrize(
    ("strategy", "kills"),
    [
        ("fork", 5),
        pytest.param("fork", 300, marks=pytest.mark.soak),
        pytest.param("spare", 40, marks=pytest.mark.soak),
    ],
)
async def test_a_killed_process_is_told_and_replaced(strategy, kills, capsys):
    seed = secrets.randbits(32)
    grader = Grader(device="cpu", strategy=strategy)
    await grader.start()
    await grader.prepare("kills/sum", EXERCISE)
    household = Household(grader, seed)
    await household.is_whole()
    for number in range(kills):
        is_host = strategy == "spare" or number % 8 == 3
        try:
            await household.live_through("hosts" if is_host else "workers")
        except BaseException as error:
            error.add_note(f"seed {seed}, kill {number}")
            raise
    await grader.close()
    with capsys.disabled():
        print(f"\n{kills} kills ({strategy}, seed {seed}): {household.losses} answers told of a loss")
