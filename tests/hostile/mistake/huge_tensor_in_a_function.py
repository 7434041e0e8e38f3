# Asks for 400 GB in the function that is asked for.
# exercise: targets/function
# status: failed
# words: grader-raised-memory
import torch


def normalise(x):
    return x / torch.ones(10**11)  # <-
