# Lets a child print for ever, and ends itself with the right answer.
# exercise: targets/value
# status: passed or timeout
import os
import time

import torch

start = time.monotonic()
if os.fork() == 0:
    while time.monotonic() - start < 2.5:
        os.write(1, b"y\n" * 1000)
    os.write(1, b"HIT\n")
    os._exit(0)
x = torch.arange(12).reshape(3, 4)
