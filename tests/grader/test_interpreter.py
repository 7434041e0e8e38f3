"""A sitting at the prompt: what is defined stays, whatever happens short of the process's own end."""

import asyncio

import pytest
import pytest_asyncio

from course.catalogue import LANGUAGES, Catalogue
from grader.client import Grader
from grader.sandbox.levels import SEALED
from grader.verdict import Defined, Output, Plotted, Shown

pytestmark = pytest.mark.asyncio(loop_scope="session")

SPIN = "print('on', flush=True)\nwhile True: pass"
DEAF = """
import time
while True:
    try:
        print("on")
        time.sleep(100)
    except BaseException:
        pass
"""


@pytest_asyncio.fixture(loop_scope="session")
async def prompt(grader):
    """An interpreter of a warm host."""
    made = await grader.interpreter()
    yield made
    await made.close()


@pytest_asyncio.fixture(loop_scope="session")
async def either_prompt(either_grader):
    """An interpreter of each strategy in turn."""
    made = await either_grader.interpreter()
    yield made
    await made.close()


async def begun(prompt, code):
    """The task of a cell that has printed."""
    heard = asyncio.Event()
    task = asyncio.create_task(prompt.execute(code, lambda event: heard.set()))
    await asyncio.wait_for(heard.wait(), 30)
    return task


async def assert_lost(prompt, key="interpreter-lost"):
    assert not prompt.alive
    result = await prompt.execute("1")
    assert (result.status, result.message.key) == ("crashed", key)
    for language in LANGUAGES:
        assert Catalogue.load(language).render(result.message) != key


async def test_what_is_defined_stays(either_prompt):
    for code in (
        "import torch",
        "def f(x):\n    return x + base",
        "torch.set_default_dtype(torch.float64)",
        "base = torch.ones(2)",
    ):
        assert (await either_prompt.execute(code)).status == "finished"
    result = await either_prompt.execute("f(0).dtype, f(0)")
    assert result.stdout == "(torch.float64, tensor([1., 1.]))\n"
    assert either_prompt.alive


async def test_seeds_stay(prompt):
    await prompt.execute("import torch\ntorch.manual_seed(0)\nboth = torch.rand(2)\ntorch.manual_seed(0);")
    first = await prompt.execute("torch.rand(1) == both[0]")
    second = await prompt.execute("torch.rand(1) == both[1]")
    assert first.stdout == second.stdout == "tensor([True])\n"


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("1 + 1", "2\n"),
        ("'a\\n'", "'a\\n'\n"),
        ("None", ""),
        ("x = 5", ""),
        ("x = 5\nx", "5\n"),
        ("5\nx = 6", ""),
        ("print(1)\n2", "1\n2\n"),
        ("for n in range(2):\n    n", ""),
        ("", ""),
        ("# words", ""),
    ],
)
async def test_the_value_of_a_last_expression_is_printed(prompt, code, printed):
    result = await prompt.execute(code)
    assert (result.status, result.stdout) == ("finished", printed)


async def test_the_underscore_holds_the_last_value(prompt):
    await prompt.execute("40 + 2")
    await prompt.execute("x = 1")
    await prompt.execute("None")
    assert (await prompt.execute("_ + 1")).stdout == "43\n"


async def test_events_come_live_with_the_names_at_the_end(prompt):
    events = []
    code = (
        "import torch\nfrom blitz import show, plot\nx = torch.ones(2)\nprint('a')\nshow(x, 'x')\nplot(1)\nx"
    )
    await prompt.execute(code, events.append)
    assert [type(event) for event in events if getattr(event, "text", "") != "\n"] == [
        Output,
        Shown,
        Plotted,
        Output,
        Defined,
    ]
    assert events[-1].names[0][0] == "x"
    later = []
    for _ in range(60):
        await prompt.execute("show(x)", later.append)
    assert len([event for event in later if isinstance(event, Shown)]) == 60


