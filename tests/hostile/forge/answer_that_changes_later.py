# Returns its input and lets a thread make it right while it is looked at.
# exercise: targets/function
# status: failed
# words: grader-input-changed or grader-values
import threading

import torch


def normalise(x):
    def later():
        for _ in range(1000):
            x.copy_(x / x.sum(dim=1, keepdim=True))

    threading.Thread(target=later, daemon=True).start()
    return x


ones = torch.ones(2, 2)
print("HIT" if normalise(ones) is ones else "miss")
