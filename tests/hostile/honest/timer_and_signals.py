# Bounds a part of its own by a timer.
# exercise: targets/value
import signal

import torch


def late(*_):
    raise TimeoutError


signal.signal(signal.SIGALRM, late)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    while True:
        pass
except TimeoutError:
    x = torch.arange(12).reshape(3, 4)