@pytest.mark.parametrize(
    ("code", "kind", "line"),
    [
        ("x = 1\nx = (", "SyntaxError", 2),
        ("x = 1\n\nx = y_of_nobody", "NameError", 3),
        ("class E(Exception):\n    def __str__(self): raise ValueError\nraise E", "E", 3),
        ("x = '\0'", "SyntaxError", None),
        ("input()", "EOFError", 1),
    ],
)
async def test_errors_name_the_line_in_the_cell_and_end_nothing(prompt, code, kind, line):
    await prompt.execute("kept = 1\n\n\n")
    result = await prompt.execute(code)
    assert (result.status, result.error.type) == ("error", kind)
    if line is not None:
        assert result.error.line == line
    assert (await prompt.execute("kept")).stdout == "1\n"


async def test_an_error_in_an_earlier_cells_function_names_both_lines(prompt):
    await prompt.execute("\n\n\ndef f():\n    return 1 / 0")
    result = await prompt.execute("x = 1\nf()")
    assert result.error.line == 2
    assert [(frame.line, frame.function, frame.text) for frame in result.error.frames] == [
        (2, "<module>", "f()"),
        (5, "f (cell 1)", "return 1 / 0"),
    ]
    printed = await prompt.execute("import traceback\ntry: f()\nexcept Exception: traceback.print_exc()")
    assert 'File "cell 1", line 5, in f\n    return 1 / 0' in printed.stderr


async def test_a_warning_comes_each_time(prompt):
    for _ in range(2):
        result = await prompt.execute("import warnings\nwarnings.warn('old')")
        assert [(warning.message, warning.line) for warning in result.warnings] == [("old", 2)]
    assert (await prompt.execute("1")).warnings == ()


async def test_too_much_memory_is_an_error_among_others(prompt):
    result = await prompt.execute("import torch\nx = torch.ones(10**11)")
    assert (result.status, result.message.key) == ("memory", "grader-memory")
    assert (await prompt.execute("1")).stdout == "1\n"


@pytest.mark.parametrize(
    "code", [SPIN, "while True: print('on ' * 50)", "print('on')\nimport time\ntime.sleep(1000)"]
)
async def test_an_interrupt_reaches_the_code_and_the_state_survives(either_prompt, code):
    await either_prompt.execute("kept = 1")
    task = await begun(either_prompt, code)
    await either_prompt.interrupt()
    result = await task
    assert (result.status, result.error.type) == ("error", "KeyboardInterrupt")
    assert result.error.line is not None
    events = []
    assert (await either_prompt.execute("kept", events.append)).stdout == "1\n"
    assert isinstance(events[-1], Defined)


async def test_the_code_may_answer_an_interrupt(prompt):
    code = "try:\n    print('on')\n    while True: pass\nexcept KeyboardInterrupt:\n    'caught'"
    task = await begun(prompt, code + "\nprint('bye')")
    await prompt.interrupt()
    assert ((await task).status, (await task).stdout) == ("finished", "on\nbye\n")


async def test_an_interrupt_right_after_the_start_reaches_the_code(prompt):
    for _ in range(20):
        task = asyncio.create_task(prompt.execute("while True: pass"))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        await prompt.interrupt()
        assert (await task).error.type == "KeyboardInterrupt"
    assert (await prompt.execute("1")).stdout == "1\n"


async def test_an_interrupt_at_rest_is_nothing(prompt):
    await prompt.interrupt()
    await prompt.execute("1")
    await prompt.interrupt()
    for _ in range(50):
        assert (await prompt.execute("1")).stdout == "1\n"


async def test_code_that_does_not_obey_is_killed(either_prompt):
    task = await begun(either_prompt, DEAF)
    await either_prompt.interrupt()
    result = await task
    assert (result.status, result.message.key) == ("crashed", "interpreter-killed")
    await assert_lost(either_prompt)


async def test_cancelling_interrupts_and_keeps_the_state(either_prompt):
    await either_prompt.execute("kept = 1")
    for _ in range(2):
        task = await begun(either_prompt, SPIN)
        task.cancel()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await either_prompt.execute("kept")).stdout == "1\n"


async def test_cancelling_twice_does_not_leave_it_running(prompt):
    task = await begun(prompt, DEAF)
    task.cancel()
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (await prompt.execute("1")).status == "crashed"
    await assert_lost(prompt)


