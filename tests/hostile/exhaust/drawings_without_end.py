# Shows and plots for longer than it may.
# exercise: targets/value
# status: timeout
import time

import torch
from blitz import plot, show

start = time.monotonic()
picture = torch.ones(100, 100)
while time.monotonic() - start < 2.5:
    show(picture, "again")
    plot(list(range(1000)), None, "again")
print("HIT")
