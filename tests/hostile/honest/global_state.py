# Counts its calls, and keeps what it was given.
# exercise: targets/function
import random

import torch

calls = []
random.seed(0)
torch.manual_seed(0)
torch.set_printoptions(precision=2)


def normalise(x):
    calls.append(x)
    return x / x.sum(dim=1, keepdim=True)
