# Hides an endless loop in what runs at the end of the process.
# exercise: targets/value
# status: passed
import atexit
import time

import torch


def endless():
    start = time.monotonic()
    while time.monotonic() - start < 0.5:
        pass
    print("HIT", flush=True)


atexit.register(endless)
x = torch.arange(12).reshape(3, 4)
