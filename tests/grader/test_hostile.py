"""Programs that lie about themselves, and honest ones that look odd: no forged pass, no exception, no wrong blame."""

import asyncio
import json
from dataclasses import replace

import psutil
import pytest

from grader.observe import observe
from grader.rebuild import Rebuilder
from grader.wire import Payload

pytestmark = pytest.mark.asyncio(loop_scope="session")

SIMPLE = {"solution": "import torch\nx = torch.zeros(2)", "checks": [{"observe": "x"}]}
ANSWER_MYSELF = """
import json, os, struct, sys
frame = sys._getframe()
while "self" not in frame.f_locals or not hasattr(frame.f_locals["self"], "handlers"):
    frame = frame.f_back
channel = frame.f_locals["self"]._channel
def answer(header, body=b""):
    channel.send(header, body)
def write(data):
    os.write(channel._descriptor, data)
def stay():
    while True:
        channel.receive()
"""
RAN = '{"outcome": "finished", "error": None, "warnings": [], "stdout": ""}'
LIES = {
    "an empty answer": "answer({})",
    "an empty fault": "answer({'fault': ''})",
    "an error that is a text": "answer({'outcome': 'error', 'error': 'x', 'warnings': [], 'stdout': ''})",
    "a line that is a text": "answer({'outcome': 'error', 'error': {'line': 'abc'}, 'warnings': [], 'stdout': ''})",
    "warnings without end": "answer({'outcome': 'error', 'error': {'line': 1}, 'stdout': '', 'warnings': "
    "[{'type': 'W', 'message': str(n), 'line': 1} for n in range(100_000)]})",
    "warnings that are a number": "answer({'outcome': 'finished', 'error': None, 'warnings': 5, 'stdout': ''})",
    "no JSON": "write(struct.pack('<IQ', 3, 0) + b'{{{')",
    "a frame of 4 GB": "write(struct.pack('<IQ', 2**32 - 1, 2**60))",
    "a list for a payload": f"answer({RAN}); answer({{'payload': [1]}})",
    "a payload without parts": f"answer({RAN}); answer({{'payload': {{}}}})",
    "a shape of texts": f"answer({RAN}); answer({{'payload': {{'value': {{'k': 'size', 'v': ['x', []]}}, "
    "'inputs': [], 'blobs': []}})",
    "a value that is no tree": f"answer({RAN}); answer({{'payload': {{'value': 7, 'inputs': [], 'blobs': []}}}})",
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
async def test_a_lie_is_no_pass_and_no_fault_of_the_grader(grade, lie):
    verdict = await grade(ANSWER_MYSELF + lie + "\nstay()", **SIMPLE, limits={"seconds": 2})
    assert verdict.status in ("crashed", "failed", "error"), verdict.message
    assert (await grade(SIMPLE["solution"], **SIMPLE)).passed


@pytest.mark.parametrize("dtype", ["object", "O,O", "V8", "U4", "M8[s]"])
async def test_bytes_never_become_pointers(dtype):
    tree = {"k": "ndarray", "scalar": True, "shape": [], "dtype": dtype, "strides": [], "blob": 0, "start": 0}
    payload = Payload({"inputs": [], "value": tree, "blobs": [[0, 8]]}, b"\x41" * 8)
    with pytest.raises(KeyError):
        Rebuilder(payload).value(tree)


async def test_an_object_that_equals_everything_is_no_pass(grade):
    parts = {"solution": "x = 5", "checks": [{"observe": "x"}]}
    verdict = await grade("class Any:\n    __eq__ = lambda *_: True\nx = Any()", **parts)
    assert verdict.checks[0].reason == "type"


async def test_deep_directories_are_removed_and_nothing_is_noticed(grader, grade):
    code = "import os\nfor _ in range(1500):\n    os.mkdir('d')\n    os.chdir('d')\n"
    (host,) = {child.pid for child in psutil.Process().children() if child.pid == grader_host(grader)}
    assert (await grade(code + SIMPLE["solution"], **SIMPLE)).passed
    assert (await grade(SIMPLE["solution"], **SIMPLE)).passed
    assert psutil.pid_exists(host)


def grader_host(grader):
    return grader._launcher._hosts[0]._process.pid


async def test_a_chain_of_processes_does_not_outlive_its_run(grader):
    code = """
import os, signal, time
for number in range(1, 32):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
for _ in range(6):
    if os.fork():
        time.sleep(100)
    os.setsid()
time.sleep(100)
"""
    host = psutil.Process(grader_host(grader))
    before = set(host.children(recursive=True))
    task = asyncio.create_task(grader.run(code, seconds=60))
    async with asyncio.timeout(30):
        while len(set(host.children(recursive=True)) - before) < 7:  # noqa: ASYNC110  processes send no event
            await asyncio.sleep(0.02)
    task.cancel()
    async with asyncio.timeout(30):
        while set(host.children(recursive=True)) - before:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_the_authors_files_cannot_be_read_by_the_learner(grade):
    parts = {
        "solution": "open('answer.txt', 'w').write('EXPECTED')\nx = 1",
        "checks": [{"observe": "x"}],
    }
    code = """
import os
x = []
for place in os.listdir('..') if os.access('..', os.R_OK) else []:
    try:
        x.append(open(f'../{place}/answer.txt').read())
    except OSError:
        pass
print(x)
"""
    verdict = await grade(code, **parts)
    assert "EXPECTED" not in verdict.stdout
    assert "EXPECTED" not in json.dumps(verdict.checks[0].actual)


@pytest.mark.parametrize(
    "code",
    [
        "import torch\nclass Net(torch.nn.Module):\n    def __init__(self): self.k = 3\nx = Net()",
        "import torch\nx = torch.nn.LazyLinear(2)",
        "import torch\nx = torch.nested.nested_tensor([torch.ones(1)])",
        "class Odd(Exception):\n    def __str__(self): raise ValueError\nraise Odd",
        "x = {i: i for i in range(300_000)}",
        "x = ['word'] * 1_000_000",
        "x = type('T' * 5_000_000, (), {})()",
        "x = 1" + "+1" * 1_000,
        "raise ValueError('\\ud800')",
    ],
)
async def test_an_odd_value_is_the_learners_own(grade, code):
    verdict = await grade(code, **SIMPLE)
    assert verdict.status in ("failed", "error"), verdict.message


async def test_large_right_answers_pass(grade):
    parts = {
        "solution": "import torch\ndef f(n): return torch.zeros(n)",
        "checks": [
            {"given": {"n": "millions * 10**6"}, "cases": {"millions": [20, 21, 22]}, "observe": "f(n)"}
        ],
    }
    verdict = await grade(parts["solution"], **parts)
    assert verdict.passed, (verdict.message, verdict.checks)


@pytest.mark.parametrize(
    ("forbidden", "code"),
    [
        ("torch.max", "import torch\nx = torch.zeros(2)\ny = torch.finfo(torch.float32).max"),
        ("torch.split", "import torch\nx = torch.zeros(2)\ny = 'a b'.split()"),
        (
            "torch.softmax",
            "import torch\nx = torch.zeros(2)\nclass M:\n    def softmax(self): pass\nM().softmax()",
        ),
        ("torch.add", "import torch\nx = torch.zeros(2)\ntorch.nn.BatchNorm1d(2)(torch.randn(3, 2))\n1 + 1"),
    ],
)
async def test_a_source_rule_does_not_refuse_what_only_looks_alike(grade, forbidden, code):
    parts = {**SIMPLE, "checks": [{"observe": "x"}, {"source": {"forbid": [forbidden]}}]}
    verdict = await grade(code, **parts)
    assert verdict.passed, verdict.checks


@pytest.mark.parametrize(
    "call", ["x.max()", "torch.max(x)", "getattr(x, 'm' + 'ax')()", "torch.Tensor.max(x)"]
)
async def test_a_source_rule_refuses_what_is_the_same_operation(grade, call):
    parts = {**SIMPLE, "checks": [{"observe": "x"}, {"source": {"forbid": ["torch.max"]}}]}
    verdict = await grade(f"import torch\nx = torch.zeros(2)\n{call}", **parts)
    assert (verdict.status, verdict.checks[1].reason) == ("refused", "source")


async def test_numbers_of_settings_may_be_whole(grade):
    make = "import torch\no = torch.optim.SGD([torch.zeros(1, requires_grad=True)], "
    parts = {"solution": make + "lr=1.0)", "checks": [{"observe": "o"}]}
    assert (await grade(make + "lr=1, momentum=0.0)", **parts)).passed
    assert not (await grade(make + "lr=2)", **parts)).passed


@pytest.mark.parametrize(
    "code", ["def f(): raise NotImplementedError", "def f(): return f()", "def f(): pass"]
)
async def test_a_stub_does_not_raise_what_is_asked(grade, code):
    parts = {"solution": "def f(): raise RuntimeError('no')", "checks": [{"raises": "f()"}]}
    assert (await grade(code, **parts)).status == "failed"
    own = "class Mine(RuntimeError): pass\ndef f(): raise Mine"
    assert (await grade(own, **parts)).passed


@pytest.mark.parametrize("printed", ["'1 #'", "'# #'", "'# 2'"])
async def test_numbers_in_printed_text_keep_their_places(grade, printed):
    parts = {"solution": "print('# 1')", "checks": [{"stdout": True, "numbers": True}]}
    assert (await grade(f"print({printed})", **parts)).status == "failed"


async def test_whole_numbers_in_printed_text_are_exact(grade):
    parts = {"solution": "print('11689512 parameters')", "checks": [{"stdout": True, "numbers": True}]}
    assert (await grade("print('11689513 parameters')", **parts)).status == "failed"


async def test_hidden_checks_show_nothing(grade):
    parts = {
        "solution": "def f(n): return n + 1",
        "checks": [{"name": "secret", "cases": {"n": [7351]}, "observe": "f(n)", "hidden": True}],
    }
    verdict = await grade(
        "import os\ndef f(n):\n    print(n)\n    os.write(1, str(n).encode())\n    return n", **parts
    )
    assert verdict.status == "failed"
    assert "735" not in repr(replace(verdict, replay=""))  # the token is of random digits


async def test_sets_are_compared_by_what_is_in_them():
    ones, others = observe({1, 2}).header["value"], observe({2, 1}).header["value"]
    assert ones == others != observe({1, 3}).header["value"]
