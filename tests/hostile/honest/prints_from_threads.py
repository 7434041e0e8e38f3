# Prints long lines from several threads at once.
# exercise: targets/value
import threading

import torch


def tell(number):
    for _ in range(10):
        print(str(number) * 100_000)


threads = [threading.Thread(target=tell, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
x = torch.arange(12).reshape(3, 4)
