# Leaves a thread that is waited for at the end of an ordinary program.
# exercise: targets/value
# status: passed
import threading
import time

import torch


def stay():
    time.sleep(1.5)
    print("HIT", flush=True)


threading.Thread(target=stay).start()
x = torch.arange(12).reshape(3, 4)
