"""Every entry of the catalogue of errors explains what it says it explains, and nothing else does."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
import yaml

from course.catalogue import LANGUAGES, Catalogue, read_entries
from course.explanations import Explanation, explanations, matching
from grader.client import Grader
from grader.explaining import explained
from grader.verdict import LearnerError

PROGRAMS: dict[str, dict[str, str]] = yaml.safe_load(
    (Path(__file__).parents[1] / "explained.yaml").read_text()
)
IMPORTS = "import numpy as np; import torch; import torch.nn.functional as F; from torch import nn\n"
VARIABLE = re.compile(r"\{ \$([\w-]+)")
TOGETHER = 4
"""Programs that run at a time."""
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
