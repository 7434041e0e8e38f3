from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from course.message import Message
from grader.completing import Completions
from grader.errors import GraderError
from grader.verdict import LearnerError, Output, RunResult
from tests.tui.fakes import FakeAssistant, until
from tests.tui.scratch_fakes import FINE, FakeInterpreter, ScratchGrader, defined
from tui.scratch import PRELUDE, Ending, Scratch

TENSOR = {"type": "tensor", "shape": [3], "dtype": "float32", "device": "cpu"}


def page(*interpreters: FakeInterpreter, **grader: Any) -> tuple[Scratch, ScratchGrader]:
    fake = ScratchGrader(interpreters=list(interpreters), **grader)
    return Scratch(fake), fake  # type: ignore[arg-type]


async def run(scratch: Scratch, code: str, hear: Callable[[Any], None] = lambda _: None) -> Ending:
    assert scratch.take()
    return await scratch.run(code, hear)


async def test_cells_share_one_interpreter_and_their_output_is_heard() -> None:
    scratch, grader = page()
    heard: list[Any] = []
    assert await run(scratch, "a", heard.append) == Ending(FINE)
    assert await run(scratch, "b", heard.append) == Ending(FINE)
    assert heard == [Output("stdout", "ran a\n"), Output("stdout", "ran b\n")]
    assert [interpreter.asked for interpreter in grader.given] == [["a", "b"]]


async def test_no_interpreter_is_asked_for_before_the_first_cell() -> None:
    scratch, grader = page()
    await scratch.stop()
    await scratch.end()
    assert not grader.given
    assert not scratch.was_lost


async def test_the_names_are_those_of_the_last_cell() -> None:
    scratch, _ = page(FakeInterpreter(events=[defined(x=TENSOR)]))
    await run(scratch, "x")
    assert scratch.names == (("x", TENSOR),)


async def test_one_cell_runs_at_a_time() -> None:
    hold = asyncio.Event()
    scratch, _ = page(FakeInterpreter(hold=hold))
    running = asyncio.ensure_future(run(scratch, "a"))
    await until(lambda: scratch.phase == "running")
    assert not scratch.take()
    hold.set()
    await running
    assert scratch.take()


async def test_a_stopped_cell_leaves_the_interpreter_and_its_names() -> None:
    interpreter = FakeInterpreter(hold=asyncio.Event(), events=[defined(x=TENSOR)])
    scratch, grader = page(interpreter)
    running = asyncio.ensure_future(run(scratch, "while True: pass"))
    await until(lambda: scratch.phase == "running")
    await scratch.stop()
    ending = await running
    assert (ending.stopped, ending.lost) == (True, False)
    assert scratch.names
    interpreter.hold = None
    await run(scratch, "b")
    assert grader.given == [interpreter]


async def test_a_cell_that_does_not_obey_takes_the_interpreter_with_it() -> None:
    scratch, grader = page(FakeInterpreter(hold=asyncio.Event(), obeys=False, events=[defined(x=TENSOR)]))
    running = asyncio.ensure_future(run(scratch, "a"))
    await until(lambda: scratch.phase == "running")
    await scratch.stop()
    ending = await running
    assert (ending.stopped, ending.lost) == (True, True)
    assert not scratch.names
    assert await run(scratch, "b") == Ending(FINE)
    assert len(grader.given) == 2


async def test_an_interrupt_that_the_code_raised_itself_is_an_error() -> None:
    result = RunResult("error", 0.1, "cpu", LearnerError("KeyboardInterrupt", "", 1))
    scratch, _ = page(FakeInterpreter(results=[result]))
    assert await run(scratch, "raise KeyboardInterrupt") == Ending(result)


async def test_a_lost_interpreter_is_told_and_the_next_cell_has_a_new_one() -> None:
    crashed = RunResult(
        "crashed", 0.1, "cpu", message=Message("grader-signal", {"signal": "SIGSEGV", "line": 0})
    )
    scratch, grader = page(FakeInterpreter(dies=True, results=[crashed], events=[defined(x=TENSOR)]))
    assert await run(scratch, "a") == Ending(crashed, lost=True)
    assert not scratch.names
    assert not scratch.was_lost
    assert await run(scratch, "b") == Ending(FINE)
    assert len(grader.given) == 2


async def test_an_interpreter_that_ended_between_cells_is_noticed() -> None:
    scratch, grader = page(FakeInterpreter(events=[defined(x=TENSOR)]))
    await run(scratch, "a")
    grader.given[0].alive = False
    assert scratch.was_lost
    assert await run(scratch, "b") == Ending(FINE)
    assert not scratch.was_lost
    assert not scratch.names


async def test_a_cell_can_be_stopped_while_torch_is_imported() -> None:
    scratch, grader = page(gate=asyncio.Event())
    running = asyncio.ensure_future(run(scratch, "a"))
    await until(lambda: grader.waiting)
    await scratch.stop()
    assert await running == Ending(stopped=True)
    assert not grader.given
    grader.gate = None
    assert await run(scratch, "b") == Ending(FINE)


async def test_a_cell_stopped_before_it_began_never_asks_for_an_interpreter() -> None:
    scratch, grader = page()
    assert scratch.take()
    await scratch.stop()
    assert await scratch.run("a", lambda _: None) == Ending(stopped=True)
    assert not grader.given


async def test_without_a_grader_the_cell_says_why() -> None:
    fault = GraderError(Message("grader-host-died", {"why": "no torch"}))
    scratch, _ = page(refuses=fault)
    assert await run(scratch, "a") == Ending(fault=fault)
    assert not scratch.busy


async def test_ending_it_gives_the_names_that_are_lost() -> None:
    scratch, grader = page(FakeInterpreter(events=[defined(x=TENSOR)]))
    await run(scratch, "a")
    assert await scratch.end() == (("x", TENSOR),)
    assert not grader.given[0].alive
    assert not scratch.names
    await run(scratch, "b")
    assert len(grader.given) == 2


async def test_ending_it_stops_what_runs() -> None:
    scratch, _ = page(FakeInterpreter(hold=asyncio.Event()))
    running = asyncio.ensure_future(run(scratch, "a"))
    await until(lambda: scratch.phase == "running")
    await scratch.end()
    ending = await running
    assert (ending.stopped, ending.lost) == (True, True)
    assert scratch.take()


async def test_the_next_cell_is_completed_after_all_that_ran() -> None:
    asked = []

    class Assistant(FakeAssistant):
        async def complete(self, code: str, line: int, column: int, names: Any = ()) -> Completions:
            asked.append((code, line, column))
            return Completions()

    scratch, _ = page(assistant=Assistant())
    await run(scratch, "a = 1\nb = 2")
    await scratch.complete("a.", 1, 2)
    await scratch.end()
    await run(scratch, "c = 3")
    await scratch.complete("c.", 1, 2)
    assert asked == [(f"{PRELUDE}\na = 1\nb = 2\na.", 4, 2), (f"{PRELUDE}\nc = 3\nc.", 3, 2)]
