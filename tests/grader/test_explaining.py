"""Every entry of the catalogue of errors explains what it says it explains, and nothing else does."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from course.catalogue import LANGUAGES, Catalogue, read_entries
from course.explanations import LONGEST, Explanation, explanations, matching
from grader.client import Grader
from grader.conversation import well_formed
from grader.endings import learner_error
from grader.errors import WireError
from grader.events import MAX_NAME
from grader.explaining import explained
from grader.verdict import MAX_OPERANDS, MAX_WARNINGS, LearnerError

PROGRAMS: dict[str, dict[str, str]] = yaml.safe_load(
    (Path(__file__).parents[1] / "explained.yaml").read_text()
)
IMPORTS = "import numpy as np; import torch; import torch.nn.functional as F; from torch import nn\n"
VARIABLE = re.compile(r"\{ \$([\w-]+)")
PATIENCE = 20
"""Seconds after which a search is one that does not end."""
TOGETHER = 4
"""Programs that run at a time."""
Grade = Callable[..., Any]
EN = Catalogue.load("en")
FACTS = ("", "-shape", "-dtype", "-device", "-value")


def sentences(entry: Explanation) -> list[str]:
    """The keys of the sentences that an entry needs."""
    here = [f"error-{entry.id}-here"] if entry.finds else []
    return [f"error-{entry.id}", *here, f"error-{entry.id}-try"]


def test_the_catalogue_is_as_large_as_was_promised_and_every_entry_has_a_program() -> None:
    ids = [entry.id for entry in explanations()]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(PROGRAMS)
    python = [entry for entry in explanations() if "torch" not in PROGRAMS[entry.id].get("code", "torch")]
    assert len(ids) >= 90
    assert len(python) >= 30


@pytest.mark.parametrize("entry", explanations(), ids=lambda entry: entry.id)
def test_an_entry_has_its_sentences_with_the_same_variables_in_every_language(entry: Explanation) -> None:
    known = {*entry.expression.groupindex, "line"}
    found = {f"{variable}{fact}" for variable in entry.finds for fact in FACTS}
    for key in sentences(entry):
        used = [set(VARIABLE.findall(read_entries(language)[key])) for language in LANGUAGES]
        assert all(variables == used[0] for variables in used), key
        assert used[0] <= (known | found if key.endswith("-here") else known), key


def test_no_sentence_is_left_over() -> None:
    wanted = {key for entry in explanations() for key in sentences(entry)} | {"error-joined", "error-near"}
    for language in LANGUAGES:
        told = {key for key in read_entries(language) if key.startswith("error-")}
        assert told == wanted


@pytest.mark.parametrize("entry", explanations(), ids=lambda entry: entry.id)
def test_no_message_makes_a_pattern_search_for_ever(entry: Explanation) -> None:
    """Messages are longer than any that is looked at, so that what grows too fast shows."""
    parts = re.findall(r"[A-Za-z]{2,}[A-Za-z ]*", entry.pattern)
    begun = [f"{parts[0]}{part} " for part in parts]
    messages = [(start + f"{part}  " * LONGEST)[: 3 * LONGEST] for start in begun for part in parts]
    search = "import json, re, sys\nfor text in json.load(sys.stdin): re.search(sys.argv[1], text)"
    command = [sys.executable, "-S", "-c", search, entry.pattern]
    subprocess.run(command, input=json.dumps(messages), text=True, timeout=PATIENCE, check=True)


@pytest.mark.asyncio(loop_scope="session")
async def test_every_program_raises_what_its_entry_and_no_other_explains(grader: Grader) -> None:
    turns = asyncio.Semaphore(TOGETHER)

    async def wrong(name: str, code: str, near: str | None) -> str | None:
        async with turns:
            result = await grader.run(IMPORTS + code)
        told = [*result.warnings, *([result.error] if result.error is not None else [])]
        entries = [[entry.id for entry, _ in matching(error.type, error.message)] for error in told]
        if [name] not in entries or any(len(found) > 1 for found in entries):
            return f"{name}: {[(error.type, error.message[:90]) for error in told]} explained by {entries}"
        return _unsaid(
            next(error for error, found in zip(told, entries, strict=True) if found == [name]), near
        )

    programs = [(name, told["code"], told.get("near")) for name, told in PROGRAMS.items() if "code" in told]
    found = await asyncio.gather(*(wrong(*program) for program in programs))
    assert [fault for fault in found if fault is not None] == []


def _unsaid(error: LearnerError, near: str | None) -> str | None:
    """What is missing in the words of an explained error, in any language."""
    assert error.explanation is not None
    assert error.remedy is not None
    entry, _ = next(matching(error.type, error.message))
    if bool(entry.finds) != (error.explanation.key == "error-joined"):
        return f"{entry.id}: not found among {error.operands}"
    if near is not None and error.remedy.values.get("near") != near:
        return f"{entry.id}: {error.remedy} does not name {near}"
    for language in LANGUAGES:
        for message in (error.explanation, error.remedy):
            said = Catalogue.load(language).render(message)
            if re.search(r"\{|error-|\$", said.replace("{x}", "")):
                return f"{entry.id}: {said}"
    return None


@pytest.mark.parametrize("name", [name for name, told in PROGRAMS.items() if "recorded" in told])
def test_what_no_machine_of_the_tests_can_raise_is_explained_by_its_recorded_message(name: str) -> None:
    entry = next(entry for entry in explanations() if entry.id == name)
    for kind in [entry.raised] if isinstance(entry.raised, str) else entry.raised:
        error = LearnerError(kind, PROGRAMS[name]["recorded"], 1)
        assert [entry.id for entry, _ in matching(kind, error.message)] == [name]
        assert explained(error).explanation is not None


LAYER = "import torch\nfc = torch.nn.Linear({0}, 2)\ndef f(x): return fc(x)"
PROBE = {"observe": "f(torch.ones(4, 3)).shape"}


@pytest.mark.asyncio(loop_scope="session")
async def test_a_probe_that_raises_in_the_learners_code_is_diagnosed_unless_it_is_hidden(
    grade: Grade,
) -> None:
    parts = {"solution": LAYER.format(3), "checks": [PROBE, {**PROBE, "name": "again", "hidden": True}]}
    shown, hidden = (await grade(LAYER.format(5), **parts)).checks
    assert (shown.reason, shown.diagnosed_by) == ("raised", "error")
    assert "`x` is (4, 3) and `fc.weight` is (2, 5), so the 3 must become 5" in EN.render(shown.diagnosis)
    assert (hidden.status, hidden.diagnosis) == ("failed", None)


@pytest.mark.asyncio(loop_scope="session")
async def test_a_warning_is_explained_beside_what_failed(grade: Grade) -> None:
    code = (
        "import torch\np, y = torch.arange(3.), torch.arange(3.)\nloss = torch.nn.functional.mse_loss({0}, y)"
    )
    parts = {"solution": code.format("p"), "checks": [{"observe": "loss"}]}
    verdict = await grade(code.format("p.unsqueeze(1)"), **parts)
    assert (verdict.checks[0].reason, verdict.warnings[0].line) == ("values", 3)
    assert "Broadcasting then pairs every prediction with every target" in EN.render(
        verdict.warnings[0].explanation
    )


@pytest.mark.asyncio(loop_scope="session")
async def test_warnings_of_all_probes_together_are_bounded(grade: Grade) -> None:
    warns = (
        "import warnings\ndef f(n):\n    for i in range(15):\n        warnings.warn(f'{n} {i}')\n    return n"
    )
    checks = [{"observe": f"f({n})"} for n in range(3)]
    verdict = await grade(warns, solution="def f(n): return n", checks=checks)
    assert (verdict.status, len(verdict.warnings)) == ("passed", MAX_WARNINGS)


@pytest.mark.asyncio(loop_scope="session")
async def test_a_layer_inside_a_module_is_named_and_nothing_of_the_learners_is_run(grade: Grade) -> None:
    code = """import torch
