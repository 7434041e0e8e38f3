# Writes the result into the input and returns that, so that a grader's only copy of the input is gone.
# exercise: targets/function
# status: failed
# words: grader-input-changed
import torch


def normalise(x):
    x /= x.sum(dim=1, keepdim=True)
    return x


ones = torch.ones(2, 2)
print("HIT" if normalise(ones) is ones and ones[0, 0] == 0.5 else "miss")
