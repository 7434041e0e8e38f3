"""What leaves a worker: tensors that have no memory keep apart."""

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="session")

MANY = '[torch.empty(1000, device="meta") for _ in range(200)]'


async def test_tensors_without_memory_are_observed_however_near_their_objects_lie(grade):
    verdict = await grade(
        f"import torch\ny = {MANY}",
        solution=f"import torch\ny = {MANY}",
        checks=[{"observe": "y", "also": ["aliasing"]}],
    )
    assert verdict.passed, verdict.checks


async def test_a_view_without_memory_is_no_copy(grade):
    verdict = await grade(
        "import torch\nx = torch.empty(4, 3, device='meta')\ny = [x, torch.empty_like(x)]",
        solution="import torch\nx = torch.empty(4, 3, device='meta')\ny = [x, x.view(4, 3)]",
        checks=[{"observe": "y", "also": ["aliasing"]}],
    )
    assert verdict.checks[0].reason == "aliasing"
