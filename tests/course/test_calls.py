from __future__ import annotations

import pytest

from course.calls import calls_in_code, calls_in_text


@pytest.mark.parametrize(
    ("code", "calls"),
    [
        ("import torch\nx = torch.zeros(5, 3)", {"torch.zeros"}),
        ("import torch.nn.functional as F\nF.relu(x)", {"torch.nn.functional.relu"}),
        ("from torch import nn\nclass Net(nn.Module): ...", {"torch.nn.Module"}),
        ("from torch.optim import SGD\nSGD(p, lr=1)", {"torch.optim.SGD"}),
        ("import torch as t\nt.ones(2)", {"torch.ones"}),
        ("x.view(-1).sum().item()", {".view", ".sum", ".item"}),
        ("x.requires_grad_(True)", {".requires_grad_"}),
        ("import math\nmath.prod(x.shape)", {".shape"}),
        ("self.fc = nn.Linear(2, 1)\nsuper().__init__()", {"torch.nn.Linear"}),
        ("x = (", set()),
        ("\x00", set()),
    ],
)
def test_code_names_what_it_uses_of_torch(code: str, calls: set[str]) -> None:
    assert calls_in_code(code) == calls


def test_a_text_names_what_it_marks_as_code_and_nothing_else() -> None:
    text = """\
torch.rand is plain here. `torch.empty(5, 3)` and `x.size()` are code, `x` names nothing, ``a`b`` is none.

- in a list:

  ```python
  torch.full((2,), 7)
  for length in x.stride(): ...
  ```
"""
    assert calls_in_text(text) == {"torch.empty", ".size", "torch.full", ".stride"}
