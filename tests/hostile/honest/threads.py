# Fills the rows in threads, one of which stays.
# exercise: targets/value
# short: yes
import threading
from concurrent.futures import ThreadPoolExecutor

import torch

x = torch.empty(3, 4, dtype=torch.int64)


def fill(row):
    x[row] = torch.arange(4 * row, 4 * row + 4)


with ThreadPoolExecutor(3) as pool:
    list(pool.map(fill, range(3)))
threading.Thread(target=threading.Event().wait).start()
