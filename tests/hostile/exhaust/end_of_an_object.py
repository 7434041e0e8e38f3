# Hides an endless loop in the end of an object.
# exercise: targets/value
# status: passed
import time

import torch


class Endless:
    def __del__(self, clock=time.monotonic):
        start = clock()
        while clock() - start < 0.5:
            pass
        print("HIT", flush=True)


keep = Endless()
x = torch.arange(12).reshape(3, 4)
