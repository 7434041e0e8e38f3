"""What the assistant offers at a place of half-written code; `|` marks the place."""

from __future__ import annotations

import pytest

from grader.client import Grader
from grader.completing import Completions
from grader.verdict import Summary

TENSOR: Summary = {"type": "tensor", "shape": [5, 3], "dtype": "float32"}


pytestmark = pytest.mark.asyncio(loop_scope="session")


async def offered(grader: Grader, marked: str, *names: tuple[str, Summary]) -> Completions:
    before, after = marked.split("|")
    lines = before.split("\n")
    return await grader.assistant.complete(before + after, len(lines), len(lines[-1]), names)


def names(completions: Completions) -> list[str]:
    return [item.name for item in completions.items]


async def test_what_is_offered_fits_the_place(grader: Grader) -> None:
    found = await offered(grader, "import torch\ntorch.zer|")
    assert names(found) == ["zero_", "zeros", "zeros_like"]
    assert found.typed == 3
    assert "Adam" in names(await offered(grader, "from torch import nn, optim as o\n\no.Ada|"))
    assert "relu" in names(await offered(grader, "import torch.nn.functional as F\nF.re|"))
    assert "functional" in names(await offered(grader, "import torch.nn.functional\ntorch.nn.fun|"))
    assert "nn" in names(await offered(grader, "from torch import n|"))


async def test_a_call_offers_its_arguments_and_its_signature(grader: Grader) -> None:
    found = await offered(grader, "import torch\nx = torch.zeros(5, 3, dt|)\n")
    assert names(found)[0] == "dtype="
    assert found.signature is not None
    assert found.signature.startswith("zeros(*size")
    assert "dtype=" not in names(await offered(grader, "import torch\ntorch.zeros(dtype=dt|)"))


async def test_tensors_are_known_from_the_last_run_and_guessed_without_one(grader: Grader) -> None:
    code = "import torch\nmade = torch.load('x')\nmade.new_ze|"
    assert names(await offered(grader, code, ("made", TENSOR))) == ["new_zeros"]
    assert names(await offered(grader, code)) == ["new_zeros"]
    assert "softmax" in names(await offered(grader, "def f(x, dim):\n    return x.sum(dim).softm|"))
    assert names(await offered(grader, "text = 'abc'\ntext.upp|")) == ["upper"]


async def test_the_learners_own_names_are_offered_and_private_ones_only_when_asked_for(
    grader: Grader,
) -> None:
    assert "张量" in names(await offered(grader, "张量 = 1\n张|"))
    assert not [
        name for name in names(await offered(grader, "import torch\ntorch.|")) if name.startswith("_")
    ]
    assert "__version__" in names(await offered(grader, "import torch\ntorch.__ver|"))


async def test_code_is_looked_at_and_never_run(grader: Grader, tmp_path) -> None:
    trap = tmp_path / "ran"
    spring = f"open({str(trap)!r}, 'w')"
    await offered(grader, f"{spring}\nclass A:\n    def __getattr__(self, name): {spring}\nA().|")
    await offered(grader, "import antigravity\nantigravity.|")
    assert not trap.exists()


async def test_broken_code_and_a_dead_assistant_cost_nothing(grader: Grader) -> None:
    for code in ("def (((:\n  |", "(" * 5_000 + "|", "\0|", "\ud800.|", "x" * 300_000 + "|"):
        await offered(grader, code)
    assert "zeros" in names(await offered(grader, "import torch\ntorch.zer|"))
    assert grader.assistant._link is not None
    await grader.assistant._link.end()
    assert "zeros" in names(await offered(grader, "import torch\ntorch.zer|"))


async def test_a_spare_process_serves_as_well(spare_grader: Grader) -> None:
    assert "zeros" in names(await offered(spare_grader, "import torch\ntorch.zer|"))
