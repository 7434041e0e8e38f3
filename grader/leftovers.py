"""What memory holds that nobody has written to: in a world that is judged, a known pattern in place of chance.

Fresh memory is often zero, so that adding up in a `torch.empty` seems to work. Filled with a pattern, it never does,
and looks the same in a learner's program and in a mutant of the solution. Only the GNU C library can be asked for
this; elsewhere chance is left as it is.
"""

from __future__ import annotations

import contextlib
import ctypes

LEARNER, AUTHOR = 0x4B, 0x4C
"""The byte in the world of a program that is judged, and in the solution's, which is to share no value by accident.

Four of the first make the float32 13323083, eight the float64 5.1e54.
"""
_M_PERTURB = -6


def fill_fresh_memory(byte: int) -> None:
    """Lets every piece of memory that is handed out from now on hold this byte throughout."""
    with contextlib.suppress(
        AttributeError, OSError, TypeError
    ):  # TypeError: Windows has no library of the process
        ctypes.CDLL(None).mallopt(_M_PERTURB, byte ^ 0xFF)
