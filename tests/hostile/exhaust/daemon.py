# Leaves a process of another session that holds the pipe, and ends itself with the right answer.
# exercise: targets/value
# status: passed
# short: yes
import os
import time

import torch

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(1.5)
        os.write(1, b"HIT\n")
    os._exit(0)
x = torch.arange(12).reshape(3, 4)
