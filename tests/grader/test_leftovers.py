"""Memory that nobody has written to: never zero by chance where a program is judged, nor what the solution finds."""

import platform

import pytest

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="needs the GNU C library"),
]

SUM = """
import torch
acc = torch.{start}({columns})
for row in table:
    acc += row
"""


@pytest.mark.parametrize("columns", [1, 8, 100, 3_000])
async def test_adding_up_in_memory_that_was_never_cleared_does_not_pass(grade, columns):
    parts = {
        "given": {"table": f"torch.randn(4, {columns})"},
        "solution": SUM.format(start="zeros", columns=columns),
        "checks": [{"observe": "acc"}],
    }
    assert (await grade(SUM.format(start="zeros", columns=columns), **parts)).passed
    assert (await grade(SUM.format(start="empty", columns=columns), **parts)).status == "failed"


async def test_two_worlds_do_not_find_the_same(grade):
    code = "import torch\nx = torch.empty(50)"
    verdict = await grade(code, solution=code, checks=[{"observe": "x"}])
    assert verdict.status == "failed"


async def test_a_run_that_is_not_judged_finds_what_is_there(grader):
    result = await grader.run("import torch\nprint((torch.empty(3_000) == 13323083).any().item())")
    assert result.stdout == "False\n"
