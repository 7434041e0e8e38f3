"""When a wrong answer is recognised as a known mistake, and when it must not be."""

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def said(grade, solution, mistake, code):
    """The sentence that a wrong program gets, where one mistake is known."""
    verdict = await grade(
        code,
        solution=f"import torch\nx = {solution}",
        checks=[{"observe": "x"}],
        mistakes=[{"code": f"import torch\nx = {mistake}", "says": "That one."}],
    )
    assert verdict.status == "failed", verdict.message
    return verdict.checks[0].diagnosis


async def test_a_tensor_without_data_is_recognised_by_its_shape(grade):
    right, wrong = "torch.zeros(2, device='meta')", "torch.zeros(3, device='meta')"
    assert await said(grade, right, wrong, f"import torch\nx = {wrong}") == "That one."


@pytest.mark.parametrize("nan", ["float('nan')", "torch.full((2,), float('nan'))"])
async def test_nan_alone_tells_nothing(grade, nan):
    right = "1.0" if nan.startswith("float") else "torch.ones(2)"
    assert await said(grade, right, nan, f"import torch\nx = {nan}") != "That one."
