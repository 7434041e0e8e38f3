"""One grader a test process and strategy, so that torch is imported once; a fixture that builds small exercises."""

import logging
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest
import pytest_asyncio

from course.model import Exercise
from grader.client import Grader
from grader.verdict import Verdict


def build(**parts: Any) -> Exercise:
    """An exercise with the parts given and small ones for the rest."""
    whole = {"id": "small", "kind": "exercise", "text": "Make it.", "starter": "", **parts}
    return Exercise.model_validate(whole)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def grader() -> AsyncIterator[Grader]:
    """A warm grader of the default strategy on the CPU."""
    made = Grader(device="cpu")
    await made.start()
    await made.ready()
    yield made
    await made.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def spare_grader() -> AsyncIterator[Grader]:
    """A warm grader that uses spare processes."""
    made = Grader(device="cpu", strategy="spare")
    await made.start()
    await made.ready()
    yield made
    await made.close()


@pytest.fixture(autouse=True)
def no_step_of_the_tutor_fails(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """What fails in the tutor costs no verdict, so that nobody would see it."""
    caplog.set_level(logging.INFO, "grader.tutor")
    yield
    assert [record for record in caplog.get_records("call") if record.name == "grader.tutor"] == []


@pytest.fixture
def grade(grader: Grader) -> Callable[..., Any]:
    """Grades code against an exercise built from parts."""

    async def run(code: str, /, **parts: Any) -> Verdict:
        return await grader.check("lesson/small", build(**parts), code)

    return run


@pytest.fixture(params=["grader", "spare_grader"])
def either_grader(request: pytest.FixtureRequest) -> Grader:
    """The grader of each strategy in turn."""
    found: Grader = request.getfixturevalue(request.param)
    return found
