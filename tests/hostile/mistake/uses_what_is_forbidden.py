# Calls the function that should be written.
# exercise: targets/rule
# status: refused
# words: grader-forbid
import torch


def share(x):
    return torch.softmax(x, dim=0)  # <-
