"""Programs that attack, exhaust or merely err, through client and command; each says what must come of it.

The programs and what they say of themselves are in `tests/hostile`; how to read them, in `tests/hostile_programs.py`.
"""

import asyncio
import itertools
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest
import pytest_asyncio

from course.catalogue import LANGUAGES, Catalogue
from course.loader import open_course
from course.message import Message
from grader.client import Grader
from grader.sandbox import landlock, seccomp
from tests.hostile_programs import COURSE, HIT, Outside, Program, programs

pytestmark = pytest.mark.asyncio(loop_scope="session")

HONEST = programs("honest")
HOSTILE = programs("forge", "leak", "harm", "exhaust", "mistake")
CONFINED = not (landlock.missing() or seccomp.missing())
PATIENCE = 60.0
COMMAND = [sys.executable, "-c", "from tui.cli import main; main()", "check"]
_next_honest = itertools.cycle(HONEST)


def some(chosen: list[Program]) -> list[Any]:
    """The programs as parameters, all but those of the default run marked as long."""
    return [
        pytest.param(program, id=program.name, marks=() if "short" in program.keys else pytest.mark.soak)
        for program in chosen
    ]


def exercise_of(program: Program) -> Any:
    step = program.keys["exercise"].partition("/")[2]
    return next(item for item in open_course(COURSE, lang="en").lesson("targets").steps if item.id == step)


def skip_what_cannot_be(program: Program) -> None:
    if program.kind in ("leak", "harm") and not CONFINED:
        pytest.skip("this system offers no Landlock")
    if "root" in program.keys and os.geteuid() != 0:
        pytest.skip("only root could do this anywhere")


@pytest.fixture(scope="module")
def outside() -> Iterator[Outside]:
    with tempfile.TemporaryDirectory() as place, Outside(Path(place)) as made:
        yield made


async def started(**settings: Any) -> AsyncIterator[Grader]:
    made = Grader(device="cpu", **settings)
    await made.start()
    await made.ready()
    yield made
    await made.close()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def attacked(outside: Outside) -> AsyncIterator[Grader]:
    """A grader of this module alone, whose processes and scratch can be counted; its judge has begun."""
    async for made in started():
        assert (await graded(made, HONEST[0], outside)).passed
        yield made


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def spare() -> AsyncIterator[Grader]:
    """A grader whose workers are processes of their own from the start."""
    async for made in started(strategy="spare"):
        yield made


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def unconfined() -> AsyncIterator[Grader]:
    """A grader without a sandbox."""
    async for made in started(isolation="none"):
        yield made


