"""Hypothesis in two sizes: some hundreds of examples, always the same ones, and thousands behind the marker `soak`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

SECONDS = 20.0
"""After so long an example counts as hanging."""


def sizes(few: int, many: int) -> pytest.MarkDecorator:
    """Runs a test with `examples` of a few, and of many behind the marker."""
    return pytest.mark.parametrize("examples", [few, pytest.param(many, marks=pytest.mark.soak)])


def try_all(examples: int, strategy: st.SearchStrategy[Any], check: Callable[[Any], None]) -> None:
    """Puts examples of a strategy to a check; fails with the smallest that it does not take."""
    limits = settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=timedelta(seconds=SECONDS),
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )
    limits(given(strategy)(check))()
