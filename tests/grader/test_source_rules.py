"""A rule about a method of tensors: the program's own method of that name is free, and the tensors' is found."""

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="session")

OWN = """
import torch

class Square:
    def forward(self, x):
        self.x = x
        return x * x

    def backward(self):
        return 2 * self.x

square = Square()
x = torch.tensor(3.0, requires_grad=True)
y = square.forward(x)
"""
BY_HAND = OWN + "g = square.backward().detach()"
BY_TORCH = OWN + "y.backward()\ng = x.grad"
BY_ANOTHER_NAME = (
    "import torch\nx = torch.tensor(3.0, requires_grad=True)\ngetattr(x * x, 'back' + 'ward')()\ng = x.grad"
)


@pytest.mark.parametrize(
    ("code", "status"),
    [(BY_HAND, "passed"), (BY_TORCH, "refused"), (BY_ANOTHER_NAME, "refused")],
    ids=["own", "torch", "another name"],
)
async def test_a_forbidden_method_is_that_of_tensors(grade, code, status):
    checks = [{"observe": "g"}, {"name": "by hand", "source": {"forbid": ["torch.Tensor.backward"]}}]
    verdict = await grade(code, solution=BY_HAND, checks=checks)
    assert verdict.status == status, verdict.checks
