from __future__ import annotations

import numpy as np

from course.data import digits


def test_digits_are_what_they_are_said_to_be() -> None:
    with np.load(digits(), allow_pickle=False) as data:
        for part in ("train", "test"):
            images, labels = data[f"{part}_x"], data[f"{part}_y"]
            assert (images.dtype, images.shape[1:], images.max()) == (np.uint8, (8, 8), 16)
            assert (labels.dtype, len(labels), set(labels)) == (np.int64, len(images), set(range(10)))
