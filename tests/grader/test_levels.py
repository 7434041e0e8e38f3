"""Which confinement is taken: the strongest that there is, or the one asked for, and nothing weaker without a word."""

import os
import shutil

import pytest

from course.message import Message
from grader.client import Grader
from grader.errors import GraderUnavailable
from grader.sandbox import bubblewrap, landlock, levels, seccomp
from tests.grader.conftest import build

NO_BUBBLEWRAP = Message("sandbox-no-bubblewrap")
REFUSED = Message("sandbox-bubblewrap-refused", {"why": "No permissions"})
NO_LANDLOCK = Message("sandbox-no-landlock")
NO_FILTER = Message("sandbox-no-filter", {"system": "Linux", "machine": "riscv64"})
SIMPLE = build(solution="import torch\nx = torch.zeros(2)", checks=[{"observe": "x"}])


@pytest.fixture
def machine(monkeypatch):
    """Makes this machine one that lacks what is said."""

    def lacks(*missing, platform="linux", abi=6):
        def among(*keys):
            return lambda: [lack for lack in missing if lack.key in keys]

        monkeypatch.setattr("sys.platform", platform)
        monkeypatch.setattr(
            bubblewrap, "missing", among("sandbox-no-bubblewrap", "sandbox-bubblewrap-refused")
        )
        monkeypatch.setattr(landlock, "missing", among("sandbox-no-landlock"))
        monkeypatch.setattr(landlock, "abi", lambda: abi)
        monkeypatch.setattr(seccomp, "missing", among("sandbox-no-filter"))

    return lacks


@pytest.mark.parametrize(
    ("lacks", "level", "named"),
    [
        ([], "bubblewrap", []),
        ([NO_BUBBLEWRAP], "landlock", ["sandbox-no-bubblewrap"]),
        ([REFUSED], "landlock", ["sandbox-bubblewrap-refused"]),
        ([NO_LANDLOCK], "bubblewrap", ["sandbox-no-landlock-inside"]),
        ([NO_FILTER], "bubblewrap", ["sandbox-no-filter"]),
        ([NO_BUBBLEWRAP, NO_LANDLOCK], "limits", ["sandbox-no-bubblewrap", "sandbox-no-landlock"]),
        ([REFUSED, NO_FILTER], "limits", ["sandbox-bubblewrap-refused", "sandbox-no-filter"]),
    ],
)
def test_the_strongest_is_taken_and_what_is_missing_named(machine, lacks, level, named):
    machine(*lacks)
    found = levels.choose(None)
    assert (found.isolation, [lack.key for lack in found.missing]) == (level, named)


def test_what_an_old_landlock_leaves_open_is_named(machine):
    machine(NO_BUBBLEWRAP, abi=3)
    assert levels.choose("landlock").missing == (Message("sandbox-old-landlock", {"version": 3}),)


@pytest.mark.parametrize(
    ("lacks", "wanted", "why"),
    [
        ([NO_BUBBLEWRAP], "bubblewrap", NO_BUBBLEWRAP),
        ([REFUSED], "bubblewrap", REFUSED),
        ([NO_LANDLOCK], "landlock", NO_LANDLOCK),
        ([NO_FILTER], "landlock", NO_FILTER),
        ([], "seatbelt", Message("sandbox-no-seatbelt")),
    ],
)
def test_nothing_weaker_is_taken_than_what_was_asked_for(machine, lacks, wanted, why):
    machine(*lacks)
    with pytest.raises(GraderUnavailable) as caught:
        levels.choose(wanted)
    assert caught.value.message == Message("grader-no-isolation", {"level": wanted, "why": why})


@pytest.mark.parametrize("wanted", ["none", "limits"])
def test_a_weaker_one_is_taken_when_asked_for(machine, wanted):
    machine()
    assert levels.choose(wanted) == levels.Confinement(wanted)


def test_windows_is_told_where_to_go(machine):
    machine(platform="win32")
    with pytest.raises(GraderUnavailable) as caught:
        levels.choose(None)
    assert caught.value.message == Message("grader-no-windows")


def test_a_bubblewrap_that_does_not_work_is_told_in_its_own_words(tmp_path, monkeypatch):
    program = tmp_path / bubblewrap.PROGRAM
    program.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep + os.environ["PATH"])
    (lack,) = bubblewrap.missing()
    assert lack == Message(
        "sandbox-bubblewrap-refused", {"why": "bwrap: No permissions to create new namespace"}
    )


def test_a_bubblewrap_that_is_not_there(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bubblewrap.missing() == [NO_BUBBLEWRAP]


@pytest.mark.asyncio(loop_scope="function")
@pytest.mark.parametrize(
    ("level", "strategy"),
    [
        ("none", "fork"),
        ("limits", "fork"),
        ("landlock", "fork"),
        ("bubblewrap", "fork"),
        ("bubblewrap", "spare"),
    ],
)
async def test_each_level_grades(level, strategy):
    if obstacles := levels.missing_for(level):
        pytest.skip(obstacles[0].key)
    grader = Grader(device="cpu", isolation=level, strategy=strategy)
    await grader.start()
    verdict = await grader.check("l/e", SIMPLE, SIMPLE.solution)
    assert (verdict.status, verdict.isolation) == ("passed", level)
    await grader.close()


@pytest.mark.asyncio(loop_scope="function")
@pytest.mark.skipif(shutil.which(bubblewrap.PROGRAM) is None, reason="bubblewrap is not installed")
async def test_inside_bubblewrap_only_the_graders_own_processes_are_to_be_seen():
    if bubblewrap.missing():
        pytest.skip("bubblewrap does not start here")
    grader = Grader(device="cpu", isolation="bubblewrap")
    await grader.start()
    count = "import os; print(sum(name.isdigit() for name in os.listdir('/proc')))"
    found = await grader.run(f"try:\n    {count}\nexcept PermissionError:\n    print(0)")
    assert int(found.stdout) < 10
    await grader.close()