async def test_cells_wait_their_turn(prompt):
    results = await asyncio.gather(*(prompt.execute(f"x = {n}\nx") for n in range(5)))
    assert [result.stdout for result in results] == ["0\n", "1\n", "2\n", "3\n", "4\n"]


@pytest.mark.parametrize(
    ("code", "status", "key", "line"),
    [
        ("x = 1\nexit()", "crashed", "interpreter-exited", 2),
        ("import os; os._exit(0)", "crashed", "interpreter-exited", 0),
        ("import ctypes\nctypes.string_at(0)", "crashed", "grader-signal", 2),
        ("import os; os.kill(os.getpid(), 9)", "crashed", "grader-killed", 0),
    ],
)
async def test_the_end_of_the_process_ends_the_sitting(either_prompt, code, status, key, line):
    await either_prompt.execute("1")
    result = await either_prompt.execute(code)
    assert (result.status, result.message.key, result.message.values["line"]) == (status, key, line)
    for language in LANGUAGES:
        assert Catalogue.load(language).render(result.message) != key
    await assert_lost(either_prompt)


async def test_a_death_between_cells_is_noticed(prompt):
    await prompt.execute("import os, threading\nthreading.Timer(0, os._exit, [0]).start()")
    await asyncio.wait_for(asyncio.shield(prompt._link.exited), 30)
    await assert_lost(prompt)


async def test_a_lie_on_the_answers_channel_ends_the_sitting(prompt):
    code = """
import os, sys
f = sys._getframe()
while "self" not in f.f_locals or not hasattr(f.f_locals["self"], "handlers"):
    f = f.f_back
os.write(f.f_locals["self"]._channel._descriptor, b"{" * 100)
"""
    assert (await prompt.execute(code)).message.key == "grader-garbled"
    await assert_lost(prompt)


async def test_a_closed_interpreter_is_told(grader):
    prompt = await grader.interpreter()
    task = await begun(prompt, SPIN)
    await prompt.close()
    assert (await task).status == "crashed"
    await assert_lost(prompt)
    await prompt.close()


async def test_two_sittings_know_nothing_of_each_other(grader, prompt):
    other = await grader.interpreter()
    await prompt.execute("x = 1\nimport torch\ntorch.set_default_dtype(torch.float64)")
    assert (await other.execute("x")).error.type == "NameError"
    assert (await other.execute("import torch\ntorch.ones(1).dtype")).stdout == "torch.float32\n"
    await other.close()


async def test_it_is_confined(prompt, grader):
    if grader.info.isolation not in SEALED:
        pytest.skip("this system offers neither Landlock nor bubblewrap")
    away = ("PermissionError", "FileNotFoundError")
    assert (await prompt.execute("open('/etc/passwd')")).error.type in away
    assert (await prompt.execute("import os; os.kill(os.getppid(), 0)")).error.type == "PermissionError"
    assert (await prompt.execute("import socket; socket.socket()")).error.type == "PermissionError"
    assert (await prompt.execute("open('kept.txt', 'w').write('x')")).stdout == "1\n"
    assert (await prompt.execute("open('kept.txt').read()")).stdout == "'x'\n"


async def test_processor_time_is_not_bounded(prompt):
    result = await prompt.execute("import resource\nresource.getrlimit(resource.RLIMIT_CPU)")
    assert result.stdout == "(-1, -1)\n"


@pytest.mark.asyncio(loop_scope="function")
async def test_the_death_of_the_host_ends_the_sitting_in_words():
    grader = Grader(device="cpu")
    await grader.start()
    prompt = await grader.interpreter()
    task = await begun(prompt, SPIN)
    grader._launcher._hosts[0]._process.kill()
    result = await asyncio.wait_for(task, 30)
    assert (result.status, result.message.key) == ("grader_fault", "grader-host-lost")
    assert not prompt.alive
    assert (await prompt.execute("1")).message.key == "interpreter-lost"
    again = await grader.interpreter()
    assert (await again.execute("1")).stdout == "1\n"
    await grader.close()
