# Works row by row with a generator.
# exercise: targets/function
import torch


def rows(x):
    for row in x.unbind(0):
        yield row / row.sum()


normalise = lambda x: torch.stack(list(rows(x)))
