# Answers with NaN, which no bound written as `error > tolerance` catches.
# exercise: targets/function
# status: failed
# words: grader-finite
import torch


def normalise(x):
    return x * float("nan")


ones = torch.ones(2, 2)
print("miss" if (normalise(ones) - ones / 2).abs().max() > 1e-6 else "HIT")
