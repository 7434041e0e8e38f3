"""Where the data sets of the course are, for whoever reads them; nothing here opens them."""

from __future__ import annotations

from pathlib import Path


def digits() -> Path:
    """The handwritten digits, an `.npz` file.

    Holds `train_x` and `test_x`, uint8 (N, 8, 8) from 0 to 16, and `train_y` and `test_y`, int64 (N,).
    """
    return Path(__file__).parent / "datasets" / "digits.npz"