class Sly:
    @property
    def x(self): print("looked"); return torch.ones(2)
    def __getattr__(self, name): print("looked"); raise AttributeError(name)
sly = Sly()
net = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(256, 120))
y = [net(torch.ones(4, 400)), sly.x, sly.z]
"""
    verdict = await grade(code, solution="y = 1", checks=[{"observe": "y"}])
    assert verdict.stdout == ""
    told = {name: summary["shape"] for name, summary in verdict.error.operands}
    assert told == {"input": [4, 400], "net[1].weight": [120, 256]}


def test_what_a_worker_says_of_an_error_is_looked_through() -> None:
    tree = {
        "type": "E" * 10_000,
        "message": "m" * 100_000,
        "line": 1,
        "frames": [[1, "f", "x" * 1_000, 5, 2_000]] * 100,
        "operands": [["x", {"type": "tensor"}], ["y", {"type": "int", "value": 3}]] * 100,
        "near": None,
    }
    error = learner_error(tree)
    assert len(error.type) <= MAX_NAME
    assert len(error.message) <= 10_000
    assert len(error.frames) <= 30
    assert error.frames[0].mark is None
    assert {name for name, _ in error.operands} == {"y"}
    assert len(error.operands) <= MAX_OPERANDS
    for broken in ({**tree, "frames": [1]}, {**tree, "operands": 3}, {**tree, "near": 1}):
        with pytest.raises(WireError), well_formed():
            learner_error(broken)


@pytest.mark.parametrize("entry", explanations(), ids=lambda entry: entry.id)
def test_a_pattern_reads_any_message_to_its_end(entry: Explanation) -> None:
    for text in ("a" * 10_000, "1" * 10_000, "(1, 2, " * 2_000, "'x' and " * 2_000, entry.pattern * 50):
        entry.expression.search(text[:LONGEST])
