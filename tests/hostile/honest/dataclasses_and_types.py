# Uses dataclasses, protocols with bodies of three dots, and generics.
# exercise: targets/value
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import torch


class Shaped(Protocol):
    def shape(self) -> tuple[int, int]: ...


@dataclass
class Matrix:
    rows: int = 3
    columns: int = 4
    data: list[int] = field(default_factory=lambda: list(range(12)))

    def shape(self) -> tuple[int, int]:
        return self.rows, self.columns


def made(of: Shaped) -> torch.Tensor:
    return torch.tensor(of.data).reshape(of.shape())


x = made(Matrix())
