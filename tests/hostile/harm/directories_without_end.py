# Leaves a chain of directories deeper than a recursive deletion can follow.
# exercise: targets/value
# status: passed
# control: passed
import os

import torch

for _ in range(1100):
    os.mkdir("d")
    os.chdir("d")
x = torch.arange(12).reshape(3, 4)