async def until(condition: Any, what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, what
        await asyncio.sleep(0.01)


def host_of(grader: Grader) -> psutil.Process:
    (host,) = grader._launcher._hosts
    return psutil.Process(host._process.pid)


def bounds(process: psutil.Process) -> list[Any]:
    """What one process can do to another without killing it."""
    limits = [
        process.rlimit(which) for which in (psutil.RLIMIT_CORE, psutil.RLIMIT_NOFILE, psutil.RLIMIT_CPU)
    ]
    return [process.nice(), process.cpu_affinity(), limits]


async def graded(grader: Grader, program: Program, outside: Outside) -> Any:
    async with asyncio.timeout(PATIENCE):
        return await grader.check(program.keys["exercise"], exercise_of(program), program.code(outside))


def told(verdict: Any) -> list[Any]:
    """The messages of a verdict: on the whole, of its error, and of its first check that failed."""
    messages = [verdict.message, verdict.error and verdict.error.explanation]
    for check in [check for check in verdict.checks if check.status == "failed"][:1]:
        messages += [check.message, *getattr(check.diagnosis, "values", {}).values()]
    return [message for message in messages if isinstance(message, Message)]


def assert_said(program: Program, verdict: Any) -> None:
    """The verdict has the words, the exception and the line that the program's header expects, in all languages."""
    messages = told(verdict)
    if program.words:
        assert {message.key for message in messages} & set(program.words), messages
    if "error" in program.keys:
        assert (verdict.error.type, verdict.message) == (program.keys["error"], None)
    if program.lines:
        named = {message.values.get("line") for message in messages} | {verdict.error and verdict.error.line}
        assert named & set(program.lines), (named, program.lines)
    for language in LANGUAGES:
        for message in messages:
            said = Catalogue.load(language).render(message)
            assert message.key not in said
            assert "{" not in said.replace("{}", "")


def assert_unharmed(program: Program, verdict: Any) -> None:
    """Nothing came of the attack."""
    printed = verdict.stdout + verdict.stderr
    if program.hits_itself:
        assert HIT in printed, printed
        assert not verdict.passed
    else:
        assert HIT not in printed
    if "secret" in program.keys:
        assert program.keys["secret"] not in repr(replace(verdict, replay=None, seconds=0.0))


@pytest.mark.parametrize("program", some(HOSTILE))
async def test_it_ends_as_it_says_and_leaves_nothing(attacked, outside, program):
    skip_what_cannot_be(program)
    host, app = host_of(attacked), psutil.Process()
    scratch = attacked._launcher._scratch
    processes, directories = len(host.children(recursive=True)), len(list(scratch.glob("tmp*")))
    before = outside.state(), bounds(host), bounds(app)
    verdict = await graded(attacked, program, outside)
    assert verdict.status in program.statuses, (verdict.message, verdict.checks, verdict.error)
    assert_said(program, verdict)
    assert_unharmed(program, verdict)
    honest = next(_next_honest)
    following = await graded(attacked, honest, outside)
    assert following.passed, (honest.name, following.message, following.error, following.checks)
    assert (outside.state(), bounds(host), bounds(app)) == before
    assert host_of(attacked) == host
    await until(lambda: len(host.children(recursive=True)) <= processes, "a process is left")
    await until(lambda: len(list(scratch.glob("tmp*"))) <= directories, "a scratch directory is left")


@pytest.mark.parametrize("program", some(programs("leak", "harm")))
async def test_it_hits_without_a_sandbox(unconfined, outside, program):
    skip_what_cannot_be(program)
    verdict = await graded(unconfined, program, outside)
    if "control" in program.keys:
        assert verdict.status == program.keys["control"]
    else:
        assert HIT in verdict.stdout, (verdict.status, verdict.error, verdict.stdout)


@pytest.mark.parametrize("program", some(programs("exhaust")))
async def test_it_hits_where_nobody_stops_it(outside, program, tmp_path):
    call = program.keys.get("call", "")
    running = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        f"{program.code(outside)}\n{call}",
        cwd=tmp_path,
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(PATIENCE):
            hit = any([HIT.encode() in line[-100:] async for line in _lines(running.stdout)])
            await running.wait()
    finally:
        os.killpg(running.pid, signal.SIGKILL) if running.returncode is None else None
    assert hit


async def _lines(stream: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """The ends of what a program prints, in pieces; its beginning may be endless."""
    tail = b""
    while piece := await stream.read(1 << 16):
        tail = (tail + piece)[-(1 << 17) :]
        yield tail


@pytest.mark.parametrize("program", HONEST, ids=lambda program: program.name)
async def test_an_honest_program_passes(attacked, outside, program):
    verdict = await graded(attacked, program, outside)
    assert verdict.passed, (verdict.message, verdict.error, verdict.checks, verdict.stderr)


@pytest.mark.parametrize(
    "program",
    [
        program
        for program in [*HOSTILE, *HONEST]
        if program.name
        in (
            "forge/exit_with_zero",
            "leak/home_directory",
            "harm/write_outside",
            "exhaust/endless_loop",
            "exhaust/daemon",
            "mistake/waits_for_a_lock",
            "honest/threads",
            "honest/trains",
        )
    ],
    ids=lambda program: program.name,
)
@pytest.mark.soak
async def test_spare_processes_hold_as_well(spare, outside, program):
    verdict = await graded(spare, program, outside)
    assert verdict.status in program.statuses
    assert_unharmed(program, verdict)


async def commanded(program: Program, outside: Outside, *options: str) -> tuple[int, bytes, bytes]:
    """Exit code and both outputs of `blitz-course check` on a program."""
    running = await asyncio.create_subprocess_exec(
        *COMMAND,
        program.keys["exercise"],
        "-",
        "--course",
        str(COURSE),
        "--lang",
        "en",
        *options,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(PATIENCE):
        out, err = await running.communicate(program.code(outside).encode())
    return running.returncode, out, err


async def check_by_command(program: Program, outside: Outside) -> None:
    """The command's JSON, exit code and text for one program."""
    code, out, err = await commanded(program, outside, "--json")
    document = json.loads(out)
    assert err == b""
    assert document["status"] in program.statuses
    assert code == (0 if document["status"] == "passed" else 1)
    assert (HIT in document["stdout"]) == program.hits_itself


@pytest.mark.soak
@pytest.mark.parametrize("program", [*HOSTILE, *HONEST], ids=lambda program: program.name)
async def test_the_command_says_the_same(outside, program):
    skip_what_cannot_be(program)
    await check_by_command(program, outside)


async def test_the_command_says_the_same_of_one_of_each_kind(outside):
    chosen = ("forge/patched_operators", "exhaust/endless_lines", "mistake/number_for_a_function")
    await asyncio.gather(*(check_by_command(item, outside) for item in HOSTILE if item.name in chosen))


async def test_no_sign_for_the_terminal_gets_through_the_command(outside):
    chosen = [program for program in HOSTILE if program.name.startswith("harm/signs_")]
    for _, out, err in await asyncio.gather(*(commanded(program, outside) for program in chosen)):
        text = out.decode() + err.decode()
        assert text
        assert not [
            sign for sign in text if sign != "\n" and (not sign.isprintable() or sign in "\u202e\u2066")
        ]
