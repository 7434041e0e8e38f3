"""The names that a program has bound come as an event, from runs and checks, for better or worse."""

import pytest

from grader.verdict import Defined
from tests.grader.conftest import build

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture
def defined():
    """Takes events; calling it gives the names of the one `Defined` among them."""

    class Taker(list):
        def __call__(self):
            (event,) = [event for event in self if isinstance(event, Defined)]
            return dict(event.names)

    return Taker()


async def test_a_run_tells_what_it_bound(either_grader, defined):
    code = "import torch\ndef f(): pass\nclass A: pass\n_x = 1\ny = torch.zeros(2)\nn = 3\na = A()"
    await either_grader.run(code, on_event=defined.append)
    names = defined()
    assert list(names) == ["y", "n", "a"]
    assert (names["y"]["shape"], names["n"]["value"], names["a"]["type"]) == ([2], 3, "A")


async def test_an_error_tells_what_was_bound_until_then(grader, defined):
    result = await grader.run("x = 1\ny = 1 / 0\nz = 2", on_event=defined.append)
    assert result.status == "error"
    assert list(defined()) == ["x"]


async def test_a_check_tells_the_names_of_its_first_run_with_the_givens(grader, defined):
    exercise = build(
        given={"x": "torch.arange(n)"},
        cases={"n": [3, 5]},
        solution="y = x + 1",
        checks=[{"observe": "y"}, {"observe": "y.sum()", "fresh": True}],
    )
    verdict = await grader.check("l/e", exercise, "y = x + 1", on_event=defined.append)
    assert verdict.passed
    assert {name: summary["values"] for name, summary in defined().items() if name != "n"} == {
        "x": [0, 1, 2],
        "y": [1, 2, 3],
    }


async def test_an_object_that_hangs_when_looked_at_runs_into_the_deadline(grader, defined):
    code = "class A(list):\n    def __len__(self):\n        while True: pass\na = A()"
    result = await grader.run(code, on_event=defined.append, seconds=1.0)
    assert result.status == "timeout"


@pytest.mark.parametrize(
    "frame",
    [
        "{'event': 'defined', 'names': 5}",
        "{'event': 'defined', 'names': [['x', {'type': 1}]] * 9}",
        "{'event': 'defined', 'names': [['x', {'type': 'int', 'value': 'y' * 10**6}]]}",
    ],
)
async def test_forged_names_do_no_harm(grader, frame):
    forge = """
import sys
f = sys._getframe()
while "self" not in f.f_locals or not hasattr(f.f_locals["self"], "handlers"):
    f = f.f_back
"""
    events = []
    code = f"{forge}f.f_locals['self'].events._send({frame})\nprint('on')"
    result = await grader.run(code, on_event=events.append)
    assert result.status == "finished"
    forged = [event for event in events if isinstance(event, Defined) and "x" in dict(event.names)]
    assert forged == []
